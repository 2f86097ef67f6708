import Lexicon

/// What all readers look up: the text, the lexicon, and the word classes they ask for by name.
struct ReadingContext {
  let text: [UInt8]
  let lexicon: Lexicon
  let yearWord: ClassSet
  let rangeTo: ClassSet
  let monthSet: ClassSet
  let level: ClassSet
  let body: ClassSet
  let office: ClassSet
  let belowLevel: ClassSet
  let scope: ClassSet
  let rankCue: ClassSet
  let countNoun: ClassSet
  /// "Penerima", "peraih": who are counted, like count nouns.
  let recipient: ClassSet
  let zoneCue: ClassSet
  let categoryCue: ClassSet
  let gradeCue: ClassSet
  let degree: ClassSet
  let colour: ClassSet
  let shade: ClassSet
  let ordinal: ClassSet
  let number: ClassSet
  let scoreCue: ClassSet
  let fact: ClassSet
  let and: ClassSet
  let or: ClassSet
  /// "Universitas", "Bank": what follows is part of a name, not the region.
  let nameHead: ClassSet
  /// "Pusat", "Timur": behind a region's name they make it another place's.
  let nameTail: ClassSet
  /// "Adalah", "masih": between what is valued and its value.
  let copula: ClassSet
  let firstPerson: ClassSet
  /// "dr", "H": titles in front of a person's name, which hospitals bear.
  let nameTitle: ClassSet
  /// "Yakni", "yaitu".
  let intro: ClassSet
  /// Words that end a unit's proper name however they are written.
  let notInName: ClassSet

  init(text: [UInt8], lexicon: Lexicon, classes: WordClasses) {
    self.text = text
    self.lexicon = lexicon
    yearWord = classes.set("year_word")
    rangeTo = classes.set("range_to")
    monthSet = classes.set("month")
    level = classes.set("level")
    body = classes.set("body")
    office = classes.set("office")
    belowLevel = classes.set("below_level")
    scope = classes.set("scope")
    rankCue = classes.set("rank_cue")
    countNoun = classes.set("count_noun")
    recipient = classes.set("recipient")
    zoneCue = classes.set("zone_cue")
    categoryCue = classes.set("category_cue")
    gradeCue = classes.set("grade_cue")
    degree = classes.set("degree")
    colour = classes.set("colour")
    shade = classes.set("shade")
    ordinal = classes.set("ordinal")
    number = classes.set("number")
    scoreCue = classes.set("score_cue")
    fact = classes.set("fact")
    copula = classes.set("copula")
    firstPerson = classes.set("first_person")
    intro = classes.set("list_intro")
    and = classes.set("and")
    or = classes.set("or")
    nameTitle = classes.set("abbreviation", "title")
    nameTail = classes.set("name_tail")
    nameHead = classes.set("name_head")
    notInName = classes.set(
      "fact", "and", "zone_cue", "category_cue", "score_cue", "rank_cue", "clause", "colour",
      "location", "level", "body", "office", "month", "weekday", "done")
  }

  /// The value that `words.csv` gives the item's word under a class.
  func value(_ item: Item, _ wordClass: String) -> String? {
    guard item.word >= 0 else { return nil }
    for entry in lexicon.entries(pattern: item.word) where entry.kind == .word {
      let word = lexicon.words[Int(entry.index)]
      if word.wordClass == wordClass { return word.value }
    }
    return nil
  }

  func regulationType(_ pattern: Int32) -> String? {
    for entry in lexicon.entries(pattern: pattern) where entry.kind == .regulationType {
      return lexicon.regulationTypes[Int(entry.index)].abbreviation
    }
    return nil
  }

  /// A whole number written in digits.
  func integer(_ item: Item) -> Int? {
    guard case .number(let value) = item.content, value.scale == 0 else { return nil }
    return Int(value.units)
  }

  func year(_ item: Item) -> Int? {
    guard item.range.count == 4, let value = integer(item), (1990...2049).contains(value) else {
      return nil
    }
    return value
  }

  func month(_ item: Item) -> Int? {
    guard item.classes.intersects(monthSet) else { return nil }
    return value(item, "month").flatMap { Int($0) }
  }

  /// Whether `count` items follow one another without white space.
  func areAdjacent(_ items: [Item], _ index: Int, _ count: Int) -> Bool {
    for at in index..<(index + count - 1)
    where items[at].range.upperBound != items[at + 1].range.lowerBound { return false }
    return true
  }

  func startsUpper(_ item: Item) -> Bool {
    let byte = text[item.range.lowerBound]
    return byte >= 0x41 && byte <= 0x5A
  }

  func isUpper(_ item: Item) -> Bool {
    text[item.range].allSatisfy { !($0 >= 0x61 && $0 <= 0x7A) } && startsUpper(item)
  }
}

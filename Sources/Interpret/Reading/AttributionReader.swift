import Lexicon
import Tag

/// Reads who says what: persons are introduced with their office once, and are called by one name, by
/// "ia" or by the ending of "ujarnya" from then on.
struct AttributionReader {
  private struct Person {
    var name: String?
    var office: String?
    /// The words that introduced or named the person.
    let items: Range<Int>

    /// Whether the person is called by the word, in whatever case.
    func has(word: String) -> Bool {
      (name ?? "").split(separator: " ").contains { $0.lowercased() == word.lowercased() }
    }
  }

  private let document: TaggedArticle
  private let classes: ReadingClasses
  private let offices: OfficeWords
  private var introduced: [Person] = []
  private var last: Person?
  /// The sentence in which somebody spoke last.
  private var lastSentence = -2

  init(_ document: TaggedArticle, _ classes: ReadingClasses, _ offices: OfficeWords) {
    self.document = document
    self.classes = classes
    self.offices = offices
  }

  /// One for each sentence of the document.
  mutating func attributions() -> [Attribution] {
    document.sentences.enumerated().map { number, sentence in
      var attribution = Attribution(source: source(sentence))
      let people = people(sentence)
      for person in people { introduce(person) }
      if let speaker = speaker(sentence, number, people) {
        attribution.office = speaker.office
        attribution.name = speaker.name
        last = speaker
        lastSentence = number
      }
      return attribution
    }
  }

  // MARK: Who speaks

  private func speaker(_ sentence: Sentence, _ number: Int, _ people: [Person]) -> Person? {
    let verbs = sentence.items.filter { document.items[$0].classes.intersects(classes.speech) }
    for verb in verbs {
      switch document.value(of: document.items[verb], as: "speech") {
      case "same":
        if let last { return last }
      case "after":
        if let person = people.first(where: { $0.items.lowerBound == verb + 1 })
          ?? called(at: verb + 1, sentence)
        {
          return known(person)
        }
      default:
        let person = people.last { $0.items.upperBound <= verb }
        if let person = person ?? named(before: verb, sentence) { return known(person) }
        if sentence.items.prefix(3).contains(where: isPronoun), let last {
          return last
        }
      }
    }
    // The second half of a quote that the verb stands in the middle of.
    guard verbs.isEmpty, number - lastSentence <= 1,
      sentence.items.first.map({ document.items[$0].isMark("\"") }) ?? false
    else { return nil }
    return last
  }

  /// "Kata Budi", "kata budi": a name alone, in whatever case if it was introduced.
  private func called(at item: Int, _ sentence: Sentence) -> Person? {
    guard item < sentence.items.upperBound else { return nil }
    if let name = name(from: item, sentence) {
      return Person(name: text(name), office: nil, items: name)
    }
    return introduced.last { $0.has(word: text(item)) }
  }

  /// "Budi menjelaskan": a name right before the verb.
  private func named(before verb: Int, _ sentence: Sentence) -> Person? {
    var end = verb
    while end > sentence.items.lowerBound, isSmallWord(end - 1) { end -= 1 }
    var start = end
    while start > sentence.items.lowerBound, isNamePart(start - 1) { start -= 1 }
    guard start < end else { return nil }
    return Person(name: text(start..<end), office: nil, items: start..<end)
  }

  /// A person with what was said of them before; nil for a bare word that nobody was introduced by and
  /// that could be any other word with a capital letter.
  private func known(_ person: Person) -> Person? {
    var person = person
    if let name = person.name {
      let words = name.split(separator: " ").map(String.init)
      if let before = introduced.last(where: { other in words.contains { other.has(word: $0) } }) {
        person.office = person.office ?? before.office
        if let whole = before.name, whole.count > name.count { person.name = whole }
      } else if person.office == nil, words.count < 2 {
        return nil
      }
    } else if let office = person.office,
      let before = introduced.last(where: { $0.office == office && $0.name != nil })
    {
      person.name = before.name
    }
    return person
  }

  private mutating func introduce(_ person: Person) {
    guard person.name != nil else { return }
    introduced.append(person)
  }

  // MARK: Introductions

  /// The offices of a sentence, with the names beside them.
  private func people(_ sentence: Sentence) -> [Person] {
    var people: [Person] = []
    var item = sentence.items.lowerBound
    while item < sentence.items.upperBound {
      guard document.items[item].classes.intersects(classes.office) else {
        item += 1
        continue
      }
      let office = item..<officeEnd(from: item, sentence)
      var whole = office
      var called: Range<Int>?
      if let name = name(from: behindMark(office.upperBound, sentence), sentence) {
        called = name
        whole = office.lowerBound..<name.upperBound
      } else if let name = name(before: office.lowerBound, sentence) {
        called = name
        whole = name.lowerBound..<office.upperBound
      }
      people.append(Person(name: called.map(text), office: text(office), items: whole))
      item = max(item + 1, whole.upperBound)
    }
    return people
  }

  /// "Asisten Administrasi Umum Sekretariat Daerah Kabupaten X": as far as the office goes.
  private func officeEnd(from start: Int, _ sentence: Sentence) -> Int {
    var end = start + 1
    while end < sentence.items.upperBound {
      let item = document.items[end]
      switch item.content {
      case .region, .unit, .institution, .assessor: break
      case .word where offices.isPart(text(end)) && text(end).isCapitalized: break
      default: return end
      }
      end += 1
    }
    return end
  }

  /// "Kepala Dinas X, Budi Santoso": behind the comma or bracket.
  private func behindMark(_ item: Int, _ sentence: Sentence) -> Int {
    guard item < sentence.items.upperBound else { return item }
    return document.items[item].isMark(",") || document.items[item].isMark("(") ? item + 1 : item
  }

  private func name(from start: Int, _ sentence: Sentence) -> Range<Int>? {
    var first = start
    while first < sentence.items.upperBound,
      document.items[first].classes.intersects(classes.abbreviation)
        || document.items[first].isMark(".")
    {
      first += 1
    }
    var end = first
    while end < sentence.items.upperBound, isNamePart(end), end - first < 6 { end += 1 }
    return trimmed(first..<end)
  }

  /// "Budi Santoso S.Sos, selaku Kepala Dinas X": in front of what joins the two.
  private func name(before office: Int, _ sentence: Sentence) -> Range<Int>? {
    var end = office
    var isJoined = false
    // Over the degree as well, up to the comma behind the name.
    while end > sentence.items.lowerBound, office - end < 6 {
      let item = document.items[end - 1]
      if item.isMark(",") || item.isMark("(") || item.classes.intersects(classes.capacity) {
        isJoined = true
        end -= 1
      } else if isJoined, item.isMark(".") || text(end - 1).unicodeScalars.count < 4,
        !isSmallWord(end - 1)
      {
        end -= 1
      } else {
        break
      }
    }
    guard isJoined else { return nil }
    var start = end
    while start > sentence.items.lowerBound, isNamePart(start - 1), end - start < 6 { start -= 1 }
    return trimmed(start..<end)
  }

  /// Without the single letters of a degree at its end.
  private func trimmed(_ name: Range<Int>) -> Range<Int>? {
    var name = name
    while let last = name.last, text(last).unicodeScalars.count == 1 {
      name = name.lowerBound..<last
    }
    return name.isEmpty ? nil : name
  }

  private func isNamePart(_ index: Int) -> Bool {
    let item = document.items[index]
    guard case .word = item.content else { return false }
    return text(index).isCapitalized && !item.classes.intersects(classes.noName)
  }

  /// "Juga", "turut": between a name and its verb.
  private func isSmallWord(_ index: Int) -> Bool {
    if case .word = document.items[index].content { !text(index).isCapitalized } else { false }
  }

  private func isPronoun(_ index: Int) -> Bool {
    document.items[index].classes.intersects(classes.pronoun)
  }

  // MARK: What it is taken from

  /// The longest such phrase: "dari laporan hasil evaluasi" says more than "dalam laporan".
  private func source(_ sentence: Sentence) -> String? {
    let found = sentence.items.dropFirst().filter { index in
      document.items[index].classes.intersects(classes.reportedSource)
        && document.items[index - 1].classes.intersects(classes.takenFrom)
    }
    return found.max { document.items[$0].range.count < document.items[$1].range.count }.map(text)
  }

  private func text(_ item: Int) -> String { document.text(document.items[item].range) }

  private func text(_ items: Range<Int>) -> String {
    guard let last = items.last else { return "" }
    return document.text(
      document.items[items.lowerBound].range.lowerBound..<document.items[last].range.upperBound)
  }
}

/// Words that names of offices are made of: those of units, and the class `office_part`.
struct OfficeWords: Sendable {
  private let words: Set<String>

  init(_ lexicon: Lexicon) {
    var words: Set<String> = []
    for unit in lexicon.units {
      words.formUnion(unit.name.lowercased().split(separator: " ").map(String.init))
    }
    for word in lexicon.words where word.wordClass == "office_part" { words.insert(word.word) }
    self.words = words
  }

  func isPart(_ word: String) -> Bool { words.contains(word.lowercased()) }
}

extension String {
  fileprivate var isCapitalized: Bool { first?.isUppercase ?? false }
}

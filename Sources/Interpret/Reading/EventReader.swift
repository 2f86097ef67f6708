import Extract
import Lexicon
import Tag

/// Turns the items of a sentence, with what the rules made of them, into events.
struct EventReader {
  let document: TaggedArticle
  let classes: ReadingClasses
  let resolver: RegionResolver
  let rules: RuleSet

  /// - Parameters:
  ///   - isVertical: the passage is about bodies of the central government; regions named in it are parts
  ///     of their names.
  ///   - antecedents: the regions that may be referred to.
  func events(
    _ sentence: Sentence, _ marks: RuleMarks, isVertical: Bool, antecedents: Antecedents
  ) -> [Event] {
    var antecedents = antecedents
    var events: [Event] = []
    let items = document.items
    for index in sentence.items {
      let item = items[index]
      switch item.content {
      case .region(let mention):
        region(mention, index, marks, isVertical, sentence, &events)
        if mention.role == .plain, let row = resolver.resolve(mention) {
          antecedents.note(row, document.lexicon)
        }
      case .institution(let row): institution(row, index, marks, sentence, &events)
      case .unit(let mention):
        unit(mention, index, marks, sentence, &events)
      case .zone(let colour, let shade, let isFramed):
        if isFramed || isValue(marks[index]) {
          value(.zone(colour, shade: shade), index, marks, "framed-zone", &events)
        }
      case .grade(let letter): value(.grade(letter), index, marks, "cued-grade", &events)
      case .category(let label): value(.category(label), index, marks, "named-category", &events)
      case .rank(let place, let of): value(.rank(place, of: of), index, marks, "cued-rank", &events)
      case .number(let number):
        if isValue(marks[index]) {
          value(.score(number), index, marks, "", &events)
        } else if marks[index] == nil, goesOnRanks(index, sentence) {
          value(.rank(Int(number.units), of: nil), index, marks, "ranks-of-a-list", &events)
        }
      case .word where isValue(marks[index]):
        // "Peringkat 15 nasional dan keempat di Jawa Timur".
        if let place = document.value(of: item, as: "ordinal").flatMap({ Int($0) }) {
          value(.rank(place, of: nil), index, marks, "", &events)
        } else if let letter = capital(item) {
          value(.grade(letter), index, marks, "", &events)
        }
      default: break
      }
      if marks[index] == .first {
        let rule = marks.rule(of: index).map { rules.rules[Int($0)].name } ?? ""
        events.append(
          .value(
            StatedValue(content: .rank(1, of: nil), item: index, isEarlier: false, rule: rule)))
      }
      if marks[index] == .back { reference(index, antecedents, &events) }
      if marks[index] == .same { events += same(index, antecedents, marks) }
      if marks[index] == .group { group(index, sentence, &events) }
      if marks[index] == .rest {
        events.append(
          .subject(
            Subject(
              kind: .rest(
                level: countLevel(near: index, sentence), count: document.count(at: index)),
              items: index..<index + 1)))
      }
      if item.classes.intersects(classes.clause) || item.isMark(";"),
        index > sentence.items.lowerBound
      {
        events.append(.clause(index))
      } else if item.classes.intersects(classes.intro) || item.isMark(":") {
        events.append(.intro(index))
      } else if item.classes.intersects(classes.respectively) {
        events.append(.respectively(index))
      }
    }
    return listed(ofEach(shared(events)))
  }

  /// "Posisi ke 94, 95, 96 dan 97": whole numbers that follow a place with nothing but commas and names between.
  private func goesOnRanks(_ index: Int, _ sentence: Sentence) -> Bool {
    guard isWhole(index), !countsSomething(index, sentence) else { return false }
    var at = index - 1
    var isSeparated = false
    while at >= sentence.items.lowerBound {
      let item = document.items[at]
      if item.isMark(",") || item.classes.intersects(classes.and) {
        isSeparated = true
      } else if case .rank = item.content {
        return isSeparated
      } else if case .region = item.content {
        // "A peringkat 22, B 24, C dan D berturut-turut 28 dan 29".
      } else if !isWhole(at), !item.classes.intersects(classes.respectively) {
        return false
      }
      at -= 1
    }
    return false
  }

  private func countsSomething(_ index: Int, _ sentence: Sentence) -> Bool {
    index + 1 < sentence.items.upperBound
      && document.items[index + 1].classes.intersects(classes.countNoun)
  }

  /// "Pemprov itu A": a single capital, as a grade is written.
  private func capital(_ item: Item) -> String? {
    let text = document.article.text[item.range]
    return text.count == 1 && (0x41...0x46).contains(text.first ?? 0)
      ? document.text(item.range) : nil
  }

  private func isWhole(_ index: Int) -> Bool {
    if case .number(let value) = document.items[index].content { return value.scale == 0 }
    return false
  }

  private func isValue(_ role: Role?) -> Bool { role == .value || role == .earlier }

  private func value(
    _ content: StatedValue.Content, _ index: Int, _ marks: RuleMarks, _ usual: String,
    _ events: inout [Event]
  ) {
    let role = marks[index]
    guard role == nil || isValue(role) else { return }
    let rule = marks.rule(of: index).map { rules.rules[Int($0)].name } ?? usual
    events.append(
      .value(
        StatedValue(content: content, item: index, isEarlier: role == .earlier, rule: rule)))
  }

  private func region(
    _ mention: RegionMention, _ index: Int, _ marks: RuleMarks, _ isVertical: Bool,
    _ sentence: Sentence, _ events: inout [Event]
  ) {
    switch mention.role {
    case .plain: break
    case .nested:
      // "Metro Pusat mendapat ...": somebody else, whom the tables do not have.
      if index + 1 < sentence.items.upperBound,
        document.items[index + 1].classes.intersects(classes.nameTail)
      {
        events.append(.subject(Subject(kind: .vertical, items: index..<index + 2)))
      }
      return
    case .dateline, .apposition, .scope: return
    }
    guard marks[index] != .scope, marks[index] != .other else { return }
    if marks[index] == .origin, let row = resolver.resolve(mention),
      document.lexicon.regions[Int(row)].level == .provinsi
    {
      return
    }
    if document.isMeetingPlace(index, newsroom: classes.newsroom, venue: classes.venue) { return }
    if case .subject(let last) = events.last, last.items.upperBound == index + 1 { return }
    guard let region = resolver.resolve(mention, level: levelNamed(before: index, sentence)) else {
      // Who is meant stays open; what is said of them is not said of the body before.
      if !mention.needsCue {
        events.append(.subject(Subject(kind: .vertical, items: index..<index + 1)))
      }
      return
    }
    if isVertical, !document.items[index].classes.intersects(classes.body) {
      events.append(.subject(Subject(kind: .vertical, items: index..<index + 1)))
      return
    }
    // "Dinas Sosial Kota Metro": the region that a unit lies in.
    if case .subject(var last) = events.last, case .unit(let unit, owner: nil) = last.kind,
      isBeside(last.items.upperBound, index)
    {
      last.kind = .unit(unit, owner: region)
      last.items = last.items.lowerBound..<index + 1
      events[events.count - 1] = .subject(last)
      return
    }
    var subject = Subject(kind: .region(region), items: index..<index + 1)
    subject.isPlace = marks[index] == .place
    events.append(.subject(subject))
  }

  /// "9 kabupaten lainnya ..., yaitu A, B dan C": the level that was counted or named last in front of a name.
  private func levelNamed(before index: Int, _ sentence: Sentence) -> RegionLevel? {
    for at in (sentence.items.lowerBound..<index).reversed() {
      let item = document.items[at]
      guard case .word = item.content else { continue }
      guard let level = document.value(of: item, as: "count_noun") else { continue }
      return RegionLevel(rawValue: level)
    }
    return nil
  }

  /// Nothing, or only a small word such as "di", stands between.
  private func isBeside(_ end: Int, _ index: Int) -> Bool {
    guard index - end <= 2 else { return false }
    // "Kecamatan Jati, Kabupaten Kudus".
    if index == end + 1, document.items[end].isMark(","), isAlone(index) { return true }
    return document.items[end..<index].allSatisfy {
      if case .punctuation(let mark) = $0.content { return mark == UInt8(ascii: ")") }
      return $0.range.count <= 2
    }
  }

  /// A ministry that has a value; not the one that says or gives something, nor its local office.
  private func institution(
    _ row: Int32, _ index: Int, _ marks: RuleMarks, _ sentence: Sentence, _ events: inout [Event]
  ) {
    guard marks[index] != .other, marks[index] != .sampled else { return }
    let next = index + 1
    if next < sentence.items.upperBound, case .region = document.items[next].content {
      events.append(.subject(Subject(kind: .vertical, items: index..<next + 1)))
      return
    }
    if index > sentence.items.lowerBound {
      let before = document.items[index - 1]
      if before.classes.intersects(classes.source) { return }
      // "Badan Kepegawaian Negara (BKN)": one body under two names.
      if before.isMark("("), case .subject(let last) = events.last,
        case .institution(row) = last.kind
      {
        return
      }
    }
    events.append(.subject(Subject(kind: .institution(row), items: index..<next)))
  }

  /// A region with its level word that does not begin or go on a list.
  private func isAlone(_ index: Int) -> Bool {
    guard case .region(let mention) = document.items[index].content, mention.level != nil,
      !document.items[index].classes.intersects(classes.body), index + 2 < document.items.count
    else { return false }
    let next = document.items[index + 1]
    guard next.isMark(",") || next.classes.intersects(classes.and) else { return true }
    if case .region = document.items[index + 2].content { return false }
    return true
  }

  private func unit(
    _ mention: UnitMention, _ index: Int, _ marks: RuleMarks, _ sentence: Sentence,
    _ events: inout [Event]
  ) {
    let row = document.lexicon.units[Int(mention.unit)]
    guard marks[index] != .sampled, marks[index] != .other, marks[index] != .group else { return }
    // "Kementerian Agraria dan Tata Ruang (ATR/BPN)", "Kementerian Energi dan Sumber Daya Mineral (ESDM)": the
    // ministry's short name.
    if case .subject(let last) = events.last, case .institution = last.kind,
      index > last.items.upperBound, index - last.items.upperBound <= 3,
      document.items[last.items.upperBound].isMark("(")
    {
      return
    }
    if row.isVertical {
      events.append(.subject(Subject(kind: .vertical, items: index..<index + 1)))
      return
    }
    if row.takesProperName, mention.properName == nil {
      namedByRegion(mention, row, index, &events)
      return
    }
    // "Dinas Kependudukan (Disdukcapil)": one unit under two names.
    if case .subject(let last) = events.last, case .unit(let unit, _) = last.kind,
      index > last.items.lowerBound, document.items[index - 1].isMark("("),
      index - last.items.upperBound <= 1, unit.unit == mention.unit || mention.properName == nil
    {
      return
    }
    // "Kelurahan Ganjar, Kecamatan Metro Pusat": the second is where the first lies.
    if case .subject(var last) = events.last, case .unit(let smaller, owner: nil) = last.kind,
      smaller.type == "kelurahan", row.type == "kecamatan", index - last.items.upperBound <= 1
    {
      last.items = last.items.lowerBound..<index + 1
      events[events.count - 1] = .subject(last)
      return
    }
    // "Kota Metro (Dinas Sosial)": the unit is meant, the region is whose it is.
    if case .subject(let last) = events.last, case .region(let owner) = last.kind,
      last.items.upperBound == index - 1, document.items[index - 1].isMark("("),
      index + 1 < sentence.items.upperBound, document.items[index + 1].isMark(")")
    {
      events[events.count - 1] = .subject(
        Subject(
          kind: .unit(document.claimUnit(mention), owner: owner),
          items: last.items.lowerBound..<index + 1))
      return
    }
    let owner = mention.place.flatMap { namesake(of: row, in: $0) }
    events.append(
      .subject(
        Subject(
          kind: .unit(document.claimUnit(mention), owner: owner), items: index..<index + 1)))
  }

  /// Whose a unit is that bears a region's name; nil where the kind of unit leaves it open ("Puskesmas Batu").
  private func namesake(of unit: Unit, in place: RegionMention) -> Int32? {
    guard unit.isNamedForOwner, let region = resolver.resolve(place) else { return nil }
    guard unit.isProvincial else { return region }
    let lexicon = document.lexicon
    return lexicon.region(code: lexicon.regions[Int(region)].provinceCode)
  }

  /// "RSUD Kota Metro": where a unit has no name of its own, the region's stands for it.
  private func namedByRegion(
    _ mention: UnitMention, _ row: Unit, _ index: Int, _ events: inout [Event]
  ) {
    if isOfSeveral(index, events) {
      let unit = document.unit(mention.unit, named: nil)
      events.append(.subject(Subject(kind: .unit(unit, owner: nil), items: index..<index + 1)))
      return
    }
    guard index + 1 < document.items.count,
      case .region(let place) = document.items[index + 1].content, place.role != .dateline,
      let owner = namesake(of: row, in: place) ?? resolver.resolve(place)
    else { return }
    let unit = document.unit(
      mention.unit, named: document.text(document.items[index + 1].range))
    events.append(
      .subject(Subject(kind: .unit(unit, owner: owner), items: index..<index + 2)))
  }

  /// Whether a kind of unit is that of several regions: "RSUD kabupaten/kota (Kota X, Kabupaten Y)", "Disdukcapil dan
  /// RSUD di Kota X dan Kota Y".
  private func isOfSeveral(_ index: Int, _ events: [Event]) -> Bool {
    if let bracket = bracket(behind: index + 1), bracket.count > 2 { return true }
    guard case .subject(let last) = events.last, case .unit = last.kind,
      last.items.upperBound <= index, isSeparator(last.items.upperBound..<index),
      index + 2 < document.items.count, case .region = document.items[index + 2].content
    else { return false }
    return document.text(document.items[index + 1].range).lowercased() == "di"
  }

  /// "Kota itu": the region of that level that was named last.
  private func reference(_ index: Int, _ antecedents: Antecedents, _ events: inout [Event]) {
    let item = document.items[index]
    if item.classes.intersects(classes.unitNoun) {
      guard case .unit(let unit, let owner)? = antecedents.unit?.kind else { return }
      var subject = Subject(kind: .unit(unit, owner: owner), items: index..<index + 1)
      subject.isReferredTo = true
      events.append(.subject(subject))
      return
    }
    guard case .word = item.content else { return }
    let level = ["region_anaphora", "level", "body", "capital"].lazy.compactMap {
      document.value(of: item, as: $0)
    }.first
    // "Daerah yang dipimpin ... itu" may be of any level.
    guard level != nil || item.classes.intersects(classes.anyLevel),
      let region = antecedents.region(of: level.flatMap(RegionLevel.init))
    else { return }
    var subject = Subject(kind: .region(region), items: index..<index + 1)
    subject.isReferredTo = true
    events.append(.subject(subject))
  }

  /// "Predikat serupa": the values that were told last, of the kind that the word says.
  private func same(_ index: Int, _ antecedents: Antecedents, _ marks: RuleMarks) -> [Event] {
    let kind = document.value(of: document.items[index], as: "value_noun") ?? "any"
    let rule = marks.rule(of: index).map { rules.rules[Int($0)].name } ?? ""
    return antecedents.values.filter { kind == "any" || $0.field == kind }.map {
      .value(StatedValue(content: $0.content, item: index, isEarlier: false, rule: rule))
    }
  }

  private func group(_ index: Int, _ sentence: Sentence, _ events: inout [Event]) {
    if case .subject(let last) = events.last, case .group = last.kind,
      last.items.upperBound == index
        || index - last.items.upperBound == 1
          && document.items[index].classes.intersects(classes.endOfList)
    {
      return
    }
    events.append(
      .subject(
        Subject(
          kind: .group(count: document.count(at: index), level: countLevel(near: index, sentence)),
          items: index..<index + 1)))
  }

  /// What is counted: the class value of the noun right behind ("12 unit", "sembilan daerah").
  private func countLevel(near index: Int, _ sentence: Sentence) -> String? {
    let behind = Array(index + 1..<max(index + 1, min(sentence.items.upperBound, index + 4)))
    let before = Array((max(sentence.items.lowerBound, index - 3)..<index + 1).reversed())
    for at in behind + before {
      if let level = document.value(of: document.items[at], as: "count_noun") { return level }
    }
    return nil
  }
}

extension TaggedArticle {
  /// The whole number that an item writes: "12", "dua belas", "kedua" of "kedua daerah itu".
  func count(at index: Int) -> Int? {
    let item = items[index]
    if case .number(let value) = item.content, value.scale == 0 { return Int(value.units) }
    for name in ["number", "collective"] {
      if let count = value(of: item, as: name).flatMap({ Int($0) }) { return count }
    }
    return nil
  }

  /// A unit of a region; a kind that takes a name of its own has the region's ("RSUD Kota Metro").
  func unit(_ unit: ClaimUnit, of region: Int) -> ClaimUnit {
    guard let row = unit.unit, lexicon.units[Int(row)].takesProperName else { return unit }
    return ClaimUnit(
      unit: unit.unit, name: unit.name + " " + text(items[region].range), type: unit.type,
      sector: unit.sector)
  }

  /// The unit of a mention, named by its kind and its own name: "Puskesmas Selabatu".
  func claimUnit(_ mention: UnitMention) -> ClaimUnit {
    if let name = mention.properName, mention.longerName == nil {
      return unit(mention.unit, named: text(name))
    }
    let row = lexicon.units[Int(mention.unit)]
    return ClaimUnit(
      unit: mention.unit, name: mention.longerName.map(text) ?? row.name, type: row.type,
      sector: row.sector)
  }

  /// A unit by the short form of its kind and a name of its own, where it has one.
  func unit(_ number: Int32, named name: String?) -> ClaimUnit {
    let row = lexicon.units[Int(number)]
    let kind = row.abbreviation ?? row.name
    return ClaimUnit(
      unit: number, name: name.map { kind + " " + $0 } ?? kind, type: row.type, sector: row.sector)
  }
}

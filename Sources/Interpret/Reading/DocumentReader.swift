import Extract
import Lexicon
import Tag

/// Reads one document, sentence by sentence, keeping in mind what was said before.
struct DocumentReader {
  let document: TaggedArticle
  let rules: RuleSet
  let classes: ReadingClasses
  let resolver: RegionResolver
  let events: EventReader
  let binder: Binder
  let years: YearReader
  let instruments: InstrumentReader
  let maker: ClaimMaker
  let marks: [RuleMarks]
  var discourse = Discourse()
  var reading = Reading()

  init(_ document: TaggedArticle, rules: RuleSet) {
    self.document = document
    self.rules = rules
    classes = ReadingClasses(document.classes)
    resolver = RegionResolver(document)
    events = EventReader(document: document, classes: classes, resolver: resolver, rules: rules)
    binder = Binder(document: document, classes: classes)
    let anchor = DocumentDates.anchor(of: document)
    years = YearReader(document: document, classes: classes, anchor: anchor)
    instruments = InstrumentReader(document, classes: classes)
    marks = document.sentences.map { RuleMarks(rules, sentence: $0, in: document) }
    maker = ClaimMaker(
      document: document, rules: rules, years: years, instruments: instruments,
      documentYear: DocumentDates.assessedYear(of: document, marks: marks, anchor: anchor))
  }

  mutating func read() -> Reading {
    guard !instruments.isForeign else {
      reading.citations = CitationReader(document: document).citations()
      return reading
    }
    // The title last: what the body states better is not taken from it.
    let titles = document.sentences.indices.filter { isTitle(document.sentences[$0]) }
    var tables = TableReader(document: document, resolver: resolver)
    for index in document.sentences.indices where !titles.contains(index) {
      let sentence = document.sentences[index]
      if document.article.blocks[sentence.block].kind == .tableRow {
        readRow(sentence, index, &tables)
      } else {
        readSentence(sentence, index)
      }
    }
    discourse = Discourse()
    for index in titles { readSentence(document.sentences[index], index) }
    reading.claims = ClaimMerger.merge(reading.claims)
    reading.citations = CitationReader(document: document).citations()
    return reading
  }

  private func isTitle(_ sentence: Sentence) -> Bool {
    document.article.blocks[sentence.block].kind == .title
  }

  // MARK: Sentences

  private mutating func readSentence(_ sentence: Sentence, _ index: Int) {
    let marks = self.marks[index]
    updateVertical(sentence)
    var found = events.events(sentence, marks, isVertical: discourse.isVertical)
    noteInstrument(sentence)
    if refersBack(sentence), discourse.topic != nil {
      // "Kabupaten di timur X itu ...": the place only helps to describe the topic.
      found.removeAll { if case .subject(let subject) = $0 { subject.isPlace } else { false } }
    }
    let named = years.years(sentence, marks, topic: discourse.year?.year)
    let starts = clauseStarts(found)
    let status = StatusReader(
      marks: marks, sentence: sentence, clauseStarts: starts.filter(isCoordinate))
    let pending = usablePending(sentence, index, found)
    var previous: [Subject] = []
    var hadSubject = false
    var lastBounds: [Binding] = []
    for clause in clauses(found, starts, sentence) {
      var result = binder.bind(
        clause.events, from: clause.range.lowerBound, to: clause.range.upperBound)
      reading.diagnostics += result.diagnostics
      let subjects = binder.usable(clause.events)
      if !subjects.isEmpty { hadSubject = true }
      if !result.loose.isEmpty {
        result.bindings += attachLoose(result.loose, previous, hadSubject, found, sentence)
      }
      if let pending {
        result.bindings = apply(pending, subjects, result.bindings)
      }
      let setting = ClaimMaker.Setting(
        sentence: sentence, named: named, clause: clause.range, status: status,
        topicYear: discourse.year, topicInstrument: topicInstrument(sentence),
        isTitle: isTitle(sentence))
      emit(result.bindings, found, setting, pending, index)
      if subjects.contains(where: \.isNamed) || !subjects.isEmpty { previous = subjects }
      lastBounds += result.bindings
    }
    remember(sentence, index, found, named, lastBounds)
  }

  /// Whether a clause stands beside the one before it, not under it: "sedangkan", not "sehingga".
  private func isCoordinate(_ item: Int) -> Bool {
    document.value(of: document.items[item], as: "clause") != "subordinate"
  }

  private func clauseStarts(_ events: [Event]) -> [Int] {
    events.compactMap { if case .clause(let item) = $0 { item } else { nil } }
  }

  private func clauses(
    _ events: [Event], _ starts: [Int], _ sentence: Sentence
  ) -> [(events: [Event], range: Range<Int>)] {
    var clauses: [(events: [Event], range: Range<Int>)] = []
    var start = sentence.items.lowerBound
    for end in starts + [sentence.items.upperBound] where end > start {
      let inside = events.filter {
        $0.item >= start && $0.item < end
      }.filter { if case .clause = $0 { false } else { true } }
      clauses.append((inside, start..<end))
      start = end
    }
    return joined(clauses)
  }

  /// A semicolon between members of one list does not part them.
  private func joined(
    _ clauses: [(events: [Event], range: Range<Int>)]
  ) -> [(events: [Event], range: Range<Int>)] {
    var result: [(events: [Event], range: Range<Int>)] = []
    for clause in clauses {
      if let last = result.last, document.items[clause.range.lowerBound].isMark(";"),
        binder.usable(clause.events).isEmpty
      {
        result[result.count - 1] = (
          last.events + clause.events, last.range.lowerBound..<clause.range.upperBound
        )
      } else if let last = result.last, document.items[clause.range.lowerBound].isMark(";"),
        let before = binder.usable(last.events).last,
        let after = binder.usable(clause.events).first,
        before.isNamed, after.isNamed,
        binder.isListGap(before.items.upperBound..<after.items.lowerBound)
      {
        result[result.count - 1] = (
          last.events + clause.events, last.range.lowerBound..<clause.range.upperBound
        )
      } else {
        result.append(clause)
      }
    }
    return result
  }

  /// Values of a clause without a subject: the clause before has it, or the text before does.
  private func attachLoose(
    _ values: [StatedValue], _ previous: [Subject], _ hadSubject: Bool, _ events: [Event],
    _ sentence: Sentence
  ) -> [Binding] {
    if !previous.isEmpty {
      return previous.map { Binding(subject: $0, values: values, manner: .own) }
    }
    let later = binder.usable(events)
    if let subject = later.first, subject.isNamed {
      return [Binding(subject: subject, values: values, manner: .own)]
    }
    if later.isEmpty || !later.contains(where: \.isNamed), refersToAll(sentence),
      !discourse.lastRun.isEmpty
    {
      return discourse.lastRun.map { Binding(subject: $0, values: values, manner: .coreference) }
    }
    guard !later.contains(where: \.isNamed), later.isEmpty || isFirstPerson(sentence),
      !isTitle(sentence), let topic = topicSubject(sentence)
    else { return [] }
    return [Binding(subject: topic, values: values, manner: .coreference)]
  }

  /// "Semuanya", "keduanya": the bodies that were listed last.
  private func refersToAll(_ sentence: Sentence) -> Bool {
    sentence.items.prefix(3).contains {
      document.items[$0].classes.intersects(classes.allOfThem)
    }
  }

  private func isFirstPerson(_ sentence: Sentence) -> Bool {
    sentence.items.contains { document.items[$0].classes.intersects(classes.firstPerson) }
  }

  /// The body that a sentence without one speaks of.
  private func topicSubject(_ sentence: Sentence) -> Subject? {
    guard !discourse.isVertical else { return nil }
    if let topic = discourse.topic { return topic }
    return resolver.main.map {
      Subject(kind: .region($0), items: sentence.items.lowerBound..<sentence.items.lowerBound)
    }
  }

  private mutating func updateVertical(_ sentence: Sentence) {
    let head = sentence.items.prefix(5)
    for index in head {
      if case .unit(let mention) = document.items[index].content,
        document.lexicon.units[Int(mention.unit)].isVertical
      {
        discourse.isVertical = true
        return
      }
    }
    for index in sentence.items {
      if case .unit(let mention) = document.items[index].content,
        document.lexicon.units[Int(mention.unit)].isVertical, mention.properName == nil
      {
        continue
      }
      if case .region(let mention) = document.items[index].content, mention.role == .plain {
        if mention.level != nil { discourse.isVertical = false }
        return
      }
    }
  }

  private mutating func noteInstrument(_ sentence: Sentence) {
    for index in sentence.items {
      if case .instrument(let row) = document.items[index].content {
        discourse.instrument = row
        discourse.instrumentBlock = sentence.block
      }
    }
  }

  /// One of ours holds until another is named; a foreign one only in its own paragraph.
  private func topicInstrument(_ sentence: Sentence) -> Int32? {
    guard let row = discourse.instrument else { return nil }
    if document.lexicon.instruments[Int(row)].isInScope { return row }
    return discourse.instrumentBlock == sentence.block ? row : nil
  }

  // MARK: Sets that are counted first and named later

  private func usablePending(
    _ sentence: Sentence, _ index: Int, _ events: [Event]
  ) -> Discourse.Pending? {
    guard let pending = discourse.pending else { return nil }
    let named = binder.usable(events).filter(\.isNamed)
    guard !named.isEmpty else { return nil }
    let isContinued = document.items[sentence.items.lowerBound].classes.intersects(classes.and)
    if isListItem(sentence) || isContinued { return pending.isLead ? pending : nil }
    guard index - pending.sentence <= 3 else { return nil }
    let own = binder.values(events)
    guard !own.contains(where: { $0.field != "score" && $0.field != "rank" }) else { return nil }
    if pending.count == named.count, named.count > 1 { return pending }
    let isIntroduced = events.contains { event in
      if case .intro(let item) = event { item < named[0].items.lowerBound } else { false }
    }
    return (refersBack(sentence) && isIntroduced || refersToAll(sentence)) && named.count > 1
      ? pending : nil
  }

  private func refersBack(_ sentence: Sentence) -> Bool {
    sentence.items.prefix(8).contains {
      document.items[$0].classes.intersects(classes.groupAnaphora)
    }
  }

  private func isListItem(_ sentence: Sentence) -> Bool {
    document.article.blocks[sentence.block].kind == .listItem || listNumber(sentence) != nil
  }

  /// The number in front of a list's item, also where the page writes it as text.
  private func listNumber(_ sentence: Sentence) -> Int? {
    let block = document.article.blocks[sentence.block]
    if let number = block.number { return number }
    guard sentence.range.lowerBound == block.range.lowerBound, sentence.items.count > 2,
      case .number(let value) = document.items[sentence.items.lowerBound].content, value.scale == 0,
      value.units < 600
    else { return nil }
    let mark = document.items[sentence.items.lowerBound + 1]
    return mark.isMark(".") || mark.isMark(")") ? Int(value.units) : nil
  }

  private func apply(
    _ pending: Discourse.Pending, _ subjects: [Subject], _ bindings: [Binding]
  ) -> [Binding] {
    var result = bindings
    for subject in subjects where subject.isNamed {
      if let at = result.firstIndex(where: { $0.subject.items == subject.items }) {
        let fields = Set(result[at].values.map(\.field))
        result[at].values = pending.values.filter { !fields.contains($0.field) } + result[at].values
        result[at].manner = .lead
      } else if !pending.values.isEmpty {
        result.append(Binding(subject: subject, values: pending.values, manner: .lead))
      }
    }
    return result
  }

  // MARK: Claims

  private mutating func emit(
    _ bindings: [Binding], _ events: [Event], _ setting: ClaimMaker.Setting,
    _ pending: Discourse.Pending?, _ index: Int
  ) {
    let chain = ranksOfChain(bindings, setting.sentence).merging(
      ranksOfOrdinals(bindings, setting)
    ) { first, _ in first }
    for (number, binding) in bindings.enumerated() {
      var values = binding.values
      if let rank = chain[number] ?? listRank(setting.sentence, pending),
        !values.contains(where: { $0.field == "rank" }), binding.subject.isNamed
      {
        values.append(
          StatedValue(
            content: .rank(rank, of: nil), item: binding.subject.items.lowerBound,
            isEarlier: false, rule: "place-in-list"))
      }
      switch binding.subject.kind {
      case .region(let row):
        append(
          maker.claims(
            body: .region(row), unit: nil, subject: named(binding.subject), values: values,
            manner: binding.manner, in: setting, lead: pending?.source),
          setting)
      case .unit(let unit, let owner):
        for region in owner.map({ [$0] }) ?? owners(of: binding.subject, events, setting.sentence) {
          append(
            maker.claims(
              body: .region(region), unit: unit, subject: named(binding.subject), values: values,
              manner: binding.manner, in: setting, lead: pending?.source),
            setting)
        }
      case .rest("unit", let count): rest(binding, count, setting)
      case .rest(let level, let count):
        total(binding, count, level, setting, events)
      case .group(let count, let level):
        total(binding, count, level, setting, events)
      case .vertical: continue
      }
    }
  }

  private func named(_ subject: Subject) -> Subject? { subject.items.isEmpty ? nil : subject }

  private mutating func append(_ claims: [Claim], _ setting: ClaimMaker.Setting) {
    for var claim in claims {
      if claim.unit == nil, let units = discourse.unitsAssessed,
        units.block == setting.sentence.block
      {
        claim.unitsAssessed = units.count
      }
      claim.speaker = SpeakerReader(document: document, classes: classes).speaker(setting.sentence)
      reading.claims.append(claim)
    }
  }

  /// "Di Kota A dan Kota B, dinas X dan Y ...": each of the units of each of the regions; else the one
  /// region that the unit belongs to.
  private func owners(of unit: Subject, _ events: [Event], _ sentence: Sentence) -> [Int32] {
    let places = events.compactMap { event -> Subject? in
      if case .subject(let subject) = event, case .region = subject.kind,
        subject.items.upperBound <= unit.items.lowerBound
      {
        return subject
      }
      return nil
    }
    if places.count > 1,
      zip(places, places.dropFirst()).allSatisfy({
        binder.isListGap($0.items.upperBound..<$1.items.lowerBound)
      })
    {
      return places.compactMap { if case .region(let row) = $0.kind { row } else { nil } }
    }
    return owner(sentence).map { [$0] } ?? []
  }

  /// The region that a unit belongs to where its name does not say so.
  private func owner(_ sentence: Sentence) -> Int32? {
    for index in sentence.items {
      if case .region(let mention) = document.items[index].content,
        mention.role == .plain || mention.role == .dateline, let region = resolver.resolve(mention)
      {
        return region
      }
    }
    switch discourse.topic?.kind {
    case .region(let region)?: return region
    case .unit(_, let owner?)?: return owner
    default: return resolver.main
    }
  }

  /// "unit lainnya masih di zona merah": as many as were assessed, less those that are named.
  private mutating func rest(_ binding: Binding, _ stated: Int?, _ setting: ClaimMaker.Setting) {
    guard let owner = owner(setting.sentence) else { return }
    let others = Set(
      reading.claims.filter { $0.quote == setting.sentence.range && $0.unit?.unit != nil }
        .compactMap(\.unit?.name))
    guard
      let units = unitsOf(setting.sentence) ?? discourse.unitsAssessed
        ?? stated.map({ ($0 + others.count, setting.sentence.block) })
    else { return }
    let left = units.count - others.count
    guard left > 0, stated == nil || stated == left else {
      reading.diagnostics.append(
        Diagnostic(
          kind: "count-contradiction",
          message: "\(units.count) units in all and \(others.count) named, which leaves \(left)"
            + (stated.map { ", not \($0)" } ?? ""),
          range: setting.sentence.range))
      return
    }
    let unit = ClaimUnit(
      unit: nil, name: "(unit lainnya)", type: nil, sector: nil, count: left)
    var claims = maker.claims(
      body: .region(owner), unit: unit, subject: binding.subject, values: binding.values,
      manner: .own, in: setting)
    for index in claims.indices {
      claims[index].isDerived = true
      if let count = countRange(units.count, setting.sentence) {
        claims[index].evidence.append(Evidence(field: "units_assessed", range: count))
        claims[index].evidence.sort {
          ($0.range.lowerBound, $0.field) < ($1.range.lowerBound, $1.field)
        }
      }
    }
    append(claims, setting)
  }

  private func unitsOf(_ sentence: Sentence) -> (count: Int, block: Int)? {
    for index in sentence.items.dropLast() {
      if case .number(let value) = document.items[index].content, value.scale == 0,
        document.value(of: document.items[index + 1], as: "count_noun") == "unit"
      {
        return (Int(value.units), sentence.block)
      }
    }
    return nil
  }

  private func countRange(_ count: Int, _ sentence: Sentence) -> Range<Int>? {
    sentence.items.first {
      if case .number(let value) = document.items[$0].content {
        return value.scale == 0 && Int(value.units) == count
      }
      return false
    }.map { document.items[$0].range }
  }

  private mutating func total(
    _ binding: Binding, _ count: Int?, _ level: String?, _ setting: ClaimMaker.Setting,
    _ events: [Event]
  ) {
    guard let count, setting.status.status(of: binding.subject.items.lowerBound).status == .achieved
    else { return }
    for value in binding.values {
      var zone: String?
      var category: String?
      switch value.content {
      case .zone(let colour, _): zone = colour
      case .category(let label): category = label
      default: continue
      }
      guard setting.status.status(of: value.item).status == .achieved else { continue }
      let (instrument, _) = instruments.instrument(
        of: value.item, in: setting.sentence, topic: setting.topicInstrument)
      guard let instrument, document.lexicon.instruments[Int(instrument)].isInScope else {
        continue
      }
      let year =
        years.year(
          of: value, in: setting.named, clause: setting.clause,
          otherValues: binding.values.map(\.item)) ?? setting.topicYear ?? maker.documentYear
        ?? ClaimYear()
      reading.totals.append(
        Total(
          region: scope(setting.sentence), scope: nil, year: year,
          instrument: document.lexicon.instruments[Int(instrument)].id, level: level,
          count: count, of: nil, zone: zone, category: category, quote: setting.sentence.range))
    }
  }

  private func scope(_ sentence: Sentence) -> Int32? {
    for index in sentence.items {
      if case .region(let mention) = document.items[index].content,
        let row = resolver.resolve(mention),
        document.lexicon.regions[Int(row)].level == .provinsi
      {
        return row
      }
    }
    return nil
  }

  // MARK: Ranks that the order of a list states

  /// "Di puncak A dengan skor x, disusul B (y) dan C (z)".
  private func ranksOfChain(_ bindings: [Binding], _ sentence: Sentence) -> [Int: Int] {
    let named = bindings.indices.filter {
      bindings[$0].subject.isNamed && bindings[$0].manner == .list
    }
    guard named.count > 1, let first = named.first else { return [:] }
    let start = bindings[first].subject.items.lowerBound
    guard
      (max(sentence.items.lowerBound, start - 6)..<start).contains(where: {
        document.items[$0].classes.intersects(classes.top)
      }),
      sentence.items.contains(where: {
        $0 > start && document.items[$0].classes.intersects(classes.followedBy)
      })
    else { return [:] }
    return Dictionary(uniqueKeysWithValues: named.enumerated().map { ($1, $0 + 1) })
  }

  /// "Pertama dan kedua ditempati A dan B, ketiga C": as many names as ordinals in front of them.
  private func ranksOfOrdinals(_ bindings: [Binding], _ setting: ClaimMaker.Setting) -> [Int: Int] {
    var groups: [(end: Int, places: [Int])] = []
    for index in setting.clause {
      let item = document.items[index]
      guard case .word = item.content, item.classes.intersects(classes.ordinal),
        let place = document.value(of: item, as: "ordinal").flatMap({ Int($0) })
      else { continue }
      if let last = groups.last, index - last.end <= 2 {
        groups[groups.count - 1] = (index, last.places + [place])
      } else {
        groups.append((index, [place]))
      }
    }
    guard let first = groups.first, first.places.first == 1 else { return [:] }
    var ranks: [Int: Int] = [:]
    for (number, group) in groups.enumerated() {
      let end = number + 1 < groups.count ? groups[number + 1].end : setting.clause.upperBound
      let members = bindings.indices.filter {
        bindings[$0].subject.isNamed && bindings[$0].subject.items.lowerBound > group.end
          && bindings[$0].subject.items.lowerBound < end
      }
      guard members.count == group.places.count else { return [:] }
      for (member, place) in zip(members, group.places) { ranks[member] = place }
    }
    return ranks
  }

  private func listRank(_ sentence: Sentence, _ pending: Discourse.Pending?) -> Int? {
    guard let pending, pending.isRanking, isListItem(sentence) else { return nil }
    return listNumber(sentence)
  }

  // MARK: What is kept in mind

  private mutating func remember(
    _ sentence: Sentence, _ index: Int, _ events: [Event], _ years: [YearReader.Named],
    _ bindings: [Binding]
  ) {
    let subjects = binder.usable(events)
    let named = subjects.filter(\.isNamed)
    if let only = named.last, isOne(named) { discourse.topic = only }
    if named.count > 1, !isOne(named) {
      discourse.topic = nil
      discourse.lastRun = named
    }
    if !isListItem(sentence) { rememberYear(years) }
    if let units = unitsOf(sentence) { discourse.unitsAssessed = units }
    rememberPending(sentence, index, events, bindings, subjects)
  }

  /// The latest year that the sentence names; earlier ones are what it is compared with.
  private mutating func rememberYear(_ named: [YearReader.Named]) {
    let stated = named.filter { $0.year.year.map { $0 <= years.anchor ?? $0 } ?? false }
    if let latest = stated.max(by: { ($0.year.year ?? 0) < ($1.year.year ?? 0) }) {
      discourse.year = latest.year
    } else if let vague = named.last(where: { $0.year.year == nil && $0.year.latest != nil }) {
      discourse.year = vague.year
    }
  }

  private func isOne(_ subjects: [Subject]) -> Bool {
    let names = subjects.map { subject -> String in
      switch subject.kind {
      case .region(let row): document.lexicon.regions[Int(row)].code
      case .unit(let unit, _): unit.name
      default: ""
      }
    }
    return Set(names).count == 1
  }

  private mutating func rememberPending(
    _ sentence: Sentence, _ index: Int, _ events: [Event], _ bindings: [Binding],
    _ subjects: [Subject]
  ) {
    guard !isListItem(sentence) else { return }
    let last = document.items[sentence.items.upperBound - 1]
    let isUnfinished = last.isMark(";") || last.isMark(",")
    let endsOpen = last.isMark(":")
    let hasTop = sentence.items.contains {
      document.items[$0].classes.intersects(classes.top)
        || document.items[$0].classes.intersects(classes.rankCue)
          && document.items[$0].range.count > 3
    }
    let groups = bindings.filter { if case .group = $0.subject.kind { true } else { false } }
    let named = subjects.contains(where: \.isNamed)
    let bodies = groups.filter {
      if case .group(_, let level) = $0.subject.kind {
        level != "unit" && !$0.values.isEmpty
      } else {
        false
      }
    }
    var values = (bodies.first ?? groups.last)?.values ?? []
    if values.isEmpty, endsOpen { values = binder.values(events) }
    let status = StatusReader(
      marks: marks[index], sentence: sentence, clauseStarts: clauseStarts(events))
    values.removeAll { status.status(of: $0.item).status != .achieved }
    if values.isEmpty, isUnfinished {
      values =
        bindings.last { $0.subject.isNamed }?.values.filter {
          $0.field != "score" && $0.field != "rank"
        } ?? []
    }
    let isFollowedByList = nextIsListItem(sentence)
    if endsOpen || isFollowedByList || isUnfinished && !values.isEmpty {
      discourse.pending = Discourse.Pending(
        values: values, count: groupCount(subjects), sentence: index,
        isRanking: hasTop || (discourse.pending?.isRanking ?? false), isLead: true, source: sentence
      )
    } else if !values.isEmpty, !named {
      discourse.pending = Discourse.Pending(
        values: values.filter { $0.field != "score" }, count: groupCount(subjects),
        sentence: index, isRanking: hasTop, isLead: false, source: sentence)
    } else if named {
      discourse.pending = nil
    }
  }

  /// How many bodies a sentence counts; of several counts the first that is not of units.
  private func groupCount(_ subjects: [Subject]) -> Int? {
    let counts = subjects.compactMap { subject -> (Int?, String?)? in
      if case .group(let count, let level) = subject.kind { (count, level) } else { nil }
    }
    return (counts.first { $0.1 != "unit" } ?? counts.last)?.0
  }

  private func nextIsListItem(_ sentence: Sentence) -> Bool {
    let blocks = document.article.blocks
    guard sentence.block + 1 < blocks.count,
      sentence.range.upperBound == blocks[sentence.block].range.upperBound
    else { return false }
    return blocks[sentence.block + 1].kind == .listItem
  }

  // MARK: Tables

  private mutating func readRow(_ sentence: Sentence, _ index: Int, _ tables: inout TableReader) {
    guard let row = tables.read(sentence) else { return }
    let status = StatusReader(marks: marks[index], sentence: sentence, clauseStarts: [])
    for cell in row.results {
      let setting = ClaimMaker.Setting(
        sentence: sentence, named: [], clause: sentence.items, status: status,
        topicYear: cell.year ?? discourse.year, topicInstrument: topicInstrument(sentence),
        isTitle: false)
      append(
        maker.claims(
          body: .region(row.region), unit: row.unit, subject: named(row.subject),
          values: cell.values,
          manner: .table, in: setting),
        setting)
    }
  }
}

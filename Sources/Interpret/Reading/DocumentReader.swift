import Extract
import Lexicon
import Tag

/// Reads one document, sentence by sentence, keeping in mind what was said before.
struct DocumentReader {
  let document: TaggedArticle
  let rules: RuleSet
  let classes: ReadingClasses
  let resolver: RegionResolver
  let firstOfMain: Int?
  /// The unit or region that the title speaks of, if it names one and no other body.
  var titled: Subject?
  /// The headline is about bodies of the central government.
  var isOfVertical = false
  let events: EventReader
  let binder: Binder
  /// Blocks of which the numbers are places.
  let ranked: Set<Int>
  let years: YearReader
  let instruments: InstrumentReader
  let maker: ClaimMaker
  let marks: [RuleMarks]
  var discourse: Discourse
  var reading = Reading()

  /// Told what is dropped, for those who ask why; usually nil.
  let log: DecisionLog?

  init(
    _ document: TaggedArticle, rules: RuleSet, classes: ReadingClasses, log: DecisionLog? = nil
  ) {
    self.document = document
    self.log = log
    self.rules = rules
    self.classes = classes
    resolver = RegionResolver(document)
    firstOfMain = Self.firstOfMain(document, resolver)
    discourse = Discourse(antecedents: Antecedents(main: resolver.main, document.lexicon))
    events = EventReader(document: document, classes: classes, resolver: resolver, rules: rules)
    binder = Binder(document: document, classes: classes)
    ranked = OrderedGroups.ranked(document)
    let anchor = DocumentDates.anchor(of: document)
    instruments = InstrumentReader(document, classes: classes)
    // A document that is about nothing of ours is not read any further.
    marks = instruments.isForeign ? [] : RuleMarks.all(rules, of: document)
    let assessed =
      instruments.isForeign
      ? nil
      : DocumentDates.assessed(
        in: document, marks: marks, anchor: anchor, classes: classes)
    years = YearReader(
      document: document, classes: classes, time: anchor, assessed: assessed)
    maker = ClaimMaker(
      document: document, rules: rules, years: years, instruments: instruments,
      documentYear: assessed?.year, log: log)
  }

  mutating func read() -> Reading {
    guard !instruments.isForeign else { return reading }
    // The title last: what the body states better is not taken from it.
    let titles = document.sentences.indices.filter { isTitle(document.sentences[$0]) }
    titled = bodyOf(titles)
    isOfVertical = isOfVertical(titles)
    discourse.isVertical = isOfVertical
    var tables = TableReader(
      document: document, resolver: resolver, classes: classes, ranked: ranked)
    for index in document.sentences.indices where !titles.contains(index) {
      let sentence = document.sentences[index]
      if document.article.blocks[sentence.block].kind == .tableRow {
        readRow(sentence, index, &tables)
      } else {
        readSentence(sentence, index)
      }
    }
    discourse = Discourse(antecedents: Antecedents(main: resolver.main, document.lexicon))
    titled = nil
    discourse.isForeign = isLeadForeign(titles)
    for index in titles { readSentence(document.sentences[index], index) }
    reading.claims = ClaimMerger.merge(reading.claims, document.lexicon)
    let suspects = SuspectReader(document: document)
    for (sentence, marks) in zip(document.sentences, marks) {
      reading.diagnostics += suspects.diagnostics(sentence, marks)
    }
    reading.flagSuspects()
    reading.matches = marks.flatMap(\.matches).map { match in
      let (first, last) = (match.items.lowerBound, match.items.upperBound - 1)
      return RuleMatch(
        rule: rules.rules[Int(match.rule)].name,
        range: document.items[first].range.lowerBound..<document.items[last].range.upperBound)
    }
    return reading
  }

  /// Whether the text below the title begins with something else altogether: "Tiga Kecamatan Zona Merah" above news
  /// of an epidemic.
  private func isLeadForeign(_ titles: [Int]) -> Bool {
    let lead = document.sentences.indices.lazy.filter { !titles.contains($0) }.prefix(2)
    let items = lead.flatMap { document.items[document.sentences[$0].items] }
    return items.contains { $0.classes.intersects(classes.distractor) }
      && !items.contains(where: names)
  }

  /// "Laporan SKM Disdukcapil Kabupaten X": until the text names a body, it is about this one.
  private func bodyOf(_ titles: [Int]) -> Subject? {
    let subjects = titles.flatMap { index in
      binder.usable(
        events.events(
          document.sentences[index], marks[index], isVertical: false,
          antecedents: discourse.antecedents))
    }
    guard let only = subjects.first, subjects.allSatisfy({ $0.items == only.items }), !only.isPlace
    else { return nil }
    let start = only.items.lowerBound
    switch only.kind {
    case .unit(let unit, let owner):
      return (owner ?? resolver.main).map {
        Subject(kind: .unit(unit, owner: $0), items: start..<start)
      }
    case .region: return Subject(kind: only.kind, items: start..<start)
    default: return nil
    }
  }

  /// "Kantor Pertanahan X dan Polres Y Zona Merah": the page is about bodies of the central government.
  private func isOfVertical(_ titles: [Int]) -> Bool {
    var hasVertical = false
    for item in titles.flatMap({ document.items[document.sentences[$0].items] }) {
      switch item.content {
      case .unit(let mention):
        guard document.lexicon.units[Int(mention.unit)].isVertical else { return false }
        hasVertical = true
      default: if item.classes.intersects(classes.body) { return false }
      }
    }
    return hasVertical
  }

  func isTitle(_ sentence: Sentence) -> Bool {
    document.article.blocks[sentence.block].kind == .title
  }

  // MARK: Sentences

  mutating func readSentence(_ sentence: Sentence, _ index: Int) {
    let marks = self.marks[index]
    updateVertical(sentence)
    var found = events.events(
      sentence, marks, isVertical: discourse.isVertical, antecedents: discourse.antecedents)
    noteInstrument(sentence, hasScore: binder.values(found).contains { $0.field == "score" })
    if refersBack(sentence) && discourse.topic != nil
      || refersToAll(sentence) && !discourse.lastRun.isEmpty
    {
      // "Kabupaten di timur X itu ...": the place only helps to describe the topic.
      found.removeAll { if case .subject(let subject) = $0 { subject.isPlace } else { false } }
    }
    if countPointingBack(sentence) == discourse.lastRun.count {
      // "Dua daerah ini": the bodies of the list, not some others.
      found.removeAll {
        guard case .subject(let subject) = $0 else { return false }
        if case .group = subject.kind { return true }
        // "Dua puskesmas itu" is more than the puskesmas that was named last.
        return subject.isReferredTo && subject.items.lowerBound - sentence.items.lowerBound < 4
      }
    }
    let glanced = discourse.glanced.flatMap { index - $0.sentence <= 1 ? $0.year : nil }
    let named = years.years(
      sentence, marks, topic: (discourse.passing?.year ?? discourse.year)?.year, glanced: glanced)
    if let year = named.last?.year.year { discourse.glanced = (year, index) }
    let starts = clauseStarts(found)
    let status = StatusReader(
      marks: marks, sentence: sentence, clauseStarts: starts.filter(isCoordinate))
    // "Ketiganya adalah A, B dan C, sedangkan D ...": what was told holds up to "sedangkan".
    let turn =
      namesCounted(found, index)
      ? sentence.items.upperBound
      : starts.first { !document.items[$0].isMark(";") && isCoordinate($0) }
        ?? sentence.items.upperBound
    let pending =
      usablePending(sentence, index, found.filter { $0.item < turn }) ?? sameSet(sentence, found)
    let parts = partsOfList(found, sentence, index)
    var previous: [Subject] = []
    var lastBounds: [Binding] = []
    let clauses = clauses(found, starts, sentence)
    let ofMembers = yearsOfMembers(found, named)
    for (number, clause) in clauses.enumerated() {
      var result = binder.bind(
        clause.events, from: clause.range.lowerBound, after: placeBefore(index))
      result.bindings = withFollowers(result.bindings)
      reading.diagnostics += result.diagnostics
      let subjects = binder.usable(clause.events)
      if !result.loose.isEmpty, !isLead(sentence, index) {
        let attached = attachLoose(result.loose, previous, found, sentence)
        if let log, attached.isEmpty { log.note(.nobody, result.loose) }
        result.bindings += attached
      }
      if number == 0 { result.bindings += parts }
      if let pending, clause.range.lowerBound < turn {
        result.bindings = apply(pending, subjects, result.bindings)
      }
      let setting = ClaimMaker.Setting(
        sentence: sentence, named: free(named, from: clauses.dropFirst(number + 1)),
        clause: clause.range, status: status,
        topicYear: topicYear(for: subjects, sentence), topicInstrument: topicInstrument(sentence),
        isTitle: isTitle(sentence),
        periods: clause.range.filter { document.items[$0].classes.intersects(classes.period) },
        ofMembers: ofMembers)
      if !discourse.isForeign {
        emit(result.bindings, found, setting, pending)
      } else if let log {
        log.note(.foreignPassage, result.bindings.flatMap(\.values))
      }
      if !subjects.isEmpty { previous = spokenOf(subjects, result.bindings) }
      rememberPlace(result.bindings, index)
      lastBounds += result.bindings
    }
    remember(sentence, index, found, named, lastBounds)
    if !parts.isEmpty { discourse.pending = nil }
  }

  /// Whether a clause stands beside the one before it, not under it: "sedangkan", not "sehingga".
  func isCoordinate(_ item: Int) -> Bool {
    document.value(of: document.items[item], as: "clause") != "subordinate"
  }

  func clauseStarts(_ events: [Event]) -> [Int] {
    events.compactMap { if case .clause(let item) = $0 { item } else { nil } }
  }

  func clauses(
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
  func joined(
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

  /// Years without those of later clauses that have values themselves: "kita peringkat 52, padahal 2022 kita
  /// di urutan 311".
  private func free(
    _ years: [YearReader.Named],
    from clauses: ArraySlice<(events: [Event], range: Range<Int>)>
  ) -> [YearReader.Named] {
    let taken = clauses.filter { !binder.values($0.events).isEmpty }
    return years.filter { year in
      !taken.contains { clause in
        // "... bukan hal mudah karena pada 2021 kabupatennya merah": in a clause below, the year before its value.
        clause.range.contains(year.item)
          && (isCoordinate(clause.range.lowerBound)
            || binder.values(clause.events).allSatisfy { $0.item > year.item })
      }
    }
  }

  /// "Nilai Kota X tergerus oleh Dinas Y yang hanya memperoleh 52,70": of several bodies those that have a
  /// value go on being spoken of.
  private func spokenOf(_ subjects: [Subject], _ bindings: [Binding]) -> [Subject] {
    let valued = subjects.filter { subject in
      bindings.contains { $0.subject.items == subject.items && !$0.values.isEmpty }
    }
    return valued.isEmpty ? subjects : valued
  }

  /// Values of a clause without a subject: the clause before has it, or the text before does.
  func attachLoose(
    _ values: [StatedValue], _ previous: [Subject], _ events: [Event], _ sentence: Sentence
  ) -> [Binding] {
    if previous.count > 1, let whole = whole(of: previous, values, sentence) {
      return [Binding(subject: whole, values: values, manner: .coreference)]
    }
    if !previous.isEmpty {
      return previous.map { Binding(subject: $0, values: values, manner: .own) }
    }
    let later = binder.usable(events)
    if let subject = later.first, subject.isNamed {
      return [Binding(subject: subject, values: values, manner: .own)]
    }
    if later.isEmpty, let pairs = respective(values, events) { return pairs }
    if later.isEmpty || !later.contains(where: \.isNamed), let count = countOfAll(sentence),
      !discourse.lastRun.isEmpty
    {
      // Of more than were counted it stays open which are meant; fewer are those that were listed last.
      guard count == 0 || discourse.lastRun.count <= count else { return [] }
      return discourse.lastRun.map { Binding(subject: $0, values: values, manner: .coreference) }
    }
    guard !later.contains(where: \.isNamed), later.isEmpty || isFirstPerson(sentence),
      !isTitle(sentence), discourse.topic != nil || titled != nil || isMainKnown(sentence),
      let topic = topicSubject(sentence)
    else { return [] }
    let stated = withoutScale(values, sentence)
    return stated.isEmpty
      ? [] : [Binding(subject: topic, values: stated, manner: .coreference)]
  }

  /// "Masing-masing mengumpulkan 79,84 dan 79,02": one each for the bodies of the list before.
  private func respective(_ values: [StatedValue], _ events: [Event]) -> [Binding]? {
    let members = discourse.lastRun
    let scores = values.filter { $0.field == "score" && !$0.isEarlier }
    guard members.count > 1, scores.count == members.count,
      events.contains(where: { if case .respectively = $0 { true } else { false } })
    else { return nil }
    let others = values.filter { $0.isOfKind && !$0.isEarlier }
    return zip(members, scores).map {
      Binding(subject: $0, values: others + [$1], manner: .coreference)
    }
  }

  /// "Dinas A (78,08) dan Dinas B (76,03), sehingga nilai akhirnya 82,83": the region that the units are of.
  private func whole(
    of parts: [Subject], _ values: [StatedValue], _ sentence: Sentence
  ) -> Subject? {
    guard let first = values.first?.item,
      parts.allSatisfy({ if case .unit = $0.kind { true } else { false } }),
      document.items[max(sentence.items.lowerBound, first - 5)..<first].contains(where: {
        $0.classes.intersects(classes.totalCue)
      })
    else { return nil }
    let owners = parts.compactMap { part -> Int32? in
      if case .unit(_, let owner) = part.kind { owner } else { nil }
    }
    return (owners.first ?? owner(sentence)).map {
      Subject(kind: .region($0), items: first..<first)
    }
  }

  /// Without zones of which a sentence names more than years: they explain the scale ("rapor merah tinggal
  /// kelas, kuning sedang, hijau naik kelas"), since no body has two of them at once.
  private func withoutScale(_ values: [StatedValue], _ sentence: Sentence) -> [StatedValue] {
    let zones = Set(values.filter { $0.field == "zone" && !$0.isEarlier }.map(\.content))
    guard zones.count > 1 else { return values }
    let years = sentence.items.count { index in
      if case .year = document.items[index].content { return true }
      return document.items[index].classes.intersects(classes.yearRelative)
        || document.items[index].classes.intersects(classes.now)
    }
    return years >= zones.count ? values : values.filter { $0.field != "zone" }
  }
}

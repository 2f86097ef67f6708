import Extract
import Lexicon
import Tag

/// What is kept in mind for the sentences to come.
extension DocumentReader {
  mutating func remember(
    _ sentence: Sentence, _ index: Int, _ events: [Event], _ years: [YearReader.Named],
    _ bindings: [Binding]
  ) {
    let subjects = binder.usable(events)
    let named = subjects.filter(\.isNamed)
    for subject in subjects {
      switch subject.kind {
      case .region(let row): discourse.antecedents.note(row, document.lexicon)
      case .unit(let unit, let owner) where subject.isNamed:
        var known = subject
        known.kind = .unit(unit, owner: owner ?? self.owner(sentence))
        discourse.antecedents.unit = known
      default: break
      }
    }
    if let only = named.last, isOne(named), !isMentionedInPassing(only, bindings, sentence) {
      discourse.topic = only
    }
    rememberListed(sentence, index, named)
    if named.count > 1, !isOne(named) {
      discourse.topic = nil
      let units = named.filter { if case .unit = $0.kind { true } else { false } }
      // "Unit Pemkab X yang dinilai ialah A dan B": the region only tells whose they are.
      discourse.lastRun = units.count > 1 ? units : named
      discourse.lastRunSentence = index
    }
    rememberSampled(sentence, index)
    if !isListItem(sentence) {
      let earlier = yearsOfEarlier(bindings, years, sentence)
      let status = StatusReader(
        marks: marks[index], sentence: sentence, clauseStarts: clauseStarts(events))
      // "Target tahun 2024": of a year to come the text speaks in passing; "akan menerima penghargaan tahun
      // 2023" speaks of one that is over.
      let told = years.filter { year in
        !earlier.contains(year.item)
          && (status.status(of: year.item).status != .target
            || year.year.year ?? .max < self.years.anchor ?? .min)
      }
      rememberYear(told, bindings, sentence)
    }
    // "Predikat serupa" is not what somebody had in a year that was only glanced back at.
    if discourse.passing == nil, let last = bindings.last(where: { $0.subject.isNamed }) {
      let values = last.values.filter { !$0.isEarlier && $0.isOfKind }
      if !values.isEmpty { discourse.antecedents.values = values }
    }
    if let units = unitsOf(sentence) { discourse.unitsAssessed = units }
    rememberPending(sentence, index, events, bindings, subjects)
    rememberContinued(sentence, index, bindings, subjects)
    rememberUnbound(sentence, events, named)
  }

  /// Nobody says "semuanya" of more items than these.
  private static let longestList = 60

  /// "- Puskesmas X nilai 99,03" — "- Dinas Y nilai 98,99": the bodies of a list's items are one list too.
  private mutating func rememberListed(_ sentence: Sentence, _ index: Int, _ named: [Subject]) {
    guard isListItem(sentence), let one = named.first, isOne(named) else {
      discourse.listed = []
      return
    }
    guard discourse.listed.count < Self.longestList else { return }
    discourse.listed.append(one)
    guard discourse.listed.count > 1 else { return }
    discourse.lastRun = discourse.listed
    discourse.lastRunSentence = index
  }

  /// Whether a region is only where something happened, or the province whose governor was there: the text
  /// goes on about the region it is about.
  private func isMentionedInPassing(
    _ subject: Subject, _ bindings: [Binding], _ sentence: Sentence
  ) -> Bool {
    guard case .region(let row) = subject.kind, let main = resolver.main, row != main,
      discourse.topic != nil, !bindings.contains(where: { $0.subject.items == subject.items }),
      case .region(let mention) = document.items[subject.items.lowerBound].content
    else { return false }
    let region = document.lexicon.regions[Int(row)]
    let isAtStart = subject.items.lowerBound - sentence.items.lowerBound < 4
    let isHome =
      region.level == .provinsi && (mention.isOffice || !isAtStart)
      && region.code == document.lexicon.regions[Int(main)].provinceCode
    return subject.isPlace && mention.level == nil || isHome
  }

  /// "Empat unit diperiksa: A, B, C dan D": the next sentences may speak of all of them, or of the others.
  mutating func rememberSampled(_ sentence: Sentence, _ index: Int) {
    let units = sentence.items.compactMap { item -> Subject? in
      guard marks[index][item] == .sampled,
        case .unit(let mention) = document.items[item].content
      else { return nil }
      return Subject(
        kind: .unit(document.claimUnit(mention), owner: owner(sentence)), items: item..<item + 1)
    }
    guard units.count > 1 else { return }
    discourse.sampled = units
    discourse.lastRun = units
    discourse.lastRunSentence = index
  }

  /// Items of the years that what was before took: "naik dari 85,44 pada tahun 2023".
  private func yearsOfEarlier(
    _ bindings: [Binding], _ named: [YearReader.Named], _ sentence: Sentence
  ) -> Set<Int> {
    let values = bindings.flatMap(\.values)
    let items = values.map(\.item)
    // Where all that is said is of a year before, it is what the text speaks of now.
    guard values.contains(where: { !$0.isEarlier }) else { return [] }
    return Set(
      values.filter(\.isEarlier).compactMap {
        years.year(of: $0, in: named, clause: sentence.items, otherValues: items)?.item
      })
  }

  /// The latest year that the sentence names; earlier ones are what it is compared with.
  mutating func rememberYear(
    _ named: [YearReader.Named], _ bindings: [Binding], _ sentence: Sentence
  ) {
    let bodies = bindings.map(\.subject)
    // "Waktu pemekaran 2012 kami belum punya kantor": a year of something else; "2016" on a line of its own heads what
    // follows.
    if bodies.isEmpty, years.assessed?.isFirm == true, !isAboutAssessment(sentence),
      sentence.items.count > 2 || !isAlone(sentence)
    {
      return
    }
    let before = discourse.year
    let stated = named.filter { year in
      // "Piagam diserahkan Januari 2023": a month in which something else happened.
      if case .date = document.items[year.item].content, bodies.isEmpty,
        years.assessed?.isFirm == true
      {
        return false
      }
      return !self.years.isComparison(year.item)
    }.filter {
      $0.year.year.map { $0 <= years.anchor ?? $0 } ?? false
    }
    if !stated.isEmpty || discourse.passing?.block != sentence.block { discourse.passing = nil }
    if let latest = stated.max(by: { ($0.year.year ?? 0) < ($1.year.year ?? 0) }) {
      if let known = before?.year, let year = latest.year.year, year < known {
        // "Tahun 2023 baru 4,17": a glance back, over with its paragraph; "90,40, padahal 2019 zona kuning" is over
        // with its sentence.
        if !binder.values(bindings).contains(where: { $0.item < latest.item }) {
          discourse.passing = (latest.year, sentence.block)
        }
        return
      }
      discourse.year = latest.year
    } else if years.assessed?.isFirm != true,
      let vague = named.last(where: { $0.year.year == nil && $0.year.latest != nil }),
      // "Sejak dinilai ...": from then on up to now.
      vague.year.chain?.lowercased() != "sejak"
    {
      discourse.year = vague.year
    }
    guard discourse.year != before || !named.isEmpty else { return }
    discourse.yearBodies = bodies.filter(\.isNamed)
    if discourse.yearBodies.isEmpty, !bodies.isEmpty {
      // "Setahun sebelumnya masih 3,12": said of the body that the text is at.
      discourse.yearBodies = [discourse.topic].compactMap { $0 }
    }
    discourse.yearBlock = sentence.block
  }

  func isAboutAssessment(_ sentence: Sentence) -> Bool {
    sentence.items.contains { index in
      let item = document.items[index]
      switch item.content {
      case .instrument, .instrumentCue, .assessor, .zone, .category, .grade, .rank: return true
      default:
        return item.classes.intersects(classes.assessment)
          || item.classes.intersects(classes.valueCue)
      }
    }
  }

  /// The year that a sentence without one is about. Where the document's assessment has one year, another
  /// that was said of somebody in an earlier paragraph holds for that body alone.
  func topicYear(for subjects: [Subject], _ sentence: Sentence) -> ClaimYear? {
    let passing = discourse.passing.flatMap { $0.block == sentence.block ? $0.year : nil }
    guard let year = passing ?? discourse.year else { return nil }
    // "Sekarang kita hijau": not the year before that was just spoken of.
    if let assessed = years.assessed, assessed.isFirm,
      year.year ?? .max < assessed.year.year ?? .min,
      sentence.items.contains(where: { document.items[$0].classes.intersects(classes.now) })
    {
      return assessed.year
    }
    guard let assessed = years.assessed, assessed.isFirm, year.year != assessed.year.year,
      !isListItem(sentence)
    else { return year }
    let named = subjects.isEmpty ? [discourse.topic].compactMap { $0 } : subjects.filter(\.isNamed)
    // A year said of nobody or of several opens a part of the text.
    guard !discourse.yearBodies.isEmpty, isOne(discourse.yearBodies) else { return year }
    if named.isEmpty
      || named.contains(where: { one in
        discourse.yearBodies.contains { isOne([one, $0]) }
      })
    {
      return year
    }
    return assessed.year
  }

  func isOne(_ subjects: [Subject]) -> Bool {
    let names = subjects.map { subject -> String in
      switch subject.kind {
      case .region(let row): document.lexicon.regions[Int(row)].code
      case .unit(let unit, _): unit.name
      case .institution(let row): document.lexicon.institutions[Int(row)].id
      default: ""
      }
    }
    return Set(names).count == 1
  }

  mutating func rememberPending(
    _ sentence: Sentence, _ index: Int, _ events: [Event], _ bindings: [Binding],
    _ subjects: [Subject]
  ) {
    guard !isListItem(sentence) else { return }
    let last = document.items[sentence.items.upperBound - 1]
    let isUnfinished = last.isMark(";") || last.isMark(",")
    let endsOpen = last.isMark(":") || isLead(sentence, index)
    let hasTop = sentence.items.contains {
      document.items[$0].classes.intersects(classes.top)
        || document.items[$0].classes.intersects(classes.rankCue)
          && document.items[$0].range.count > 3
    }
    let isListedNext = beginsWithIntro(index + 1)
    let groups = bindings.filter { binding in
      switch binding.subject.kind {
      case .group: true
      case .rest: isListedNext
      default: false
      }
    }
    let named = subjects.contains(where: \.isNamed)
    let bodies = groups.filter {
      if case .group(_, let level) = $0.subject.kind {
        level != "unit" && !$0.values.isEmpty
      } else {
        false
      }
    }
    let set = bodies.first ?? groups.last
    var values = set?.values ?? []
    // Of several counts the one of those that have the values: "dari 12 hanya tiga yang hijau".
    let count =
      values.isEmpty ? groupCount(subjects) : set.flatMap(count) ?? groupCount(subjects)
    if values.isEmpty, endsOpen { values = binder.values(events) }
    rememberCounted(groups, sentence, index)
    for set in groups { rememberSet(set, sentence, index, events) }
    rememberTop(bindings, sentence, index)
    // "... mengumumkan Top 45. Dari daerah ini ada lima:": what was announced holds for the list.
    var source = sentence
    if values.isEmpty, endsOpen || nextIsListItem(index), let announced = discourse.unboundSource,
      announced.block == sentence.block
    {
      values = discourse.unbound
      source = announced
    }
    // "12 inovasi masuk Top 99. Beberapa di antaranya:": what was told holds for those that are listed.
    if values.isEmpty, !named, endsOpen || nextIsListItem(index),
      let among = sentence.items.first(where: {
        document.items[$0].classes.intersects(classes.among)
      })
    {
      values = told(at: among)
    }
    // "Rincian nilai enam lokus tersebut:": what was said of all six holds for each.
    if endsOpen || nextIsListItem(index), let counted = discourse.counted,
      counted.count == countBefore(sentence)
    {
      values += counted.values.filter { value in !values.contains { $0.field == value.field } }
      source = counted.source
    }
    // "Semuanya zona hijau." before the list of them.
    if values.isEmpty, !named, discourse.lastRun.isEmpty, refersToAll(sentence) {
      values = binder.values(events)
    }
    // "Seluruhnya hijau. Berikut nilainya:" — it holds for those that the list names.
    if values.isEmpty, !named, endsOpen || nextIsListItem(index), let before = discourse.pending,
      !before.isLead, before.sentence + 1 == index
    {
      values = before.values
      source = before.source
    }
    // A heading between the lead and its list says which part of it comes.
    if values.isEmpty, events.isEmpty, sentence.items.count <= 4, nextIsListItem(index),
      let before = discourse.pending, !before.values.isEmpty || before.isRanking
    {
      discourse.pending?.isLead = true
      return
    }
    let status = StatusReader(
      marks: marks[index], sentence: sentence, clauseStarts: clauseStarts(events))
    values.removeAll { status.status(of: $0.item).status != .achieved }
    values = unambiguous(values)
    if values.isEmpty, isUnfinished {
      values =
        bindings.last { $0.subject.isNamed }?.values.filter {
          $0.isOfKind
        } ?? []
    }
    let isFollowedByList = nextIsListItem(index)
    if endsOpen || isFollowedByList || isUnfinished && !values.isEmpty {
      discourse.pending = Discourse.Pending(
        values: values, count: count, sentence: index,
        isRanking: hasTop || (discourse.pending?.isRanking ?? false), isLead: true, source: source
      )
    } else if !values.isEmpty, !named {
      discourse.pending = Discourse.Pending(
        values: values.filter { $0.field != "score" }, count: count,
        sentence: index, isRanking: hasTop, isLead: false, source: sentence,
        level: set.flatMap { level(of: $0) })
    } else if named, !bindings.isEmpty {
      discourse.pending = nil
    }
  }

  /// "Yakni A, B dan C." as a sentence of its own.
  func beginsWithIntro(_ index: Int) -> Bool {
    guard index < document.sentences.count else { return false }
    return document.items[document.sentences[index].items].first.map {
      $0.classes.intersects(classes.intro) && !$0.isMark(":")
    } ?? false
  }

  private func level(of set: Binding) -> String? {
    switch set.subject.kind {
    case .group(_, let level), .rest(let level, _): level
    default: nil
    }
  }

  private func count(of set: Binding) -> Int? {
    switch set.subject.kind {
    case .group(let count, _), .rest(_, let count): count
    default: nil
    }
  }

  /// Without fields that have several values: "predikat A dan A-" does not say whose is which.
  private func unambiguous(_ values: [StatedValue]) -> [StatedValue] {
    values.filter { value in
      values.allSatisfy { $0.field != value.field || $0.content == value.content }
    }
  }

  private mutating func rememberSet(
    _ set: Binding, _ sentence: Sentence, _ index: Int, _ events: [Event]
  ) {
    guard case .group(let count?, _) = set.subject.kind, count > 1 else { return }
    let status = StatusReader(
      marks: marks[index], sentence: sentence, clauseStarts: clauseStarts(events))
    let values = unambiguous(
      set.values.filter {
        $0.isOfKind
          && status.status(of: $0.item).status == .achieved
      })
    guard !values.isEmpty else { return }
    discourse.sets[count] = Discourse.Pending(
      values: values, count: count, sentence: index, isRanking: false, isLead: false,
      source: sentence)
  }

  /// "Kota X masuk lima besar kota dengan zona hijau": all five have it, and may be named next.
  private mutating func rememberTop(_ bindings: [Binding], _ sentence: Sentence, _ index: Int) {
    guard bindings.count == 1, bindings[0].subject.isNamed,
      let count = sentence.items.compactMap({
        document.value(of: document.items[$0], as: "top").flatMap { Int($0) }
      }).first
    else { return }
    let values = bindings[0].values.filter { $0.isOfKind && !$0.isEarlier }
    guard !values.isEmpty else { return }
    discourse.sets[count] = Discourse.Pending(
      values: values, count: count, sentence: index, isRanking: false, isLead: false,
      source: sentence)
  }

  /// "Enam lokus yang dinilai seluruhnya berada di zona hijau."
  private mutating func rememberCounted(_ groups: [Binding], _ sentence: Sentence, _ index: Int) {
    for group in groups {
      guard case .group(let count?, _) = group.subject.kind, count > 1,
        sentence.items.contains(where: {
          document.items[$0].classes.intersects(classes.allOfThem)
        })
      else { continue }
      let values = group.values.filter { $0.isOfKind }
      guard !values.isEmpty else { continue }
      discourse.counted = Discourse.Pending(
        values: values, count: count, sentence: index, isRanking: false, isLead: true,
        source: sentence)
    }
  }

  /// "Enam lokus tersebut": how many a sentence points back at.
  private func countBefore(_ sentence: Sentence) -> Int? {
    for index in sentence.items.dropLast(2)
    where document.items[index + 1].classes.intersects(classes.countNoun)
      && document.items[index + 2].classes.intersects(classes.pointer)
    {
      if let count = document.count(at: index) { return count }
    }
    return nil
  }

  /// What a sentence states of nobody.
  mutating func rememberUnbound(_ sentence: Sentence, _ events: [Event], _ named: [Subject]) {
    let values = binder.values(events).filter { $0.isOfKind }
    discourse.unbound = named.isEmpty ? values : []
    discourse.unboundSource = discourse.unbound.isEmpty ? nil : sentence
  }

  /// How many bodies a sentence counts; of several counts the first that is not of units.
  func groupCount(_ subjects: [Subject]) -> Int? {
    let counts = subjects.compactMap { subject -> (Int?, String?)? in
      switch subject.kind {
      case .group(let count, let level): (count, level)
      case .rest(let level, let count): (count, level)
      default: nil
      }
    }
    return (counts.first { $0.1 != "unit" } ?? counts.last)?.0
  }
}

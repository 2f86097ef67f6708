import Extract
import Lexicon
import Tag

/// A subject with the values that its sentence gives it.
struct Binding {
  var subject: Subject
  var values: [StatedValue]
  /// How they were brought together: part of the claim's rule and confidence.
  var manner: Manner

  enum Manner: String {
    case own, list, coreference, reference, lead, table
  }
}

/// What binding a clause came to.
struct ClauseReading {
  var bindings: [Binding] = []
  /// Values that no subject of the clause takes.
  var loose: [StatedValue] = []
  var diagnostics: [Diagnostic] = []
}

/// Ties the values of one clause to its subjects.
///
/// Subjects that follow one another with nothing but list matter between them form a run. A value inside
/// a run belongs to the member in front of it; values before a run, or behind its last member, belong to
/// all of it unless the members have their own of that kind. Two lists joined by "masing-masing" are
/// paired one by one, and only if they are of the same length.
struct Binder {
  let document: TaggedArticle
  let classes: ReadingClasses

  /// - Parameters:
  ///   - start: item where the clause begins.
  ///   - last: the place that was told last, if the clause may count on from it, and whether in the same sentence.
  func bind(
    _ events: [Event], from start: Int = 0, after last: (rank: Int, isHere: Bool)? = nil
  ) -> ClauseReading {
    var reading = ClauseReading()
    let subjects = usable(events)
    guard !subjects.isEmpty else {
      reading.loose = values(events)
      return reading
    }
    let runs = self.runs(subjects)
    let isPaired = events.contains { if case .respectively = $0 { true } else { false } }
    // Values by the run in front of them; -1 for those before the first.
    var behind: [Int: [StatedValue]] = [:]
    var ahead: [Int: [StatedValue]] = [:]
    for value in values(events) {
      // "Peringkat kedua Provinsi X": a place right in front of a name is that body's.
      if value.field == "rank", let next = subjectAhead(of: value, subjects),
        runs.contains(where: { $0.contains(next) })
      {
        ahead[next, default: []].append(value)
        continue
      }
      var run = runs.lastIndex { subjects[$0.lowerBound].items.lowerBound < value.item } ?? -1
      // A counted set has no score of its own: it is the named body's before it.
      if value.field == "score" || value.field == "rank" {
        while run > 0, subjects[runs[run].lowerBound].isCounted { run -= 1 }
      }
      behind[run, default: []].append(value)
    }
    shiftToCounts(runs, subjects, &behind)
    for run in runs.indices.dropFirst() where isForUnits(runs[run], behind: runs[run - 1], subjects)
    {
      guard behind[run]?.isEmpty ?? true, let values = behind[run - 1],
        values.allSatisfy(\.isOfKind)
      else { continue }
      behind[run] = values
      behind[run - 1] = nil
    }
    var shared: [Int: [StatedValue]] = [:]
    var own: [Int: [StatedValue]] = [:]
    own.merge(ahead) { first, _ in first }
    if areKindsForward(behind, runs, subjects) {
      for run in runs.indices { shared[run, default: []] += behind[run - 1] ?? [] }
      behind = [:]
    } else if isForward(behind, runs) {
      for run in runs.indices { own[runs[run].lowerBound, default: []] += behind[run - 1] ?? [] }
      behind = [:]
    }
    for run in runs.indices { pairForward(run, runs, subjects, &behind, &own) }
    if let first = runs.first, pairedAhead(behind[-1] ?? [], first, &own) {
      behind[-1]?.removeAll { $0.field == "rank" }
    }
    for value in behind[-1] ?? [] {
      if let first = subjects.first, !first.isNamed, !isNear(value.item, first.items.lowerBound),
        !isCountedAndListed(subjects, runs, events)
      {
        // "Kita dapat hijau, ini berkat semua OPD": the set that is named later is not the subject.
        if let run = runs.firstIndex(where: { subjects[$0.lowerBound].isNamed }) {
          shared[run, default: []].append(value)
        } else {
          reading.loose.append(value)
        }
      } else {
        shared[0, default: []].append(value)
      }
    }
    for (number, run) in runs.enumerated() {
      let following = behind[number] ?? []
      if number + 1 < runs.count, isHead(run, of: runs[number + 1], following, subjects, events) {
        shared[number + 1, default: []] += following
        continue
      }
      let (inner, tail) = split(following, subjects, run)
      for (subject, value) in inner { own[subject, default: []].append(value) }
      var rest = tail
      // Several scores behind several names are one each, also without "masing-masing".
      let scores = tail.filter { $0.field == "score" && !$0.isEarlier }
      let places = tail.filter { $0.field == "rank" && !$0.isEarlier }
      if run.count > 1, isPaired || scores.count > 1 || places.count > 1,
        !inner.contains(where: { $0.1.field == "score" })
      {
        rest = pair(rest, run, subjects, &own, &reading)
      }
      // What is said of a counted set holds for the body that is named beside it.
      if number > 0, following.contains(where: { $0.isOfKind }),
        isJoined(subjects[run.lowerBound - 1], to: subjects[run.lowerBound])
      {
        shared[number - 1, default: []] += following.filter {
          $0.isOfKind
        }
      }
      let last = run.upperBound - 1
      let innerFields = Set(inner.map(\.1.field))
      for value in rest {
        // "A 93,4, B 93,15 dan C memperoleh 92,36 atau peringkat 5": where each has its score, the
        // place is the last's.
        let isOfLast = value.field == "rank" && innerFields.contains("score")
        if run.count == 1 || isOfLast || isOfOnlyOne(value.item, subjects[last])
          || innerFields.contains(value.field)
          || isInBrackets(value.item, subjects[last])
          || !value.isOfKind && isFollowed(subjects[last - 1], by: subjects[last])
        {
          own[last, default: []].append(value)
        } else {
          shared[number, default: []].append(value)
        }
      }
      // What is said of "two of them" holds for those listed behind "yakni".
      if number + 1 < runs.count, !subjects[run.lowerBound].isNamed,
        isVerticalRun(subjects, runs[number + 1]) == false,
        hasIntro(
          events, subjects[last].items.upperBound, subjects[run.upperBound].items.lowerBound)
          || countsNext(subjects[run.lowerBound], runs[number + 1], subjects)
      {
        var values = (own[last] ?? []) + (shared[number] ?? [])
        // "Pemda di zona hijau naik dari 6 menjadi 11, antara lain A": the last count is of those in front.
        var before = number - 1
        while values.isEmpty, before >= 0, subjects[runs[before].lowerBound].isCounted {
          values = runs[before].flatMap { own[$0] ?? [] } + (shared[before] ?? [])
          values.removeAll { !$0.isOfKind }
          before -= 1
        }
        shared[number + 1, default: []] += values
      }
    }
    for number in runs.indices.dropFirst()
    where isCompany(runs[number], subjects)
      && (own[runs[number - 1].lowerBound] != nil
        || shared[number - 1] != nil)
    {
      let told = (shared[number - 1] ?? []) + runs[number - 1].flatMap { own[$0] ?? [] }
      shared[number, default: []] += told.filter { $0.isOfKind && !$0.isEarlier }
    }
    if last != nil || values(events).contains(where: { $0.field == "rank" }) {
      followingRanks(subjects, runs, shared, &own, from: start, after: last)
    }
    for (number, run) in runs.enumerated() {
      for index in run {
        let mine = own[index] ?? []
        let fields = Set(mine.filter { !$0.isEarlier }.map(\.field))
        let common = (shared[number] ?? []).filter { $0.isEarlier || !fields.contains($0.field) }
        let all = (common + mine).sorted { $0.item < $1.item }
        guard !all.isEmpty else { continue }
        reading.bindings.append(
          Binding(
            subject: subjects[index], values: all, manner: run.count > 1 ? .list : .own))
      }
    }
    return reading
  }

  /// "Skor 90,13 untuk A, 89,44 B dan 84,17 C": in a list too each score may stand in front of its body; then
  /// the separator stands behind the name.
  private func pairForward(
    _ number: Int, _ runs: [Range<Int>], _ subjects: [Subject],
    _ behind: inout [Int: [StatedValue]], _ own: inout [Int: [StatedValue]]
  ) {
    let run = runs[number]
    let first = subjects[run.lowerBound].items.lowerBound
    guard run.count > 1,
      // The score of a counted set in front is kept by the body before it.
      let place = (max(-1, number - 3)..<number).last(where: { place in
        behind[place]?.last.map { first - $0.item <= 4 } ?? false
      }), let lead = behind[place]?.last, lead.field == "score"
    else { return }
    let scores = [lead] + (behind[number] ?? []).filter { $0.field == "score" }
    guard scores.count == run.count, !scores.contains(where: \.isEarlier) else { return }
    for (member, score) in zip(run, scores) {
      let start = subjects[member].items.lowerBound
      guard score.item < start, start - score.item <= 4,
        !document.items[score.item..<start].contains(where: { $0.isMark(",") })
      else { return }
      guard member > run.lowerBound else { continue }
      let end = subjects[member - 1].items.upperBound
      guard end < score.item,
        document.items[end].isMark(",") || document.items[end].classes.intersects(classes.and)
      else { return }
    }
    for (member, score) in zip(run, scores) { own[member, default: []].append(score) }
    let items = Set(scores.map(\.item))
    for place in [place, number] { behind[place]?.removeAll { items.contains($0.item) } }
  }

  /// "Peringkat ketiga dan keempat diisi A dan B": as many places in front as there are names.
  private func pairedAhead(
    _ values: [StatedValue], _ run: Range<Int>, _ own: inout [Int: [StatedValue]]
  ) -> Bool {
    let places = values.filter { $0.field == "rank" && !$0.isEarlier }
    guard places.count > 1, places.count == run.count else { return false }
    for (subject, place) in zip(run, places) { own[subject, default: []].append(place) }
    return true
  }

  func values(_ events: [Event]) -> [StatedValue] {
    events.compactMap { if case .value(let value) = $0 { value } else { nil } }
  }

  func values(_ bindings: [Binding]) -> [StatedValue] { bindings.flatMap(\.values) }

  /// The subjects that count: a place or scope only when nothing else is there.
  func usable(_ events: [Event]) -> [Subject] {
    let all: [Subject] = events.compactMap {
      if case .subject(let subject) = $0 { subject } else { nil }
    }
    let proper = all.filter { !$0.isPlace }
    guard proper.isEmpty else { return proper }
    // "Di NTB, Kota Bima dan Kabupaten Sumbawa mendapat ...": the first is only where the others are.
    if let first = all.first, all.count > 1, all.dropFirst().allSatisfy({ lies($0, in: first) }),
      document.items[first.items.upperBound].isMark(",")
    {
      return Array(all.dropFirst())
    }
    return all
  }

  /// Whether a region is one of a province.
  private func lies(_ subject: Subject, in province: Subject) -> Bool {
    guard case .region(let row) = subject.kind, case .region(let whole) = province.kind else {
      return false
    }
    let regions = document.lexicon.regions
    return regions[Int(whole)].level == .provinsi && row != whole
      && regions[Int(row)].provinceCode == regions[Int(whole)].code
  }

  /// The named subject that a place stands in front of: "peringkat kedua Kota X", not "Kota X peringkat
  /// kedua dan Kota Y".
  private func subjectAhead(of value: StatedValue, _ subjects: [Subject]) -> Int? {
    guard let next = subjects.firstIndex(where: { $0.items.lowerBound > value.item }),
      subjects[next].isNamed, subjects[next].items.lowerBound - value.item <= 7
    else { return nil }
    let gap = document.items[value.item + 1..<subjects[next].items.lowerBound]
    guard !gap.contains(where: { $0.isMark(",") || $0.classes.intersects(classes.and) }) else {
      return nil
    }
    if next > 0 {
      let before = document.items[subjects[next - 1].items.upperBound..<value.item]
      let isParted = before.contains { $0.isMark(",") || $0.classes.intersects(classes.and) }
      if !isParted, gap.count > 1 || before.count <= 2 { return nil }
    }
    return next
  }

  /// Scores that stand in front of their bodies, one each: "88,10 kepada A dan 79,25 kepada B".
  private func isForward(_ behind: [Int: [StatedValue]], _ runs: [Range<Int>]) -> Bool {
    guard runs.count > 1, behind[runs.count - 1]?.isEmpty ?? true else { return false }
    return runs.indices.allSatisfy { run in
      runs[run].count == 1 && behind[run - 1]?.count == 1 && behind[run - 1]?[0].field == "score"
    }
  }

  /// "Zona merah disandang A dan B, zona kuning disandang C", "zona kuning (A, B) dan zona merah (C)": each run
  /// has its zone, grade or category in front of it.
  private func areKindsForward(
    _ behind: [Int: [StatedValue]], _ runs: [Range<Int>], _ subjects: [Subject]
  ) -> Bool {
    guard runs.count > 1, behind[runs.count - 1]?.isEmpty ?? true,
      runs.allSatisfy({ run in run.allSatisfy { subjects[$0].isNamed } }),
      let fields = behind[-1].map({ Set($0.map(\.field)) }), !fields.isEmpty
    else { return false }
    return runs.indices.allSatisfy { run in
      guard let values = behind[run - 1], let first = values.first else { return false }
      return values.allSatisfy { $0.isOfKind && !$0.isEarlier }
        && !fields.isDisjoint(with: values.map(\.field))
        && (run == 0 || isParted(subjects[runs[run - 1].upperBound - 1], from: first))
    }
  }

  /// A comma, a bracket's end, "dan" or "sedangkan" between a body and the value that is the next one's.
  private func isParted(_ subject: Subject, from value: StatedValue) -> Bool {
    document.items[subject.items.upperBound..<max(subject.items.upperBound, value.item)].contains {
      $0.isMark(",") || $0.isMark(")") || $0.classes.intersects(classes.and)
        || $0.classes.intersects(classes.clause)
    }
  }

  /// "Dua yang hijau, A dan B": as many names as were counted, right behind a comma.
  private func countsNext(
    _ group: Subject, _ run: Range<Int>, _ subjects: [Subject]
  ) -> Bool {
    let counted: Int? =
      switch group.kind {
      case .group(let count, _), .rest(_, let count): count
      default: nil
      }
    guard counted == run.count, run.count > 1 else { return false }
    let start = subjects[run.lowerBound].items.lowerBound
    // "Lima lainnya masuk kategori B dengan perolehan nilai A 87,27, B 85,97 ...".
    return start > 0
      && (document.items[start - 1].isMark(",")
        || document.items[start - 1].classes.intersects(classes.pointer)
        || document.items[start - 1].classes.intersects(classes.scoreCue))
  }

  /// "Kota X masuk zona hijau bersama Kota Y dan Kota Z".
  private func isCompany(_ run: Range<Int>, _ subjects: [Subject]) -> Bool {
    guard run.allSatisfy({ subjects[$0].isNamed }), run.lowerBound > 0,
      subjects[run.lowerBound - 1].isNamed
    else { return false }
    let start = subjects[run.lowerBound].items.lowerBound
    return document.items[max(0, start - 2)..<start].contains {
      $0.classes.intersects(classes.together)
    }
  }

  /// "Zona kuning sebanyak 19 kabupaten dan zona merah 2 kabupaten, yaitu A dan B": each count has its zone in front.
  private func shiftToCounts(
    _ runs: [Range<Int>], _ subjects: [Subject], _ behind: inout [Int: [StatedValue]]
  ) {
    let counts = runs.prefix { subjects[$0.lowerBound].isCounted }.count
    guard counts > 1, behind[counts - 1]?.isEmpty ?? true,
      (0..<counts).allSatisfy({ run in
        behind[run - 1].map { !$0.isEmpty && $0.allSatisfy(\.isOfKind) } ?? false
      })
    else { return }
    for run in (0..<counts).reversed() { behind[run] = behind[run - 1] }
    behind[-1] = nil
  }

  /// "Di Provinsi X zona kuning yaitu A (61,48), B (79,72)": the region in front only tells where the list is.
  private func isHead(
    _ head: Range<Int>, of list: Range<Int>, _ values: [StatedValue], _ subjects: [Subject],
    _ events: [Event]
  ) -> Bool {
    func isRegion(_ index: Int) -> Bool {
      if case .region = subjects[index].kind { subjects[index].isNamed } else { false }
    }
    let start = subjects[list.lowerBound].items.lowerBound
    guard head.count == 1, list.count > 1, let last = values.last, start - last.item <= 4,
      values.allSatisfy({ $0.isOfKind && !$0.isEarlier }), isRegion(head.lowerBound),
      list.allSatisfy(isRegion)
    else { return false }
    return hasIntro(events, last.item, start)
  }

  /// "Kota X peraih predikat A untuk Dinas Y dan Dinas Z": units of the one region in front, for whom it is.
  private func isForUnits(
    _ run: Range<Int>, behind before: Range<Int>, _ subjects: [Subject]
  ) -> Bool {
    let start = subjects[run.lowerBound].items.lowerBound
    guard before.count == 1, case .region(let region) = subjects[before.lowerBound].kind, start > 0,
      document.items[start - 1].classes.intersects(classes.forWhom)
    else { return false }
    return run.allSatisfy { index in
      if case .unit(_, let owner) = subjects[index].kind {
        owner ?? region == region
      } else {
        false
      }
    }
  }

  /// A few words without a comma between.
  private func isNear(_ item: Int, _ other: Int) -> Bool {
    other - item <= 9 && !document.items[item..<other].contains { $0.isMark(",") }
  }

  /// "Untuk predikat A, ada dua unit, yakni ...": the set that is counted first is listed behind.
  private func isCountedAndListed(
    _ subjects: [Subject], _ runs: [Range<Int>], _ events: [Event]
  ) -> Bool {
    guard runs.count > 1, subjects[runs[0].lowerBound].isCounted,
      subjects[runs[1].lowerBound].isNamed
    else { return false }
    return hasIntro(
      events, subjects[runs[0].upperBound - 1].items.upperBound,
      subjects[runs[1].lowerBound].items.lowerBound)
  }

  private func isVerticalRun(_ subjects: [Subject], _ run: Range<Int>) -> Bool {
    if case .vertical = subjects[run.lowerBound].kind { return true }
    return false
  }

  /// Values between members, by the index of the member in front, and those behind the last member.
  private func split(
    _ values: [StatedValue], _ subjects: [Subject], _ run: Range<Int>
  ) -> (inner: [(Int, StatedValue)], tail: [StatedValue]) {
    var inner: [(Int, StatedValue)] = []
    var tail: [StatedValue] = []
    let last = subjects[run.upperBound - 1].items.lowerBound
    for value in values {
      if value.item > last {
        tail.append(value)
      } else if let member = run.last(where: { subjects[$0].items.lowerBound < value.item }) {
        inner.append((member, value))
      }
    }
    return (inner, tail)
  }

  /// Pairs the scores (or ranks) of a second list with the members; returns what is left over.
  private func pair(
    _ values: [StatedValue], _ run: Range<Int>, _ subjects: [Subject],
    _ own: inout [Int: [StatedValue]], _ reading: inout ClauseReading
  ) -> [StatedValue] {
    var rest = values
    for field in ["score", "rank", "zone", "grade"] {
      let list = rest.filter { $0.field == field && !$0.isEarlier }
      guard list.count > 1 || (list.count == 1 && field == "score") else { continue }
      rest.removeAll { $0.field == field && !$0.isEarlier }
      // "A di posisi 14, serta B dan C masing-masing di posisi 18 dan 19": A has its own.
      var open = run.drop { member in own[member]?.contains { $0.field == field } ?? false }
      // "A (84,15), lalu B (83,23) dan C (82,33) di urutan keempat dan kelima": the last two.
      if field == "rank", list.count > 1, list.count < open.count { open = open.suffix(list.count) }
      if list.count == open.count {
        for (index, value) in zip(open, list) { own[index, default: []].append(value) }
      } else {
        let first = document.items[subjects[run.lowerBound].items.lowerBound].range.lowerBound
        let end = document.items[list[list.count - 1].item].range.upperBound
        reading.diagnostics.append(
          Diagnostic(
            kind: "list-length",
            message: "\(run.count) names but \(list.count) values (\(field)); nothing was paired",
            range: min(first, end)..<max(first, end)))
      }
    }
    return rest
  }

  /// "A, disusul B dengan nilai 88,14": the score is that of the one that follows.
  private func isFollowed(_ one: Subject, by other: Subject) -> Bool {
    document.items[one.items.upperBound..<max(one.items.upperBound, other.items.lowerBound)]
      .contains { $0.classes.intersects(classes.followedBy) }
  }

  private func isInBrackets(_ item: Int, _ subject: Subject) -> Bool {
    guard item > subject.items.upperBound, item - subject.items.upperBound <= 4 else {
      return false
    }
    let gap = document.items[subject.items.upperBound..<item]
    return gap.contains { $0.isMark("(") } && !gap.contains { $0.isMark(")") }
  }

  /// "... dan C 75,48, satu-satunya yang kuning": said of the last alone.
  private func isOfOnlyOne(_ item: Int, _ subject: Subject) -> Bool {
    document.items[max(subject.items.upperBound, item - 3)..<max(item, subject.items.upperBound)]
      .contains { $0.classes.intersects(classes.soleOne) }
  }

  /// "yakni", ":", or "masing-masing" behind a comma.
  private func hasIntro(_ events: [Event], _ start: Int, _ end: Int) -> Bool {
    events.contains { event in
      switch event {
      case .intro(let item): item >= start && item < end
      case .respectively(let item):
        item > start && item < end && document.items[item - 1].isMark(",")
      default: false
      }
    }
  }

  /// "Baik pemprov maupun enam kabupaten": a named body and a counted set with only "dan" between.
  private func isJoined(_ named: Subject, to set: Subject) -> Bool {
    guard named.isNamed, set.isCounted else { return false }
    let gap = document.items[
      named.items.upperBound..<max(named.items.upperBound, set.items.lowerBound)]
    return gap.count == 1 && gap.allSatisfy { $0.classes.intersects(classes.and) }
  }
}

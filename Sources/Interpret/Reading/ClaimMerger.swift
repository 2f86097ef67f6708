import Lexicon

/// Brings the claims of one document together: what is said twice counts once, and a claim that says less
/// than another of the same body and year adds nothing.
///
/// Claims are looked up by body and score, so a table of ten thousand rows costs ten thousand lookups.
struct ClaimMerger {
  /// Claims that can only repeat each other.
  private struct Key: Hashable {
    let body: Body
    let unit: String?
    let status: ClaimStatus
    let instrument: String?
  }

  /// Positions in `kept`, ascending, by the claims' scores.
  private struct Group {
    var scored: [FixedPoint: [Int]] = [:]
    var unscored: [Int] = []
  }

  /// In the order of the text; nil where a later claim said more.
  private var kept: [Claim?] = []
  private var groups: [Key: Group] = [:]
  private let lexicon: Lexicon

  static func merge(_ claims: [Claim], _ lexicon: Lexicon) -> [Claim] {
    var merger = ClaimMerger(lexicon: lexicon)
    for claim in claims { merger.add(claim) }
    let told = withoutHeadlines(merger.kept.compactMap { $0 })
    return withoutOwners(withoutParts(told, lexicon), lexicon)
  }

  /// A headline that names no year tells what the text below tells with one: "Dari Peringkat 311 ke 52, X Zona
  /// Hijau". A score it may give to the region whose unit has it.
  private static func withoutHeadlines(_ claims: [Claim]) -> [Claim] {
    func isHeadline(_ claim: Claim) -> Bool {
      claim.flags.contains("title_only") && claim.status == .achieved
        && (claim.year.basis == .heading || claim.year.basis == .none)
    }
    guard claims.contains(where: isHeadline) else { return claims }
    let told = Dictionary(
      grouping: claims.filter {
        $0.status == .achieved && $0.year.year != nil && !$0.flags.contains("title_only")
      }, by: \.body)
    return claims.filter { claim in
      guard isHeadline(claim), let told = told[claim.body] else { return true }
      let same = told.filter {
        $0.instrument == claim.instrument && $0.unit?.name == claim.unit?.name
      }
      let values = claim.values
      let isScoreTold = told.contains {
        $0.instrument == claim.instrument && $0.values.score == values.score
          && (claim.unit == nil || claim.unit?.name == $0.unit?.name)
      }
      return
        !((values.score == nil || isScoreTold)
        && (values.zone == nil || same.contains { $0.values.zone == values.zone })
        && (values.grade == nil || same.contains { $0.values.grade == values.grade })
        && (values.category == nil || same.contains { $0.values.category == values.category })
        && (values.rank == nil || same.contains { $0.values.rank == values.rank }))
    }
  }

  /// A survey's result of 88.70 stands beside those of its parts, "biaya 3,81": where a body has scores on
  /// two scales of an instrument, those on the smaller one are of parts.
  private static func withoutParts(_ claims: [Claim], _ lexicon: Lexicon) -> [Claim] {
    struct Body: Hashable {
      let body: Interpret.Body
      let unit: String?
      let instrument: String
    }
    var highest: [String: [FixedPoint]] = [:]
    for scale in lexicon.scales { highest[scale.instrument, default: []].append(scale.scoreMax) }
    let small = highest.compactMapValues { maxima in
      Set(maxima).count > 1 ? maxima.min() : nil
    }
    func body(_ claim: Claim) -> Body? {
      claim.instrument.map { Body(body: claim.body, unit: claim.unit?.name, instrument: $0) }
    }
    let large = Set(
      claims.lazy.filter { claim in
        guard let score = claim.values.score, claim.status == .achieved,
          let bound = claim.instrument.flatMap({ small[$0] })
        else { return false }
        return score > bound
      }.compactMap(body))
    guard !large.isEmpty else { return claims }
    return claims.filter { claim in
      guard let score = claim.values.score, let bound = claim.instrument.flatMap({ small[$0] }),
        score <= bound, let body = body(claim)
      else { return true }
      return !large.contains(body)
    }
  }

  /// What wins a contest, an instrument without scores, is the work of a unit: that its region has won
  /// says no more than the claim about the unit.
  private static func withoutOwners(_ claims: [Claim], _ lexicon: Lexicon) -> [Claim] {
    struct Win: Hashable {
      let body: Body
      let instrument: String?
      let status: ClaimStatus
      let category: String?
      let year: Int?
    }
    let contests = Set(
      lexicon.instruments.lazy.filter { !$0.fields.contains("score") }.map(\.id))
    let isContest = { (claim: Claim) in claim.instrument.map(contests.contains) ?? false }
    let wins = Set(
      claims.lazy.filter { $0.unit != nil && isContest($0) }.flatMap { claim in
        [claim.year.year, nil].map {
          Win(
            body: claim.body, instrument: claim.instrument, status: claim.status,
            category: claim.values.category, year: $0)
        }
      })
    guard !wins.isEmpty else { return claims }
    return claims.filter { claim in
      claim.unit != nil || !isContest(claim)
        || !wins.contains(
          Win(
            body: claim.body, instrument: claim.instrument, status: claim.status,
            category: claim.values.category, year: claim.year.year))
    }
  }

  private mutating func add(_ claim: Claim) {
    let key = Key(
      body: claim.body, unit: claim.unit?.name, status: claim.status, instrument: claim.instrument)
    var group = groups[key, default: Group()]
    if let at = fuller(claim, group), let more = kept[at] {
      kept[at]?.confidence = max(more.confidence, claim.confidence)
      return
    }
    var claim = claim
    let repeated = vaguer(claim, group)
    for at in repeated {
      claim.confidence = max(claim.confidence, kept[at]?.confidence ?? claim.confidence)
      kept[at] = nil
    }
    if !repeated.isEmpty {
      group.unscored.removeAll { kept[$0] == nil }
      if let score = claim.values.score { group.scored[score]?.removeAll { kept[$0] == nil } }
    }
    if let score = claim.values.score {
      group.scored[score, default: []].append(kept.count)
    } else {
      group.unscored.append(kept.count)
    }
    kept.append(claim)
    groups[key] = group
  }

  /// The first claim that says all that this one says.
  private func fuller(_ claim: Claim, _ group: Group) -> Int? {
    if let score = claim.values.score {
      return group.scored[score]?.first { says($0, all: claim) }
    }
    let unscored = group.unscored.first { says($0, all: claim) }
    let scored = group.scored.values.lazy
      .compactMap { $0.first { says($0, all: claim) } }.min()
    return [unscored, scored].compactMap { $0 }.min()
  }

  /// The claims that say nothing that this one does not say.
  private func vaguer(_ claim: Claim, _ group: Group) -> [Int] {
    let scored = claim.values.score.flatMap { group.scored[$0] } ?? []
    return (scored + group.unscored).filter { at in
      kept[at].map { repeats($0, claim) } ?? false
    }
  }

  private func says(_ at: Int, all claim: Claim) -> Bool {
    kept[at].map { repeats(claim, $0) } ?? false
  }

  /// Whether `less`, of the same body, status and instrument, says nothing that `more` does not say.
  private func repeats(_ less: borrowing Claim, _ more: borrowing Claim) -> Bool {
    let isSameYear = less.year.year == more.year.year
    // Without a year of its own, the same value is no second fact, unless it must be of an earlier year.
    let isVaguer =
      less.year.year == nil && less.year.chain == nil
      && (more.year.year.map { $0 <= less.year.latest ?? $0 }
        ?? (less.year.latest == more.year.latest))
    guard isSameYear || isVaguer else { return false }
    return Self.isIn(less.values.score, more.values.score)
      && Self.isIn(less.values.zone, more.values.zone)
      && Self.isIn(less.values.shade, more.values.shade)
      && Self.isIn(less.values.grade, more.values.grade)
      && Self.isIn(less.values.rank, more.values.rank)
      && isSame(less.values.category, more.values.category, less.instrument)
  }

  private static func isIn<T: Equatable>(_ less: T?, _ more: T?) -> Bool {
    less == nil || less == more
  }

  private func isSame(_ less: String?, _ more: String?, _ instrument: String?) -> Bool {
    guard let less, less != more else { return true }
    guard let more else { return false }
    return lexicon.category(less, of: instrument) == lexicon.category(more, of: instrument)
  }
}

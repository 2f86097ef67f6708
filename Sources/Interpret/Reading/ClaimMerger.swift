import Lexicon

/// Brings the claims of one document together: what is said twice counts once, and a claim that says less
/// than another of the same body and year adds nothing.
enum ClaimMerger {
  static func merge(_ claims: [Claim]) -> [Claim] {
    var kept: [Claim] = []
    for claim in claims {
      if let at = kept.firstIndex(where: { repeats(claim, $0) }) {
        kept[at].confidence = max(kept[at].confidence, claim.confidence)
        continue
      }
      var claim = claim
      for other in kept where repeats(other, claim) {
        claim.confidence = max(claim.confidence, other.confidence)
      }
      kept.removeAll { repeats($0, claim) }
      kept.append(claim)
    }
    return kept
  }

  /// Whether `less` says nothing that `more` does not say.
  private static func repeats(_ less: Claim, _ more: Claim) -> Bool {
    guard less.body == more.body, less.unit?.name == more.unit?.name, less.status == more.status,
      less.instrument == more.instrument
    else { return false }
    let isSameYear = less.year.year == more.year.year
    // Without a year of its own, the same value is no second fact, unless it must be of an earlier year.
    let isVaguer =
      less.year.year == nil && less.year.chain == nil
      && (more.year.year.map { $0 <= less.year.latest ?? $0 }
        ?? (less.year.latest == more.year.latest))
    guard isSameYear || isVaguer else { return false }
    return isIn(less.values.score, more.values.score) && isIn(less.values.zone, more.values.zone)
      && isIn(less.values.shade, more.values.shade) && isIn(less.values.grade, more.values.grade)
      && isIn(less.values.category, more.values.category)
      && isIn(less.values.rank, more.values.rank)
  }

  private static func isIn<T: Equatable>(_ less: T?, _ more: T?) -> Bool {
    less == nil || less == more
  }
}

import Interpret

extension Reading {
  /// Whether a passage must not be taken for the site's furniture because of what was read in it.
  ///
  /// A sentence that says by itself who reached what in which year says so on whatever page it stands,
  /// and a passage that gives a part of a statement (the year above a list, a name in it) is missed when
  /// it goes. But a sentence that names body and value and takes the year from the page around it is
  /// what a link to another story looks like: on the wrong page it is wrong.
  func leans(on passage: Range<Int>) -> Bool {
    claims.contains { claim in
      let fields = Set(
        claim.evidence.filter { passage.contains($0.range.lowerBound) }.map(\.field))
      if fields.isEmpty { return false }
      let saysWhen = fields.contains("year") && claim.year.basis == .stated
      let saysWho = fields.contains("region") || fields.contains("unit")
      let saysWhat = !fields.isSubset(of: ["region", "unit", "year"])
      return saysWhen || !(saysWho && saysWhat)
    } || totals.contains { passage.contains($0.quote.lowerBound) && $0.year.basis == .stated }
  }
}

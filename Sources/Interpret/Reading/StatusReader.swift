import Lexicon
import Tag

/// Whether a value was reached, after the rules' statuses that reach it.
struct StatusReader {
  let marks: RuleMarks
  let sentence: Sentence
  /// The first items of the sentence's clauses, in order, without the sentence's own first.
  let clauseStarts: [Int]

  /// The status with the nearest cue in front of the value; `achieved` where none reaches it.
  func status(of item: Int) -> (status: ClaimStatus, rule: Int32?) {
    let reaching = marks.statuses.filter { reaches($0, item) }
    guard let nearest = reaching.max(by: { rank($0, item) < rank($1, item) }) else {
      return (.achieved, nil)
    }
    return (nearest.status, nearest.rule)
  }

  private func rank(_ span: RuleMarks.StatusSpan, _ item: Int) -> Int {
    // A cue in front of the value is nearer the later it ends, of two that end together the longer
    // governs; one behind the value comes last.
    span.cue.lowerBound <= item
      ? 1_000_000 + 2_000 * min(span.cue.upperBound - sentence.items.lowerBound, 400_000)
        + min(span.cue.count, 1_999)
      : -span.cue.lowerBound
  }

  private func reaches(_ span: RuleMarks.StatusSpan, _ item: Int) -> Bool {
    switch span.scope {
    case .match: return span.cue.contains(item)
    case .sentence: return true
    case .clause:
      guard item >= span.cue.lowerBound else { return false }
      let end = clauseStarts.first { $0 >= span.cue.upperBound } ?? sentence.items.upperBound
      return item < end
    }
  }
}

/// One expectation of the pipeline, held against a run.
public struct ExpectationCheck: Sendable, Hashable {
  /// What came of it.
  public enum Verdict: String, Sendable, Hashable {
    case met, unmet
    /// It needs a dataset before this one, and there is none.
    case skipped
  }

  /// Its key in `pipeline.yml`; of accuracy with the labels.
  public let key: String
  /// What is counted, for people.
  public let subject: String
  /// "at least 10".
  public let wanted: String
  /// What the run came to, for people.
  public let found: String
  /// What came of it.
  public let verdict: Verdict

  /// `results: 8, expected at least 10`.
  public var line: String { "\(subject): \(found), expected \(wanted)" }
}

extension Expectations {
  /// A line for each expectation on counts that is not met.
  public func unmet(by counts: RunCounts) -> [String] {
    checks(counts).filter { $0.verdict == .unmet }.map(\.line)
  }

  /// Expectations on what a run counts.
  func checks(_ counts: RunCounts) -> [ExpectationCheck] {
    [
      ExpectationCheck("min_documents", "documents", minDocuments, atLeast: counts.documents),
      ExpectationCheck("min_read", "documents read", minRead, atLeast: counts.read),
      ExpectationCheck("min_claims", "claims", minClaims, atLeast: counts.claims),
      ExpectationCheck("min_results", "results", minResults, atLeast: counts.results),
      ExpectationCheck("min_regions", "regions", minRegions, atLeast: counts.regions),
      ExpectationCheck("max_failed", "documents failed", maxFailed, atMost: counts.failed),
      ExpectationCheck("max_conflicts", "conflicts", maxConflicts, atMost: counts.conflicts),
    ].compactMap { $0 }
  }
}

extension ExpectationCheck {
  init?(_ key: String, _ subject: String, _ limit: Int?, atLeast found: Int) {
    guard let limit else { return nil }
    self.init(
      key: key, subject: subject, wanted: "at least \(limit)", found: String(found),
      verdict: found >= limit ? .met : .unmet)
  }

  /// - Parameter found: nil for what cannot be known without a dataset before.
  init?(_ key: String, _ subject: String, _ limit: Int?, atMost found: Int?) {
    guard let limit else { return nil }
    self.init(
      key: key, subject: subject, wanted: "at most \(limit)",
      found: found.map(String.init) ?? "no dataset to compare with",
      verdict: found.map { $0 <= limit ? .met : .unmet } ?? .skipped)
  }
}

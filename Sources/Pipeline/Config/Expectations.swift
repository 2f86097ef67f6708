/// What a run must come to, from `pipeline.yml`. A run that falls short still writes its dataset, so
/// that one can look, and ends with status 3.
public struct Expectations: Sendable, Hashable {
  /// Documents found in the corpus.
  public var minDocuments: Int?
  /// Documents that were read, copies not counted.
  public var minRead: Int?
  public var minClaims: Int?
  public var minResults: Int?
  public var minRegions: Int?
  public var maxFailed: Int?
  public var maxConflicts: Int?

  public init() {}

  /// A line for each expectation that is not met.
  public func unmet(by counts: RunCounts) -> [String] {
    func atLeast(_ limit: Int?, _ name: String, _ found: Int) -> String? {
      guard let limit, found < limit else { return nil }
      return "\(name): \(found), expected at least \(limit)"
    }
    func atMost(_ limit: Int?, _ name: String, _ found: Int) -> String? {
      guard let limit, found > limit else { return nil }
      return "\(name): \(found), expected at most \(limit)"
    }
    return [
      atLeast(minDocuments, "documents", counts.documents),
      atLeast(minRead, "documents read", counts.read),
      atLeast(minClaims, "claims", counts.claims),
      atLeast(minResults, "results", counts.results),
      atLeast(minRegions, "regions", counts.regions),
      atMost(maxFailed, "documents failed", counts.failed),
      atMost(maxConflicts, "conflicts", counts.conflicts),
    ].compactMap { $0 }
  }
}

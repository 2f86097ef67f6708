public import Dataset

/// What came out of a run, counted off its tables.
public struct RunCounts: Sendable, Hashable {
  /// A name and how often it stands.
  public struct Tally: Sendable, Hashable {
    /// What is counted.
    public let name: String
    /// How often it stands.
    public let count: Int
  }

  /// Rows of documents.
  public private(set) var documents = 0
  /// Documents that were read, copies not counted.
  public private(set) var read = 0
  /// Documents that are copies of another.
  public private(set) var duplicates = 0
  /// Documents that have nothing to be read.
  public private(set) var irrelevant = 0
  /// Documents that could not be read.
  public private(set) var failed = 0
  /// Rows of claims.
  public private(set) var claims = 0
  /// In alphabetical order.
  public private(set) var claimsByStatus: [Tally] = []
  /// Rows of results.
  public private(set) var results = 0
  /// Assessed bodies in `results`.
  public private(set) var regions = 0
  /// Results on which documents disagree.
  public private(set) var conflicts = 0
  /// Documents that are regulations.
  public private(set) var regulations = 0
  /// Bands that regulations state otherwise than the scales table.
  public private(set) var scaleDifferences = 0
  /// Reasons of failed documents, most frequent first.
  public private(set) var failures: [Tally] = []

  /// Counts the rows of a dataset's tables.
  public init(_ tables: [Table]) {
    for table in tables {
      switch table.schema.name {
      case Schema.documents.name: countDocuments(table)
      case Schema.claims.name:
        claims = table.count
        claimsByStatus = Self.tally(table, "status").sorted { $0.name < $1.name }
      case Schema.results.name:
        results = table.count
        regions =
          Set(
            table.records.map { [$0["region_code"].written, $0["region"].written] }
          ).count
      case Schema.conflicts.name:
        conflicts = Set(table.records.map { $0["result"].written }).count
      case Schema.regulationDocuments.name: regulations = table.count
      case Schema.scaleChecks.name:
        scaleDifferences = table.records.count { $0["verdict"].written == "different" }
      default: break
      }
    }
  }

  /// As `run.json` holds them.
  init?(json: JSON) {
    guard let counts = json["counts"] else { return nil }
    func number(_ value: JSON?) -> Int? {
      if case .number(let text)? = value { Int(text) } else { nil }
    }
    func tallies(_ value: JSON?) -> [Tally] {
      guard case .object(let members)? = value else { return [] }
      return members.compactMap { member in
        number(member.value).map { Tally(name: member.name, count: $0) }
      }
    }
    guard let documents = number(counts["documents"]), let read = number(counts["read"]),
      let duplicates = number(counts["duplicates"]), let irrelevant = number(counts["irrelevant"]),
      let failed = number(counts["failed"]), let claims = number(counts["claims"]),
      let results = number(counts["results"]), let regions = number(counts["regions"]),
      let conflicts = number(counts["conflicts"])
    else { return nil }
    (self.documents, self.read, self.duplicates) = (documents, read, duplicates)
    (self.irrelevant, self.failed, self.claims) = (irrelevant, failed, claims)
    (self.results, self.regions, self.conflicts) = (results, regions, conflicts)
    regulations = number(counts["regulations"]) ?? 0
    scaleDifferences = number(counts["scale_differences"]) ?? 0
    claimsByStatus = tallies(json["claims_by_status"])
    failures = tallies(json["failures"])
  }

  private mutating func countDocuments(_ table: Table) {
    documents = table.count
    for status in Self.tally(table, "status") {
      switch status.name {
      case "read": read = status.count
      case "duplicate": duplicates = status.count
      case "irrelevant": irrelevant = status.count
      default: failed = status.count
      }
    }
    failures = Self.tally(table, "reason") { $0["status"].written == "failed" }
  }

  private static func tally(
    _ table: Table, _ column: String, where isCounted: (Record) -> Bool = { _ in true }
  ) -> [Tally] {
    var counts: [String: Int] = [:]
    for record in table.records where isCounted(record) {
      counts[record[column].written, default: 0] += 1
    }
    return counts.map { Tally(name: $0, count: $1) }.sorted {
      $0.count == $1.count ? $0.name < $1.name : $0.count > $1.count
    }
  }
}

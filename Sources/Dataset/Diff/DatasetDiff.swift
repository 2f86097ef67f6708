/// What differs between two datasets, and why.
///
///     let diff = try DatasetDiff(old: .init(folder: "before"), new: .init(folder: "output"))
///     print(diff.text())
public struct DatasetDiff: Sendable {
  /// A cell that is another one than before.
  public struct Cell: Sendable, Hashable {
    /// Column of the results table.
    public let column: String
    /// As the old dataset writes it; empty for none.
    public let old: String
    /// As the new dataset writes it; empty for none.
    public let new: String
    /// What made the difference, in a fixed order.
    public let causes: [Cause]
  }

  /// A result that came, went, or has another cell.
  public struct ResultChange: Sendable, Hashable {
    /// Whether it came, went or has another cell.
    public let change: Cause.Change
    /// Id of the results table.
    public let result: String
    /// Official code of the region.
    public let regionCode: String
    /// Its name.
    public let region: String
    /// Unit of the region; empty for the region as a whole.
    public let unit: String
    /// Id of the instrument.
    public let instrument: String
    /// Assessed year, as it is written.
    public let year: String
    /// "score 80.85, zone hijau" of a result that came or went.
    public let values: String
    /// Of a result that came or went.
    public let causes: [Cause]
    /// Of a changed result, in the order of the columns.
    public let cells: [Cell]

    /// Every cause, each once.
    public var allCauses: [Cause] {
      Set(causes + cells.flatMap(\.causes)).sorted(by: Cause.precedes)
    }
  }

  /// A document that one dataset was made from and the other was not, or whose bytes differ.
  public struct DocumentChange: Sendable, Hashable {
    /// Whether it came, went or was saved anew.
    public let change: Cause.Change
    /// Its address.
    public let document: String
  }

  /// A correction that is in another state than before.
  public struct CorrectionChange: Sendable, Hashable {
    /// Id of the correction.
    public let correction: String
    /// Empty where the correction is in one of the datasets only.
    public let old: String
    /// Its state in the new dataset.
    public let new: String
  }

  /// Folder of the dataset before.
  public let old: String
  /// Folder of the dataset now.
  public let new: String
  /// By region, unit, instrument and year.
  public let results: [ResultChange]
  /// Results in each dataset.
  public let counts: (old: Int, new: Int)
  /// By address.
  public let documents: [DocumentChange]
  /// Documents that could not be read and either could before or were not there, with the reason.
  public let newFailures: [(document: String, reason: String)]
  /// Those in another state than before.
  public let corrections: [CorrectionChange]
  /// Rules, rows, settings and programs that are others, whether or not a result changed by them.
  public let knowledge: [Cause]
  /// Whether both datasets tell what they were made from.
  public let isBlamable: Bool

  /// The results that came, went or changed.
  public func results(_ change: Cause.Change) -> [ResultChange] {
    results.filter { $0.change == change }
  }

  /// Whether the results are the same.
  public var isSame: Bool { results.isEmpty }

  /// How many results each cause had a part in, most first.
  public var effects: [(cause: Cause, results: Int)] {
    var counts: [Cause: Int] = [:]
    for result in results { for cause in result.allCauses { counts[cause, default: 0] += 1 } }
    return counts.map { ($0.key, $0.value) }.sorted {
      $0.1 == $1.1 ? Cause.precedes($0.0, $1.0) : $0.1 > $1.1
    }
  }

  /// Compares two datasets and blames every difference on its causes.
  public init(old: DatasetSnapshot, new: DatasetSnapshot) {
    self.old = old.name
    self.new = new.name
    counts = (old.results.count, new.results.count)
    isBlamable = old.hasKnowledge && new.hasKnowledge
    let changes = KnowledgeChange.all(old, new)
    knowledge = changes.map(\.cause)
    results = ResultComparison(old: old, new: new, changes: changes).results
    var documents: [DocumentChange] = []
    var newFailures: [(document: String, reason: String)] = []
    for (before, after) in DatasetSnapshot.Rows.pairs(old.documents, new.documents) {
      if let change = Self.change(before, after) { documents.append(change) }
      if let after, after["status"] == "failed", before?["status"] != "failed" {
        newFailures.append((after["document"], after["reason"]))
      }
    }
    self.documents = documents
    self.newFailures = newFailures
    corrections = Set(old.corrections.keys).union(new.corrections.keys).sorted(by: Self.precedes)
      .compactMap { id in
        let states = (
          old.corrections[id]?["state"] ?? "", new.corrections[id]?["state"] ?? ""
        )
        guard states.0 != states.1 else { return nil }
        return CorrectionChange(correction: id, old: states.0, new: states.1)
      }
  }

  private static func change(
    _ before: DatasetSnapshot.Row?, _ after: DatasetSnapshot.Row?
  ) -> DocumentChange? {
    switch (before, after) {
    case (nil, let after?): DocumentChange(change: .added, document: after["document"])
    case (let before?, nil): DocumentChange(change: .removed, document: before["document"])
    case (let before?, let after?) where before["sha256"] != after["sha256"]:
      DocumentChange(change: .changed, document: after["document"])
    default: nil
    }
  }

  static func precedes(_ left: String, _ right: String) -> Bool {
    left.utf8.lexicographicallyPrecedes(right.utf8)
  }
}

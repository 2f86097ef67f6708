import Dataset

/// Rows of a dataset that one version of a pipeline makes and another does not, with what they rest on.
public struct PreviewReport: Sendable {
  /// Whether the row comes, goes or says something else.
  public enum Change: String, Sendable, CaseIterable {
    case added, dropped, changed
  }

  /// A sentence that a row rests on.
  public struct Evidence: Sendable, Hashable {
    /// Address of the document.
    public let document: String
    /// The sentence.
    public let quote: String
    /// As the claim's column says it.
    public let rule: String
    /// `file:line` of the rules that it names.
    public let places: [String]
    /// False for what only the older version reads.
    public let isNew: Bool
  }

  /// A row that only one version makes, or that the two make differently.
  public struct Row: Sendable {
    /// From the older version to the newer.
    public let change: Change
    /// "results", "targets" or "totals".
    public let table: String
    /// Whom, what and when it is about: `Kota Contoh, kepatuhan, 2023`.
    public let about: String
    /// Column by column; a side that has none is empty.
    public let cells: [(column: String, old: String, new: String)]
    /// Sentences of both versions.
    public let evidence: [Evidence]
  }

  /// A dataset, and where the rules stand that made it.
  struct Version {
    let tables: [Table]
    /// By name of the rule.
    let places: [String: String]
    let folder: String
  }

  /// By table, then in the order of the tables.
  public let rows: [Row]
  /// Folder of the newer version.
  public let pipeline: String
  /// What it is held against: a folder, or a commit.
  public let against: String

  init(_ old: Version, _ new: Version, pipeline: String, against: String) {
    self.pipeline = pipeline
    self.against = against
    let claims = (Self.claims(old), Self.claims(new))
    rows = [Schema.results, Schema.targets, Schema.totals].flatMap { schema in
      Self.compare(
        Self.records(schema, old), Self.records(schema, new), schema,
        evidence: { record, isNew in
          Self.evidence(
            of: record, isNew ? claims.1 : claims.0, isNew: isNew, isNew ? new : old)
        })
    }
  }

  /// How many rows of a table came, went or changed.
  public func count(_ change: Change, in table: String) -> Int {
    rows.count { $0.change == change && $0.table == table }
  }

  // MARK: Comparing

  /// How rows are named, and the cells that say what they say: not their identifiers.
  private static let names = ["region", "scope", "level", "unit", "instrument", "year"]
  private static let left: Set<String> = [
    "result", "claim", "claims", "total", "document", "quote", "part", "start", "end", "raw_start",
    "raw_end", "region_code", "unit_type", "sector", "province", "province_code",
  ]

  private static func records(_ schema: TableSchema, _ version: Version) -> [Record] {
    Array((version.tables.first { $0.schema.name == schema.name } ?? Table(schema)).records)
  }

  private static func claims(_ version: Version) -> [String: Record] {
    Dictionary(
      records(Schema.claims, version).map { ($0["claim"].written, $0) },
      uniquingKeysWith: { first, _ in first })
  }

  private static func compare(
    _ old: [Record], _ new: [Record], _ schema: TableSchema,
    evidence: (Record, _ isNew: Bool) -> [Evidence]
  ) -> [Row] {
    func key(_ record: Record) -> [String] { schema.primaryKey.map { record[$0].written } }
    let before = Dictionary(old.map { (key($0), $0) }, uniquingKeysWith: { first, _ in first })
    let keys = Set(new.map(key))
    var rows: [Row] = []
    func add(_ change: Change, _ was: Record?, _ is: Record?, _ evidence: [Evidence]) {
      guard let record = `is` ?? was else { return }
      let cells = schema.columns.map(\.name).compactMap { column -> (String, String, String)? in
        guard !left.contains(column), !names.contains(column) else { return nil }
        let (old, new) = (was?[column].written ?? "", `is`?[column].written ?? "")
        return old == new ? nil : (column, old, new)
      }
      rows.append(
        Row(
          change: change, table: schema.name,
          about: about(record),
          cells: cells, evidence: evidence))
    }
    for record in old where !keys.contains(key(record)) {
      add(.dropped, record, nil, evidence(record, false))
    }
    for record in new {
      guard let was = before[key(record)] else {
        add(.added, nil, record, evidence(record, true))
        continue
      }
      let isSame = schema.columns.map(\.name).allSatisfy {
        left.contains($0) || was[$0] == record[$0]
      }
      guard !isSame else { continue }
      add(.changed, was, record, difference(evidence(was, false), evidence(record, true)))
    }
    return rows
  }

  private static func about(_ record: Record) -> String {
    names.compactMap { name in
      // A level tells whom a total counts; a region's name has its own.
      let isNamed = name == "level" && !record["region"].isNull
      return record[name].isNull || isNamed ? nil : record[name].written
    }.joined(separator: ", ")
  }

  /// What one side has and the other has not; all of the new side where they have the same.
  private static func difference(_ old: [Evidence], _ new: [Evidence]) -> [Evidence] {
    func isIn(_ one: Evidence, _ others: [Evidence]) -> Bool {
      others.contains {
        $0.document == one.document && $0.quote == one.quote && $0.rule == one.rule
      }
    }
    let gone = old.filter { !isIn($0, new) }
    let come = new.filter { !isIn($0, old) }
    return gone.isEmpty && come.isEmpty ? new : gone + come
  }

  private static func evidence(
    of record: Record, _ claims: [String: Record], isNew: Bool, _ version: Version
  ) -> [Evidence] {
    // A total is its own sentence and has no rule of its own.
    let ids =
      record.schema.name == Schema.totals.name
      ? []
      : record[record.schema.name == Schema.results.name ? "claims" : "claim"].written
        .split(separator: ";").map(String.init)
    let rows = ids.isEmpty ? [record] : ids.compactMap { claims[$0] }
    return rows.map { row in
      let rule = row["rule"].written
      return Evidence(
        document: row["document"].written,
        quote: row["quote"].written.split(whereSeparator: \.isWhitespace).joined(separator: " "),
        rule: rule, places: places(of: rule, version), isNew: isNew)
    }
  }

  /// "hoped-for+score-behind-cue/own" names two rules and a manner.
  private static func places(of rule: String, _ version: Version) -> [String] {
    let names = rule.split(separator: "/").first?.split(separator: "+") ?? []
    return names.compactMap { name in
      // Without the folder, which is a temporary one for a version out of git.
      version.places[String(name)].map { place in
        place.hasPrefix(version.folder + "/")
          ? String(place.dropFirst(version.folder.utf8.count + 1)) : place
      }
    }
  }
}

/// Holds the results of two datasets against each other by what they are about.
struct ResultComparison {
  private typealias Row = DatasetSnapshot.Row

  let results: [DatasetDiff.ResultChange]

  init(old: DatasetSnapshot, new: DatasetSnapshot, changes: [KnowledgeChange]) {
    let before = Self.byKey(old.results)
    let after = Self.byKey(new.results)
    let shared = new.results.columns.filter { column in
      old.results.columns.contains(column) && !Self.keyColumns.contains(column)
    }
    let blame = Blame(old: old, new: new, changes: changes)
    var found: [(key: String, change: DatasetDiff.ResultChange)] = []
    for (key, row) in before {
      guard let other = after[key] else {
        found.append((key, Self.change(.removed, row, causes: blame.causes(row, nil))))
        continue
      }
      let cells = shared.compactMap { column -> DatasetDiff.Cell? in
        guard row[column] != other[column] else { return nil }
        return DatasetDiff.Cell(
          column: column, old: row[column], new: other[column],
          causes: blame.causes(row, other, column: column))
      }
      if !cells.isEmpty { found.append((key, Self.change(.changed, other, cells: cells))) }
    }
    for (key, row) in after where before[key] == nil {
      found.append((key, Self.change(.added, row, causes: blame.causes(nil, row))))
    }
    results = found.sorted { DatasetDiff.precedes($0.key, $1.key) }.map(\.change)
  }

  /// What a result is about, and its identifier, which follows from that.
  private static let keyColumns: Set<String> = [
    "result", "region_code", "unit", "instrument", "year",
  ]

  /// Body, unit, instrument and year. Where the year is unknown there may be several such rows.
  private static func byKey(_ rows: DatasetSnapshot.Rows) -> [String: Row] {
    var found: [String: Row] = [:]
    for row in rows {
      let body =
        row["region_code"].isEmpty ? row["level"] + " " + row["region"] : row["region_code"]
      var key = [body, row["unit"], row["instrument"], row["year"]].joined(separator: "\u{1F}")
      if row["year"].isEmpty || found[key] != nil { key += "\u{1F}" + row["result"] }
      found[key] = row
    }
    return found
  }

  private static func change(
    _ change: Cause.Change, _ row: Row, causes: [Cause] = [], cells: [DatasetDiff.Cell] = []
  ) -> DatasetDiff.ResultChange {
    DatasetDiff.ResultChange(
      change: change, result: row["result"], regionCode: row["region_code"], region: row["region"],
      unit: row["unit"], instrument: row["instrument"], year: row["year"],
      values: change == .changed ? "" : values(row), causes: causes, cells: cells)
  }

  private static func values(_ row: Row) -> String {
    ["score", "zone", "zone_shade", "grade", "category", "rank"].compactMap { column in
      row[column].isEmpty ? nil : "\(column) \(row[column])"
    }.joined(separator: ", ")
  }
}

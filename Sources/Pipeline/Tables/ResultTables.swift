import Dataset
import Interpret
import Lexicon
import Reconcile

/// The tables of what all documents say together: results, conflicts, coverage, panel.
struct ResultTables {
  let cells: CellMaker
  let reconciliation: Reconciliation
  /// Corrections in force, by claim.
  let corrections: [String: [String]]

  func tables() throws(DatasetError) -> [Table] {
    var results = Table(Schema.results)
    var conflicts = Table(Schema.conflicts)
    for outcome in reconciliation.results {
      let id = Identifier.make(
        "r", [outcome.key.text { cells.lexicon.regions[Int($0)].code }])
      try results.append(named: row(of: outcome, id))
      for conflict in outcome.conflicts {
        try conflicts.append([
          "result": Value(id), "field": Value(conflict.field), "value": Value(conflict.value),
          "claims": Value(list: conflict.claims), "documents": Value(list: conflict.documents),
          "chosen": .boolean(conflict.isChosen),
        ])
      }
    }
    return [results, conflicts, try coverage(), try panel()]
  }

  private func row(of outcome: Outcome, _ id: String) -> Cells {
    var row = cells.body(outcome.key.body)
    row.add(cells.unit(outcome.unit))
    row.add(cells.values(outcome.values, scoreMax: outcome.scoreMax))
    row.add([
      "result": Value(id), "year": Value(outcome.key.year),
      "instrument": cells.instrument(outcome.key.instrument),
      "assessor": cells.assessor(outcome.assessor), "scale": Value(outcome.scale),
      "zone_derived": Value(outcome.derived.zone), "grade_derived": Value(outcome.derived.grade),
      "category_derived": Value(outcome.derived.category),
      "consistent": Value(outcome.verdict.rawValue), "sources": .integer(outcome.sources),
      "claims": Value(list: outcome.claims), "conflict": .boolean(!outcome.conflicts.isEmpty),
      "confidence": Value(outcome.confidence),
    ])
    let corrections = Set(outcome.claims.flatMap { self.corrections[$0] ?? [] }).sorted()
    row.add([
      "corrected": .boolean(!corrections.isEmpty), "corrections": Value(list: corrections),
    ])
    return row
  }

  private func coverage() throws(DatasetError) -> Table {
    var table = Table(Schema.coverage)
    for entry in reconciliation.coverage where !cells.instrument(entry.instrument).isNull {
      var row = cells.region(entry.region)
      row.add([
        "year": .integer(entry.year), "instrument": Value(entry.instrument),
        "documents": .integer(entry.documents), "claims": .integer(entry.claims),
        "results": .integer(entry.results), "status": Value(entry.status.rawValue),
      ])
      try table.append(named: row)
    }
    return table
  }

  private func panel() throws(DatasetError) -> Table {
    var table = Table(Schema.panelRegionYear)
    for entry in reconciliation.panel {
      let region = cells.lexicon.regions[Int(entry.region)]
      let hasProvince = cells.lexicon.regions.contains { $0.code == region.provinceCode }
      var row = cells.region(entry.region)
      row.add([
        "province_code": hasProvince ? Value(region.provinceCode) : .null,
        "year": .integer(entry.year), "documents": .integer(entry.documents),
      ])
      for column in PanelColumn.all {
        let outcome = entry.results.lazy.map { reconciliation.results[$0] }
          .first { column.holds($0.key.instrument ?? "") }
        if let outcome { row.add(column.name, column.value(of: outcome)) }
      }
      // A year that only instruments outside of the panel speak of is no row of it.
      if PanelColumn.all.contains(where: { !(row[$0.name] ?? .null).isNull }) {
        try table.append(named: row)
      }
    }
    return table
  }
}

/// A column of the panel that holds one field of one instrument, as its name says:
/// `kepatuhan_score` is the score of the instrument one of whose words is "kepatuhan".
struct PanelColumn {
  enum Field: String, CaseIterable {
    case score, zone, grade, category
  }

  let name: String
  private let instrument: Substring
  private let field: Field

  static let all: [PanelColumn] = Schema.panelRegionYear.columns.compactMap { column in
    guard let mark = column.name.lastIndex(of: "_"),
      let field = Field(rawValue: String(column.name[column.name.index(after: mark)...]))
    else { return nil }
    return PanelColumn(name: column.name, instrument: column.name[..<mark], field: field)
  }

  /// Columns that are called after another name of the instrument.
  private static let otherNames: [Substring: Substring] = ["sinovik": "kipp"]

  func holds(_ id: String) -> Bool {
    let words = id.split(separator: "_")
    return words.contains(instrument)
      || Self.otherNames[instrument].map(words.contains) ?? false
  }

  /// As stated, or else as it follows from the scale.
  func value(of outcome: Outcome) -> Value {
    switch field {
    case .score: Value(outcome.values.score)
    case .zone: Value(outcome.values.zone ?? outcome.derived.zone)
    case .grade: Value(outcome.values.grade ?? outcome.derived.grade)
    case .category: Value(outcome.values.category ?? outcome.derived.category)
    }
  }
}

/// `tilik.xlsx`: the tables that people read in a spreadsheet, each result beside the sentence it
/// stands on, and what every column means.
enum Workbook {
  /// - Parameter tables: sorted by their keys.
  static func sheets(_ tables: [Table]) throws(DatasetError) -> [Sheet] {
    var byName: [String: Table] = [:]
    for table in tables { byName[table.schema.name] = table }
    func table(_ schema: TableSchema) -> Table { byName[schema.name] ?? Table(schema) }

    let evidence = try EvidenceSheet(
      results: byBody(table(Schema.results)), claims: table(Schema.claims),
      documents: table(Schema.documents))
    var sheets = [
      evidence.results,
      Sheet("panel", table(Schema.panelRegionYear)),
      Sheet("conflicts", table(Schema.conflicts)),
      evidence.evidence,
    ]
    sheets.append(DictionarySheet.sheet(of: sheets))
    return sheets
  }

  /// Results in the order in which people look for them, instead of that of their identifiers. The
  /// order is made in memory, so more than anybody scrolls through stay as they are.
  private static func byBody(_ results: Table) throws(DatasetError) -> Table {
    guard results.count <= sortedRows else { return results }
    let columns = ["region_code", "region", "unit", "instrument", "year", "result"]
      .compactMap(results.schema.position(of:))
    let rows = results.rows.sorted { left, right in
      guard let column = columns.first(where: { left[$0] != right[$0] }) else { return false }
      return Value.precedes(left[column], right[column])
    }
    var table = Table(results.schema)
    for row in rows { try table.append(values: row) }
    return table
  }

  private static let sortedRows = 50_000
}

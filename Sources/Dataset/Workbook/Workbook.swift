/// `tilik.xlsx`: the tables that people read in a spreadsheet, each result beside the sentence it
/// stands on, and what every column means.
enum Workbook {
  /// - Parameter tables: sorted.
  static func sheets(_ tables: [Table]) -> [Sheet] {
    var byName: [String: Table] = [:]
    for table in tables { byName[table.schema.name] = table }
    func table(_ schema: TableSchema) -> Table { byName[schema.name] ?? Table(schema) }

    let evidence = EvidenceSheet(
      results: table(Schema.results), claims: table(Schema.claims),
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
}

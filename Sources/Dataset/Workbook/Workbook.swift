/// `tilik.xlsx`: the tables that people read in a spreadsheet, each result beside the sentence it
/// stands on, and what every column means.
enum Workbook {
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
      evidence.sheet,
    ]
    sheets.append(DictionarySheet.sheet(of: sheets))
    return sheets
  }
}

/// The sentences behind the results, and the results with a link to them.
struct EvidenceSheet {
  static let name = "evidence"
  let results: Sheet
  let sheet: Sheet

  init(results table: Table, claims: Table, documents: Table) {
    let claims = Self.byKey(claims)
    let documents = Self.byKey(documents)
    var rows: [[Sheet.Cell]] = []
    var results: [[Sheet.Cell]] = []
    for result in table.records {
      let behind = result["claims"].written.split(separator: ";").compactMap { claims[String($0)] }
      // The sentence that is shown is the surest one.
      let first = behind.max {
        ($0["confidence"].double ?? 0) < ($1["confidence"].double ?? 0)
      }
      let link =
        behind.isEmpty
        ? Sheet.Cell.value(.null)
        : .row(
          text: behind.count == 1 ? "1 claim" : "\(behind.count) claims", sheet: Self.name,
          rows.count)
      let document = first.flatMap { documents[$0["document"].written] }
      results.append(
        result.values.map { .value($0) } + [
          .value(first?["quote"] ?? .null), .value(first?["document"] ?? .null),
          Self.address(document), link,
        ])
      for claim in behind {
        rows.append(Self.row(result, claim, documents[claim["document"].written]))
      }
    }
    self.results = Sheet("results", table.schema.columns + Self.links, rows: results)
    sheet = Sheet(Self.name, Self.columns, rows: rows)
  }

  private static func row(_ result: Record, _ claim: Record, _ document: Record?) -> [Sheet.Cell] {
    let texts = claimColumns.map { Sheet.Cell.value(claim[$0]) }
    let page = documentColumns.map { Sheet.Cell.value(document?[$0] ?? .null) }
    return [.value(result["result"])] + texts + page + [address(document)]
  }

  private static func address(_ document: Record?) -> Sheet.Cell {
    document?["url"].text.map(Sheet.Cell.address) ?? .value(.null)
  }

  private static func byKey(_ table: Table) -> [String: Record] {
    guard let key = table.schema.primaryKey.first else { return [:] }
    return Dictionary(
      table.records.map { ($0[key].written, $0) }, uniquingKeysWith: { first, _ in first })
  }

  private static let claimColumns = [
    "claim", "region_code", "region", "unit", "instrument", "year", "score", "zone", "grade",
    "category", "rank", "quote", "speaker", "confidence", "flags", "document", "raw_start",
    "raw_end",
  ]
  private static let documentColumns = ["title", "publisher", "published"]

  /// Columns that the sheet of results has besides those of the table.
  private static let links = [
    column("quote", of: Schema.claims), column("document", of: Schema.claims), address,
    Column(
      "evidence", "Leads to the sentences behind the row, on the sheet evidence.",
      id: "Menuju kalimat-kalimat di balik baris, pada lembar evidence."),
  ]

  private static let address = Column(
    "address", "Leads to the page where it was published, where the page tells its address.",
    id: "Menuju halaman di tempat terbitnya, bila halaman mencantumkan alamatnya.")

  private static let columns =
    [column("result", of: Schema.results)] + claimColumns.map { column($0, of: Schema.claims) }
    + documentColumns.map { column($0, of: Schema.documents) } + [address]

  private static func column(_ name: String, of schema: TableSchema) -> Column {
    guard let position = schema.position(of: name) else {
      preconditionFailure("\(schema.name) has no column \(name)")
    }
    return schema.columns[position]
  }
}

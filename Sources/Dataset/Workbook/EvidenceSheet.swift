/// The sentences behind the results, and the results with a link to them.
struct EvidenceSheet {
  static let name = "evidence"

  private let table: Table
  private let claims: RowFinder
  private let documents: RowFinder

  /// - Parameters: sorted tables.
  init(results table: Table, claims: Table, documents: Table) {
    self.table = table
    self.claims = claims.finder(of: Self.claimColumns)
    self.documents = documents.finder(of: Self.documentColumns + ["url"])
  }

  /// A row for each result.
  var results: Sheet {
    let place = Place()
    return Sheet(
      "results", table.schema.columns + Self.links, rowCount: table.count,
      rows: table.records.lazy.map { row(of: $0, at: place) })
  }

  /// A row for each claim behind each result.
  var evidence: Sheet {
    let position = table.schema.position(of: "claims")
    let count = table.rows.reduce(0) { count, row in
      count + (position.map { Self.claims(in: row[$0]).count } ?? 0)
    }
    return Sheet(
      Self.name, Self.columns, rowCount: count,
      rows: table.records.lazy.flatMap { result in
        claims(behind: result).map { row(of: $0, behind: result) }
      })
  }

  /// The row of the other sheet that the next result leads to.
  private final class Place {
    var next = 0
  }

  private func row(of result: Record, at place: Place) -> [Sheet.Cell] {
    let behind = claims(behind: result)
    // The sentence that is shown is the surest one.
    let first = behind.max {
      ($0["confidence"].double ?? 0) < ($1["confidence"].double ?? 0)
    }
    let link =
      behind.isEmpty
      ? Sheet.Cell.value(.null)
      : .row(
        text: behind.count == 1 ? "1 claim" : "\(behind.count) claims", sheet: Self.name,
        place.next)
    place.next += behind.count
    let document = first.flatMap { documents[$0["document"].written] }
    return result.values.map { .value($0) } + [
      .value(first?["quote"] ?? .null), .value(first?["document"] ?? .null),
      Self.address(document), link,
    ]
  }

  private func row(of claim: Record, behind result: Record) -> [Sheet.Cell] {
    let document = documents[claim["document"].written]
    let texts = Self.claimColumns.map { Sheet.Cell.value(claim[$0]) }
    let page = Self.documentColumns.map { Sheet.Cell.value(document?[$0] ?? .null) }
    return [.value(result["result"])] + texts + page + [Self.address(document)]
  }

  private func claims(behind result: Record) -> [Record] {
    Self.claims(in: result["claims"]).compactMap { claims[String($0)] }
  }

  private static func claims(in cell: Value) -> [Substring] {
    cell.written.split(separator: ";")
  }

  private static func address(_ document: Record?) -> Sheet.Cell {
    document?["url"].text.map(Sheet.Cell.address) ?? .value(.null)
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

import Dataset

/// The tables as the pages need them: by name, and looked up by key.
struct ReportData: Sendable {
  private let tables: [String: Table]
  let zones: Zones
  let scales: [String: GradingScale]
  /// Bodies that have a result or a claim, in the order of their keys.
  let bodies: [Body]
  /// Regions whose code is valid, in the order of their codes.
  let regions: [Record]
  let passages: Passages
  /// Where the saved page of a document lies, seen from the report's folder.
  let savedPages: [String: String]
  private let regionRecords: [String: Record]
  private let successors: [String: String]
  private let instruments: [String: Record]
  let documents: DocumentList
  private let documentRows: RowFinder
  private let listed: [String: Record]
  private let files: [String: String]
  let claims: [String: Record]

  /// - Throws: `DatasetError` when tables are sorted on disk and it is full.
  init(
    _ tables: [String: Table], texts: TextList, savedPages: [String: String]
  ) throws(DatasetError) {
    var complete: [String: Table] = [:]
    for schema in Schema.all {
      complete[schema.name] = try (tables[schema.name] ?? Table(schema)).sorted()
    }
    // Their rows are in memory anyway, as those of their bodies; so they are unpacked once.
    for schema in [Schema.results, Schema.claims] {
      complete[schema.name] = try complete[schema.name]?.inMemory()
    }
    self.tables = complete
    self.savedPages = savedPages
    func table(_ schema: TableSchema) -> Table { complete[schema.name] ?? Table(schema) }
    func records(_ schema: TableSchema) -> [Record] { Array(table(schema).records) }
    func byKey(_ schema: TableSchema, _ column: String) -> [String: Record] {
      Dictionary(
        records(schema).map { ($0[column].written, $0) }, uniquingKeysWith: { first, _ in first })
    }

    zones = Zones(scales: table(Schema.scales))
    scales = GradingScale.all(records(Schema.scales))
    instruments = byKey(Schema.instruments, "instrument")
    documents = DocumentList(documents: table(Schema.documents), claims: table(Schema.claims))
    documentRows = table(Schema.documents).finder()
    listed = Dictionary(
      documents.listed.map { ($0["document"].written, $0) }, uniquingKeysWith: { first, _ in first }
    )
    regionRecords = byKey(Schema.regions, "region_code")
    claims = byKey(Schema.claims, "claim")
    regions = records(Schema.regions).filter { $0["successor_code"].isNull }
    let successors = regionRecords.compactMapValues { $0["successor_code"].text }
    self.successors = successors
    bodies = Body.all(results: records(Schema.results), claims: records(Schema.claims)) { record in
      let key = Body.key(record)
      return successors[key] ?? key
    }
    files = Dictionary(
      bodies.map { ($0.key, $0.file) }, uniquingKeysWith: { first, _ in first })
    var counts: [String: Int] = [:]
    for result in records(Schema.results) {
      if let instrument = result["instrument"].text { counts[instrument, default: 0] += 1 }
    }
    resultInstruments = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map(\.key)
    passages = Passages(claims: records(Schema.claims), texts: texts)
  }

  /// Read one behind the other.
  func records(_ schema: TableSchema) -> RecordList {
    (tables[schema.name] ?? Table(schema)).records
  }

  /// What a record's body is known by: the code that is valid today, or its name.
  func key(_ record: Record) -> String {
    let key = Body.key(record)
    return successors[key] ?? key
  }

  /// The page of a record's body, without its extension; empty when it has none.
  func file(_ record: Record) -> String { files[key(record)] ?? "" }

  func file(key: String) -> String { files[key] ?? "" }

  func region(_ code: String) -> Record? { regionRecords[successors[code] ?? code] }

  func document(_ address: String) -> Record? { listed[address] ?? documentRows[address] }

  func instrument(_ id: Value, _ words: Words) -> String {
    guard let id = id.text else { return words(.noInstrument) }
    let column = words.language == .english ? "name_en" : "name_id"
    return instruments[id]?[column].text ?? id
  }

  /// Ids of the instruments in `results`: those with most rows first, since they are what a reader looks
  /// for.
  let resultInstruments: [String]
}

import Dataset

/// The tables as the pages need them: by name, and looked up by key.
struct ReportData {
  private let tables: [String: Table]
  let zones: Zones
  /// Names for people, by id.
  private let instruments: [String: String]
  /// Bodies that have a result or a claim, in the order of their keys.
  let bodies: [Body]
  /// Rows of the documents page, counted from 1, by document.
  let documentNumbers: [String: Int]

  init(_ tables: [String: Table]) {
    var complete: [String: Table] = [:]
    for schema in Schema.all {
      complete[schema.name] = (tables[schema.name] ?? Table(schema)).sorted()
    }
    self.tables = complete
    func records(_ schema: TableSchema) -> [Record] { complete[schema.name]?.records ?? [] }

    zones = Zones(scales: complete[Schema.scales.name] ?? Table(Schema.scales))
    instruments = Dictionary(
      records(Schema.instruments).compactMap { record in
        record["instrument"].text.map { ($0, record["name_id"].text ?? $0) }
      }, uniquingKeysWith: { first, _ in first })
    documentNumbers = Dictionary(
      records(Schema.documents).enumerated().map { ($1["document"].written, $0 + 1) },
      uniquingKeysWith: { first, _ in first })
    bodies = Body.all(results: records(Schema.results), claims: records(Schema.claims))
  }

  func records(_ schema: TableSchema) -> [Record] {
    tables[schema.name]?.records ?? []
  }

  func instrument(_ id: Value) -> String {
    guard let id = id.text else { return "(instrumen tidak disebut)" }
    return instruments[id] ?? id
  }
}

/// A region, ministry or agency with all that is said of it.
struct Body {
  /// Its code or, for a body without one, its name.
  let key: String
  let name: String
  let code: String
  let level: String
  /// File under `region/`, without its extension.
  let file: String
  var results: [Record] = []
  var claims: [Record] = []

  static func key(_ record: Record) -> String {
    record["region_code"].text ?? record["region"].text ?? ""
  }

  /// Every body of the two tables, in byte order of their keys, each with a file name of its own.
  static func all(results: [Record], claims: [Record]) -> [Body] {
    var bodies: [String: Body] = [:]
    var files: Set<String> = []
    let records = (results + claims).map { (key: key($0), record: $0) }
    let ordered = records.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
    for (key, record) in ordered where bodies[key] == nil {
      let wanted = Markup.fileName(key.isEmpty ? "tanpa-wilayah" : key)
      var file = wanted
      var number = 2
      while !files.insert(file).inserted {
        file = "\(wanted)-\(number)"
        number += 1
      }
      bodies[key] = Body(
        key: key, name: record["region"].text ?? "(wilayah tidak disebut)",
        code: record["region_code"].written, level: record["level"].written, file: file)
    }
    for result in results { bodies[key(result)]?.results.append(result) }
    for claim in claims { bodies[key(claim)]?.claims.append(claim) }
    return bodies.values.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
  }
}

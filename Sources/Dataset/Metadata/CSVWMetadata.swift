/// `csv-metadata.json`: the tables for readers of CSV on the Web (W3C, "Metadata Vocabulary for
/// Tabular Data", 2015), under the name by which they look for it in a folder.
enum CSVWMetadata {
  static func json(_ package: PackageDescription, _ schemas: [TableSchema]) -> JSON {
    var members: [JSON.Member] = [
      .init("@context", ["http://www.w3.org/ns/csvw", ["@language": "en"]]),
      .init("dc:title", languages(package.title, package.judul)),
      .init("dc:description", languages(package.description, package.deskripsi)),
    ]
    if let license = package.licenses.first {
      members.append(.init("dc:license", ["@id": .string(license.path)]))
    }
    members.append(.init("tables", .array(schemas.map(table))))
    return .object(members)
  }

  private static func table(_ schema: TableSchema) -> JSON {
    [
      "url": .string(schema.name + ".csv"),
      "dc:title": languages(schema.title, schema.judul),
      "dc:description": languages(schema.description, schema.deskripsi),
      "tableSchema": tableSchema(schema),
    ]
  }

  private static func tableSchema(_ schema: TableSchema) -> JSON {
    var members: [JSON.Member] = [
      .init("columns", .array(schema.columns.map { column($0, of: schema) })),
      .init("primaryKey", .array(schema.primaryKey.map(JSON.string))),
    ]
    // Validators differ over a reference that is empty in some rows, so only those that never are
    // stand here; the data package holds all.
    let foreign = schema.columns.compactMap { column -> JSON? in
      guard let target = column.reference, column.isRequired else { return nil }
      return [
        "columnReference": .string(column.name),
        "reference": [
          "resource": .string(target.table + ".csv"), "columnReference": .string(target.column),
        ],
      ]
    }
    if !foreign.isEmpty { members.append(.init("foreignKeys", .array(foreign))) }
    return .object(members)
  }

  /// Without titles, so that a header is held against the name.
  private static func column(_ column: Column, of schema: TableSchema) -> JSON {
    var members: [JSON.Member] = [
      .init("name", .string(column.name)),
      .init("datatype", datatype(column)),
    ]
    if column.isRequired || schema.primaryKey.contains(column.name) {
      members.append(.init("required", true))
    }
    members.append(.init("dc:description", languages(column.description, column.deskripsi)))
    if let unit = column.unit { members.append(.init("schema:unitText", .string(unit))) }
    return .object(members)
  }

  private static func datatype(_ column: Column) -> JSON {
    switch column.type {
    case .string:
      // Values of the contract are words, which stand for themselves in a regular expression.
      guard let values = column.enumeration else { return "string" }
      return ["base": "string", "format": .string("^(\(values.joined(separator: "|")))$")]
    case .integer: return "integer"
    case .number: return "decimal"
    case .boolean: return ["base": "boolean", "format": "true|false"]
    case .date: return ["base": "date", "format": "yyyy-MM-dd"]
    }
  }

  private static func languages(_ english: String, _ indonesian: String) -> JSON {
    [
      ["@value": .string(english), "@language": "en"],
      ["@value": .string(indonesian), "@language": "id"],
    ]
  }
}

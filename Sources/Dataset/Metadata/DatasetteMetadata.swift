/// `metadata.json`: what Datasette shows beside the tables and views of `tilik.sqlite`.
enum DatasetteMetadata {
  static func json(_ package: PackageDescription, _ schemas: [TableSchema]) -> JSON {
    var members: [JSON.Member] = [
      .init("title", .string(package.title)),
      .init("description", .string(package.description)),
    ]
    if let license = package.licenses.first {
      members.append(.init("license", .string(license.title)))
      members.append(.init("license_url", .string(license.path)))
    }
    if let source = package.sources.first { members.append(.init("source", .string(source))) }
    let tables =
      schemas.map { JSON.Member($0.name, table($0)) }
      + View.all.map { JSON.Member($0.name, ["description": .string($0.question)]) } + [text]
    // Named as the file is, without its ending.
    let database = String(DatasetFolder.databaseFile.dropLast(".sqlite".utf8.count))
    members.append(
      .init("databases", .object([.init(database, ["tables": .object(tables)])])))
    return .object(members)
  }

  private static func table(_ schema: TableSchema) -> JSON {
    var members: [JSON.Member] = [
      .init("title", .string(schema.title)),
      .init("description", .string(schema.description)),
      .init(
        "columns",
        .object(
          schema.columns.map { column in
            let unit = column.unit.map { " Unit: \($0)." } ?? ""
            return .init(column.name, .string(column.description + unit))
          })),
    ]
    // What stands for a row where another table refers to it.
    for name in ["name", "region", "title", "name_en"] where schema.position(of: name) != nil {
      members.append(.init("label_column", .string(name)))
      break
    }
    return .object(members)
  }

  /// The full-text index, which Datasette searches when it is told so.
  private static let text = JSON.Member(
    "document_text",
    [
      "description": "The extracted text of the documents, to search in.",
      "fts_table": "document_text", "fts_pk": "rowid",
    ])
}

/// `datapackage.json`: Frictionless Data Package 1 with a Table Schema for each CSV. Indonesian
/// stands beside English under the same name with `_id`; `formulaGuard` is what stands before text
/// that a spreadsheet would take for a formula.
enum DataPackage {
  /// A CSV as it was written.
  struct File {
    let schema: TableSchema
    let bytes: Int
    /// SHA-256 in hexadecimal digits.
    let hash: String
    let rows: Int
  }

  static func json(_ package: PackageDescription, _ files: [File]) -> JSON {
    var members: [JSON.Member] = [
      .init("profile", "tabular-data-package"),
      .init("name", .string(package.name)),
      .init("title", .string(package.title)),
      .init("title_id", .string(package.judul)),
      .init("description", .string(package.description)),
      .init("description_id", .string(package.deskripsi)),
      .init("version", .string(package.version)),
      .init(
        "licenses",
        .array(
          package.licenses.map {
            ["name": .string($0.name), "title": .string($0.title), "path": .string($0.path)]
          })),
    ]
    if let publisher = package.publisher {
      var named: [JSON.Member] = [.init("title", .string(publisher.name))]
      if let url = publisher.url { named.append(.init("path", .string(url))) }
      named.append(.init("role", "publisher"))
      members.append(.init("contributors", [.object(named)]))
    }
    if !package.keywords.isEmpty {
      members.append(.init("keywords", .array(package.keywords.map(JSON.string))))
    }
    members += [
      .init("sources", .array(package.sources.map { ["title": .string($0)] })),
      .init("formulaGuard", .string(FormulaText.guardMark)),
      .init("resources", .array(files.map(resource))),
    ]
    return .object(members)
  }

  private static func resource(_ file: File) -> JSON {
    let schema = file.schema
    return [
      "profile": "tabular-data-resource",
      "name": .string(schema.name),
      "path": .string(schema.name + ".csv"),
      "title": .string(schema.title),
      "title_id": .string(schema.judul),
      "description": .string(schema.description),
      "description_id": .string(schema.deskripsi),
      "format": "csv",
      "mediatype": "text/csv",
      "encoding": "utf-8",
      "bytes": .number(String(file.bytes)),
      "hash": .string("sha256:" + file.hash),
      "rows": .number(String(file.rows)),
      "schema": tableSchema(schema),
    ]
  }

  private static func tableSchema(_ schema: TableSchema) -> JSON {
    var members: [JSON.Member] = [
      .init("fields", .array(schema.columns.map(field))),
      .init("missingValues", [""]),
      .init("primaryKey", .array(schema.primaryKey.map(JSON.string))),
    ]
    let foreign = schema.foreignKeys.map { column, target -> JSON in
      // Table Schema names the table itself by an empty string.
      let resource = target.table == schema.name ? "" : target.table
      return [
        "fields": [.string(column)],
        "reference": ["resource": .string(resource), "fields": [.string(target.column)]],
      ]
    }
    if !foreign.isEmpty { members.append(.init("foreignKeys", .array(foreign))) }
    return .object(members)
  }

  private static func field(_ column: Column) -> JSON {
    var members: [JSON.Member] = [
      .init("name", .string(column.name)),
      .init("type", .string(column.type.rawValue)),
      .init("description", .string(column.description)),
      .init("description_id", .string(column.deskripsi)),
    ]
    if let unit = column.unit { members.append(.init("unit", .string(unit))) }
    if let example = column.example { members.append(.init("example", .string(example))) }
    var constraints: [JSON.Member] = []
    if column.isRequired { constraints.append(.init("required", true)) }
    if let values = column.enumeration {
      constraints.append(.init("enum", .array(values.map(JSON.string))))
    }
    if !constraints.isEmpty { members.append(.init("constraints", .object(constraints))) }
    return .object(members)
  }
}

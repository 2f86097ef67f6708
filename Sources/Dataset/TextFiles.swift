/// A table's two text files, written in one pass over its rows.
enum TextFiles {
  /// - Returns: the CSV as `datapackage.json` tells of it.
  static func write(_ table: Table, into folder: String) throws(DatasetError) -> DataPackage.File {
    let name = "\(folder)/\(table.schema.name)"
    var csv = try OutputFile(name + ".csv")
    var lines = try OutputFile(name + ".jsonl")
    try csv.write { CSV.append(headerOf: table.schema, to: &$0) }
    let names = JSONLines.names(table.schema)
    try table.rows.forEachPacked { row throws(DatasetError) in
      try csv.write { CSV.append(row, to: &$0) }
      try lines.write { JSONLines.append(row, names, to: &$0) }
    }
    let hash = try csv.finish()
    _ = try lines.finish()
    return .init(schema: table.schema, bytes: csv.count, hash: hash, rows: table.count)
  }
}

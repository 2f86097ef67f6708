/// Reads the tables of a dataset that was written before.
public struct DatasetReader: Sendable {
  /// The dataset's, as it was named.
  public let folder: String

  /// - Throws: `DatasetError.file` when the folder holds no `datapackage.json`.
  public init(folder: String) throws(DatasetError) {
    guard Files.kind(of: folder + "/" + DatasetFolder.packageFile) == .file else {
      throw .file(
        path: folder,
        reason: "no dataset here (\(DatasetFolder.packageFile) is missing); give the folder that "
          + "a run wrote")
    }
    self.folder = folder
  }

  /// Reads a table from its CSV.
  /// - Throws: `DatasetError` with file and line when a cell does not fit the schema.
  public func table(_ schema: TableSchema) throws(DatasetError) -> Table {
    let path = "\(folder)/\(schema.name).csv"
    return try Self.table(schema, csv: Files.read(path), file: path)
  }

  /// Reads a table from its JSON Lines.
  public func tableFromLines(_ schema: TableSchema) throws(DatasetError) -> Table {
    let path = "\(folder)/\(schema.name).jsonl"
    var table = Table(schema)
    var line = 0
    for json in try JSON.parseLines(Files.read(path), file: path) {
      line += 1
      var values = [Value](repeating: .null, count: schema.columns.count)
      for (position, column) in schema.columns.enumerated() {
        guard let member = json[column.name], member != .null else { continue }
        let written =
          switch member {
          case .string(let text): text
          case .number(let digits): digits
          case .boolean(let truth): truth ? "true" : "false"
          default: ""
          }
        values[position] = try Self.value(written, column, file: path, line: line)
      }
      try Self.add(values, to: &table, file: path, line: line)
    }
    return table
  }

  /// Every table of the contract, by name.
  public func tables() throws(DatasetError) -> [String: Table] {
    var tables: [String: Table] = [:]
    for schema in Schema.all { tables[schema.name] = try table(schema) }
    return tables
  }

  /// Reads a table from CSV with the schema's columns, in any order; columns that the schema does
  /// not have are left out.
  public static func table(
    _ schema: TableSchema, csv bytes: [UInt8], file: String
  ) throws(DatasetError) -> Table {
    let rows = try CSV.rows(of: bytes, file: file)
    guard let header = rows.first?.cells else {
      throw .malformed(file: file, line: 1, reason: "the header is missing")
    }
    if let missing = schema.columns.first(where: { $0.isRequired && !header.contains($0.name) }) {
      throw .malformed(
        file: file, line: 1,
        reason: "the column \(missing.name) is missing; where another version of the program wrote "
          + "the dataset, run it again")
    }
    let positions = header.map { schema.position(of: $0) }
    var table = Table(schema)
    for (line, cells) in rows.dropFirst() {
      guard cells.count == header.count else {
        throw .malformed(
          file: file, line: line,
          reason: "\(cells.count) cells under \(header.count) column names")
      }
      var values = [Value](repeating: .null, count: schema.columns.count)
      for (cell, position) in zip(cells, positions) {
        guard let position, !cell.isEmpty else { continue }
        let column = schema.columns[position]
        let written = column.type == .string ? FormulaText.read(cell) : cell
        values[position] = try value(written, column, file: file, line: line)
      }
      try add(values, to: &table, file: file, line: line)
    }
    return table
  }

  private static func value(
    _ written: String, _ column: Column, file: String, line: Int
  ) throws(DatasetError) -> Value {
    let value: Value? =
      switch column.type {
      case .string, .date: Value(written)
      case .integer: Int(written).map(Value.integer)
      case .number: Value(decimal: written)
      case .boolean: written == "true" ? true : (written == "false" ? false : nil)
      }
    guard let value else {
      throw .malformed(
        file: file, line: line,
        reason: RowProblem.wrongType(column: column.name, expected: column.type, value: written)
          .description)
    }
    return value
  }

  private static func add(
    _ values: [Value], to table: inout Table, file: String, line: Int
  ) throws(DatasetError) {
    do {
      try table.append(values: values)
    } catch .badRow(_, _, let problems) {
      throw .malformed(
        file: file, line: line, reason: problems.map(\.description).joined(separator: "; "))
    }
  }
}

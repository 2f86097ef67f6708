/// Rows of one table, each checked against its schema when it comes in.
public struct Table: Sendable, Hashable {
  /// Its columns.
  public let schema: TableSchema
  /// One value per column, in the schema's order.
  public private(set) var rows: [[Value]] = []

  /// An empty table.
  public init(_ schema: TableSchema) {
    self.schema = schema
  }

  /// Adds a row by column name; columns that are not named stay null.
  /// - Throws: `DatasetError.badRow` with every problem of the row.
  public mutating func append(_ row: [String: Value]) throws(DatasetError) {
    var values = [Value](repeating: .null, count: schema.columns.count)
    var problems: [RowProblem] = []
    for (name, value) in row {
      if let position = schema.position(of: name) {
        values[position] = value
      } else {
        problems.append(.unknownColumn(name))
      }
    }
    problems.sort { $0.description < $1.description }
    try add(values, problems)
  }

  /// Adds a row by position.
  /// - Throws: `DatasetError.badRow` with every problem of the row.
  public mutating func append(values: [Value]) throws(DatasetError) {
    guard values.count == schema.columns.count else {
      throw .badRow(
        table: schema.name, row: rows.count + 1,
        [.wrongCount(values.count, expected: schema.columns.count)])
    }
    try add(values, [])
  }

  private mutating func add(_ row: [Value], _ found: [RowProblem]) throws(DatasetError) {
    var row = row
    var problems = found
    for position in row.indices {
      switch row[position] {
      case .text(let text) where text.isEmpty: row[position] = .null
      case .integer(let number) where schema.columns[position].type == .number:
        row[position] = .decimal(units: Int64(number), scale: 0)
      default: break
      }
      if let problem = schema.columns[position].problem(with: row[position]) {
        problems.append(problem)
      }
    }
    guard problems.isEmpty else {
      throw .badRow(table: schema.name, row: rows.count + 1, problems)
    }
    rows.append(row)
  }

  /// Number of rows.
  public var count: Int { rows.count }

  /// The value in a row, counted from 0; null when there is no such column.
  public func value(_ row: Int, _ column: String) -> Value {
    schema.position(of: column).map { rows[row][$0] } ?? .null
  }

  /// The rows as records that are read by column name.
  public var records: [Record] {
    rows.map { Record(schema: schema, values: $0) }
  }

  /// The rows in the order in which they are written: by primary key, then by the other columns.
  public func sorted() -> Table {
    let keys = schema.keyPositions
    let order = keys + schema.columns.indices.filter { !keys.contains($0) }
    var table = self
    table.rows.sort { left, right in
      for position in order {
        let comparison = Value.compare(left[position], right[position])
        if comparison != 0 { return comparison < 0 }
      }
      return false
    }
    return table
  }
}

/// One row, read by column name.
public struct Record: Sendable, Hashable {
  /// Of the table that the row is from.
  public let schema: TableSchema
  /// In the order of the columns.
  public let values: [Value]

  public init(schema: TableSchema, values: [Value]) {
    self.schema = schema
    self.values = values
  }

  /// Null when there is no such column.
  public subscript(column: String) -> Value {
    schema.position(of: column).map { values[$0] } ?? .null
  }
}

/// Rows of one table, each checked against its schema when it comes in.
public struct Table: Sendable {
  /// Its columns.
  public let schema: TableSchema
  /// One value per column, in the schema's order.
  public private(set) var rows: RowList
  /// Whether the rows stand in the order in which they are written.
  private(set) var isSorted = true
  private let order: RowOrder
  private let checks: [CellCheck]
  private let scratch: Scratch?
  private var last: [Value]?

  /// An empty table.
  ///
  /// - Parameter scratch: where rows are kept of which there may be more than memory holds.
  public init(_ schema: TableSchema, scratch: Scratch? = nil) {
    self.schema = schema
    self.scratch = scratch
    rows = RowList(scratch: scratch)
    order = RowOrder(schema)
    checks = schema.columns.map(CellCheck.init)
  }

  /// Adds a row by column name; columns that are not named stay null.
  /// - Throws: `DatasetError.badRow` with every problem of the row, `.file` when the disk is full.
  public mutating func append(_ row: [String: Value]) throws(DatasetError) {
    try append(named: row)
  }

  /// The same; of columns that are named twice the last counts.
  /// - Throws: `DatasetError.badRow` with every problem of the row, `.file` when the disk is full.
  public mutating func append(
    named row: some Sequence<(key: String, value: Value)>
  ) throws(DatasetError) {
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
  /// - Throws: `DatasetError.badRow` with every problem of the row, `.file` when the disk is full.
  public mutating func append(values: [Value]) throws(DatasetError) {
    guard values.count == schema.columns.count else {
      throw .badRow(
        table: schema.name, row: rows.count + 1,
        [.wrongCount(values.count, expected: schema.columns.count)])
    }
    try add(values, [])
  }

  /// Adds a row of which there are many like it; columns that are not named stay null.
  /// - Parameter cells: in the order of the shape's columns.
  /// - Throws: `DatasetError.badRow` with every problem of the row, `.file` when the disk is full.
  public mutating func append(_ cells: [Value], as shape: RowShape) throws(DatasetError) {
    var values = [Value](repeating: .null, count: schema.columns.count)
    for (position, cell) in zip(shape.positions, cells) { values[position] = cell }
    try add(values, [])
  }

  private mutating func add(_ row: [Value], _ found: [RowProblem]) throws(DatasetError) {
    var row = row
    var problems = found
    for position in row.indices {
      switch row[position] {
      case .text(let text) where text.isEmpty: row[position] = .null
      case .integer(let number) where checks[position].type == .number:
        row[position] = .decimal(units: Int64(number), scale: 0)
      default: break
      }
      guard !checks[position].passes(row[position]) else { continue }
      if let problem = schema.columns[position].problem(with: row[position]) {
        problems.append(problem)
      }
    }
    guard problems.isEmpty else {
      throw .badRow(table: schema.name, row: rows.count + 1, problems)
    }
    if isSorted, let last, order.precedes(row, last) { isSorted = false }
    last = row
    try rows.append(row)
  }

  /// Number of rows.
  public var count: Int { rows.count }

  /// The value in a row, counted from 0; null when there is no such column.
  public func value(_ row: Int, _ column: String) -> Value {
    schema.position(of: column).map { rows[row][$0] } ?? .null
  }

  /// The rows as records that are read by column name.
  public var records: RecordList { RecordList(schema: schema, rows: rows) }

  /// The same table with its rows in memory, for those who look at all of them more than once.
  /// - Throws: `DatasetError.badRow` for a row that the schema does not allow, which no table has.
  package func inMemory() throws(DatasetError) -> Table {
    guard !rows.isInMemory else { return self }
    var table = Table(schema)
    for row in rows { try table.add(row, []) }
    return table
  }

  /// The rows in the order in which they are written: by primary key, then by the other columns.
  /// - Throws: `DatasetError.file` when the rows are sorted on disk and it is full.
  public func sorted() throws(DatasetError) -> Table {
    guard !isSorted else { return self }
    var table = self
    table.rows = try rows.sorted(order, scratch: scratch)
    table.isSorted = true
    table.last = table.rows.isEmpty ? nil : table.rows[table.count - 1]
    return table
  }
}

/// What most cells pass, without a look at all that a column says of itself.
private struct CellCheck: Sendable {
  let type: ColumnType
  private let isRequired: Bool
  private let isOpen: Bool

  init(_ column: Column) {
    type = column.type
    isRequired = column.isRequired
    isOpen = column.enumeration == nil
  }

  /// - Returns: false where the column has to be asked.
  func passes(_ value: Value) -> Bool {
    switch (type, value) {
    case (_, .null): !isRequired
    case (.string, .text), (.integer, .integer), (.boolean, .boolean), (.number, .decimal): isOpen
    default: false
    }
  }
}

/// Where the cells of a row go, for rows of which there are many.
public struct RowShape: Sendable {
  fileprivate let positions: [Int]

  public init(_ schema: TableSchema, _ columns: [String]) {
    positions = columns.map { column in
      guard let position = schema.position(of: column) else {
        preconditionFailure("\(schema.name) has no column \(column)")
      }
      return position
    }
  }
}

extension Table: Hashable {
  public static func == (left: Table, right: Table) -> Bool {
    left.schema == right.schema && left.rows == right.rows
  }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(schema)
    hasher.combine(rows)
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

/// The rows of a table, one behind the other, each read by column name.
public struct RecordList: Sequence, Sendable {
  fileprivate let schema: TableSchema
  fileprivate let rows: RowList

  public var count: Int { rows.count }
  public var isEmpty: Bool { rows.isEmpty }
  public var first: Record? { rows.first.map { Record(schema: schema, values: $0) } }

  public func makeIterator() -> Iterator { Iterator(schema: schema, rows: rows.makeIterator()) }

  public struct Iterator: IteratorProtocol {
    fileprivate let schema: TableSchema
    fileprivate var rows: RowList.Iterator

    public mutating func next() -> Record? {
      rows.next().map { Record(schema: schema, values: $0) }
    }
  }
}

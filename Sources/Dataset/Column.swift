/// What a column holds; the names are those of Frictionless Table Schema.
public enum ColumnType: String, Sendable, Hashable {
  case string, integer, number, boolean
  /// ISO 8601 calendar date, kept as text: `2024-01-16`.
  case date
}

/// A column that points at another table's key.
public struct Reference: Sendable, Hashable {
  /// Name of the table that is pointed to.
  public let table: String
  /// Name of its key column.
  public let column: String

  public init(_ table: String, _ column: String) {
    self.table = table
    self.column = column
  }
}

/// One column: its name, its type, what it means in both languages.
public struct Column: Sendable, Hashable {
  /// As it stands in every format.
  public let name: String
  /// What its values are, in every format that has types.
  public let type: ColumnType
  /// English.
  public let description: String
  /// Indonesian.
  public let deskripsi: String
  /// Unit of measure or reference frame of a number (`points`, `code points`, `bytes`).
  public let unit: String?
  /// Whether every row must have a value.
  public let isRequired: Bool
  /// The only values allowed, where the contract fixes them.
  public let enumeration: [String]?
  /// Where its values are keys of another table.
  public let reference: Reference?
  /// A value as it would stand in the CSV.
  public let example: String?

  /// A column of text.
  public init(
    _ name: String, _ description: String, id deskripsi: String, unit: String? = nil,
    isRequired: Bool = false, oneOf enumeration: [String]? = nil,
    references reference: Reference? = nil, example: String? = nil
  ) {
    self.init(
      name, .string, description, id: deskripsi, unit: unit, isRequired: isRequired,
      oneOf: enumeration, references: reference, example: example)
  }

  public init(
    _ name: String, _ type: ColumnType, _ description: String, id deskripsi: String,
    unit: String? = nil, isRequired: Bool = false, oneOf enumeration: [String]? = nil,
    references reference: Reference? = nil, example: String? = nil
  ) {
    self.name = name
    self.type = type
    self.description = description
    self.deskripsi = deskripsi
    self.unit = unit
    self.isRequired = isRequired
    self.enumeration = enumeration
    self.reference = reference
    self.example = example
  }

  /// The same column, which may not be empty.
  func required() -> Column {
    Column(
      name, type, description, id: deskripsi, unit: unit, isRequired: true, oneOf: enumeration,
      references: reference, example: example)
  }

  /// Why `value` cannot stand in this column; `nil` when it can.
  func problem(with value: Value) -> RowProblem? {
    if value.isNull {
      return isRequired ? .missing(column: name) : nil
    }
    let fits =
      switch (type, value) {
      case (.string, .text), (.integer, .integer), (.boolean, .boolean): true
      case (.number, .decimal): true
      case (.date, .text(let text)): Column.isDate(text)
      default: false
      }
    guard fits else {
      return .wrongType(column: name, expected: type, value: value.written)
    }
    if let enumeration, !enumeration.contains(value.written) {
      return .notAllowed(column: name, value: value.written, allowed: enumeration)
    }
    return nil
  }

  /// `YYYY-MM-DD` with a month and a day that exist in some year.
  package static func isDate(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    guard bytes.count == 10, bytes[4] == 45, bytes[7] == 45 else { return false }
    func number(_ range: Range<Int>) -> Int? {
      var result = 0
      for byte in bytes[range] {
        guard (48...57).contains(byte) else { return nil }
        result = result * 10 + Int(byte - 48)
      }
      return result
    }
    guard number(0..<4) != nil, let month = number(5..<7), let day = number(8..<10) else {
      return false
    }
    let days = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    return (1...12).contains(month) && (1...days[month - 1]).contains(day)
  }
}

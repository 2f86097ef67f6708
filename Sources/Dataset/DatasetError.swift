/// Why a row does not fit its table.
public enum RowProblem: Sendable, Hashable, CustomStringConvertible {
  case unknownColumn(String)
  case wrongCount(Int, expected: Int)
  case missing(column: String)
  case wrongType(column: String, expected: ColumnType, value: String)
  case notAllowed(column: String, value: String, allowed: [String])

  public var description: String {
    switch self {
    case .unknownColumn(let name): "no column named \(name)"
    case .wrongCount(let count, let expected): "\(count) values for \(expected) columns"
    case .missing(let column): "\(column) is required"
    case .wrongType(let column, let expected, let value):
      "\(column) is \(expected.rawValue), not \"\(value)\""
    case .notAllowed(let column, let value, let allowed):
      "\(column) is \"\(value)\", not one of \(allowed.joined(separator: ", "))"
    }
  }
}

/// Why tables do not fit together.
public enum KeyProblem: Sendable, Hashable, CustomStringConvertible {
  case duplicate(table: String, key: String)
  case dangling(table: String, column: String, value: String, target: Reference)

  public var description: String {
    switch self {
    case .duplicate(let table, let key):
      "\(table): two rows with the key \(key)"
    case .dangling(let table, let column, let value, let target):
      "\(table).\(column): \"\(value)\" is not in \(target.table).\(target.column)"
    }
  }
}

/// What can go wrong with a dataset; each reads as one line that says what, where and what to do.
public enum DatasetError: Error, Sendable, Hashable, CustomStringConvertible {
  /// A row that does not fit; `row` counts from 1 in order of appending.
  case badRow(table: String, row: Int, [RowProblem])
  case brokenKeys([KeyProblem])
  /// The output folder cannot be used.
  case unusable(folder: String, reason: String)
  /// A file could not be read or written.
  case file(path: String, reason: String)
  /// A file of a dataset is not what the schema says.
  case malformed(file: String, line: Int, reason: String)

  public var description: String {
    switch self {
    case .badRow(let table, let row, let problems):
      "\(table), row \(row): " + problems.map(\.description).joined(separator: "; ")
    case .brokenKeys(let problems):
      "the tables do not fit together: "
        + problems.prefix(10).map(\.description).joined(separator: "; ")
        + (problems.count > 10 ? "; and \(problems.count - 10) more" : "")
    case .unusable(let folder, let reason):
      "cannot write the dataset to \(folder): \(reason)"
    case .file(let path, let reason):
      "\(path): \(reason)"
    case .malformed(let file, let line, let reason):
      "\(file):\(line): \(reason)"
    }
  }
}

/// What every table is checked for, cell by cell.
extension TableLoader {
  mutating func rows(_ file: String, _ columns: [String]) -> [CSVTable.Row] {
    do {
      return try CSVTable(path: folder + "/" + file, columns: columns).rows
    } catch {
      problems += error.problems
      return []
    }
  }

  mutating func note(_ file: String, _ row: CSVTable.Row, _ message: String) {
    problems.append("\(folder)/\(file):\(row.line): \(message)")
  }

  mutating func claim(_ id: String, in file: String, _ row: CSVTable.Row) {
    if id.isEmpty {
      note(file, row, "the first column is empty; each row needs one of its own")
    } else if ids[file, default: []].insert(id).inserted == false {
      note(file, row, "\"\(id)\" stands twice; each row needs one of its own")
    }
  }

  func isCode(_ code: String) -> Bool {
    let bytes = Array(code.utf8)
    guard bytes.count == 2 || bytes.count == 5 && bytes[2] == 0x2E else { return false }
    return bytes.enumerated().allSatisfy { $0 == 2 || ($1 >= 0x30 && $1 <= 0x39) }
  }

  mutating func year(_ column: String, _ file: String, _ row: CSVTable.Row) -> Int? {
    guard let text = row.optional(column) else { return nil }
    if let year = row.year(column) { return year }
    note(file, row, "\(column) is \"\(text)\"; write a year or nothing")
    return nil
  }

  /// Years joined by `|`.
  mutating func years(_ column: String, _ file: String, _ row: CSVTable.Row) -> [Int] {
    row.list(column).compactMap { text in
      if let year = CSVTable.Row.year(text) { return year }
      note(file, row, "\(column) is \"\(row[column])\"; write years joined by |, or nothing")
      return nil
    }
  }

  mutating func number(_ column: String, _ file: String, _ row: CSVTable.Row) -> FixedPoint? {
    guard let text = row.optional(column) else { return nil }
    if let number = FixedPoint(text) { return number }
    note(file, row, "\(column) is \"\(text)\"; write a number with a decimal point")
    return nil
  }

  mutating func flag(_ column: String, _ file: String, _ row: CSVTable.Row) -> Bool {
    switch row[column] {
    case "yes": return true
    case "", "no": return false
    default:
      note(file, row, "\(column) is \"\(row[column])\"; write yes or nothing")
      return false
    }
  }

  func index(_ ids: [String]) -> [String: Int32] {
    Dictionary(ids.enumerated().map { ($1, Int32($0)) }, uniquingKeysWith: { first, _ in first })
  }
}

extension CSVTable.Row {
  /// A calendar year; nil for anything else.
  func year(_ column: String) -> Int? { Self.year(self[column]) }

  static func year(_ text: String) -> Int? {
    Int(text).flatMap { (1945...2100).contains($0) ? $0 : nil }
  }
}

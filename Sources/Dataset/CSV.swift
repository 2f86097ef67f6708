/// Comma-separated values after RFC 4180, but with LF between rows: a header, quotes only where
/// needed, nothing between two commas for null.
///
/// Text that a spreadsheet would take for a formula gets an apostrophe in front (`FormulaText`), so
/// that nothing a page says is ever carried out; the reader here takes it away again.
public enum CSV {
  /// The whole table, rows in the order of `table`.
  public static func write(_ table: Table) -> [UInt8] {
    var bytes: [UInt8] = []
    for (position, column) in table.schema.columns.enumerated() {
      if position > 0 { bytes.append(comma) }
      append(column.name, to: &bytes)
    }
    bytes.append(lineFeed)
    for row in table.rows {
      for (position, value) in row.enumerated() {
        if position > 0 { bytes.append(comma) }
        append(value.text.map(FormulaText.guarded) ?? value.written, to: &bytes)
      }
      bytes.append(lineFeed)
    }
    return bytes
  }

  /// One row, with the line feed.
  package static func line(_ cells: [String]) -> [UInt8] {
    var bytes: [UInt8] = []
    for (position, cell) in cells.enumerated() {
      if position > 0 { bytes.append(comma) }
      append(cell, to: &bytes)
    }
    bytes.append(lineFeed)
    return bytes
  }

  /// Reads any CSV of this dialect (CRLF and a byte order mark are accepted) into rows of cells.
  /// - Returns: for each row the line on which it begins, and its cells.
  /// - Throws: `DatasetError.malformed` for a quote that is not closed or stands inside a cell.
  public static func rows(
    of bytes: [UInt8], file: String
  ) throws(DatasetError) -> [(line: Int, cells: [String])] {
    var rows: [(line: Int, cells: [String])] = []
    var cells: [String] = []
    var cell: [UInt8] = []
    var line = 1
    var place = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    var rowLine = 1
    while place < bytes.count {
      if bytes[place] == quote {
        guard cell.isEmpty else {
          throw .malformed(file: file, line: line, reason: "a quote inside a cell")
        }
        place = try quoted(bytes, from: place + 1, into: &cell, file: file, line: &line)
        continue
      }
      switch bytes[place] {
      case comma:
        cells.append(String(decoding: cell, as: UTF8.self))
        cell.removeAll(keepingCapacity: true)
      case lineFeed:
        if cell.last == carriageReturn { cell.removeLast() }
        cells.append(String(decoding: cell, as: UTF8.self))
        cell.removeAll(keepingCapacity: true)
        rows.append((rowLine, cells))
        cells.removeAll()
        line += 1
        rowLine = line
      default:
        cell.append(bytes[place])
      }
      place += 1
    }
    if !cell.isEmpty || !cells.isEmpty {
      cells.append(String(decoding: cell, as: UTF8.self))
      rows.append((rowLine, cells))
    }
    return rows
  }

  /// Reads to the closing quote; gives the place after it.
  private static func quoted(
    _ bytes: [UInt8], from start: Int, into cell: inout [UInt8], file: String, line: inout Int
  ) throws(DatasetError) -> Int {
    let opened = line
    var place = start
    while place < bytes.count {
      if bytes[place] == quote {
        guard place + 1 < bytes.count, bytes[place + 1] == quote else { return place + 1 }
        place += 1
      } else if bytes[place] == lineFeed {
        line += 1
      }
      cell.append(bytes[place])
      place += 1
    }
    throw .malformed(file: file, line: opened, reason: "a quote is not closed")
  }

  private static func append(_ text: String, to bytes: inout [UInt8]) {
    let needsQuotes =
      text.utf8.contains { $0 == comma || $0 == quote || $0 == lineFeed || $0 == carriageReturn }
      || text.utf8.first == space || text.utf8.last == space
    guard needsQuotes else {
      bytes += text.utf8
      return
    }
    bytes.append(quote)
    for byte in text.utf8 {
      if byte == quote { bytes.append(quote) }
      bytes.append(byte)
    }
    bytes.append(quote)
  }

  private static let comma = UInt8(ascii: ",")
  private static let quote = UInt8(ascii: "\"")
  private static let space = UInt8(ascii: " ")
  private static let lineFeed = UInt8(ascii: "\n")
  private static let carriageReturn = UInt8(ascii: "\r")
}

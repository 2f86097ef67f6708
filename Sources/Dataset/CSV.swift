/// Comma-separated values after RFC 4180, but with LF between rows: a header, quotes only where
/// needed, nothing between two commas for null.
///
/// Text that a spreadsheet would take for a formula gets an apostrophe in front (`FormulaText`), so
/// that nothing a page says is ever carried out; the reader here takes it away again.
public enum CSV {
  /// The whole table, rows in the order of `table`.
  public static func write(_ table: Table) -> [UInt8] {
    var bytes: [UInt8] = []
    append(headerOf: table.schema, to: &bytes)
    table.rows.forEachPacked { append($0, to: &bytes) }
    return bytes
  }

  static func append(headerOf schema: TableSchema, to bytes: inout [UInt8]) {
    for (position, column) in schema.columns.enumerated() {
      if position > 0 { bytes.append(comma) }
      append(column.name.utf8, to: &bytes)
    }
    bytes.append(lineFeed)
  }

  static func append(_ row: [PackedCell], to bytes: inout [UInt8]) {
    for (position, cell) in row.enumerated() {
      if position > 0 { bytes.append(comma) }
      if case .text(let text) = cell {
        append(text, isGuarded: FormulaText.isGuarded(text), to: &bytes)
      } else {
        cell.appendWritten(to: &bytes)
      }
    }
    bytes.append(lineFeed)
  }

  /// One row, with the line feed.
  package static func line(_ cells: [String]) -> [UInt8] {
    var bytes: [UInt8] = []
    for (position, cell) in cells.enumerated() {
      if position > 0 { bytes.append(comma) }
      append(cell.utf8, to: &bytes)
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
    var parser = CSVParser(file: file)
    try parser.add(bytes[...])
    try parser.end()
    return parser.take()
  }

  /// - Parameter isGuarded: whether an apostrophe stands in front.
  private static func append(
    _ text: some BidirectionalCollection<UInt8>, isGuarded: Bool = false, to bytes: inout [UInt8]
  ) {
    let needsQuotes =
      text.contains { $0 == comma || $0 == quote || $0 == lineFeed || $0 == carriageReturn }
      || !isGuarded && text.first == space || text.last == space
    let mark = isGuarded ? FormulaText.guardMark : ""
    guard needsQuotes else {
      bytes += mark.utf8
      bytes += text
      return
    }
    bytes.append(quote)
    bytes += mark.utf8
    for byte in text {
      if byte == quote { bytes.append(quote) }
      bytes.append(byte)
    }
    bytes.append(quote)
  }

  static let comma = UInt8(ascii: ",")
  static let quote = UInt8(ascii: "\"")
  private static let space = UInt8(ascii: " ")
  static let lineFeed = UInt8(ascii: "\n")
  static let carriageReturn = UInt8(ascii: "\r")
}

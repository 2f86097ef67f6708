/// Cuts CSV into rows of cells, a piece of the text at a time. CRLF and a byte order mark are accepted.
struct CSVParser {
  private enum State {
    case plain, quoted
    /// Behind a quote inside of quotes: the end, or the first of two that stand for one.
    case quote
  }

  private let file: String
  private var state = State.plain
  private var rows: [(line: Int, cells: [String])] = []
  private var cells: [String] = []
  private var cell: [UInt8] = []
  private var line = 1
  private var rowLine = 1
  private var quoteLine = 1
  /// Bytes of the byte order mark that were seen; nil behind the beginning.
  private var mark: Int? = 0

  private static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

  /// - Parameter file: its name in messages.
  init(file: String) {
    self.file = file
  }

  /// The rows that are complete, each once.
  mutating func take() -> [(line: Int, cells: [String])] {
    defer { rows = [] }
    return rows
  }

  /// - Throws: `DatasetError.malformed` for a quote inside a cell.
  mutating func add(_ bytes: ArraySlice<UInt8>) throws(DatasetError) {
    for byte in bytes {
      if let seen = mark {
        if byte == Self.byteOrderMark[seen] {
          mark = seen == 2 ? nil : seen + 1
          continue
        }
        mark = nil
        // It was no mark but text that begins like one.
        cell += Self.byteOrderMark[..<seen]
      }
      try add(byte)
    }
  }

  private mutating func add(_ byte: UInt8) throws(DatasetError) {
    if state == .quoted {
      if byte == CSV.quote {
        state = .quote
        return
      }
      if byte == CSV.lineFeed { line += 1 }
      cell.append(byte)
      return
    }
    if byte == CSV.quote {
      if state == .quote {
        cell.append(byte)
      } else if cell.isEmpty {
        quoteLine = line
      } else {
        throw .malformed(file: file, line: line, reason: "a quote inside a cell")
      }
      state = .quoted
      return
    }
    state = .plain
    switch byte {
    case CSV.comma: endCell()
    case CSV.lineFeed:
      if cell.last == CSV.carriageReturn { cell.removeLast() }
      endCell()
      rows.append((rowLine, cells))
      cells.removeAll()
      line += 1
      rowLine = line
    default: cell.append(byte)
    }
  }

  private mutating func endCell() {
    cells.append(String(decoding: cell, as: UTF8.self))
    cell.removeAll(keepingCapacity: true)
  }

  /// - Throws: `DatasetError.malformed` for a quote that is not closed.
  mutating func end() throws(DatasetError) {
    if let seen = mark { cell += Self.byteOrderMark[..<seen] }
    mark = nil
    guard state != .quoted else {
      throw .malformed(file: file, line: quoteLine, reason: "a quote is not closed")
    }
    guard !cell.isEmpty || !cells.isEmpty else { return }
    endCell()
    rows.append((rowLine, cells))
  }
}

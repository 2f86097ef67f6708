#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A table of a pipeline folder: CSV after RFC 4180 with a header, read whole.
public struct CSVTable: Sendable {
  /// A row's cells by column name, and the line it begins on.
  public struct Row: Sendable {
    /// Line of the file on which the row begins, from 1.
    public let line: Int
    let cells: [String]
    let columns: [String: Int]

    /// The cell without white space around it; empty for a column that the table does not have.
    public subscript(column: String) -> String {
      columns[column].map { cells[$0] } ?? ""
    }

    /// Nil for an empty cell.
    public func optional(_ column: String) -> String? {
      let cell = self[column]
      return cell.isEmpty ? nil : cell
    }

    /// A cell's parts between `|`.
    public func list(_ column: String) -> [String] {
      self[column].split(separator: "|").map { trimmed(String($0)) }.filter { !$0.isEmpty }
    }
  }

  /// Name of the file, for messages.
  public let file: String
  /// In the order of the file, without its header.
  public let rows: [Row]

  /// - Throws: `LexiconError` when the file cannot be read, a column is missing or unknown, a row has
  ///   another number of cells than the header, or a quotation mark is not closed.
  public init(path: String, columns: [String]) throws(LexiconError) {
    guard let bytes = read(path) else {
      throw LexiconError(problems: ["\(path): cannot be read (\(String(cString: strerror(errno))))"]
      )
    }
    try self.init(bytes: bytes, file: path, columns: columns)
  }

  /// Whether there is such a file: some tables a pipeline need not have.
  static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

  /// - Throws: `LexiconError` when a column is missing or unknown, a row has another number of cells than
  ///   the header, or a quotation mark is not closed.
  public init(bytes: [UInt8], file: String, columns: [String]) throws(LexiconError) {
    self.file = file
    var records = try Self.records(bytes, file: file)
    guard !records.isEmpty else {
      throw LexiconError(problems: [
        "\(file):1: the header is missing; write \(columns.joined(separator: ","))"
      ])
    }
    let header = records.removeFirst().cells
    var problems: [String] = []
    for name in columns where !header.contains(name) {
      problems.append("\(file):1: the column \(name) is missing")
    }
    for name in header where !columns.contains(name) {
      problems.append(
        "\(file):1: unknown column \(name); there are \(columns.joined(separator: ", "))")
    }
    let positions = Dictionary(
      header.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    var rows: [Row] = []
    for record in records {
      guard record.cells.count == header.count else {
        problems.append(
          "\(file):\(record.line): \(record.cells.count) cells under \(header.count) columns; quote "
            + "cells that hold a comma")
        continue
      }
      rows.append(Row(line: record.line, cells: record.cells, columns: positions))
    }
    guard problems.isEmpty else { throw LexiconError(problems: problems) }
    self.rows = rows
  }

  private static func records(
    _ bytes: [UInt8], file: String
  ) throws(LexiconError) -> [(line: Int, cells: [String])] {
    var records: [(line: Int, cells: [String])] = []
    var cells: [String] = []
    var cell: [UInt8] = []
    var isQuoted = false
    var line = 1
    var start = 1
    var index = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    func text(_ bytes: [UInt8]) -> String { trimmed(String(decoding: bytes, as: UTF8.self)) }
    while index < bytes.count {
      let byte = bytes[index]
      if isQuoted {
        if byte == 0x22, index + 1 < bytes.count, bytes[index + 1] == 0x22 {
          cell.append(0x22)
          index += 1
        } else if byte == 0x22 {
          isQuoted = false
        } else {
          if byte == 0x0A { line += 1 }
          cell.append(byte)
        }
      } else {
        switch byte {
        case 0x22 where cell.isEmpty: isQuoted = true
        case 0x2C:
          cells.append(text(cell))
          cell.removeAll(keepingCapacity: true)
        case 0x0D: break
        case 0x0A:
          cells.append(text(cell))
          cell.removeAll(keepingCapacity: true)
          if cells.count > 1 || !cells[0].isEmpty { records.append((start, cells)) }
          cells.removeAll(keepingCapacity: true)
          line += 1
          start = line
        default: cell.append(byte)
        }
      }
      index += 1
    }
    guard !isQuoted else {
      throw LexiconError(problems: ["\(file):\(start): a quotation mark is not closed"])
    }
    if !cell.isEmpty || !cells.isEmpty {
      cells.append(text(cell))
      records.append((start, cells))
    }
    return records
  }
}

private func trimmed(_ text: String) -> String {
  var view = text[...]
  while let first = view.first, first.isWhitespace { view.removeFirst() }
  while let last = view.last, last.isWhitespace { view.removeLast() }
  return String(view)
}

private func read(_ path: String) -> [UInt8]? {
  let file = open(path, O_RDONLY | O_CLOEXEC)
  guard file >= 0 else { return nil }
  defer { _ = close(file) }
  var status = stat()
  guard fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
    errno = EISDIR
    return nil
  }
  var bytes: [UInt8] = []
  var buffer = [UInt8](repeating: 0, count: 1 << 16)
  while true {
    let count = read(file, &buffer, buffer.count)
    if count < 0, errno == EINTR { continue }
    guard count >= 0 else { return nil }
    if count == 0 { return bytes }
    bytes += buffer[..<count]
  }
}

private func read(_ file: CInt, _ buffer: inout [UInt8], _ count: Int) -> Int {
  buffer.withUnsafeMutableBytes { systemRead(file, $0.baseAddress, count) }
}

private func systemRead(_ file: CInt, _ buffer: UnsafeMutableRawPointer?, _ count: Int) -> Int {
  #if canImport(Glibc)
    Glibc.read(file, buffer, count)
  #elseif canImport(Musl)
    Musl.read(file, buffer, count)
  #else
    Darwin.read(file, buffer, count)
  #endif
}

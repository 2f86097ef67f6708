#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Reads a CSV file row by row, without having all of it in memory.
struct CSVFile: ~Copyable {
  private static let pieceSize = 1 << 18

  private let path: String
  private let file: CInt
  private var parser: CSVParser
  private var rows: [(line: Int, cells: [String])] = []
  private var position = 0
  private var isAtEnd = false

  init(_ path: String) throws(DatasetError) {
    self.path = path
    file = open(path, O_RDONLY | O_CLOEXEC)
    parser = CSVParser(file: path)
    guard file >= 0 else { throw Files.failure(path) }
  }

  deinit { _ = close(file) }

  /// - Returns: the line on which the row begins, and its cells; nil at the end.
  /// - Throws: as `CSV.rows` does, and when the file cannot be read.
  mutating func next() throws(DatasetError) -> (line: Int, cells: [String])? {
    while position == rows.count {
      if isAtEnd { return nil }
      let piece = try Files.readPiece(of: file, atMost: Self.pieceSize, named: path)
      isAtEnd = piece.isEmpty
      if isAtEnd { try parser.end() } else { try parser.add(piece[...]) }
      rows = parser.take()
      position = 0
    }
    position += 1
    return rows[position - 1]
  }
}

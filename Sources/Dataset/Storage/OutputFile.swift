import Crypto

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A file that is written from its beginning to its end, a piece at a time; its hash is known at the end.
struct OutputFile: ~Copyable {
  /// Bytes that are gathered before they are written.
  private static let pieceSize = 1 << 18

  private let path: String
  private let file: CInt
  private var hash = SHA256()
  private(set) var count = 0
  /// What is to be written next.
  private var piece: [UInt8] = []

  init(_ path: String) throws(DatasetError) {
    self.path = path
    file = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard file >= 0 else { throw Files.failure(path) }
  }

  deinit { _ = close(file) }

  /// - Parameter append: adds bytes behind those that are there.
  mutating func write(_ append: (inout [UInt8]) -> Void) throws(DatasetError) {
    append(&piece)
    if piece.count >= Self.pieceSize { try flush() }
  }

  /// Writes what is left.
  /// - Returns: SHA-256 of the whole, in hexadecimal digits.
  mutating func finish() throws(DatasetError) -> String {
    try flush()
    return Hexadecimal.text(hash.finalize())
  }

  private mutating func flush() throws(DatasetError) {
    try Files.write(piece, to: file, named: path)
    hash.update(data: piece)
    count += piece.count
    piece.removeAll(keepingCapacity: true)
  }
}

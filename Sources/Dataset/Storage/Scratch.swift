import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Where a run keeps what need not be in memory: files without a name, which go with the process however it
/// ends.
public struct Scratch: Sendable {
  /// Path with which the files' names begin while they are made.
  private let prefix: String

  /// - Parameter output: the dataset's folder, beside which there is room for what it is made from.
  /// - Throws: `DatasetError.unusable` when nothing can be written there.
  public init(beside output: String) throws(DatasetError) {
    prefix = try DatasetFolder.companion(of: output, ".tilik-scratch-")
  }

  package func file() throws(DatasetError) -> ScratchFile { try ScratchFile(prefix) }
}

/// Bytes that are written once, one behind the other, and read from any place.
package final class ScratchFile: Sendable {
  private let path: String
  private let file: CInt
  private let end = Mutex(0)

  fileprivate init(_ prefix: String) throws(DatasetError) {
    var name = Array((prefix + "XXXXXX").utf8CString)
    file = mkstemp(&name)
    path = prefix
    guard file >= 0 else { throw Files.failure(prefix) }
    _ = fcntl(file, F_SETFD, FD_CLOEXEC)
    unlink(name)
  }

  deinit { _ = close(file) }

  /// - Returns: where they stand.
  /// - Throws: `DatasetError.file` when the disk is full.
  package func append(_ bytes: [UInt8]) throws(DatasetError) -> Range<Int> {
    let start = end.withLock { end in
      defer { end += bytes.count }
      return end
    }
    var done = 0
    while done < bytes.count {
      let count = bytes.withUnsafeBytes { bytes in
        pwrite(
          file, bytes.baseAddress.map { $0 + done }, bytes.count - done, off_t(start + done))
      }
      if count < 0 && errno == EINTR { continue }
      guard count > 0 else { throw Files.failure(path) }
      done += count
    }
    return start..<start + bytes.count
  }

  /// What was written there. A disk that cannot give back what it has just taken ends the process.
  package func read(_ range: Range<Int>) -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: range.count) { buffer, filled in
      while filled < range.count {
        let count = pread(
          file, buffer.baseAddress.map { $0 + filled }, range.count - filled,
          off_t(range.lowerBound + filled))
        if count < 0 && errno == EINTR { continue }
        guard count > 0 else { fatalError("\(path)…: \(Files.reason())") }
        filled += count
      }
    }
  }
}

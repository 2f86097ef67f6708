/// Why bytes stop coming before their end.
enum StreamFailure: Error, Sendable, Hashable {
  /// In the system's words.
  case system(String)
  case truncated
  /// What is wrong with them.
  case damaged(String)
  /// Behind what was whole stands something else.
  case garbage
  /// They unpack to more than `CrawlLimits.ratio` allows.
  case bomb
  /// There was too little to unpack them in.
  case memory

  var reason: String {
    switch self {
    case .system(let words): words
    case .truncated: "the file ends too early"
    case .damaged(let what): what
    case .garbage: "bytes that are no gzip"
    case .bomb: "it unpacks to far more than its size"
    case .memory: CrawlError.memoryReason
    }
  }
}

/// Bytes that come a piece behind another: a file, or what is packed in one.
protocol ByteStream: AnyObject {
  /// - Returns: how many bytes came; 0 at the end.
  func read(into buffer: UnsafeMutableRawBufferPointer) throws(StreamFailure) -> Int
  /// Bytes that were taken from the file at the bottom so far, against which limits of ratio hold.
  var taken: Int { get }
  /// Goes on at a place.
  /// - Returns: false when the stream goes only forwards.
  func seek(to position: Int) -> Bool
}

/// A file of the corpus as a stream.
final class FileStream: ByteStream {
  private let file: InputFile
  private(set) var taken = 0
  let size: Int

  init(_ path: [UInt8], address: String) throws(CrawlError) {
    file = try InputFile(path, address: address)
    size = file.size
  }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws(StreamFailure) -> Int {
    guard let count = file.read(into: buffer) else { throw .system(SystemFile.reason()) }
    taken += count
    return count
  }

  func seek(to position: Int) -> Bool { file.seek(to: position) }
}

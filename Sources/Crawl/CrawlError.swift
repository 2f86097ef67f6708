/// Why a corpus or one of its documents cannot be read.
public enum CrawlError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The corpus is not there or cannot be listed.
  case corpus(path: String, reason: String)
  /// One document cannot be read; the others can.
  case document(address: String, reason: String)

  /// The reason of what failed for want of memory: it may be read another time.
  public static let memoryReason = "not enough memory to unpack it"

  /// Without the place: what the `reason` column of `documents` says.
  public var reason: String {
    switch self {
    case .corpus(_, let reason), .document(_, let reason): reason
    }
  }

  public var description: String {
    switch self {
    case .corpus(let path, let reason): "corpus \(path): \(reason)"
    case .document(let address, let reason): "\(address): \(reason)"
    }
  }
}

/// How much one document may hold. A page beyond a limit fails with a reason; nothing is cut.
public struct CrawlLimits: Sendable, Hashable {
  /// Bytes of a page, after decompression.
  public var pageBytes: Int
  /// How many times larger than the file its contents may be. Pages that repeat themselves reach
  /// about 100; deflate's own bound is 1032, which only a bomb comes near.
  public var ratio: Int
  /// Below this many bytes of output no ratio is suspicious.
  public var ratioFloor: Int
  /// Archives inside archives.
  public var depth: Int
  /// Files or records of one archive; nil for as many as there are.
  public var entries: Int?

  public init(
    pageBytes: Int = 200 << 20, ratio: Int = 400, ratioFloor: Int = 8 << 20, depth: Int = 4,
    entries: Int? = nil
  ) {
    self.depth = depth
    self.entries = entries
    self.pageBytes = pageBytes
    self.ratio = ratio
    self.ratioFloor = ratioFloor
  }

  /// Bytes that a page may unpack to.
  /// - Parameter size: of what is packed.
  func allowed(for size: Int) -> Int { min(pageBytes, max(ratioFloor, size * ratio)) }

  var tooLarge: String { "larger than \(pageBytes) bytes" }
}

/// When and from where a page was saved, as its archive tells.
public struct Capture: Sendable, Hashable {
  public var url: String?
  /// As the archive writes it: ISO 8601 in a WARC file.
  public var date: String?
  /// Of the HTTP response.
  public var status: Int?
  /// The character set that the server or the saving browser gave.
  public var charset: String?

  public init(
    url: String? = nil, date: String? = nil, status: Int? = nil, charset: String? = nil
  ) {
    self.url = url
    self.date = date
    self.status = status
    self.charset = charset
  }
}

/// Why a document that was found is not read.
public enum Omission: Sendable, Hashable {
  case failed(String)
  /// What cannot hold a statement: a picture, an error page.
  case irrelevant(String)
  /// The same contents as a document before it.
  case copy(of: String, String)

  public var reason: String {
    switch self {
    case .failed(let reason), .irrelevant(let reason), .copy(_, let reason): reason
    }
  }
}

/// A document as the crawl comes by it: with its bytes when it lies in an archive, to be read from its
/// file otherwise.
public struct CrawledDocument: Sendable {
  enum Content: Sendable {
    case file
    /// As they are stored, and how they are wrapped.
    case bytes([UInt8], [Coding])
    /// It lies in an archive that was not opened.
    case entry([UInt8])
  }

  public let reference: DocumentReference
  public var omission: Omission?
  public var capture = Capture()
  var content = Content.file
  /// What is odd about the page, and does not keep it from being read.
  var remark: String?

  /// What was known of a document in an archive that was not opened (`DocumentStream.listed`).
  public var entry: [UInt8]? {
    if case .entry(let bytes) = content { bytes } else { nil }
  }

  /// Bytes that are held in memory for it.
  public var weight: Int {
    switch content {
    case .file: 0
    case .bytes(let bytes, _), .entry(let bytes): bytes.count
    }
  }
}

/// Where the documents of an archive come from.
protocol DocumentWalk: AnyObject {
  func next() -> CrawledDocument?
}

/// What a walk over an archive is given.
struct WalkContext {
  /// The archive in the corpus, in which all others lie.
  let file: FoundFile
  let limits: CrawlLimits
  /// The only documents that are asked for; nil for all.
  var wanted: WantedAddresses?
  /// Whether pages are wanted, or only their names.
  let keepsContent: Bool
  var depth = 1

  func document(
    _ address: String, format: PageFormat = .html, omission: Omission? = nil
  ) -> CrawledDocument {
    CrawledDocument(
      reference: DocumentReference(address: address, format: format, file: file), omission: omission
    )
  }

  /// The walk over an archive.
  func walk(
    _ kind: ArchiveKind, _ address: String, open: () throws(StreamFailure) -> any ByteStream
  ) throws(StreamFailure) -> any DocumentWalk {
    switch kind {
    case .warc: try WarcWalk(open(), address: address, context: self)
    case .container: try ArchiveWalk(open(), address: address, context: self)
    }
  }
}

/// The addresses of documents that are asked for.
struct WantedAddresses: Sendable {
  private let sorted: [String]

  init(_ addresses: [String]) {
    sorted = addresses.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  func contains(_ address: String) -> Bool {
    let place = place(of: address)
    return place < sorted.count && sorted[place].utf8.elementsEqual(address.utf8)
  }

  /// Those that begin so.
  func all(below prefix: String) -> ArraySlice<String> {
    let start = place(of: prefix)
    var end = start
    while end < sorted.count, sorted[end].utf8.starts(with: prefix.utf8) { end += 1 }
    return sorted[start..<end]
  }

  func hasAny(below prefix: String) -> Bool {
    let place = place(of: prefix)
    return place < sorted.count && sorted[place].utf8.starts(with: prefix.utf8)
  }

  /// Of the first that does not come before an address.
  private func place(of address: String) -> Int {
    var (low, high) = (0, sorted.count)
    while low < high {
      let middle = (low + high) / 2
      if sorted[middle].utf8.lexicographicallyPrecedes(address.utf8) {
        low = middle + 1
      } else {
        high = middle
      }
    }
    return low
  }
}

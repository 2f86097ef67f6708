import Crypto

/// A document of the corpus that was found and not read yet.
public struct DocumentReference: Sendable, Hashable {
  /// As in `SavedPage.address`.
  public let address: String
  let path: [UInt8]
  public let format: PageFormat
  let isCompressed: Bool
  /// Why it cannot be read, when that was seen while listing.
  let problem: String?

  init(
    address: String, path: [UInt8], format: PageFormat, isCompressed: Bool, problem: String? = nil
  ) {
    self.address = address
    self.path = path
    self.format = format
    self.isCompressed = isCompressed
    self.problem = problem
  }
}

/// Finds the documents of one or more corpora, and reads them one at a time.
///
/// A corpus is a folder, searched to its depths, or a single file. Documents are `.html`, `.htm`,
/// `.xhtml` and `.txt` files, plain or with `.gz` behind. Hidden files, the `NAME_files` folders that
/// browsers save beside `NAME.html`, and links that lead out of the corpus are passed by.
public struct Crawler: Sendable {
  private let corpora: [Corpus]
  public let limits: CrawlLimits

  /// - Throws: `CrawlError.corpus` when one is not there.
  public init(_ paths: [String], limits: CrawlLimits = CrawlLimits()) throws(CrawlError) {
    corpora = try Corpus.all(paths)
    self.limits = limits
  }

  /// All documents by the bytes of their address; none has been opened.
  /// - Throws: `CrawlError.corpus` when a corpus cannot be listed.
  public func documents() throws(CrawlError) -> [DocumentReference] {
    var all: [DocumentReference] = []
    for corpus in corpora { all += try corpus.documents() }
    return all.sorted { $0.address.utf8.lexicographicallyPrecedes($1.address.utf8) }
  }

  /// Reads and unpacks one document.
  /// - Throws: `CrawlError.document`; the file may have gone, be damaged or be too large.
  public func read(_ reference: DocumentReference) throws(CrawlError) -> SavedPage {
    if let problem = reference.problem {
      throw .document(address: reference.address, reason: problem)
    }
    let bytes = try PageReader(limits: limits).read(reference)
    return SavedPage(
      address: reference.address, bytes: bytes, format: reference.format,
      sha256: Self.sha256(bytes))
  }

  static func sha256(_ bytes: [UInt8]) -> String {
    let digits = Array("0123456789abcdef".utf8)
    var text: [UInt8] = []
    for byte in SHA256.hash(data: bytes) {
      text.append(digits[Int(byte >> 4)])
      text.append(digits[Int(byte & 15)])
    }
    return String(decoding: text, as: UTF8.self)
  }
}

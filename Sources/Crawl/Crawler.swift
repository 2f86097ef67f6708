import Crypto

/// A document of the corpus that was found and not read yet.
public struct DocumentReference: Sendable, Hashable {
  /// As in `SavedPage.address`.
  public let address: String
  public let format: PageFormat
  /// The document, or the archive in which it lies.
  let file: FoundFile
}

/// Finds the documents of one or more corpora, and reads them.
///
/// A corpus is a folder, searched to its depths, a single file, or an address in an archive. Documents
/// are `.html`, `.htm`, `.xhtml`, `.mhtml`, `.mht` and `.txt` files, plain or with `.gz` behind, and what
/// archives hold: `.warc`, `.warc.gz`, `.wacz`, `.zip`, `.tar`, `.tar.gz`, `.tgz`. Hidden files, the
/// `NAME_files` folders that browsers save beside `NAME.html`, and links that lead out of the corpus are
/// passed by.
public struct Crawler: Sendable {
  private let corpora: [Corpus]
  private let lists: [PathList]
  public let limits: CrawlLimits

  /// - Parameters:
  ///   - paths: of folders, files, and documents in archives by their address.
  ///   - lists: files with a path a line; `-` for standard input.
  /// - Throws: `CrawlError.corpus` when one is not there.
  public init(
    _ paths: [String], lists: [String] = [], limits: CrawlLimits = CrawlLimits()
  ) throws(CrawlError) {
    corpora = try Corpus.all(paths)
    var read: [PathList] = []
    for list in lists { read.append(try PathList(list)) }
    self.lists = read
    self.limits = limits
  }

  /// All documents in the order of the stream, without their bytes. Reads every archive from front to
  /// end; use `stream` to read the documents themselves.
  /// - Throws: `CrawlError.corpus` when a corpus cannot be listed.
  public func documents() throws(CrawlError) -> [DocumentReference] {
    let stream = try stream(keepsContent: false, only: nil)
    var all: [DocumentReference] = []
    while let document = stream.next() { all.append(document.reference) }
    return all
  }

  /// The documents one behind another.
  /// - Parameter wanted: addresses of those that are asked for; nil for all.
  /// - Throws: `CrawlError.corpus` when a corpus cannot be listed.
  public func stream(only wanted: [String]? = nil) throws(CrawlError) -> DocumentStream {
    try stream(keepsContent: true, only: wanted)
  }

  /// Paths of the documents that are files of their own, by address; what lies in archives has none.
  /// - Throws: `CrawlError.corpus` when a corpus cannot be listed.
  public func paths() throws(CrawlError) -> [String: [UInt8]] {
    var files: [FoundFile] = []
    for corpus in corpora where corpus.inner == nil { files += try corpus.files() }
    for list in lists { files += list.files }
    var paths: [String: [UInt8]] = [:]
    for file in files {
      if case .page = file.kind { paths[file.address] = file.path }
    }
    return paths
  }

  private func stream(
    keepsContent: Bool, only wanted: [String]?
  ) throws(CrawlError) -> DocumentStream {
    var files: [FoundFile] = []
    var inner: [FoundFile: [String]] = [:]
    for corpus in corpora {
      let found = try corpus.files()
      guard let address = corpus.inner, let archive = found.first else {
        files += found
        continue
      }
      if inner[archive] == nil { files.append(archive) }
      inner[archive, default: []].append(address)
    }
    for list in lists { files += list.files }
    files.sort { $0.address.utf8.lexicographicallyPrecedes($1.address.utf8) }
    return DocumentStream(
      files, limits: limits, wanted: wanted.map(WantedAddresses.init),
      inner: inner.mapValues(WantedAddresses.init), keepsContent: keepsContent)
  }

  /// Reads one document that was found before. In an archive it is looked for anew: many of them are
  /// better read by a stream.
  /// - Throws: `CrawlError.document`; the file may have gone, be damaged or be too large.
  public func read(_ reference: DocumentReference) throws(CrawlError) -> SavedPage {
    let wanted = WantedAddresses([reference.address])
    let stream = DocumentStream(
      [reference.file], limits: limits, wanted: wanted, inner: [:], keepsContent: true)
    while let document = stream.next() {
      if document.reference.address == reference.address { return try read(document) }
    }
    throw .document(address: reference.address, reason: "not in the archive any more")
  }

  /// Reads and unpacks a document of a stream. For any number of threads.
  /// - Throws: `CrawlError.document`; the file may have gone, be damaged or be too large.
  public func read(_ document: CrawledDocument) throws(CrawlError) -> SavedPage {
    let address = document.reference.address
    if let omission = document.omission {
      throw .document(address: address, reason: omission.reason)
    }
    let packed: [UInt8]
    var codings: [Coding]
    switch document.content {
    case .bytes(let bytes, let wrapped):
      packed = bytes
      codings = wrapped
    case .file:
      guard case .page(let page) = document.reference.file.kind else {
        throw .document(address: address, reason: "its bytes were not asked for")
      }
      packed = try PageReader(limits: limits).read(
        document.reference.file.path, address: address, isCompressed: page.isCompressed)
      codings = page.isMHTML ? [.mhtml] : []
    case .entry:
      throw .document(address: address, reason: "its archive was not opened")
    }
    let (bytes, part) = try Unwrapping(address: address, limits: limits)(packed, codings)
    var capture = document.capture
    if let part {
      capture.url = capture.url ?? part.url
      capture.charset = capture.charset ?? part.charset
      capture.date = capture.date ?? part.date
    }
    return SavedPage(
      address: address, bytes: bytes, format: document.reference.format,
      sha256: Self.sha256(bytes), capture: capture, remark: document.remark)
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

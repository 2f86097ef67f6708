import Crawl
import Dataset

/// What archives gave when they were read: of an archive whose bytes are the same, what is known of its documents
/// without opening it. What was read of each page stands in the cache under the page's own key.
struct ArchiveListings: Sendable {
  /// Bytes of a listing that are held in memory.
  private static let pieceSize = 1 << 20

  private let cache: RefreshCache
  private let context: String
  private let archives: [String: String]

  init?(_ cache: RefreshCache?, _ corpus: CorpusHash?, context: String) {
    guard let cache, let corpus else { return nil }
    self.cache = cache
    self.context = context
    archives = corpus.archives
  }

  /// The documents of an archive, packed, one behind another; nil when it has to be read.
  func documents(of archive: String) -> (() -> [UInt8]?)? {
    guard let count = pieceCount(of: archive) else { return nil }
    // All are looked at first: what is handed out cannot be taken back.
    for piece in 0..<count where self.piece(piece, of: archive) == nil {
      cache.forget(head(archive))
      return nil
    }
    var (next, place) = (0, 0)
    var documents: [[UInt8]] = []
    return {
      while place == documents.count {
        guard next < count else { return nil }
        guard let piece = self.piece(next, of: archive) else {
          fatalError("the cache \(cache.path) does not give what it gave a moment ago")
        }
        (documents, place, next) = (piece, 0, next + 1)
      }
      place += 1
      return documents[place - 1]
    }
  }

  /// Notes what archives gave that were read in this run.
  /// - Parameter records: of all documents, as each was found.
  func store(_ records: RecordStore) {
    let unknown = archives.filter { !cache.has(head($0.key)) }
    guard !unknown.isEmpty else { return }
    var drafts: [String: Draft] = [:]
    var last = ""
    for place in records.indices {
      let record = records.head(place)
      if !Self.lies(record.address, in: last) {
        guard let archive = Self.archive(of: record.address, unknown) else { continue }
        last = archive
      }
      var draft = drafts[last] ?? Draft()
      drafts[last] = nil
      draft.add(PackedRecord(record.asStub).bytes)
      if draft.size >= Self.pieceSize { store(&draft, of: last) }
      drafts[last] = draft
    }
    for archive in unknown.keys.sorted() {
      var draft = drafts[archive] ?? Draft()
      if draft.count > 0 { store(&draft, of: archive) }
      var writer = ByteWriter()
      writer.write(draft.pieces)
      cache.store(writer.bytes, under: head(archive))
    }
  }

  /// A listing in the making.
  private struct Draft {
    private(set) var pieces = 0
    private(set) var count = 0
    private var writer = ByteWriter()

    var size: Int { writer.bytes.count }

    mutating func add(_ document: [UInt8]) {
      writer.write(document)
      count += 1
    }

    mutating func take() -> [UInt8] {
      defer { (writer, count, pieces) = (ByteWriter(), 0, pieces + 1) }
      return writer.bytes
    }
  }

  private func store(_ draft: inout Draft, of archive: String) {
    let key = key(archive, piece: draft.pieces)
    cache.store(draft.take(), under: key)
  }

  private func pieceCount(of archive: String) -> Int? {
    guard archives[archive] != nil, let body = cache.body(of: head(archive)) else { return nil }
    var reader = ByteReader(body)
    return try? reader.int()
  }

  private func piece(_ number: Int, of archive: String) -> [[UInt8]]? {
    guard let body = cache.body(of: key(archive, piece: number)) else { return nil }
    var reader = ByteReader(body)
    var documents: [[UInt8]] = []
    while !reader.isAtEnd {
      guard let document = try? Array(reader.data()) else { return nil }
      documents.append(document)
    }
    return documents
  }

  private func head(_ archive: String) -> DocumentKey { key(archive, piece: -1) }

  private func key(_ archive: String, piece: Int) -> DocumentKey {
    DocumentKey(
      listingOf: archive, sha256: archives[archive] ?? "", piece: piece, context: context)
  }

  private static func lies(_ address: String, in archive: String) -> Bool {
    guard !archive.isEmpty, address.utf8.starts(with: archive.utf8) else { return false }
    let next = address.utf8.dropFirst(archive.utf8.count).first
    return next == nil || next == UInt8(ascii: "!") || next == UInt8(ascii: "#")
  }

  /// The archive among some in which a document lies.
  private static func archive(of address: String, _ archives: [String: String]) -> String? {
    if archives[address] != nil { return address }
    let bytes = address.utf8
    for place in bytes.indices
    where bytes[place] == UInt8(ascii: "!") || bytes[place] == UInt8(ascii: "#") {
      let archive = String(address[..<place])
      if archives[archive] != nil { return archive }
    }
    return nil
  }
}

extension DocumentRecord {
  /// What is known of the document before its entry in the cache is looked at; all of one that has no entry,
  /// such as a page that the gate holds back.
  fileprivate var asStub: DocumentRecord {
    guard cacheKey != nil else { return self }
    var stub = DocumentRecord(address: address, sha256: sha256, status: .read, capture: capture)
    stub.cacheKey = cacheKey
    stub.isStub = true
    return stub
  }
}

import Crawl
import Dataset
import Extract

/// A document's record as bytes: what the document is called and what follows from other documents, then
/// what was found out about it by itself, as in the cache.
struct PackedRecord: Sendable {
  let address: String
  let bytes: [UInt8]
  let traits: RecordStore.Traits

  init(_ record: DocumentRecord) {
    var writer = ByteWriter()
    Self.write(nameOf: record, to: &writer)
    RecordCoding.write(record, to: &writer)
    address = record.address
    bytes = writer.bytes
    traits = Self.traits(of: record, hasArticle: record.article != nil)
  }

  /// The record that a stub stands for, from what the cache has of it, which is copied as it is.
  /// - Throws: `ByteDamage` when that does not begin as it should.
  init(_ stub: DocumentRecord, body: [UInt8]) throws(ByteDamage) {
    var stub = stub
    stub.isStub = false
    var reader = ByteReader(body)
    let head = try RecordCoding.head(from: &reader, for: stub)
    var writer = ByteWriter()
    Self.write(nameOf: stub, to: &writer)
    address = stub.address
    bytes = writer.bytes + body
    traits = Self.traits(of: head, hasArticle: try reader.bool())
  }

  /// A stub, or a document of which nothing was read, out of a listing, whose sum was right.
  init(listed bytes: [UInt8]) {
    guard let head = try? Self.head(from: bytes) else {
      fatalError("a record in a listing is not what was written")
    }
    address = head.address
    self.bytes = bytes
    traits = Self.traits(of: head, hasArticle: false)
  }

  /// All that stands before what was found out about the document by itself.
  private static func write(nameOf record: DocumentRecord, to writer: inout ByteWriter) {
    writer.write(record.address)
    writer.write(record.sha256)
    let capture = record.capture
    for text in [capture.url, capture.date, capture.charset, record.whole] { writer.write(text) }
    writer.write(capture.status)
    writer.write(optional: record.part) { writer, part in
      writer.write(part.number)
      writer.write(part.article)
    }
    writer.write(optional: record.cacheKey) { writer, key in
      writer.write(key.words.high)
      writer.write(key.words.low)
    }
    writer.write(record.isStub)
  }

  private static func traits(
    of record: DocumentRecord, hasArticle: Bool
  ) -> RecordStore.Traits {
    var traits: RecordStore.Traits = []
    if record.isStub { traits.insert(.stub) }
    if record.status == .read { traits.insert(.read) }
    if record.status == .failed { traits.insert(.failed) }
    if hasArticle { traits.insert(.article) }
    if !record.bases.isEmpty { traits.insert(.bases) }
    if record.whole != nil { traits.insert(.whole) }
    if record.isPassing { traits.insert(.passing) }
    return traits
  }

  static func record(from bytes: [UInt8]) throws(ByteDamage) -> DocumentRecord {
    var reader = ByteReader(bytes)
    let name = try name(&reader)
    return try RecordCoding.record(from: &reader, for: name)
  }

  static func head(from bytes: [UInt8]) throws(ByteDamage) -> DocumentRecord {
    var reader = ByteReader(bytes)
    let name = try name(&reader)
    return try RecordCoding.head(from: &reader, for: name)
  }

  static func kinship(from bytes: [UInt8]) throws(ByteDamage) -> Kinship? {
    var reader = ByteReader(bytes)
    let name = try name(&reader)
    _ = try RecordCoding.head(from: &reader, for: name)
    return try RecordCoding.kinship(from: &reader)
  }

  static func article(from bytes: [UInt8]) throws(ByteDamage) -> Article? {
    var reader = ByteReader(bytes)
    let name = try name(&reader)
    _ = try RecordCoding.head(from: &reader, for: name)
    return try RecordCoding.article(from: &reader, for: name)
  }

  private static func name(_ reader: inout ByteReader) throws(ByteDamage) -> DocumentRecord {
    let (address, sha256) = (try reader.string(), try reader.optionalString())
    var capture = Capture()
    capture.url = try reader.optionalString()
    capture.date = try reader.optionalString()
    capture.charset = try reader.optionalString()
    let whole = try reader.optionalString()
    capture.status = try reader.optionalInt()
    var record = DocumentRecord(
      address: address, sha256: sha256, status: .read, capture: capture)
    record.whole = whole
    record.part = try reader.optional { reader throws(ByteDamage) in
      DocumentPart(number: try reader.int(), article: try reader.optionalString())
    }
    record.cacheKey = try reader.optional { reader throws(ByteDamage) in
      DocumentKey(words: (try reader.number(), try reader.number()))
    }
    record.isStub = try reader.bool()
    return record
  }
}

extension DocumentRecord {
  /// Whether the same bytes may come to something else in another run: want of memory may be over by then.
  fileprivate var isPassing: Bool {
    cacheKey == nil && reason?.hasPrefix(CrawlError.memoryReason) ?? false
  }
}

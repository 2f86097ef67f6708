public import Crawl
public import Extract
public import Interpret

/// What became of a document of the corpus.
public enum DocumentStatus: String, Sendable, Hashable {
  case read, duplicate, irrelevant, failed
}

/// Something recognised in a document's text.
public struct MentionRow: Sendable, Hashable {
  /// "region", "unit", "score", "year"…
  public let kind: String
  /// UTF-8 byte offsets in `Article.text`.
  public let range: Range<Int>
  /// What the words mean: a code, an id or a normalised value; nil where several meanings are open.
  public let id: String?

  public init(kind: String, range: Range<Int>, id: String?) {
    self.kind = kind
    self.range = range
    self.id = id
  }
}

/// A document that is one of the parts an article was split into.
public struct DocumentPart: Sendable, Hashable {
  /// From 1.
  public let number: Int
  /// Address of the first of the parts that are in the corpus; nil for a part that stands alone.
  public let article: String?

  public init(number: Int, article: String?) {
    self.number = number
    self.article = article
  }
}

/// All that the stages before found out about one document: what the tables are made of.
public struct DocumentRecord: Sendable {
  /// The document's name in every table.
  public let address: String
  /// SHA-256 of the saved page; nil when its bytes could not be read.
  public let sha256: String?
  /// Nil for a document that was not parsed.
  public let article: Article?
  /// Nil for a document that was not interpreted.
  public internal(set) var reading: Reading?
  /// In the order of the text.
  public internal(set) var mentions: [MentionRow]
  /// Copies need not be marked: `TableBuilder` finds them.
  public let status: DocumentStatus
  /// Why the document was not read, or what was odd about it.
  public internal(set) var reason: String?
  /// Nil for a document that is no part of an article.
  public internal(set) var part: DocumentPart?
  /// Address of the document that holds all of this one, which is a part of it.
  public internal(set) var whole: String?
  /// When and from where the page was saved, when its archive says so.
  public let capture: Capture
  /// For a page that was not parsed: keys of the addresses that it may be a part under.
  var bases: [UInt64] = []
  /// The name of its entry in the cache.
  var cacheKey: DocumentKey?
  /// Only the name is known; the rest is in the cache.
  var isStub = false

  public init(
    address: String, sha256: String?, article: Article? = nil, reading: Reading? = nil,
    mentions: [MentionRow] = [], status: DocumentStatus, reason: String? = nil,
    capture: Capture = Capture()
  ) {
    self.capture = capture
    self.address = address
    self.sha256 = sha256
    self.article = article
    self.reading = reading
    self.mentions = mentions
    self.status = status
    self.reason = reason
  }

  /// The document with its status, and without what was read on the page.
  init(_ record: DocumentRecord, status: DocumentStatus, reason: String?) {
    self.init(
      address: record.address, sha256: record.sha256, status: status, reason: reason,
      capture: record.capture)
    part = record.part
    whole = record.whole
    bases = record.bases
    cacheKey = record.cacheKey
    isStub = record.isStub
  }

  /// The document with what was read on the page.
  init(
    _ record: DocumentRecord, article: Article?, reading: Reading?, mentions: [MentionRow]
  ) {
    self.init(
      address: record.address, sha256: record.sha256, article: article, reading: reading,
      mentions: mentions, status: record.status, reason: record.reason, capture: record.capture)
    part = record.part
    whole = record.whole
    bases = record.bases
    cacheKey = record.cacheKey
    isStub = record.isStub
  }
}

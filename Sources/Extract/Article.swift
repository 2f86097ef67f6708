/// What sort of page a document is.
public enum PageKind: String, Sendable, Hashable {
  case news, regulation, list, other
}

/// A day, and the time of day when the page states one.
public struct PublishedDate: Sendable, Hashable {
  public let year: Int
  /// 1 to 12.
  public let month: Int
  /// 1 to 31.
  public let day: Int
  /// `HH:MM`, local to `zone`.
  public let time: String?
  /// As an offset such as `+07:00` (WIB), `+08:00` (WITA), `+09:00` (WIT).
  public let zone: String?

  public init(year: Int, month: Int, day: Int, time: String? = nil, zone: String? = nil) {
    self.year = year
    self.month = month
    self.day = day
    self.time = time
    self.zone = zone
  }
}

/// A value read off a page, with the place that gave it (`json-ld`, `og`, `meta`, `time`, `h1`,
/// `title`, `url`, `text`, `comment`).
public struct Sourced<Value: Sendable & Hashable>: Sendable, Hashable {
  public let value: Value
  public let source: String

  public init(_ value: Value, source: String) {
    self.value = value
    self.source = source
  }
}

/// What a block of text is on its page.
public enum BlockKind: String, Sendable, Hashable {
  case title, heading, paragraph, listItem, tableRow, quote, caption
}

/// A table cell: its text, and how many columns it spans.
public struct Cell: Sendable, Hashable {
  /// UTF-8 byte offsets in `Article.text`.
  public let range: Range<Int>
  public let isHeader: Bool
  /// The first column the cell stands in, from 0, after row and column spans are laid out.
  public let column: Int
  /// How many rows it stands in, from its own on; 1 for most.
  public let height: Int

  public init(range: Range<Int>, isHeader: Bool, column: Int, height: Int = 1) {
    self.range = range
    self.isHeader = isHeader
    self.column = column
    self.height = height
  }
}

/// A run of text that belongs together: blocks follow one another in the order of the page, do not
/// overlap, and a line feed stands between two of them.
public struct Block: Sendable, Hashable {
  public let kind: BlockKind
  /// UTF-8 byte offsets in `Article.text`.
  public let range: Range<Int>
  /// Heading level, or depth of a list; 0 otherwise.
  public let level: Int
  /// The number in front of an item of an ordered list.
  public let number: Int?
  /// Blocks of one list or one table share a group, counted from 1; 0 otherwise.
  public let group: Int
  /// The cells of a table row, in order; a tab stands between two of them in the text.
  public let cells: [Cell]

  public init(
    kind: BlockKind, range: Range<Int>, level: Int = 0, number: Int? = nil, group: Int = 0,
    cells: [Cell] = []
  ) {
    self.kind = kind
    self.range = range
    self.level = level
    self.number = number
    self.group = group
    self.cells = cells
  }
}

/// What became of a page's bytes. Of the decoded bytes each is counted once:
/// `decoded == markup + cut + furniture + repeated + template + kept`.
public struct LossLedger: Sendable, Hashable {
  /// Bytes of the saved page.
  public var bytesIn = 0
  /// Bytes of the saved page behind the size limit, which were not read.
  public var unread = 0
  /// Bytes of UTF-8 after the character set was decoded.
  public var decoded = 0
  /// Characters that could not be decoded and stand as U+FFFD.
  public var replaced = 0
  /// Decoded bytes of tags, comments, scripts, style, and the white space between blocks.
  public var markup = 0
  /// Bytes of decoded text cut because of nesting, size, or attributes beyond the limits.
  public var cut = 0
  /// Bytes of decoded text dropped as furniture (navigation, share bars, comments, footers).
  public var furniture = 0
  /// Bytes of decoded text dropped because the passage stands in the page already.
  public var repeated = 0
  /// Bytes of decoded text dropped because the passage stands on most pages of the site.
  public var template = 0
  /// Bytes of decoded text kept.
  public var kept = 0

  public init() {}

  /// All decoded bytes that the ledger speaks of.
  public var accounted: Int { markup + cut + furniture + repeated + template + kept }
}

/// A page's own text: what it says, without what surrounds it.
public struct Article: Sendable {
  public var address: String
  public var kind: PageKind = .other
  public var url: Sourced<String>?
  /// All addresses that container and page give for it, the surest first: where it was saved from, then
  /// what it declares.
  public var addresses: [String] = []
  /// The addresses of the next and the previous part of the article, as the page links them.
  public var next: String?
  public var previous: String?
  public var publisher: Sourced<String>?
  public var title: Sourced<String>?
  public var author: Sourced<String>?
  public var published: Sourced<PublishedDate>?
  public var modified: Sourced<PublishedDate>?
  /// BCP 47, as the page declares it.
  public var language: String?
  /// The character set the page was decoded from; `utf-8 (twice)` when it had been encoded twice and
  /// was mended.
  public var charset = "utf-8"
  /// UTF-8. The title, when there is one, is the first block; the body follows.
  public var text: [UInt8] = []
  /// Where the body begins in `text`: 0, or behind the title and its line feed.
  public var bodyStart = 0
  public var blocks: [Block] = []
  public var sourceMap = SourceMap()
  public var losses = LossLedger()
  /// Why `text` is empty, or what was cut; nil when nothing is to be said.
  public var remark: String?

  public init(address: String) {
    self.address = address
  }

  /// What schema.org calls the article's body: the text without the title and without the captions
  /// of figures, a line a block. UTF-8; positions in it are not those of `text`.
  public var body: [UInt8] {
    var body: [UInt8] = []
    body.reserveCapacity(text.count)
    for block in blocks where block.kind != .title && block.kind != .caption {
      if !body.isEmpty { body.append(0x0A) }
      body += text[block.range]
    }
    return body
  }
}

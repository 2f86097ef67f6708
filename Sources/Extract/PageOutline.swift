/// What is kept of a page for comparing it with the others of its site: hashes, no text.
public struct PageOutline: Sendable, Hashable {
  /// A passage of the page: what it is known again by.
  public struct Passage: Sendable, Hashable {
    /// As `PassageKey` makes it.
    public let key: UInt64
    /// Bytes of text.
    public let length: Int32
    /// Whether this may be furniture at all.
    public let isCandidate: Bool

    package init(key: UInt64, length: Int32, isCandidate: Bool) {
      self.key = key
      self.length = length
      self.isCandidate = isCandidate
    }
  }

  /// The host that the page was published under, or its publisher's name.
  public let site: String
  /// Of the title; the parts of one article have one.
  public let title: UInt64
  /// The body's, in the order of the page.
  public let passages: [Passage]

  /// - Parameters:
  ///   - article: the page as it was extracted without a template.
  ///   - isNeeded: whether what was read from the page leans on a passage, by its range in the text;
  ///     such a passage is never furniture.
  /// - Returns: nil for a page that says nothing for its site: one without site, title or text; a
  ///   regulation, whose recitals are worded alike by law; a list, which repeats other pages.
  public init?(_ article: Article, isNeeded: (Range<Int>) -> Bool = { _ in false }) {
    guard article.kind == .news || article.kind == .other, let site = Self.site(of: article),
      let title = article.title?.value, !title.isEmpty
    else { return nil }
    self.site = site
    self.title = PassageKey.of(PartMark.split(title: title).title.utf8)
    passages = article.blocks.lazy.filter { $0.kind != .title }.map { block in
      Passage(
        key: PassageKey.of(article.text[block.range]), length: Int32(block.range.count),
        isCandidate: block.kind.mayBeFurniture && !isNeeded(block.range))
    }
    guard !passages.isEmpty else { return nil }
  }

  /// Made again from what was kept of it.
  package init(site: String, title: UInt64, passages: [Passage]) {
    self.site = site
    self.title = title
    self.passages = passages
  }

  /// Bytes of all passages.
  var length: Int { passages.reduce(0) { $0 + Int($1.length) } }

  /// Whose page it is; nil where neither address nor publisher is known. A folder of the corpus is no
  /// site: people save pages of many sites into one.
  static func site(of article: Article) -> String? {
    if let host = article.url.flatMap({ PageAddress($0.value)?.host }) { return host }
    guard let publisher = article.publisher?.value else { return nil }
    let name = TitleFinder.key(Array(publisher.utf8))
    return name.isEmpty ? nil : "publisher:" + String(decoding: name, as: UTF8.self)
  }
}

extension BlockKind {
  /// Sentences and captions may be a site's furniture. Rows, items and headings say the same on many
  /// pages with reason: the columns of a table, the name of a region.
  var mayBeFurniture: Bool { self == .paragraph || self == .quote || self == .caption }
}

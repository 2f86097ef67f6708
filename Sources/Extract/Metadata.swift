/// What a page says about itself outside of its text: meta elements, JSON-LD, link elements, dates.
struct Metadata {
  /// `property`, `name` or `itemprop` of a meta element, in small letters, to its content; the first
  /// of equal ones counts.
  private(set) var meta: [String: String] = [:]
  private(set) var canonical: String?
  private(set) var next: String?
  private(set) var previous: String?
  private(set) var language: String?
  private(set) var linkedData = LinkedData()

  init(page: PageNodes, decoded: UnsafeBufferPointer<UInt8>, jsonLD: [Range<Int>]) {
    for index in page.nodes.indices {
      switch page.nodes[index].tag {
      case .meta:
        guard let content = page.string(.content, of: index), !content.isEmpty else { continue }
        let key =
          page.string(.property, of: index) ?? page.string(.name, of: index)
          ?? page.string(.itemprop, of: index)
        if let key = key?.lowercased(), meta[key] == nil, meta.count < 500 { meta[key] = content }
      case .link:
        switch page.string(.rel, of: index)?.lowercased() {
        case "canonical": canonical = canonical ?? page.string(.href, of: index)
        case "next": next = next ?? page.string(.href, of: index)
        case "prev", "previous": previous = previous ?? page.string(.href, of: index)
        default: break
        }
      case .html:
        language = language ?? page.string(.lang, of: index)
      default: break
      }
    }
    for range in jsonLD {
      linkedData.read(UnsafeBufferPointer(rebasing: decoded[range]))
    }
  }

  /// The first of some keys that the page has, trimmed.
  func first(_ keys: [String]) -> String? {
    for key in keys {
      if let value = meta[key].map(Self.trim), !value.isEmpty { return value }
    }
    return nil
  }

  /// White space collapsed and cut off both ends.
  static func trim(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  static let publishedKeys = [
    "article:published_time", "og:article:published_time", "content_publisheddate",
    "publishdate", "publish-date", "publish_date", "published_time", "datepublished",
    "date.published", "pubdate", "parsely-pub-date", "sailthru.date", "publication_date",
    "createdate", "dc.date.issued", "dcterms.issued", "dcterms.created", "dc.date.created",
    "dc.date", "dcterms.date", "og:published_time", "date", "article_date_original",
    "originalpublicationdate", "cxenseparse:recs:publishtime", "citation_publication_date",
  ]
  static let modifiedKeys = [
    "article:modified_time", "og:updated_time", "datemodified", "lastmod", "last-modified",
    "dcterms.modified", "revised", "updated_time",
  ]
  static let titleKeys = ["og:title", "twitter:title", "dc.title", "dcterms.title", "headline"]
  static let siteKeys = [
    "og:site_name", "application-name", "apple-mobile-web-app-title", "twitter:site", "publisher",
    "dc.publisher",
  ]
  static let authorKeys = [
    "author", "article:author", "dc.creator", "dcterms.creator", "parsely-author", "byl",
    "sailthru.author", "content_author", "twitter:creator",
  ]

  /// Whether the page says that it is one article.
  var isDeclaredArticle: Bool { meta["og:type"] == "article" || linkedData.isArticle }

  var url: Sourced<String>? {
    if let canonical, canonical.hasPrefix("http") { return Sourced(canonical, source: "link") }
    if let url = first(["og:url", "twitter:url"]), url.hasPrefix("http") {
      return Sourced(url, source: "og")
    }
    return nil
  }

  /// All that it declares as its own address; `og:url` first, since sites name the first part of an
  /// article as the canonical address of the others.
  var addresses: [String] {
    [first(["og:url", "twitter:url"]), canonical].compactMap { $0 }.filter { $0.hasPrefix("http") }
  }

  var published: Sourced<PublishedDate>? {
    if let text = linkedData.published, let date = DateReader.metadata(text) {
      return Sourced(date, source: "json-ld")
    }
    for key in Self.publishedKeys {
      if let text = meta[key], let date = DateReader.metadata(text) {
        return Sourced(date, source: "meta")
      }
    }
    return nil
  }

  var modified: Sourced<PublishedDate>? {
    if let text = linkedData.modified, let date = DateReader.metadata(text) {
      return Sourced(date, source: "json-ld")
    }
    for key in Self.modifiedKeys {
      if let text = meta[key], let date = DateReader.metadata(text) {
        return Sourced(date, source: "meta")
      }
    }
    return nil
  }

  var title: Sourced<String>? {
    if let title = linkedData.headline.map(Self.trim), !title.isEmpty {
      return Sourced(title, source: "json-ld")
    }
    return first(Self.titleKeys).map { Sourced($0, source: "og") }
  }

  var publisher: Sourced<String>? {
    if let name = linkedData.publisher.map(Self.trim), !name.isEmpty {
      return Sourced(name, source: "json-ld")
    }
    guard let name = first(Self.siteKeys) else { return nil }
    return Sourced(
      name.hasPrefix("@") ? String(name.dropFirst()) : name,
      source: meta["og:site_name"] == nil ? "meta" : "og")
  }

  var author: Sourced<String>? {
    if let name = linkedData.author.map(Self.trim), !name.isEmpty {
      return Sourced(name, source: "json-ld")
    }
    guard let name = first(Self.authorKeys), !name.hasPrefix("http") else { return nil }
    return Sourced(name, source: "meta")
  }
}

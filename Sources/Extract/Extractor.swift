public import Crawl

/// What extraction is given beside the page.
public struct ExtractOptions: Sendable {
  /// Lines that are nobody's text, from the pipeline's `boilerplate.csv`.
  public var boilerplate: [BoilerplateLine]
  /// Bytes of a page beyond which the rest is cut.
  public var pageLimit: Int
  /// Elements and pieces of text beyond which the rest is cut.
  public var nodeLimit: Int

  public init(
    boilerplate: [BoilerplateLine] = [], pageLimit: Int = 24 << 20, nodeLimit: Int = 1_000_000
  ) {
    self.boilerplate = boilerplate
    self.pageLimit = pageLimit
    self.nodeLimit = nodeLimit
  }
}

/// Turns saved pages into articles. One extractor serves any number of threads.
public struct Extractor: Sendable {
  private let options: ExtractOptions
  private let boilerplate: Boilerplate

  public init(_ options: ExtractOptions = .init()) {
    self.options = options
    boilerplate = Boilerplate(options.boilerplate)
  }

  /// What is said of a page that memory did not suffice for.
  public static let memoryRemark = "memory ran short while the page was parsed"

  /// Reads one page. Never fails: a page that gives nothing has an empty text and says why in `remark`.
  /// - Parameters:
  ///   - page: its bytes, however broken.
  ///   - template: what stands on the other pages of the site too, and is left out.
  public func extract(_ page: SavedPage, without template: SiteTemplate? = nil) -> Article {
    var article = Article(address: page.address)
    article.losses.bytesIn = page.bytes.count
    article.url = page.url.map { Sourced($0, source: "container") }
    guard !page.bytes.isEmpty else {
      article.remark = "the page has no bytes"
      return article
    }
    page.bytes.withUnsafeBufferPointer { bytes in
      var raw = bytes
      if raw.count > options.pageLimit {
        raw = UnsafeBufferPointer(rebasing: raw[..<options.pageLimit])
        article.losses.unread = bytes.count - raw.count
        article.remark = "only the first \(options.pageLimit) bytes were read"
      }
      let decoded = DecodedPage(
        raw, isMarkup: page.format == .html, transport: page.capture.charset)
      article.charset = decoded.charset.name + (decoded.isDoubleEncoded ? " (twice)" : "")
      article.losses.replaced = decoded.replaced
      let read: (UnsafeBufferPointer<UInt8>) -> Void = { text in
        article.losses.decoded = text.count
        if Self.isBinary(text, decoded) {
          article.losses.cut += text.count
          article.remark = "the bytes are not text"
          return
        }
        switch page.format {
        case .html:
          HTMLExtraction(options: options, boilerplate: boilerplate, template: template)
            .run(text, decoded, &article)
        case .text:
          TextExtraction(boilerplate: boilerplate, template: template).run(text, decoded, &article)
        }
      }
      if let own = decoded.bytes { own.withUnsafeBufferPointer(read) } else { read(raw) }
      article.remark = article.remark ?? decoded.remark
    }
    article.losses.markup = article.losses.decoded - article.losses.accounted
    if article.text.isEmpty, article.remark == nil { article.remark = "no text on the page" }
    return article
  }

  /// Pictures, archives and programs saved under a page's name: many control characters.
  private static func isBinary(_ text: UnsafeBufferPointer<UInt8>, _ decoded: DecodedPage) -> Bool {
    decoded.removed + decoded.replaced > 16
      && (decoded.removed + decoded.replaced) * 20 > text.count
  }
}

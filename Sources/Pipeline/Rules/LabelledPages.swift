import Crawl
import Dataset
import Extract
import Interpret

/// Pages with what a person noted of them.
public struct LabelledPages: Sendable {
  struct Page: Sendable {
    let article: Article
    /// Nil for a page of a corpus without labels.
    let label: GoldDocument?
  }

  let pages: [Page]
  /// Number of pages.
  public var count: Int { pages.count }

  /// - Parameters:
  ///   - labels: what was noted; empty for "read every page of the corpora, and compare no facts".
  ///   - corpora: where the labelled pages are.
  /// - Throws: `PipelineError` when a corpus cannot be read or holds none of the labelled pages.
  public init(
    labels: [GoldDocument], corpora: [String], pipeline: PipelineConfiguration
  ) throws(PipelineError) {
    guard !corpora.isEmpty else {
      pages = []
      return
    }
    let byName = Dictionary(labels.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    var pages: [Page] = []
    do {
      let extractor = try Stages.extractor(pipeline)
      let crawler = try Crawler(corpora)
      let stream = try crawler.stream()
      while let document = stream.next() {
        let label = byName[FactNames.document(document.reference.address)]
        guard labels.isEmpty || label != nil, document.omission == nil,
          let page = try? crawler.read(document)
        else { continue }
        let article = extractor.extract(page)
        if !article.text.isEmpty { pages.append(Page(article: article, label: label)) }
      }
    } catch {
      throw PipelineError("\(error)")
    }
    guard !pages.isEmpty else {
      throw PipelineError(
        "none of the labelled pages is in \(corpora.joined(separator: ", ")); name their folder with "
          + "--corpus")
    }
    self.pages = pages
  }
}

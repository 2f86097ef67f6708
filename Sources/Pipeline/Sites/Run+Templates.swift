import Crawl
import Extract

extension Run {
  /// Reads those pages again that carry what their site repeats on its pages, which no page alone can
  /// tell from its text.
  /// - Parameter records: of all documents, as each was read by itself.
  func leaveOutTemplates(
    _ records: [DocumentRecord], _ crawler: Crawler, _ stages: some DocumentStages
  ) async -> [DocumentRecord] {
    let outlines = records.map(\.outline)
    var templates = SiteTemplates()
    for case let outline? in outlines { templates.add(outline) }
    let found = templates.found()
    let work = outlines.indices.compactMap { index -> (index: Int, template: SiteTemplate)? in
      guard let outline = outlines[index], let template = found[outline.site],
        template.isOn(outline)
      else { return nil }
      return (index, template)
    }
    let places = Dictionary(
      work.map { (records[$0.index].address, $0) }, uniquingKeysWith: { first, _ in first })
    // A page that went, or changed, since it was read: what it was read as stands.
    guard !work.isEmpty, let stream = try? crawler.stream(only: Array(places.keys)) else {
      return records
    }
    let again = await ParallelMap.map(
      next: stream.next, weight: \.weight, jobs: jobs
    ) { document -> (Int, DocumentRecord)? in
      guard let (index, template) = places[document.reference.address],
        let page = try? crawler.read(document), page.sha256 == records[index].sha256
      else { return nil }
      return (index, stages.record(of: page, without: template))
    } done: { _ in
    }
    var records = records
    for case (let index, let record)? in again where record.hasBody { records[index] = record }
    return records
  }
}

extension DocumentRecord {
  fileprivate var hasBody: Bool { article.map { $0.bodyStart < $0.text.count } ?? false }
}

import Crawl
import Extract

extension Run {
  /// Reads those pages again that carry what their site repeats on its pages, which no page alone can
  /// tell from its text.
  /// - Parameters:
  ///   - records: of all documents, as each was read by itself.
  ///   - references: of the same documents in the same order.
  func leaveOutTemplates(
    _ records: [DocumentRecord], _ references: [DocumentReference], _ crawler: Crawler,
    _ stages: some DocumentStages
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
    let again = await ParallelMap.map(work, jobs: jobs) { index, template -> DocumentRecord? in
      // A page that went, or changed, since it was read: what it was read as stands.
      guard let page = try? crawler.read(references[index]), page.sha256 == records[index].sha256
      else { return nil }
      return stages.record(of: page, without: template)
    } done: { _ in
    }
    var records = records
    for (record, (index, _)) in zip(again, work) {
      guard let record, record.hasBody else { continue }
      records[index] = record
    }
    return records
  }
}

extension DocumentRecord {
  fileprivate var hasBody: Bool { article.map { $0.bodyStart < $0.text.count } ?? false }
}

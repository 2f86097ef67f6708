import Crawl
import Extract

extension Run {
  /// Reads those pages again that carry what their site repeats on its pages, which no page alone can
  /// tell from its text.
  /// - Parameter records: of all documents, as each was read by itself.
  func leaveOutTemplates<Stages>(
    _ records: [DocumentRecord], _ crawler: Crawler, _ reading: PageReading<Stages>
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
    let templatesByPlace = Dictionary(
      work.map { ($0.index, $0.template) }, uniquingKeysWith: { first, _ in first })
    let before = records
    var records = records
    var unknown: [Int] = []
    let known = await ParallelMap.map(work, jobs: jobs, chunk: 64) {
      reading.cached(before[$0.index], without: $0.template)
    } done: { _ in
    }
    for (place, record) in zip(work, known) {
      guard let record else {
        unknown.append(place.index)
        continue
      }
      if record.hasBody { records[place.index] = record }
    }
    let alone = records
    return await read(again: unknown, of: alone, crawler) { page, index in
      let record = reading.record(of: page, without: templatesByPlace[index])
      return record.hasBody ? record : alone[index]
    }
  }
}

extension DocumentRecord {
  fileprivate var hasBody: Bool { article.map { $0.bodyStart < $0.text.count } ?? false }
}

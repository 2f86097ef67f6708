import Crawl
import Dataset
import Extract

extension Run {
  /// Reads those pages again that carry what their site repeats on its pages, which no page alone can
  /// tell from its text.
  /// - Parameter records: of all documents, as each was read by itself.
  func leaveOutTemplates<Stages>(
    _ records: inout RecordStore, _ crawler: Crawler, _ reading: PageReading<Stages>
  ) async throws(DatasetError) {
    let alone = records
    var outlines: [(place: Int, outline: PageOutline)] = []
    var templates = SiteTemplates()
    try await forEach(records.places(.article), chunk: 64) {
      alone.kinship($0)?.outline
    } done: { place, outline in
      guard let outline else { return }
      outlines.append((place, outline))
      templates.add(outline)
    }
    let found = templates.found()
    var pages: [Int: SiteTemplate] = [:]
    for (place, outline) in outlines {
      if let template = found[outline.site], template.isOn(outline) { pages[place] = template }
    }
    let templatesByPlace = pages
    var unknown: [Int] = []
    try await forEach(pages.keys.sorted(), chunk: 64) { place -> DocumentRecord? in
      guard let template = templatesByPlace[place] else { return nil }
      return reading.cached(alone.head(place), without: template)
    } done: { place, record throws(DatasetError) in
      guard let record else {
        unknown.append(place)
        return
      }
      if record.hasBody { try records.replace(place, by: record) }
    }
    try await read(again: unknown, of: &records, crawler) { page, place in
      let record = reading.record(of: page, without: templatesByPlace[place])
      return record.hasBody ? record : nil
    }
  }
}

extension DocumentRecord {
  fileprivate var hasBody: Bool { article.map { $0.bodyStart < $0.text.count } ?? false }
}

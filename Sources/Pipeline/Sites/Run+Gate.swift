import Crawl
import Extract

extension Run {
  /// Reads those pages after all that the gate left unparsed and that may be a part of an article of which
  /// another part is one of ours: "Ombudsman" may be named on the first page and the results on the second.
  /// - Parameter records: of all documents, as each was read by itself.
  func readParts<Stages>(
    of records: [DocumentRecord], _ crawler: Crawler, _ reading: PageReading<Stages>
  ) async -> [DocumentRecord] {
    guard records.contains(where: { !$0.bases.isEmpty }) else { return records }
    var ours: Set<UInt64> = []
    for record in records where record.status == .read {
      if let part = record.article.flatMap(PagePart.init) { ours.insert(Hash64.of(part.base)) }
    }
    let wanted = records.indices.filter { records[$0].bases.contains(where: ours.contains) }
    return await read(again: wanted, of: records, crawler) { page, _ in
      reading.record(of: page, without: nil)
    }
  }

  /// Goes once more through the corpus for some documents, and puts what is read of them in their places.
  /// A page that went, or changed, since it was read stays as it was read.
  func read(
    again wanted: [Int], of records: [DocumentRecord], _ crawler: Crawler,
    _ read: @escaping @Sendable (SavedPage, Int) -> DocumentRecord
  ) async -> [DocumentRecord] {
    let places = Dictionary(
      wanted.map { (records[$0].address, $0) }, uniquingKeysWith: { first, _ in first })
    guard !places.isEmpty, let stream = try? crawler.stream(only: Array(places.keys)) else {
      return records
    }
    let isInterrupted = isInterrupted
    let isolation = isolation
    func next() -> CrawledDocument? { isInterrupted() ? nil : stream.next() }
    let again = await ParallelMap.map(
      next: next, weight: \.weight, jobs: jobs
    ) { document -> (Int, DocumentRecord)? in
      guard let index = places[document.reference.address] else { return nil }
      return isolation.reading(document.reference.address) { () -> (Int, DocumentRecord)? in
        guard let page = try? crawler.read(document), page.sha256 == records[index].sha256
        else { return nil }
        return (index, read(page, index))
      } ?? nil
    } done: { _ in
    }
    var records = records
    for case (let index, let record)? in again { records[index] = record }
    return records
  }
}

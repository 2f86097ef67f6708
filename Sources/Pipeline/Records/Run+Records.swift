import Crawl
import Dataset

extension Run {
  /// Works on some documents at the same time, a few after the others.
  /// - Parameter done: is given the place of each and what came of it; called one at a time.
  func forEach<Result: Sendable>(
    _ places: [Int], chunk: Int, _ work: @escaping @Sendable (Int) -> Result,
    done: (Int, Result) throws(DatasetError) -> Void
  ) async throws(DatasetError) {
    var left = places.makeIterator()
    func next() -> Int? { left.next() }
    try await ParallelMap.forEach(next: next, jobs: workers, chunk: chunk) {
      ($0, work($0))
    } done: { _, results throws(DatasetError) in
      for (place, result) in results { try done(place, result) }
    }
  }

  /// Goes once more through the corpus for some documents, and puts what is read of them in their places.
  /// A page that went, or changed, since it was read stays as it was read.
  /// - Parameter read: gives nil for a page that is to stay as it is, too.
  func read(
    again wanted: [Int], of records: inout RecordStore, _ crawler: Crawler,
    _ read: @escaping @Sendable (SavedPage, Int) -> DocumentRecord?
  ) async throws(DatasetError) {
    let before = records
    let places = Dictionary(
      wanted.map { (before.head($0).address, $0) }, uniquingKeysWith: { first, _ in first })
    guard !places.isEmpty, let stream = try? crawler.stream(only: Array(places.keys)) else {
      return
    }
    let isInterrupted = isInterrupted
    let isolation = isolation
    stream.watch = isolation.watch(", gone through again")
    func next() -> CrawledDocument? { isInterrupted() ? nil : stream.next() }
    try await ParallelMap.forEach(
      next: next, weight: \.weight, jobs: workers, overlaps: !isolation.isAlone
    ) { document -> (place: Int, record: PackedRecord)? in
      guard let place = places[document.reference.address] else { return nil }
      let record = isolation.reading(document.reference.address) {
        guard let page = try? crawler.read(document),
          page.sha256 == before.head(place).sha256
        else { return nil }
        return read(page, place)
      }
      return record.map { (place, PackedRecord($0)) }
    } done: { _, again throws(DatasetError) in
      for case let found? in again { try records.replace(found.place, by: found.record) }
    }
  }
}

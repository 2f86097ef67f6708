import Crawl
import Dataset
import Extract

extension Run {
  /// Reads those pages after all that the gate left unparsed and that may be a part of an article of which
  /// another part is one of ours: "Ombudsman" may be named on the first page and the results on the second.
  /// - Parameter records: of all documents, as each was read by itself.
  func readParts<Stages>(
    of records: inout RecordStore, _ crawler: Crawler, _ reading: PageReading<Stages>
  ) async throws(DatasetError) {
    let unparsed = records.places(.bases)
    guard !unparsed.isEmpty else { return }
    var ours: Set<UInt64> = []
    for place in records.places([.read, .article]) {
      if let part = records.kinship(place)?.part { ours.insert(Hash64.of(part.base)) }
    }
    let wanted = unparsed.filter { records.head($0).bases.contains(where: ours.contains) }
    try await read(again: wanted, of: &records, crawler) { page, _ in
      reading.record(of: page, without: nil)
    }
  }
}

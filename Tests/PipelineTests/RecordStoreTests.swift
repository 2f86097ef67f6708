import Crawl
import Dataset
import Extract
import Testing

@testable import Pipeline

@Suite("Records that are kept on disk")
struct RecordStoreTests {
  /// As documents of all kinds leave it behind.
  private static func records() -> [DocumentRecord] {
    var irrelevant = DocumentRecord(
      address: "b.warc.gz#20", sha256: "00ff", status: .irrelevant, reason: "says nothing",
      capture: Capture(url: "https://b.example/", date: "2025-01-02", status: 200))
    irrelevant.bases = [1, .max]
    var part = TablesSample.record("d.txt")
    part.part = DocumentPart(number: 2, article: "a.txt")
    part.whole = "c.txt"
    var stub = DocumentRecord(address: "e.txt", sha256: "11", status: .read)
    stub.cacheKey = DocumentKey(words: (7, .max))
    stub.isStub = true
    return [
      part, stub, irrelevant, TablesSample.record("a.txt"),
      DocumentRecord(address: "c.txt", sha256: nil, status: .failed, reason: "gzip ends early"),
    ]
  }

  @Test("come back as they were, in the order of their addresses") func roundTrip() throws {
    let records = Self.records()
    let store = try RecordStore(records, .temporary())
    let ordered = records.sorted { $0.address < $1.address }
    #expect(store.count == records.count)
    for (place, record) in ordered.enumerated() {
      let again = store[place]
      #expect(PackedRecord(again).bytes == PackedRecord(record).bytes)
      #expect(again.cacheKey == record.cacheKey && again.isStub == record.isStub)
      #expect(again.capture == record.capture && again.bases == record.bases)
      #expect(again.part == record.part && again.whole == record.whole)
      #expect(again.reading == record.reading && again.mentions == record.mentions)
      let head = store.head(place)
      #expect(head.article == nil && head.reading == nil && head.mentions.isEmpty)
      #expect(head.address == record.address && head.reason == record.reason)
      #expect(head.status == record.status && head.sha256 == record.sha256)
      #expect(store.article(place)?.text == record.article?.text)
    }
    #expect(store.places(.article) == [0, 3] && store.places([.article, .whole]) == [3])
    #expect(store.places(.bases) == [1] && store.places(.failed) == [2])
    #expect(store.places(.stub) == [4] && store.places(.read) == [0, 3, 4])
  }

  @Test("of one address stand in the order in which they were found, whoever was read first")
  func order() throws {
    var store = try RecordStore(.temporary())
    for (number, address) in [(3, "b"), (0, "b"), (2, "a"), (1, "b")] {
      let record = DocumentRecord(
        address: address, sha256: "\(number)", status: .irrelevant, reason: "")
      try store.append(PackedRecord(record), number: number)
    }
    try store.sort()
    #expect(store.indices.map { store.head($0).sha256 } == ["2", "0", "1", "3"])
  }

  @Test("can be replaced while another holds what stood there, beyond what is in memory")
  func replacing() throws {
    var store = try RecordStore(
      (100..<400).map { TablesSample.record("\($0).txt") }, .temporary())
    let before = store
    for place in store.indices {
      try store.update(place) { $0.note(String(repeating: "x", count: 5000)) }
    }
    for place in store.indices {
      #expect(before.head(place).reason == nil)
      #expect(store.head(place).reason?.utf8.count == 5000)
      #expect(store[place].reading == before[place].reading)
      #expect(store.head(place).address == "\(place + 100).txt")
    }
  }
}

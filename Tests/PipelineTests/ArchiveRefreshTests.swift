import Crawl
import Dataset
import Foundation
import GRDB
import Testing

@testable import Pipeline

@Suite("Archives that were read before")
struct ArchiveRefreshTests {
  /// A corpus with an archive of pages that are ours, one that is not, and records that are no pages.
  private static func place() throws -> RefreshTests.Place {
    let place = try RefreshTests.Place(pages: 2)
    let samples = try Crawler([RelevanceGateTests.root.path + "/corpus/kabar-nusa"])
    var records = ""
    for sample in try samples.documents().dropFirst(2).prefix(4) {
      let page = String(decoding: try samples.read(sample).bytes, as: UTF8.self)
      records += ArchiveRunTests.response(
        page, "WARC-Payload-Digest: sha1:\(records.utf8.count)\r\n")
    }
    records += ArchiveRunTests.response(ArchiveRunTests.bodies()[0])
    records += ArchiveRunTests.response("", head: "404 Not Found")
    records +=
      "WARC/1.0\r\nWARC-Type: revisit\r\nWARC-Payload-Digest: sha1:0\r\nContent-Length: 0\r\n\r\n\r\n\r\n"
    // The end is missing.
    records += ArchiveRunTests.response("<p>Selesai").dropLast(9)
    try Data(records.utf8).write(to: URL(fileURLWithPath: place.corpus + "/a.warc"))
    return place
  }

  /// The dataset of the same corpus, read anew.
  private static func bare(_ place: RefreshTests.Place) async throws -> [String: Data] {
    let output = place.folder + "/bare"
    _ = try await place.run(to: output, usesCache: false)
    return try place.bytes(output)
  }

  private static func listing(of place: RefreshTests.Place) throws -> ArchiveListings? {
    let run = Run(
      try PipelineConfiguration(place.folder + "/pipeline"), jobs: 1, version: "9")
    let cache = RefreshCache.open(place.cache, isFresh: false) { _ in }
    return ArchiveListings(
      cache, try Crawler([place.corpus]).stream().hash(),
      context: try run.context(libraries: Stages(run.pipeline).libraries))
  }

  @Test("An archive whose bytes are the same is not opened, and the dataset is that of a full run")
  func same() async throws {
    let place = try Self.place()
    _ = try await place.run()
    let documents = try #require(try Self.listing(of: place)?.documents(of: "a.warc"))
    var known: [DocumentRecord] = []
    while let document = documents() { known.append(try PackedRecord.head(from: document)) }
    #expect(known.count == 8 && known.count(where: \.isStub) == 4)
    // Another page comes, and one in front of the archive.
    for name in ["z.html", "A.html"] {
      try FileManager.default.copyItem(
        atPath: place.corpus + "/1.html", toPath: place.corpus + "/" + name)
    }
    #expect(try await !place.run().summary.isUnchanged)
    #expect(try await place.bytes() == Self.bare(place))
    // Touched, and not changed.
    try FileManager.default.setAttributes(
      [.modificationDate: Date(timeIntervalSince1970: 1)], ofItemAtPath: place.corpus + "/a.warc")
    #expect(try await place.run().summary.isUnchanged)
  }

  @Test("An archive of which a byte changed is read anew")
  func changed() async throws {
    let place = try Self.place()
    _ = try await place.run()
    let before = try place.bytes()
    try place.change("corpus/a.warc") { $0.replacing("zona hijau", with: "zona merah") }
    #expect(try Self.listing(of: place)?.documents(of: "a.warc") == nil)
    #expect(try await !place.run().summary.isUnchanged)
    let after = try place.bytes()
    #expect(try await after == Self.bare(place) && after != before)
  }

  @Test(
    "A damaged listing, or one whose pages are gone from the cache, costs a reading of the archive")
  func damage() async throws {
    let place = try Self.place()
    _ = try await place.run()
    let whole = try place.bytes()
    let all = try place.entries().map(\.key)
    // One entry after another goes, or is cut short.
    for number in all.indices {
      try await DatabaseQueue(path: place.cache).write { db in
        let id = "(SELECT id FROM entry ORDER BY key LIMIT 1 OFFSET \(number))"
        try db.execute(
          sql: number % 2 == 0
            ? "DELETE FROM entry WHERE id = \(id)"
            : "UPDATE entry SET body = substr(body, 1, length(body) - 1) WHERE id = \(id)")
      }
      try FileManager.default.removeItem(atPath: place.output)
      #expect(try await !place.run().summary.isUnchanged)
      #expect(try place.bytes() == whole)
      #expect(try place.entries().map(\.key) == all, "entry \(number)")
    }
  }

  @Test("Of a file that changes while it is read nothing is taken for granted")
  func changesWhileRead() async throws {
    let place = try Self.place()
    let stream = try Crawler([place.corpus]).stream()
    let hash = stream.hash()
    #expect(hash.isCurrent && hash.archives.keys.sorted() == ["a.warc"])
    try place.change("corpus/1.html") { $0 + " " }
    #expect(!hash.isCurrent)
  }
}

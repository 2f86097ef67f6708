import Crawl
import Dataset
import Extract
import Foundation
import GRDB
import Interpret
import Testing

@testable import Pipeline

@Suite("A run that refreshes")
struct RefreshTests {
  /// A copy of the repository's pipeline beside a corpus, so that both can be changed.
  final class Place {
    let folder: String
    var corpus: String { folder + "/corpus" }
    var output: String { folder + "/out" }
    var cache: String { folder + "/.out.tilik-cache.sqlite" }

    init(pages: Int = 12) throws {
      folder =
        FileManager.default.temporaryDirectory
        .appendingPathComponent("tilik-segar-" + UUID().uuidString).path
      let files = FileManager.default
      try files.createDirectory(atPath: corpus, withIntermediateDirectories: true)
      try files.copyItem(
        atPath: RelevanceGateTests.root.path + "/pipelines/compliance", toPath: folder + "/pipeline"
      )
      let samples = try Crawler([RelevanceGateTests.root.path + "/corpus/kabar-nusa"])
      for (number, sample) in try samples.documents().prefix(pages).enumerated() {
        try Data(samples.read(sample).bytes).write(
          to: URL(fileURLWithPath: "\(corpus)/\(number).html"))
      }
    }

    deinit { try? FileManager.default.removeItem(atPath: folder) }

    struct Outcome {
      let summary: RunSummary
      let notes: [String]
    }

    func run(
      to output: String? = nil, usesCache: Bool = true, isFresh: Bool = false
    ) async throws -> Outcome {
      var run = Run(try PipelineConfiguration(folder + "/pipeline"), jobs: 2, version: "9")
      run.corpora = [corpus]
      run.output = output ?? self.output
      run.usesCache = usesCache
      run.isFresh = isFresh
      var notes: [String] = []
      let summary = try await run { if case .note(let line) = $0 { notes.append(line) } }
      return Outcome(summary: summary, notes: notes)
    }

    /// All files of a dataset but the one with times in it.
    /// All but what tells of the run itself and of the dataset before it.
    func bytes(_ output: String? = nil) throws -> [String: Data] {
      var found: [String: Data] = [:]
      let base = output ?? self.output
      for name in try FileManager.default.subpathsOfDirectory(atPath: base)
      where !["run.json", "summary.md", "diff.md"].contains(name) {
        found[name] = FileManager.default.contents(atPath: base + "/" + name)
      }
      return found
    }

    /// Whether the dataset is that of a run that knows nothing of those before it.
    func expectSameAsFresh() async throws {
      let fresh = folder + "/fresh"
      _ = try await run(to: fresh, isFresh: true)
      #expect(try bytes() == bytes(fresh))
    }

    func entries() throws -> [(key: Data, used: Int)] {
      try DatabaseQueue(path: cache).read { db in
        try Row.fetchAll(db, sql: "SELECT key, run FROM entry JOIN asked USING (id) ORDER BY key")
          .map { ($0[0], $0[1]) }
      }
    }

    func change(_ name: String, _ edit: (String) -> String) throws {
      let text = try String(contentsOfFile: folder + "/" + name, encoding: .utf8)
      try edit(text).write(toFile: folder + "/" + name, atomically: false, encoding: .utf8)
    }
  }

  @Test("The dataset is the same with the cache, from the cache and without one")
  func sameBytes() async throws {
    let place = try Place()
    _ = try await place.run()
    let first = try place.bytes()
    _ = try await place.run(to: place.folder + "/bare", usesCache: false)
    let bare = try place.bytes(place.folder + "/bare")
    #expect(first["claims.csv"]?.isEmpty == false && first == bare)
    #expect(!FileManager.default.fileExists(atPath: place.folder + "/.bare.tilik-cache.sqlite"))
    // Somebody takes the dataset away: it comes out of the cache.
    try FileManager.default.removeItem(atPath: place.output)
    let before = try place.entries()
    #expect(try await !place.run().summary.isUnchanged)
    #expect(try place.bytes() == first)
    #expect(try place.entries().map(\.key) == before.map(\.key))
  }

  @Test("With nothing changed the dataset is left as it is")
  func unchanged() async throws {
    let place = try Place()
    let first = try await place.run().summary
    let written = try #require(DatasetFolder.state(of: place.output))
    let second = try await place.run().summary
    #expect(!first.isUnchanged && second.isUnchanged)
    #expect(second.counts == first.counts && second.report == first.report)
    #expect(DatasetFolder.state(of: place.output) == written)
    // A file that somebody changed is written anew.
    try Data("x".utf8).write(to: URL(fileURLWithPath: place.output + "/claims.csv"))
    let bytes = try place.bytes()
    #expect(try await !place.run().summary.isUnchanged)
    #expect(try place.bytes() != bytes)
    #expect(try await place.run().summary.isUnchanged)
  }

  @Test(
    "A new, a changed and a removed page cost their own entries, and the dataset is that of a full run"
  )
  func pages() async throws {
    let place = try Place()
    _ = try await place.run()
    let before = Set(try place.entries().map(\.key))
    try place.change("corpus/3.html") { $0.replacing("</body>", with: "<p>Baru.</p></body>") }
    try FileManager.default.removeItem(atPath: place.corpus + "/5.html")
    try FileManager.default.copyItem(
      atPath: place.corpus + "/1.html", toPath: place.corpus + "/99.html")
    #expect(try await !place.run().summary.isUnchanged)
    let added = Set(try place.entries().map(\.key)).subtracting(before)
    // Two pages as they are; each once more when its site's template is known.
    #expect((2...4).contains(added.count))
    _ = try await place.run(to: place.folder + "/bare", usesCache: false)
    #expect(try place.bytes() == place.bytes(place.folder + "/bare"))
  }

  @Test(
    "After one page more, one less, or one that changed, every byte is that of a fresh run",
    arguments: ["added", "copied", "removed", "changed", "irrelevant"])
  func onePage(change: String) async throws {
    let place = try Place()
    _ = try await place.run()
    let files = FileManager.default
    switch change {
    case "added":
      let text = "<p>Kota Batu meraih nilai 84,92 dalam penilaian kepatuhan Ombudsman RI 2023.</p>"
      try Data("<html><body><h1>Nilai</h1>\(text)</body></html>".utf8).write(
        to: URL(fileURLWithPath: place.corpus + "/0-baru.html"))
    case "copied":
      try files.copyItem(atPath: place.corpus + "/1.html", toPath: place.corpus + "/99.html")
    case "removed": try files.removeItem(atPath: place.corpus + "/5.html")
    case "changed":
      try place.change("corpus/3.html") { $0.replacing("</body>", with: "<p>Baru.</p></body>") }
    default:
      try Data("<html><body><p>Hujan turun sejak pagi.</p></body></html>".utf8).write(
        to: URL(fileURLWithPath: place.corpus + "/50.html"))
    }
    #expect(try await !place.run().summary.isUnchanged)
    try await place.expectSameAsFresh()
    // And back again, with what the refresh left.
    if change == "copied" {
      try files.removeItem(atPath: place.corpus + "/99.html")
      #expect(try await !place.run().summary.isUnchanged)
      try await place.expectSameAsFresh()
    }
  }

  @Test("A changed rule, table or setting reads anew what depends on it")
  func settings() async throws {
    let place = try Place(pages: 4)
    _ = try await place.run()
    let before = Set(try place.entries().map(\.key))
    try place.change("pipeline/rules/20-values.yml") { $0 + "\n# a remark\n" }
    _ = try await place.run()
    let after = Set(try place.entries().map(\.key))
    #expect(after.count == 2 * before.count && after.isSuperset(of: before))
    try await place.expectSameAsFresh()
    // What only the reduce step needs costs no page.
    try place.change("pipeline/pipeline.yml") { $0.replacing("near_duplicates: 0.5", with: "") }
    #expect(try await !place.run().summary.isUnchanged)
    #expect(Set(try place.entries().map(\.key)) == after)
    try await place.expectSameAsFresh()
    let claims = try CSV.rows(of: Files.read(place.output + "/claims.csv"), file: "claims.csv")
    let cells = Dictionary(uniqueKeysWithValues: zip(claims[0].cells, claims[1].cells))
    let row = CorrectionTests.row {
      $0.action = "reject"
      $0.claim = cells["claim"] ?? ""
      $0.document = cells["document"] ?? ""
      $0.quote = cells["quote"] ?? ""
      $0.about = ""
    }
    let lines = CSV.line(CorrectionRow.columns) + CSV.line(row.cells)
    try Data(lines).write(to: URL(fileURLWithPath: place.folder + "/pipeline/corrections.csv"))
    #expect(try await !place.run().summary.isUnchanged)
    #expect(Set(try place.entries().map(\.key)) == after)
    try await place.expectSameAsFresh()
    let corrected = try CSV.rows(
      of: Files.read(place.output + "/corrections.csv"), file: "corrections.csv")
    #expect(corrected.count == 2)
  }

  @Test("Entries that nobody asks for are dropped after some runs")
  func growth() async throws {
    let place = try Place(pages: 3)
    _ = try await place.run()
    let all = try place.entries().count
    try FileManager.default.removeItem(atPath: place.corpus + "/2.html")
    for run in 0...RefreshCache.keptRuns {
      #expect(try place.entries().count == all)
      try place.change("pipeline/pipeline.yml") { $0 + "# \(run)\n" }
      _ = try await place.run()
    }
    #expect(try place.entries().count < all)
  }

  @Test("A damaged cache is said and built anew", arguments: ["text", "zeros", "entries", "cut"])
  func damage(kind: String) async throws {
    let place = try Place(pages: 5)
    _ = try await place.run()
    let whole = try place.bytes()
    let entries = try place.entries().map(\.key)
    let url = URL(fileURLWithPath: place.cache)
    switch kind {
    case "text": try Data("not a database at all, only some words in a row".utf8).write(to: url)
    case "zeros":
      let handle = try FileHandle(forWritingTo: url)
      let end = try handle.seekToEnd()
      for offset in stride(from: UInt64(4096), to: end, by: 4096) {
        try handle.seek(toOffset: offset)
        try handle.write(contentsOf: Data(repeating: 0, count: 2048))
      }
      try handle.close()
    case "cut": try Data(contentsOf: url).prefix(5000).write(to: url)
    default:
      try await DatabaseQueue(path: place.cache).write { db in
        try db.execute(sql: "UPDATE entry SET body = substr(body, 1, length(body) / 2)")
      }
    }
    try FileManager.default.removeItem(atPath: place.output)
    let outcome = try await place.run()
    #expect(try place.bytes() == whole)
    if kind != "entries" {
      #expect(outcome.notes.contains { $0.contains("cache") && $0.contains(place.cache) })
    }
    // The run after that has a whole cache.
    _ = try await place.run()
    #expect(try await place.run().summary.isUnchanged)
    #expect(try place.entries().map(\.key) == entries)
  }

  @Test("--fresh reads everything anew")
  func fresh() async throws {
    let place = try Place(pages: 3)
    _ = try await place.run()
    let whole = try place.bytes()
    // An entry that says something else, with a sum that is right.
    let body = RecordCoding.bytes(
      of: DocumentRecord(address: "x", sha256: nil, status: .failed, reason: "forged"))
    let sum = Int64(bitPattern: Hash64.of(body))
    try await DatabaseQueue(path: place.cache).write { db in
      try db.execute(sql: "UPDATE entry SET body = ?, sum = ?", arguments: [Data(body), sum])
    }
    try FileManager.default.removeItem(atPath: place.output)
    _ = try await place.run()
    #expect(try place.bytes() != whole)
    _ = try await place.run(isFresh: true)
    #expect(try place.bytes() == whole)
  }

  @Test("Two runs at once: the second says who holds the folder")
  func lock() async throws {
    let place = try Place(pages: 1)
    let lock = try RunLock(place.output, holder: "process 1 on a machine")
    await #expect {
      try await place.run()
    } throws: { error in
      "\(error)".contains("process 1 on a machine") && "\(error)".contains(place.output)
    }
    withExtendedLifetime(lock) {}
  }

  @Test("A lock is let go of, and a file left behind by a killed run does no harm")
  func unlocked() async throws {
    let place = try Place(pages: 1)
    try Data("process 999999 on a machine\n".utf8).write(
      to: URL(fileURLWithPath: place.folder + "/.out.tilik-lock"))
    _ = try await place.run()
    #expect(!FileManager.default.fileExists(atPath: place.folder + "/.out.tilik-lock"))
  }
}

@Suite("Records as bytes")
struct RecordCodingTests {
  @Test("What is written is read again, for every page of the sample corpus and the labels")
  func roundTrip() throws {
    let stages = try Stages(SavedSite.pipeline())
    let crawler = try Crawler(
      ["corpus", "Tests/Fixtures/gold/pages"].map { RelevanceGateTests.root.path + "/" + $0 })
    var claims = 0
    for reference in try crawler.documents() {
      guard let page = try? crawler.read(reference) else { continue }
      let record = stages.record(of: page, without: nil)
      // Regulations are read each time.
      if record.reading?.regulation != nil || !(record.reading?.bands.isEmpty ?? true) { continue }
      let bytes = RecordCoding.bytes(of: record)
      let stub = DocumentRecord(
        address: record.address, sha256: record.sha256, status: .read, capture: record.capture)
      let again = try RecordCoding.record(from: bytes, for: stub)
      #expect(RecordCoding.bytes(of: again) == bytes)
      #expect(again.reading == record.reading && again.mentions == record.mentions)
      #expect(again.status == record.status && again.reason == record.reason)
      #expect(again.article?.text == record.article?.text)
      #expect(again.article?.blocks == record.article?.blocks)
      #expect(again.article?.sourceMap == record.article?.sourceMap)
      #expect(again.article?.losses == record.article?.losses)
      #expect(again.article?.published == record.article?.published)
      claims += record.reading?.claims.count ?? 0
    }
    #expect(claims > 100)
  }

  @Test("Damaged bytes throw, whatever is wrong with them")
  func damage() throws {
    let stages = try Stages(SavedSite.pipeline())
    let path = RelevanceGateTests.root.path + "/corpus/kabar-nusa/2024"
    let crawler = try Crawler([path])
    let page = try crawler.read(try #require(crawler.documents().first))
    let record = stages.record(of: page, without: nil)
    let bytes = RecordCoding.bytes(of: record)
    for length in stride(from: 0, to: bytes.count, by: 37) {
      #expect(throws: ByteDamage.self) {
        try RecordCoding.record(from: Array(bytes[..<length]), for: record)
      }
    }
    var random = Dice(seed: 3)
    for _ in 0..<300 {
      var broken = bytes
      broken[random.next(broken.count)] = UInt8(random.next(256))
      // It may go unnoticed here (the sum of the entry finds it), but never trap.
      _ = try? RecordCoding.record(from: broken, for: record)
    }
  }

  @Test("Numbers of either sign and any size")
  func numbers() throws {
    let values = [0, 1, -1, 63, 64, -64, -65, 1 << 20, Int.max, Int.min, Int.max - 1]
    var writer = ByteWriter()
    for value in values { writer.write(value) }
    var reader = ByteReader(writer.bytes)
    for value in values { #expect(try reader.int() == value) }
    #expect(reader.isAtEnd)
    #expect(throws: ByteDamage.self) { try reader.int() }
  }
}

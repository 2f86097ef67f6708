import Crawl
import Dataset
import Foundation
import Testing

@testable import Pipeline

@Suite("A run over archives")
struct ArchiveRunTests {
  /// Pages of one site, each with a line that stands on all of them, so that all are read twice.
  static func bodies() -> [String] {
    ["Contoh", "Umpama", "Misal", "Ibarat", "Andai"].map { name in
      """
      <!DOCTYPE html><html lang="id"><head><meta charset="utf-8"><title>Laporan tentang \(name)</title>
      <meta name="date" content="2024-01-16"><link rel="canonical" href="https://situs.example/\(name)">
      </head><body><article><h1>Laporan tentang \(name)</h1>
      <p>Berita \(name) ditulis di sini dengan kata yang cukup banyak supaya dianggap isi halaman ini,
      dan \(name) disebut lagi agar paragrafnya lebih panjang daripada satu baris ajakan saja.</p>
      <p>Jalan di tepi danau itu ramai pada akhir pekan</p>
      <p>Paragraf terakhir \(name) menutup laporan dengan kalimat yang juga panjang dan berbeda.</p>
      </article></body></html>
      """
    }
  }

  static func response(_ body: String, _ fields: String = "", head: String = "200 OK") -> String {
    let http = "HTTP/1.1 \(head)\r\nContent-Type: text/html\r\n\r\n" + body
    return "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://situs.example/x\r\n"
      + "WARC-Date: 2024-02-01T03:04:05Z\r\n\(fields)Content-Type: application/http\r\n"
      + "Content-Length: \(http.utf8.count)\r\n\r\n\(http)\r\n\r\n"
  }

  /// The rows of a run by what does not depend on where a page lay.
  static func run(
    _ files: [String: String], lists: [String] = [], jobs: Int = 2
  ) async throws -> (documents: [Record], lost: [[String]], report: VerificationReport) {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("tilik-arsip-" + UUID().uuidString).path
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try FileManager.default.createDirectory(
      atPath: folder + "/corpus", withIntermediateDirectories: true)
    for (name, text) in files {
      try Data(text.utf8).write(to: URL(fileURLWithPath: folder + "/corpus/" + name))
    }
    var run = Run(try SavedSite.pipeline(), jobs: jobs, version: "9")
    run.corpora = [folder + "/corpus"]
    run.output = folder + "/out"
    // These pages say nothing of ours; here they are to be parsed.
    run.hasGate = false
    _ = try await run { _ in }
    let reader = try DatasetReader(folder: run.output)
    let report = try Verifier(dataset: run.output).verify(Crawler(run.corpora))
    let lost = try reader.table(Schema.lost).records.map { row in
      ["bytes_in", "furniture", "template", "kept"].map { row[$0].written }
    }
    return (Array(try reader.table(Schema.documents).sorted().records), lost, report)
  }

  @Test("The same pages give the same rows, in files or in one WARC", arguments: [1, 3])
  func sameRows(jobs: Int) async throws {
    let bodies = Self.bodies()
    let plain = try await Self.run(
      Dictionary(uniqueKeysWithValues: bodies.enumerated().map { ("\($0).html", $1) }), jobs: jobs)
    let packed = try await Self.run(
      ["a.warc": bodies.map { Self.response($0) }.joined()], jobs: jobs)
    func rows(_ records: [Record]) -> Set<[String]> {
      Set(
        records.map { row in ["sha256", "title", "status", "characters"].map { row[$0].written } })
    }
    #expect(rows(plain.documents) == rows(packed.documents) && plain.documents.count == 5)
    #expect(Set(plain.lost) == Set(packed.lost))
    // Read for a second time, without what the site repeats.
    #expect(packed.lost.allSatisfy { $0[2] != "0" })
    #expect(packed.report.isClean && packed.report.documents == 5)
    #expect(packed.documents.allSatisfy { $0["captured"].written == "2024-02-01T03:04:05Z" })
    #expect(packed.documents.allSatisfy { $0["http_status"].integer == 200 })
    #expect(packed.documents.first?["url"].written == "https://situs.example/x")
  }

  @Test("What is no page, and what is said again, are rows with a reason")
  func others() async throws {
    let body = Self.bodies()[0]
    let first = Self.response(body, "WARC-Payload-Digest: sha1:A\r\n")
    let revisit =
      "WARC/1.0\r\nWARC-Type: revisit\r\nWARC-Payload-Digest: sha1:A\r\nContent-Length: 0\r\n\r\n"
    let gone = Self.response(body, head: "404 Not Found")
    let cut = Self.response(body).prefix(200)
    let rows = try await Self.run(["a.warc": first + gone + revisit + "\r\n\r\n" + cut]).documents
    func row(_ place: String) throws -> Record {
      try #require(rows.first { $0["document"].written == "a.warc" + place })
    }
    #expect(rows.count == 4)
    #expect(try row("#0")["status"] == "read")
    let missing = try row("#\(first.utf8.count)")
    #expect(missing["http_status"].integer == 404 && missing["reason"] == "HTTP status 404")
    #expect(missing["status"] == "irrelevant" && missing["url"] == "https://situs.example/x")
    let again = try row("#\((first + gone).utf8.count)")
    #expect(again["status"] == "duplicate" && again["duplicate_of"] == "a.warc#0")
    let end = try row("")
    #expect(end["status"] == "failed")
    #expect(end["reason"].written.hasPrefix("the file ends too early"))
  }
}

@Suite("Work that comes one piece behind another")
struct StreamMapTests {
  @Test("Results keep the order, and no more is held than the window", arguments: [1, 2, 5])
  func window(jobs: Int) async {
    let pulled = Counter()
    var next = 0
    func pull() -> Int? {
      guard next < 200 else { return nil }
      next += 1
      pulled.add(1)
      return next
    }
    func weight(_ number: Int) -> Int { 10 }
    let results = await ParallelMap.map(
      next: pull, weight: weight, jobs: jobs, chunk: 3, window: 100
    ) { number -> (Int, Int) in
      let ahead = pulled.value - pulled.done
      pulled.finish()
      return (number, ahead)
    } done: { _ in
    }
    #expect(results.map(\.0) == Array(1...200))
    // Ten under way, and a piece that waits for its turn.
    #expect(results.allSatisfy { $0.1 <= 10 + 3 })
  }

  /// Counts from several threads.
  final class Counter: @unchecked Sendable {
    private let lock = NSLock()
    private var counts = (pulled: 0, done: 0)

    func add(_ count: Int) { lock.withLock { counts.pulled += count } }
    func finish() { lock.withLock { counts.done += 1 } }
    var value: Int { lock.withLock { counts.pulled } }
    var done: Int { lock.withLock { counts.done } }
  }
}

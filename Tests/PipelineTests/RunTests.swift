import Crawl
import Dataset
import Extract
import Foundation
import Testing

@testable import Pipeline

@Suite("A run with stages of the test's own")
struct RunTests {
  /// Reads a page as a document without claims; fails where the page says so.
  struct EchoStages: DocumentStages {
    var libraries: [(name: String, version: String)] { [("gema", "1")] }

    func record(of page: SavedPage, without template: SiteTemplate?) -> DocumentRecord {
      let isBad = page.bytes.starts(with: Array("buruk".utf8))
      return DocumentRecord(
        address: page.address, sha256: page.sha256, status: isBad ? .failed : .read,
        reason: isBad ? "says so" : nil)
    }

    func reading(ofParts records: [DocumentRecord]) -> [DocumentRecord] { records }

    func tables(
      from records: RecordStore
    ) throws(DatasetError) -> (tables: [Table], texts: TextList) {
      var documents = Table(Schema.documents)
      for record in records.indices.map(records.head) {
        try documents.append([
          "document": Value(record.address), "sha256": Value(record.sha256),
          "status": Value(record.status.rawValue), "reason": Value(record.reason),
        ])
      }
      return ([documents], TextList())
    }
  }

  static func withPlace(_ body: (String) async throws -> Void) async throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("tilik-run-" + UUID().uuidString).path
    for name in ["corpus", "pipeline/lexicon", "pipeline/rules"] {
      try FileManager.default.createDirectory(
        atPath: folder + "/" + name, withIntermediateDirectories: true)
    }
    try "name: a\ntitle: A\n".write(
      toFile: folder + "/pipeline/pipeline.yml", atomically: false, encoding: .utf8)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try await body(folder)
  }

  static func run(in folder: String, jobs: Int) throws -> Run {
    var run = Run(try PipelineConfiguration(folder + "/pipeline"), jobs: jobs, version: "9")
    run.corpora = [folder + "/corpus"]
    run.output = folder + "/out"
    return run
  }

  @Test("Every document is a row, told of once, in whatever order it was read", arguments: [1, 4])
  func documents(jobs: Int) async throws {
    try await Self.withPlace { folder in
      for number in 0..<50 {
        try (number % 10 == 3 ? "buruk" : "baik \(number)").write(
          toFile: "\(folder)/corpus/\(number).txt", atomically: false, encoding: .utf8)
      }
      try Data([0x1F, 0x8B]).write(to: URL(fileURLWithPath: folder + "/corpus/x.txt.gz"))
      let run = try Self.run(in: folder, jobs: jobs)
      var events: [RunEvent] = []
      let summary = try await run.run(run.list(), EchoStages()) { events.append($0) }
      #expect(summary.counts.documents == 51)
      #expect(summary.counts.failed == 6)
      #expect(summary.counts.failures.first?.name == "says so")
      #expect(events.first == .listed(documents: 51))
      #expect(events.contains(.read(done: 51, failed: 6, of: 51)))
      #expect(events.suffix(2) == [.reconciling, .writing])
      let record = try String(contentsOfFile: folder + "/out/run.json", encoding: .utf8)
      #expect(record.contains("\"gema\": \"1\"") && record.contains("\"version\": \"9\""))
    }
  }

  @Test("A page that goes between listing and reading fails; the others do not")
  func vanishing() async throws {
    try await Self.withPlace { folder in
      for name in ["a.txt", "b.txt"] {
        try "isi".write(toFile: "\(folder)/corpus/\(name)", atomically: false, encoding: .utf8)
      }
      let run = try Self.run(in: folder, jobs: 1)
      let references = try run.list()
      try FileManager.default.removeItem(atPath: folder + "/corpus/a.txt")
      let summary = try await run.run(references, EchoStages()) { _ in }
      #expect(summary.counts.read == 1 && summary.counts.failed == 1)
      #expect(summary.counts.failures.first?.name == "No such file or directory")
    }
  }

  @Test("A corpus without documents stops the run before any work")
  func empty() async throws {
    try await Self.withPlace { folder in
      let run = try Self.run(in: folder, jobs: 1)
      let error = try #require(throws: PipelineError.self) { try run.list() }
      #expect(error.problems.count == 1 && error.description.contains("there are no .html"))
    }
  }
}

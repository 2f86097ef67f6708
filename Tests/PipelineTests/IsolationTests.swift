import Crawl
import Dataset
import Foundation
import Synchronization
import Testing

@testable import Pipeline

@Suite("What a watched run notes, and leaves out")
struct IsolationTests {
  private static func recorder(_ folder: String) throws -> FlightRecorder {
    try FlightRecorder(folder + "/reading")
  }

  private static func run(
    in folder: String, _ isolation: Isolation, jobs: Int = 2
  ) async throws -> [String: String] {
    var run = try RunTests.run(in: folder, jobs: jobs)
    run.isolation = isolation
    _ = try await run.run(run.list(), RunTests.EchoStages()) { _ in }
    let rows = try String(contentsOfFile: folder + "/out/documents.jsonl", encoding: .utf8)
      .split(separator: "\n").map { try JSON.parse(Array($0.utf8)) }
    return Dictionary(
      uniqueKeysWithValues: rows.map {
        ($0["document"]?.string ?? "", $0["reason"]?.string ?? "")
      })
  }

  /// Three pages in a ZIP file, beside one in the folder.
  private static func write(to folder: String) throws {
    try "lepas".write(toFile: folder + "/corpus/b.txt", atomically: false, encoding: .utf8)
    let zip = Process()
    zip.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    zip.currentDirectoryURL = URL(fileURLWithPath: folder)
    zip.arguments = [
      "python3", "-c",
      "import zipfile; z = zipfile.ZipFile('corpus/a.zip', 'w'); "
        + "[z.writestr(n + '.txt', n) for n in ('satu', 'dua', 'tiga')]",
    ]
    try zip.run()
    zip.waitUntilExit()
  }

  @Test("An archive is left at the step that crashes the reader; what it gave before is kept")
  func archive() async throws {
    try await RunTests.withPlace { folder in
      try Self.write(to: folder)
      let recorder = try Self.recorder(folder)
      let whole = try await Self.run(in: folder, Isolation(recorder: recorder, poison: [:]))
      #expect(
        whole.keys.sorted() == ["a.zip!dua.txt", "a.zip!satu.txt", "a.zip!tiga.txt", "b.txt"])
      let poison = ["a.zip, behind 1 documents": "crashes the reader"]
      for isAlone in [false, true] {
        let rows = try await Self.run(
          in: folder, Isolation(recorder: recorder, poison: poison, isAlone: isAlone))
        #expect(
          rows == [
            "a.zip!satu.txt": "", "b.txt": "",
            "a.zip": "crashes the reader, behind 1 documents; the rest was not read",
          ])
      }
      #expect(recorder.flights().isEmpty && !recorder.isBusy)
    }
  }

  @Test("A document that is known to crash is left out, with the reason")
  func poison() async throws {
    try await RunTests.withPlace { folder in
      try Self.write(to: folder)
      let rows = try await Self.run(
        in: folder,
        Isolation(recorder: Self.recorder(folder), poison: ["a.zip!dua.txt": "alasan"]))
      #expect(rows["a.zip!dua.txt"] == "alasan" && rows["a.zip!tiga.txt"] == "")
    }
  }

  @Test("Limits hold from the first document to the last, and no longer")
  func limits() async throws {
    try await RunTests.withPlace { folder in
      try Self.write(to: folder)
      let told = Mutex<[Bool]>([])
      let isolation = Isolation(
        recorder: try Self.recorder(folder), poison: [:],
        limited: { now in told.withLock { $0.append(now) } })
      _ = try await Self.run(in: folder, isolation)
      #expect(told.withLock { $0.first } == true && told.withLock { $0.last } == false)
    }
  }

  @Test("What memory was short for ends the process while its flight is still noted")
  func memory() throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("tilik-isolation-" + UUID().uuidString).path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let recorder = try Self.recorder(folder)
    let noted = Mutex<[String]>([])
    let isolation: Isolation? = Isolation(
      recorder: recorder, poison: [:],
      giveUp: { noted.withLock { $0 += recorder.flights().map(\.address) } })
    for (address, reason) in [("a", "damaged gzip"), ("b", CrawlError.memoryReason)] {
      _ = isolation.reading(address) {
        DocumentRecord(address: address, sha256: nil, status: .failed, reason: reason)
      }
    }
    #expect(noted.withLock { $0 } == ["b"])
  }

  @Test("Only documents are overdue, and only after their time")
  func deadlines() throws {
    let file = FileManager.default.temporaryDirectory
      .appendingPathComponent("tilik-flights-" + UUID().uuidString).path
    defer { try? FileManager.default.removeItem(atPath: file) }
    let recorder = try FlightRecorder(file)
    recorder.during("arsip", hasDeadline: false) {
      recorder.during("halaman") {
        #expect(!recorder.marksOverdue(after: 60))
        #expect(recorder.marksOverdue(after: 0))
        #expect(Set(recorder.flights().filter(\.isOverdue).map(\.address)) == ["halaman"])
        #expect(recorder.flights().count == 2)
      }
    }
  }
}

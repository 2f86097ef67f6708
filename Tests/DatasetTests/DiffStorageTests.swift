import Testing

@testable import Dataset

@Suite("A comparison of datasets that are not held in memory")
struct DiffStorageTests {
  /// Of so many documents that they fill several blocks; those whose number the closure gives no hash are left
  /// out, and those with an empty one failed.
  private static func dataset(
    _ folder: String, _ scratch: Scratch, hash: (Int) -> String?
  ) throws -> (tables: [Table], folder: String) {
    var documents = Table(Schema.documents, scratch: scratch)
    for number in (0..<600).reversed() {
      guard let hash = hash(number) else { continue }
      try documents.append([
        "document": Value("d\(number)"), "sha256": Value(hash),
        "status": Value(hash.isEmpty ? "failed" : "irrelevant"),
        "reason": Value(hash.isEmpty ? "gzip ends early" : "names nothing"),
      ])
    }
    try Files.makeFolder(folder)
    try DatasetWriter(tables: [documents]).write(into: folder)
    return ([documents], folder)
  }

  @Test("finds the documents that came, went, changed and failed, in their order")
  func documents() throws {
    try withScratchFolder { folder in
      let scratch = try Scratch(beside: folder + "/output")
      let old = try Self.dataset(folder + "/old", scratch) { $0 % 100 == 7 ? nil : "a\($0)" }
      let new = try Self.dataset(folder + "/new", scratch) { number in
        switch number % 100 {
        case 11: nil
        case 13: "b\(number)"
        case 17: ""
        default: "a\(number)"
        }
      }
      let expected = (0..<600).compactMap { number -> DatasetDiff.DocumentChange? in
        let change: [Int: Cause.Change] = [7: .added, 11: .removed, 13: .changed, 17: .changed]
        return change[number % 100].map { .init(change: $0, document: "d\(number)") }
      }.sorted { DatasetDiff.precedes($0.document, $1.document) }
      for kept in [nil, scratch] {
        let before = try DatasetSnapshot(folder: old.folder, scratch: kept)
        for after in [
          try DatasetSnapshot(folder: new.folder, scratch: kept),
          try DatasetSnapshot(name: "new", tables: new.tables, texts: TextList(scratch: kept)),
        ] {
          let diff = DatasetDiff(old: before, new: after)
          #expect(diff.documents == expected)
          #expect(
            diff.newFailures.map(\.document) == ["d117", "d17", "d217", "d317", "d417", "d517"])
          #expect(Set(diff.newFailures.map(\.reason)) == ["gzip ends early"])
        }
      }
    }
  }

  @Test("text that stands behind an apostrophe in the CSV is the same text in memory")
  func formulas() throws {
    try withScratchFolder { folder in
      var documents = Table(Schema.documents)
      for name in ["=1+1.txt", "'=2.txt", "-3.txt", "@4.txt", "5.txt"] {
        try documents.append([
          "document": Value(name), "sha256": "a", "status": "irrelevant", "reason": "=HYPERLINK()",
        ])
      }
      try Files.makeFolder(folder + "/old")
      try DatasetWriter(tables: [documents]).write(into: folder + "/old")
      let diff = DatasetDiff(
        old: try DatasetSnapshot(folder: folder + "/old"),
        new: try DatasetSnapshot(name: "new", tables: [documents], texts: TextList()))
      #expect(diff.documents.isEmpty && diff.newFailures.isEmpty)
    }
  }
}

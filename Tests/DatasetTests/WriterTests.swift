import Dataset
import Foundation
import GRDB
import Testing

@Suite("Written datasets") struct WriterTests {
  private func write(into folder: String) throws {
    let writer = try DatasetWriter(
      tables: SampleDataset.tables(), texts: TextList(SampleDataset.texts))
    try writer.write(into: folder)
    try DatasetWriter.write(run: SampleDataset.run, into: folder)
  }

  /// The formats must not change by accident. After a change that is meant, write the files anew:
  /// `TILIK_UPDATE_GOLDEN=1 swift test --filter WriterTests`.
  @Test("text files are those of Golden, byte for byte") func golden() throws {
    try withScratchFolder { folder in
      try write(into: folder)
      let golden = testFolder + "/Golden"
      let written = try names(in: folder).filter {
        $0 != DatasetFolder.databaseFile && $0 != DatasetFolder.workbookFile
      }
      if ProcessInfo.processInfo.environment["TILIK_UPDATE_GOLDEN"] != nil {
        try? FileManager.default.removeItem(atPath: golden)
        try FileManager.default.createDirectory(
          atPath: golden, withIntermediateDirectories: true)
        for name in written {
          try FileManager.default.copyItem(
            atPath: "\(folder)/\(name)", toPath: "\(golden)/\(name)")
        }
      }
      #expect(try names(in: golden) == written)
      for name in written {
        #expect(try text(of: "\(folder)/\(name)") == text(of: "\(golden)/\(name)"), "\(name)")
      }
    }
  }

  @Test("the same rows in any order give the same bytes, SQLite too") func deterministic() throws {
    try withScratchFolder { folder in
      try FileManager.default.createDirectory(
        atPath: folder + "/a", withIntermediateDirectories: false)
      try FileManager.default.createDirectory(
        atPath: folder + "/b", withIntermediateDirectories: false)
      try write(into: folder + "/a")
      let reversed = try SampleDataset.tables().reversed().map { table in
        var turned = Table(table.schema)
        for row in table.rows.reversed() { try turned.append(values: row) }
        return turned
      }
      try DatasetWriter(tables: reversed, texts: TextList(SampleDataset.texts.reversed()))
        .write(into: folder + "/b")
      for name in try names(in: folder + "/b") {
        #expect(
          try bytes(of: "\(folder)/a/\(name)") == bytes(of: "\(folder)/b/\(name)"), "\(name)")
      }
    }
  }

  @Test("what was written is read back, from CSV and from JSON Lines") func roundTrip() throws {
    try withScratchFolder { folder in
      try write(into: folder)
      let reader = try DatasetReader(folder: folder)
      for table in try SampleDataset.tables() {
        #expect(try reader.table(table.schema) == table.sorted())
        #expect(try reader.tableFromLines(table.schema) == table.sorted())
      }
      #expect(try reader.tables().count == Schema.all.count)
    }
    #expect(throws: DatasetError.self) { try DatasetReader(folder: "/nowhere") }
  }

  @Test("SQLite: keys hold, text is found, every view runs") func database() throws {
    try withScratchFolder { folder in
      try write(into: folder)
      let queue = try DatabaseQueue(path: "\(folder)/\(DatasetFolder.databaseFile)")
      try queue.read { db in
        #expect(try Row.fetchAll(db, sql: "PRAGMA foreign_key_check").isEmpty)
        #expect(try String.fetchOne(db, sql: "PRAGMA integrity_check") == "ok")
        let found = try String.fetchAll(
          db, sql: "SELECT document FROM document_text WHERE document_text MATCH 'menargetkan'")
        #expect(found == ["berita/b.html"])
        for view in View.all {
          #expect(try !Row.fetchAll(db, sql: "SELECT * FROM \(view.name)").isEmpty, "\(view.name)")
        }
        let mover = try #require(try Row.fetchOne(db, sql: "SELECT * FROM v_movers"))
        #expect(mover["from_zone"] == "kuning")
        #expect(mover["to_zone"] == "hijau")
        #expect(mover["direction"] == "up")
        let doubtful = try String.fetchAll(db, sql: "SELECT claim FROM v_doubtful_claims")
        #expect(doubtful == ["c02", "c01"])
        #expect(try Double.fetchOne(db, sql: "SELECT max(score) FROM claims") == 90.5)
      }
    }
  }

  @Test("an empty dataset is a dataset") func empty() throws {
    try withScratchFolder { folder in
      try DatasetWriter(tables: []).write(into: folder)
      #expect(try DatasetReader(folder: folder).table(Schema.claims).rows.isEmpty)
    }
  }
}

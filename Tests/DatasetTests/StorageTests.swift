import Testing

@testable import Dataset

@Suite("Rows that are kept on disk")
struct StorageTests {
  private static let schema = TableSchema(
    "rows", title: "", judul: "", description: "", deskripsi: "", primaryKey: ["key", "n"],
    columns: [
      Column("key", "", id: ""), Column("n", .integer, "", id: ""),
      Column("text", "", id: ""), Column("number", .number, "", id: ""),
      Column("truth", .boolean, "", id: ""),
    ])

  /// Rows of all kinds of values; keys come again, in no order, and a few rows are alike in both columns of
  /// the key.
  private static let rows: [[Value]] = (0..<1500).map { number in
    let mixed = number * 7919 % 1500
    return [
      Value("kunci-\(mixed / 3)"), .integer(mixed % 2),
      mixed % 5 == 0 ? .null : Value(String(repeating: "é – \"\n", count: mixed % 40)),
      mixed % 4 == 0 ? .null : .decimal(units: Int64(mixed) - 700, scale: mixed % 3),
      mixed % 3 == 0 ? .null : .boolean(mixed % 2 == 0),
    ]
  }

  private static func table(_ scratch: Scratch?) throws -> Table {
    var table = Table(schema, scratch: scratch)
    for row in rows { try table.append(values: row) }
    return table
  }

  @Test("are those that were given, one behind the other and by position") func rows() throws {
    try withScratchFolder { folder in
      let scratch = try Scratch(beside: folder + "/output")
      let (packed, plain) = (try Self.table(scratch), try Self.table(nil))
      #expect(packed.rows.blockCount > 5 && plain.rows.blockCount == 1)
      #expect(Array(packed.rows) == Array(plain.rows) && packed == plain)
      for position in stride(from: 0, to: packed.count, by: 37) {
        #expect(packed.rows[position] == plain.rows[position])
      }
      #expect(packed.records.first == plain.records.first)
      #expect(try names(in: folder) == [], "the files have no names")
    }
  }

  @Test("two lists that begin alike do not write into one another") func copies() throws {
    try withScratchFolder { folder in
      let table = try Self.table(Scratch(beside: folder + "/output"))
      var (one, other) = (table, table)
      for number in 0..<500 {
        try one.append(values: [Value("satu"), .integer(number), nil, nil, nil])
        try other.append(values: [Value("dua"), .integer(number), nil, nil, nil])
      }
      #expect(Array(one.rows)[..<table.count] == Array(other.rows)[..<table.count])
      #expect(Set(one.rows.dropFirst(table.count).map { $0[0] }) == ["satu"])
      #expect(Set(other.rows.dropFirst(table.count).map { $0[0] }) == ["dua"])
    }
  }

  @Test(
    "are sorted like those in memory, by runs of any size and any number merged at once",
    arguments: [(1, 64), (2000, 2), (2000, 3), (20_000, 64), (4 << 20, 64)])
  func sorting(_ runSize: Int, _ mergedAtOnce: Int) throws {
    try withScratchFolder { folder in
      let scratch = try Scratch(beside: folder + "/output")
      let plain = try Self.table(nil).sorted()
      let sorted = try Self.table(scratch).rows.sorted(
        RowOrder(Self.schema), scratch: scratch, runSize: runSize, mergedAtOnce: mergedAtOnce)
      #expect(Array(sorted) == Array(plain.rows))
      #expect(try Self.table(scratch).sorted() == plain)
    }
  }

  @Test("are sorted anew when more come behind sorted ones") func sortedAgain() throws {
    try withScratchFolder { folder in
      for scratch in [nil, try Scratch(beside: folder + "/output")] {
        var table = try Self.table(scratch).sorted()
        try table.append(values: [Value("a"), .integer(0), nil, nil, nil])
        #expect(try table.sorted().rows.first?.first == "a")
        try table.append(values: [Value("z"), .integer(0), nil, nil, nil])
        #expect(try table.sorted().rows.suffix(1) == [[Value("z"), .integer(0), nil, nil, nil]])
      }
    }
  }

  @Test("are found by the first column of their key") func finding() throws {
    try withScratchFolder { folder in
      let plain = try Self.table(nil).sorted()
      let table = try Self.table(Scratch(beside: folder + "/output")).sorted()
      for finder in [table.finder(), plain.finder()] {
        for number in [0, 1, 77, 250, 498, 499] {
          let key = "kunci-\(number)"
          #expect(finder.rows(key) == plain.records.filter { $0["key"].text == key })
          #expect(finder[key] == plain.records.first { $0["key"].text == key })
        }
        for key in ["", "a", "kunci-1499", "kunci-25x", "z"] { #expect(finder[key] == nil) }
      }
    }
  }

  @Test("make the same files, and break the same keys") func datasets() throws {
    try withScratchFolder { folder in
      let scratch = try Scratch(beside: folder + "/output")
      var texts = TextList(scratch: scratch)
      for text in SampleDataset.texts { try texts.append(text) }
      let tables = try SampleDataset.tables().map { table in
        var kept = Table(table.schema, scratch: scratch)
        for row in table.rows { try kept.append(values: row) }
        return kept
      }
      for name in ["a", "b"] { try Files.makeFolder(folder + "/" + name) }
      try DatasetWriter(tables: SampleDataset.tables(), texts: TextList(SampleDataset.texts))
        .write(into: folder + "/a")
      try DatasetWriter(tables: tables, texts: texts).write(into: folder + "/b")
      for name in try names(in: folder + "/a") {
        #expect(
          try bytes(of: "\(folder)/a/\(name)") == bytes(of: "\(folder)/b/\(name)"), "\(name)")
      }
      var documents = Table(Schema.documents, scratch: scratch)
      for number in 0..<400 {
        try documents.append([
          "document": Value("d\(number % 399)"), "status": "duplicate",
          "duplicate_of": Value("d\(number == 7 ? 999 : 1)"),
        ])
      }
      let found = KeyCheck.problems(in: [documents])
      #expect(KeyCheck.problems(in: [try documents.sorted()]) == found)
      #expect(
        found == [
          .duplicate(table: "documents", key: "d0"),
          .dangling(
            table: "documents", column: "duplicate_of", value: "d999",
            target: Reference("documents", "document")),
        ])
    }
  }
}

@Suite("CSV that comes in pieces")
struct CSVPieceTests {
  @Test(
    "is cut into the same rows wherever the pieces end",
    arguments: [
      "a,b\n1,2\n", "a,b\r\n1,2", "\u{FEFF}a\nx\n", "a\n\"x\ny\",\"z\"\"\"\n,\n", "\u{FE}a,b\n", "",
      "\"\"\n\"a\"\n", "a\n\n",
    ])
  func pieces(_ text: String) throws {
    let bytes = Array(text.utf8)
    let whole = try CSV.rows(of: bytes, file: "x.csv")
    for size in 1...4 {
      var parser = CSVParser(file: "x.csv")
      var rows: [(line: Int, cells: [String])] = []
      for start in stride(from: 0, to: bytes.count, by: size) {
        try parser.add(bytes[start..<min(start + size, bytes.count)])
        rows += parser.take()
      }
      try parser.end()
      rows += parser.take()
      #expect(rows.map(\.line) == whole.map(\.line) && rows.map(\.cells) == whole.map(\.cells))
    }
  }
}

import Dataset
import Testing

@Suite("CSV and JSON") struct TextFormatTests {
  private static let schema = TableSchema(
    "odd", title: "Odd", judul: "Ganjil", description: "Odd text.", deskripsi: "Teks ganjil.",
    primaryKey: ["a"],
    columns: [
      Column("a", "Key.", id: "Kunci.", isRequired: true), Column("b", "Text.", id: "Teks."),
    ])

  @Test(
    "quotes only where needed, an apostrophe before what a spreadsheet would calculate",
    arguments: [
      ("plain", "plain"), ("a,b", "\"a,b\""), ("say \"so\"", "\"say \"\"so\"\"\""),
      ("two\nlines", "\"two\nlines\""), ("car\rriage", "\"car\rriage\""), (" space", "\" space\""),
      ("=1+1", "'=1+1"), ("-5", "'-5"), ("+62", "'+62"), ("@a", "'@a"), ("\t=1", "'\t=1"),
      ("\r=1", "\"'\r=1\""), ("\n", "\"'\n\""), ("＝1", "'＝1"), ("＠a", "'＠a"), ("（a", "（a"),
      ("'=1", "''=1"), ("'", "'"), ("'a", "'a"), ("a=1", "a=1"), ("=1,\"2\"", "\"'=1,\"\"2\"\"\""),
      ("é’", "é’"), ("\"", "\"\"\"\""), ("\r\n", "\"'\r\n\""),
    ])
  func quoting(_ text: String, _ cell: String) throws {
    var table = Table(Self.schema)
    try table.append(["a": "k", "b": Value(text)])
    try table.append(["a": "l"])
    let csv = CSV.write(table)
    #expect(String(decoding: csv, as: UTF8.self) == "a,b\nk,\(cell)\nl,\n")
    #expect(try DatasetReader.table(Self.schema, csv: csv, file: "odd.csv") == table)
  }

  @Test("foreign CSV: byte order mark, CRLF, no last line feed, other columns") func foreign()
    throws
  {
    let csv = Array("\u{FEFF}b,z,a\r\n1,2,\"k\"\r\n,,l".utf8)
    let table = try DatasetReader.table(Self.schema, csv: csv, file: "odd.csv")
    #expect(table.rows == [["k", "1"], ["l", nil]])
  }

  @Test(
    "bad CSV is named by file and line",
    arguments: [
      ("a,b\nk,\"open\n\n", 2, "a quote is not closed"),
      ("a,b\nk,x\"y\"\n", 2, "a quote inside a cell"),
      ("a,b\nk,1\n\"l\nm\",1,2\n", 3, "3 cells under 2 column names"),
      ("a,b\n,1\n", 2, "a is required"),
      ("", 1, "the header is missing"),
    ])
  func badCSV(_ text: String, _ line: Int, _ reason: String) {
    #expect(throws: DatasetError.malformed(file: "odd.csv", line: line, reason: reason)) {
      try DatasetReader.table(Self.schema, csv: Array(text.utf8), file: "odd.csv")
    }
  }

  @Test(
    "JSON keeps order, digits and text",
    arguments: [
      #"{"b": 80.50, "a": [1, -0.5, {}], "c": null, "d": true}"#,
      #"["\"", "\\", "\n\t\r", "\u0000\u001f\u007f", "é’", []]"#,
      #""=1+1""#,
    ])
  func json(_ text: String) throws {
    #expect(try JSON.parse(Array(text.utf8)).line == text)
    let pretty = try JSON.parse(Array(text.utf8)).pretty
    #expect(try JSON.parse(Array(pretty.utf8)).line == text)
  }

  @Test("escapes of other writers are read") func escapes() throws {
    let json = try JSON.parse(Array(#""\u00e9\ud83d\ude00\/\b\ud800""#.utf8))
    #expect(json.string == "é😀/\u{8}\u{FFFD}")
  }

  @Test(
    "bad JSON is refused",
    arguments: [
      "", "{", "[1,]", "{\"a\" 1}", "{a: 1}", "\"open", "\"\n\"", "tru", "1 2", "-", "\"\\x\"",
      "\"\\u12\"", String(repeating: "[", count: 100_000),
    ])
  func badJSON(_ text: String) {
    #expect(throws: DatasetError.self) { try JSON.parse(Array(text.utf8)) }
  }

  @Test("JSON Lines names the line") func lines() throws {
    #expect(try JSON.parseLines(Array("{}\n\n[1]\n".utf8)) == [[:], [1]])
    #expect(
      throws: DatasetError.malformed(file: "x.jsonl", line: 2, reason: "a value is missing")
    ) {
      try JSON.parseLines(Array("{}\nnope\n".utf8).map { $0 == 110 ? 120 : $0 }, file: "x.jsonl")
    }
  }
}

import Dataset
import Foundation
import Reconcile
import Testing

@testable import Pipeline

@Suite("corrections.csv")
struct CorrectionFileTests {
  struct Mistake: Sendable, CustomTestStringConvertible {
    let text: String
    /// Beginnings of the problems, without the file's name.
    let problems: [String]

    var testDescription: String { problems.first ?? "" }
  }

  private static func file(_ rows: (inout CorrectionRow) -> Void...) -> String {
    let lines =
      CSV.line(CorrectionRow.columns)
      + rows.flatMap { change in CSV.line(CorrectionTests.row(change).cells) }
    return String(decoding: lines, as: UTF8.self)
  }

  static let mistakenFiles = [
    Mistake(text: "", problems: ["1: the header is missing"]),
    Mistake(
      text: "action,quote,who,warna\n",
      problems: ["1: unknown column \"warna\"", "1: the column when is missing"]),
    Mistake(
      text: "action,quote,who,when,who\n", problems: ["1: the column who stands twice"]),
    Mistake(
      text: "action;quote;who;when\naccept;x;S;2026-01-16\n",
      problems: ["1: the columns stand apart by semicolons; save with commas"]),
    Mistake(
      text: "action,quote,who,when\naccept,x\n", problems: ["2: 2 cells under 4 column names"]),
    Mistake(text: "action,quote,who,when\n\"acc", problems: ["2: a quote is not closed"]),
    Mistake(
      text: file(
        {
          $0.action = "setuju"
          $0.quote = "  "
          ($0.document, $0.who, $0.when) = ("", "", "16/1/2026")
        }),
      problems: [
        "2: action is \"setuju\", not accept, reject or change",
        "2: quote is empty", "2: neither document nor sha256", "2: who is empty",
        "2: when is \"16/1/2026\"; write a day as 2026-01-16",
      ]),
    Mistake(
      text: file(
        { ($0.field, $0.value) = ("zone", "ungu") },
        { ($0.field, $0.value) = ("region_code", "77.77") },
        { ($0.field, $0.value) = ("score", "100.01") },
        { ($0.field, $0.value) = ("score", "80,85") },
        { ($0.field, $0.value) = ("year", "23") },
        { ($0.field, $0.value) = ("instrument", "lain") },
        { ($0.field, $0.value) = ("unit", "Dinas Sihir") },
        { ($0.field, $0.value) = ("grade", "Z") },
        { ($0.field, $0.value) = ("category", "Hebat") },
        { ($0.field, $0.value) = ("rank", "0") },
        { ($0.field, $0.value) = ("status", "selesai") },
        { ($0.field, $0.value) = ("region", "Kota Misal") },
        { ($0.field, $0.value) = ("assessor", "siapa") }),
      problems: [
        "2: zone \"ungu\" does not exist; there are hijau",
        "3: there is no region with the code \"77.77\"",
        "4: score 100.01 is off the scale kepatuhan_2022, which ends at 100",
        "5: score is \"80,85\", no number", "6: year is \"23\"",
        "7: there is no instrument \"lain\"", "8: there is no unit \"Dinas Sihir\"",
        "9: grade \"Z\" does not exist; there are A, B", "10: category \"Hebat\"",
        "11: rank is \"0\"", "12: status is \"selesai\"", "13: there is no field \"region\"",
        "14: there is no assessor \"siapa\"",
      ]),
    Mistake(
      text: file(
        { $0.about = "score=1;warna" }, { $0.sha256 = "abc" },
        {
          $0.action = "accept"
          $0.note = "x"
        }),
      problems: [
        "2: about has \"warna\"", "2: there is no field \"\"", "3: sha256 is no SHA-256",
        "3: there is no field \"\"",
      ]),
  ]

  @Test("Every mistake is named with its line, all at once", arguments: mistakenFiles)
  func mistakes(_ mistake: Mistake) throws {
    let error = try #require(throws: PipelineError.self) {
      _ = try CorrectionFile.parse(
        Array(mistake.text.utf8), file: "k.csv", lexicon: TablesSample.lexicon)
    }
    #expect(error.problems.count == mistake.problems.count, "\(error)")
    for (found, expected) in zip(error.problems, mistake.problems) {
      #expect(found.hasPrefix("k.csv:" + expected), "\(found)")
    }
  }

  @Test("field and value are for change only")
  func superfluous() throws {
    let text = "action,field,quote,document,who,when\naccept,score,x,a,S,2026-01-01\n"
    let error = try #require(throws: PipelineError.self) {
      _ = try CorrectionFile.parse(
        Array(text.utf8), file: "k.csv", lexicon: TablesSample.lexicon)
    }
    #expect(error.problems == ["k.csv:2: field and value are for change only; leave them empty"])
  }

  /// What could do harm in a spreadsheet, on a page, in a file or on a terminal.
  static let hostileTexts = [
    "=HYPERLINK(\"http://x\",\"y\")", "@SUM(1+1)", "'=1", "\t=1", "-", "＝1",
    "<script>alert(1)</script>", "a\"b,c\nd\r\ne",
    "\u{202E}terbalik", "nul\u{0}di tengah", "; DROP TABLE claims; --", "\u{1B}[2J",
    String(repeating: "panjang ", count: 20_000),
  ]

  @Test("Whatever stands in a note comes back as it was, on one row", arguments: hostileTexts)
  func hostile(_ text: String) throws {
    let folder = FileManager.default.temporaryDirectory.path + "/koreksi-" + UUID().uuidString
    try FileManager.default.createDirectory(
      atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let writer = CorrectionWriter(folder + "/k.csv")
    for _ in 0..<2 {
      try writer.append([
        CorrectionTests.row {
          $0.action = "accept"
          ($0.note, $0.who) = (text, text)
        }
      ])
    }
    let read = try CorrectionFile.read(folder + "/k.csv", lexicon: TablesSample.lexicon)
    #expect(read.map(\.note) == [text, text] && read.map(\.who) == [text, text])
    #expect(Set(read.map(\.id)).count == 2)
    let cells = try CSV.rows(of: Files.read(folder + "/k.csv"), file: "k.csv").flatMap(\.cells)
    #expect(cells.allSatisfy { FormulaText.guarded($0) == $0 || $0.hasPrefix("'") })
    #expect(
      try CorrectionFile.rows(folder + "/k.csv", lexicon: TablesSample.lexicon).map(\.note)
        == [text, text])
    let made = try CorrectionTests.tables([TablesSample.record("a.txt")], [])
    #expect(made["corrections"]?.count == 0)
  }

  @Test("Rows go behind those that are there, in the order of the file's columns")
  func append() throws {
    let folder = FileManager.default.temporaryDirectory.path + "/koreksi-" + UUID().uuidString
    try FileManager.default.createDirectory(
      atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let path = folder + "/k.csv"
    let columns = Array(CorrectionRow.columns.reversed())
    // No line feed at the end, as some editors leave it.
    try Files.write(Array(columns.joined(separator: ",").utf8), to: path)
    let row = CorrectionTests.row { $0.action = "reject" }
    try CorrectionWriter(path).append([row])
    let lines = try CSV.rows(of: Files.read(path), file: path).map(\.cells)
    #expect(lines == [columns, row.cells.reversed()])
    try Files.write(Array("a,b\n".utf8), to: path)
    #expect(throws: DatasetError.self) { try CorrectionWriter(path).append([row]) }
    #expect(try Files.read(path) == Array("a,b\n".utf8))
  }

  @Test("What a claim said is written and read back, marks in it too")
  func about() throws {
    var table = Table(Schema.results)
    try table.append([
      "result": "r", "region": "Kota; \\ aneh", "score": .decimal(units: 8085, scale: 2),
      "consistent": "yes", "sources": 1, "claims": "c", "conflict": false, "corrected": false,
    ])
    let record = try #require(table.records.first)
    let written = CorrectionRow.about(record)
    #expect(written == "region=Kota\\; \\\\ aneh;score=80.85")
    #expect(
      try CorrectionRow.read(about: written) == [.region: "Kota; \\ aneh", .score: "80.85"])
  }
}

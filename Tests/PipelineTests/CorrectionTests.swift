import Dataset
import Extract
import Interpret
import Lexicon
import Reconcile
import Testing

@testable import Pipeline

/// What becomes of corrections when the tables are made, on pages of invented places.
@Suite("Corrections")
struct CorrectionTests {
  static let header = CorrectionRow.columns.joined(separator: ",")
  static let quote = TablesSample.sentence
  static let told =
    "region_code=99.71;region=Kota Contoh;year=2023;instrument=kepatuhan_pengawas;status=achieved;"
    + "score=80.85"

  static func row(_ change: (inout CorrectionRow) -> Void) -> CorrectionRow {
    var row = CorrectionRow()
    row.action = "change"
    row.document = "a.txt"
    row.quote = quote
    row.about = told
    row.who = "Sari"
    row.when = "2026-01-16"
    change(&row)
    if row.action != "change" { (row.field, row.value) = ("", "") }
    return row
  }

  static func parse(_ rows: [CorrectionRow]) throws -> [Correction] {
    let lines = CSV.line(CorrectionRow.columns) + rows.flatMap { CSV.line($0.cells) }
    return try CorrectionFile.parse(lines, file: "k.csv", lexicon: TablesSample.lexicon)
  }

  static func tables(
    _ records: [DocumentRecord], _ rows: [CorrectionRow]
  ) throws -> [String: Table] {
    let made = try TableBuilder(lexicon: TablesSample.lexicon, corrections: parse(rows))
      .tables(from: records)
    let writer = try DatasetWriter(tables: made.tables, texts: made.texts)
    return Dictionary(uniqueKeysWithValues: writer.tables.map { ($0.schema.name, $0) })
  }

  struct Case: Sendable, CustomTestStringConvertible {
    let name: String
    let rows: [CorrectionRow]
    /// State and, where there is one, the beginning of the reason, in the order of the rows.
    let states: [String]
    /// Score of the result of Kota Contoh in 2023; nil for none, "" for a result without one.
    let score: String?
    var zone: String = "hijau"

    var testDescription: String { name }
  }

  static let cases = [
    Case(name: "nothing to correct", rows: [], states: [], score: "80.85"),
    Case(
      name: "a score is changed", rows: [row { ($0.field, $0.value) = ("score", "90.85") }],
      states: ["applied"], score: "90.85"),
    Case(
      name: "found by its hash when the page was moved",
      rows: [
        row {
          ($0.document, $0.sha256) = ("dulu/a.txt", String(repeating: "0", count: 64))
          ($0.field, $0.value) = ("score", "90.85")
        }
      ], states: ["applied"], score: "90.85"),
    Case(
      name: "reflowed, with other dashes",
      rows: [
        row {
          $0.quote = "Kota Contoh - kota  kecil -\nmeraih nilai 80,85 pada 2023."
          ($0.field, $0.value) = ("score", "90.85")
        }
      ], states: ["applied"], score: "90.85"),
    Case(
      name: "a value is taken away", rows: [row { ($0.field, $0.value) = ("score", "") }],
      states: ["applied"], score: nil),
    Case(
      name: "the program agrees by now",
      rows: [
        row {
          $0.about = told.replacing("score=80.85", with: "score=80.58")
          ($0.field, $0.value) = ("score", "80.850")
        }
      ], states: ["redundant"], score: "80.85"),
    Case(
      name: "the program agrees on one of two",
      rows: [("year", "2023"), ("score", "90.85")].map { field, value in
        row {
          $0.about = told.replacing("year=2023", with: "year=2021")
          ($0.field, $0.value) = (field, value)
        }
      }, states: ["redundant", "applied"], score: "90.85"),
    Case(
      name: "neither what was nor what must be",
      rows: [
        row {
          $0.about = told.replacing("score=80.85", with: "score=70.01")
          ($0.field, $0.value) = ("score", "71.01")
        }
      ], states: ["stale: the program now reads score 80.85"], score: "80.85"),
    Case(
      name: "the sentence is gone",
      rows: [
        row {
          $0.quote = "Kota Contoh meraih 1."
          ($0.field, $0.value) = ("score", "1")
        }
      ], states: ["orphaned: the sentence is not in the document any more"], score: "80.85"),
    Case(
      name: "the document is gone",
      rows: [
        row {
          $0.document = "b.txt"
          ($0.field, $0.value) = ("score", "1")
        }
      ], states: ["orphaned: the document is not in the corpus"], score: "80.85"),
    Case(
      name: "rejected", rows: [row { $0.action = "reject" }], states: ["applied"], score: nil),
    Case(
      name: "rejected, and not read any more",
      rows: [
        row {
          $0.action = "reject"
          $0.about = told.replacing("score=80.85", with: "score=12")
        }
      ], states: ["redundant"], score: "80.85"),
    Case(
      name: "accepted", rows: [row { $0.action = "accept" }], states: ["applied"], score: "80.85"),
    Case(
      name: "accepted, and read otherwise by now",
      rows: [
        row {
          $0.action = "accept"
          $0.about = told.replacing("year=2023", with: "year=2020")
        }
      ], states: ["stale: the program now reads year 2023"], score: "80.85"),
    Case(
      name: "a later row wins",
      rows: [
        row { ($0.field, $0.value) = ("score", "90.85") },
        row { ($0.field, $0.value) = ("score", "91.85") },
      ], states: ["superseded: a later row", "applied"], score: "91.85"),
    Case(
      name: "a rejection overrules all before it",
      rows: [
        row { $0.action = "accept" }, row { ($0.field, $0.value) = ("score", "90.85") },
        row { $0.action = "reject" },
      ], states: ["superseded: ", "superseded: ", "applied"], score: nil),
    Case(
      name: "without what the claim said, where it is the only one of its sentence",
      rows: [
        row {
          $0.about = ""
          ($0.field, $0.value) = ("score", "90.85")
        }
      ], states: ["applied"], score: "90.85"),
    Case(
      name: "two fields of one claim",
      rows: [
        row { ($0.field, $0.value) = ("score", "90.85") },
        row { ($0.field, $0.value) = ("zone", "hijau") },
      ], states: ["applied", "applied"], score: "90.85"),
  ]

  @Test("What becomes of them, and of the result", arguments: cases)
  func states(_ one: Case) throws {
    let all = try Self.tables([TablesSample.record("a.txt")], one.rows)
    let found = try #require(all["corrections"]).records.sorted {
      ($0["line"].integer ?? 0) < ($1["line"].integer ?? 0)
    }.map { row in
      row["state"].written + (row["reason"].isNull ? "" : ": " + row["reason"].written)
    }
    #expect(found.count == one.states.count)
    for (state, expected) in zip(found, one.states) {
      #expect(state == expected || expected.contains(": ") && state.hasPrefix(expected), "\(state)")
    }
    let results = try #require(all["results"]).records.filter { $0["year"].integer == 2023 }
    // The title's claim of the colour alone remains when the sentence says nothing.
    let scored = results.first { !$0["score"].isNull }
    #expect(scored?["score"].written == one.score)
    let isCorrected = one.score != nil && one.states.contains("applied")
    #expect((scored?["corrected"].boolean ?? false) == isCorrected)
    #expect((scored?["corrections"].isNull ?? true) == !isCorrected)
    if isCorrected { #expect(scored?["confidence"].written == "1.00") }
  }

  @Test("Claims stay as the program read them; a copy of the page is corrected with it")
  func copies() throws {
    let rows = [Self.row { ($0.field, $0.value) = ("score", "90.85") }]
    let all = try Self.tables(["a.txt", "b.txt"].map { TablesSample.record($0) }, rows)
    let claims = try #require(all["claims"]).records.filter { !$0["corrections"].isNull }
    #expect(claims.map { $0["document"].written }.sorted() == ["a.txt", "b.txt"])
    #expect(claims.allSatisfy { $0["score"].written == "80.85" })
    let result = try #require(all["results"]?.records.first)
    #expect(result["score"].written == "90.85" && result["conflict"].boolean == false)
    let correction = try #require(all["corrections"]?.records.first)
    #expect(correction["was"].written == "80.85")
    #expect(correction["claims"].written.split(separator: ";").count == 2)
  }

  @Test("A target that was taken for a result becomes one, and the other way round")
  func status() throws {
    let rows = [
      Self.row {
        $0.quote = TablesSample.hope
        $0.about = "region_code=99.71;year=2024;status=target;score=90"
        ($0.field, $0.value) = ("status", "achieved")
      },
      Self.row { ($0.field, $0.value) = ("status", "target") },
    ]
    let all = try Self.tables([TablesSample.record("a.txt")], rows)
    #expect(all["targets"]?.records.map { $0["score"].written } == ["80.85"])
    #expect(all["results"]?.records.contains { $0["year"].integer == 2024 } == true)
  }

  @Test("Another region: its result, and none of the first")
  func region() throws {
    let rows = [Self.row { ($0.field, $0.value) = ("region_code", "99.01") }]
    let all = try Self.tables([TablesSample.record("a.txt")], rows)
    let scored = try #require(all["results"]).records.filter { !$0["score"].isNull }
    #expect(scored.map { $0["region"].written } == ["Kabupaten Misal"])
  }
}

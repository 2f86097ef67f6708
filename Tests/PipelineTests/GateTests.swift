import Dataset
import Interpret
import Testing

@testable import Pipeline

/// What a run is held against, on pages of invented places.
@Suite("Expectations held against a run")
struct GateTests {
  static func pipeline(_ expectations: String) throws -> PipelineConfiguration {
    let lines = expectations.split(separator: "\n").map { "  " + $0 }.joined(separator: "\n")
    return try PipelineConfiguration(
      text: "name: a\ntitle: A\nexpectations:\n" + lines, file: "p/pipeline.yml", folder: "p")
  }

  /// Tables of the records, and the comparison with those before.
  static func run(
    _ records: [DocumentRecord], _ rows: [CorrectionRow] = [], before: [DocumentRecord]? = nil
  ) throws -> (tables: [Table], diff: DatasetDiff?) {
    func tables(_ records: [DocumentRecord], _ rows: [CorrectionRow]) throws -> [Table] {
      try TableBuilder(
        lexicon: TablesSample.lexicon, corrections: CorrectionTests.parse(rows)
      ).tables(from: records).tables
    }
    let now = try tables(records, rows)
    let diff = try before.map { records in
      DatasetDiff(
        old: try DatasetSnapshot(name: "old", tables: tables(records, []), texts: TextList()),
        new: try DatasetSnapshot(name: "new", tables: now, texts: TextList()))
    }
    return (now, diff)
  }

  /// The page of another city's result, which contradicts the first where the score is another.
  static func page(_ address: String, score: String, year: Int = 2023) -> DocumentRecord {
    let quote = "Kota Contoh meraih \(score)."
    let article = TablesSample.article(address, title: "Warta \(address)", quote)
    var record = DocumentRecord(
      address: address, sha256: String(repeating: "1", count: 64), article: article, status: .read)
    record.reading = .init()
    record.reading?.claims = [
      TablesSample.claim(quote, in: article, score: score, year: year)
    ]
    return record
  }

  static func failed(_ address: String) -> DocumentRecord {
    DocumentRecord(address: address, sha256: nil, status: .failed, reason: "gzip ends early")
  }

  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let expectation: String
    let records: @Sendable () -> [DocumentRecord]
    var rows: [CorrectionRow] = []
    var before: (@Sendable () -> [DocumentRecord])?
    let verdict: ExpectationCheck.Verdict
    let line: String
  }

  private static let two: @Sendable () -> [DocumentRecord] = {
    [page("a.txt", score: "80.85"), page("b.txt", score: "70.01", year: 2022)]
  }
  private static let one: @Sendable () -> [DocumentRecord] = { [page("a.txt", score: "80.85")] }
  private static let disputed: @Sendable () -> [DocumentRecord] = {
    [page("a.txt", score: "80.85"), page("b.txt", score: "70.01")]
  }

  private static func decision(_ change: (inout CorrectionRow) -> Void) -> CorrectionRow {
    var row = CorrectionRow()
    (row.action, row.who, row.when) = ("accept", "Sari", "2026-01-16")
    (row.document, row.quote) = ("a.txt", "Kota Contoh meraih 80.85.")
    change(&row)
    return row
  }

  static let counted = [
    Case(
      testDescription: "enough documents", expectation: "min_documents: 2", records: two,
      verdict: .met, line: "documents: 2, expected at least 2"),
    Case(
      testDescription: "too few results", expectation: "min_results: 3", records: two,
      verdict: .unmet, line: "results: 2, expected at least 3"),
    Case(
      testDescription: "a document failed", expectation: "max_failed: 0",
      records: { two() + [failed("c.txt")] }, verdict: .unmet,
      line: "documents failed: 1, expected at most 0"),
    Case(
      testDescription: "a conflict that nobody decided",
      expectation: "max_unexplained_conflicts: 0",
      records: disputed, verdict: .unmet,
      line: "conflicts that nobody decided: 1, expected at most 0"),
    Case(
      testDescription: "a conflict of which one side was accepted",
      expectation: "max_unexplained_conflicts: 0", records: disputed,
      rows: [decision { _ in }], verdict: .met,
      line: "conflicts that nobody decided: 0, expected at most 0"),
    Case(
      testDescription: "a conflict of which one side was rejected is none",
      expectation: "max_conflicts: 0", records: disputed,
      rows: [decision { $0.action = "reject" }], verdict: .met,
      line: "conflicts: 0, expected at most 0"),
    Case(
      testDescription: "a stale correction", expectation: "max_stale_corrections: 0",
      records: two, rows: [decision { $0.about = "region_code=99.71;year=2019;score=80.85" }],
      verdict: .unmet, line: "stale corrections: 1, expected at most 0"),
    Case(
      testDescription: "an orphaned correction", expectation: "max_orphaned_corrections: 0",
      records: two, rows: [decision { $0.document = "hilang.txt" }], verdict: .unmet,
      line: "orphaned corrections: 1, expected at most 0"),
  ]

  static let compared = [
    Case(
      testDescription: "without a dataset before there is nothing to compare",
      expectation: "max_lost_results: 0", records: one, verdict: .skipped,
      line: "results lost: no dataset to compare with, expected at most 0"),
    Case(
      testDescription: "one result of two is lost", expectation: "max_lost_results: 0",
      records: one, before: two, verdict: .unmet, line: "results lost: 1, expected at most 0"),
    Case(
      testDescription: "half may be lost", expectation: "max_lost_results: 50%", records: one,
      before: two, verdict: .met, line: "results lost: 1 of 2 (50%), expected at most 50%"),
    Case(
      testDescription: "half is more than may be lost", expectation: "max_lost_results: 49.9%",
      records: one, before: two, verdict: .unmet,
      line: "results lost: 1 of 2 (50%), expected at most 49.9%"),
    Case(
      testDescription: "nothing before, nothing lost", expectation: "max_lost_results: 5%",
      records: one, before: { [] }, verdict: .met,
      line: "results lost: 0 of 0 (0%), expected at most 5%"),
    Case(
      testDescription: "what a person rejected is not lost", expectation: "max_lost_results: 0",
      records: two, rows: [decision { $0.action = "reject" }], before: two, verdict: .met,
      line: "results lost: 0, expected at most 0"),
    Case(
      testDescription: "a page fails that could be read", expectation: "max_new_failures: 0",
      records: { [page("a.txt", score: "80.85"), failed("b.txt")] }, before: two,
      verdict: .unmet, line: "documents that fail now: 1, expected at most 0"),
    Case(
      testDescription: "a page fails as it did", expectation: "max_new_failures: 0",
      records: { one() + [failed("c.txt")] }, before: { one() + [failed("c.txt")] },
      verdict: .met, line: "documents that fail now: 0, expected at most 0"),
  ]

  @Test("Met, unmet or left out", arguments: counted + compared)
  func check(_ one: Case) throws {
    let made = try Self.run(one.records(), one.rows, before: one.before?())
    let gate = Gate(
      pipeline: try Self.pipeline(one.expectation), tables: made.tables, diff: made.diff)
    let checks = try gate.checks(RunCounts(made.tables))
    let check = try #require(checks.first)
    #expect(checks.count == 1)
    #expect(check.verdict == one.verdict && check.line == one.line, "\(check.line)")
    #expect(check.key == one.expectation.prefix { $0 != ":" })
  }

  @Test("All keys are read; what is no expectation is named with its line")
  func keys() throws {
    let wanted = try Self.pipeline(
      """
      max_unexplained_conflicts: 1
      max_new_failures: 2
      max_lost_results: 2.5%
      max_stale_corrections: 3
      max_orphaned_corrections: 4
      accuracy:
        - gold: a.jsonl
          set: dev
          min_f1: 0.9
          min_precision: 0.95
        - gold: b
          max_false_achievements: 0
      """
    ).expectations
    #expect(wanted.maxUnexplainedConflicts == 1 && wanted.maxNewFailures == 2)
    #expect(wanted.maxLostResults == .percent(2.5) && wanted.maxStaleCorrections == 3)
    #expect(wanted.accuracy.map(\.gold) == ["a.jsonl", "b"])
    #expect(wanted.accuracy.first?.minF1 == 0.9 && wanted.accuracy.last?.maxFalseAchievements == 0)
    let error = try #require(throws: PipelineError.self) {
      try Self.pipeline(
        """
        max_lost_results: sedikit
        accuracy:
          - min_f1: 90
            warna: hijau
        """)
    }
    #expect(
      error.problems == [
        "p/pipeline.yml:4: \"max_lost_results\" must be a whole number from 0 or a percentage such "
          + "as 5%",
        "p/pipeline.yml:7: unknown key \"warna\"; known are gold, set, min_f1, min_precision, "
          + "min_recall, max_false_achievements",
        "p/pipeline.yml:6: an entry of \"accuracy\" needs the key \"gold\"",
        "p/pipeline.yml:6: \"min_f1\" must be a number from 0 to 1",
      ])
  }

  @Test("Labels that cannot be read are found before any work is done")
  func labels() throws {
    let pipeline = try Self.pipeline("accuracy:\n  gold: tidak-ada.jsonl\n  min_f1: 0.9")
    #expect(throws: PipelineError.self) { try Gate.checkLabels(of: pipeline) }
  }
}

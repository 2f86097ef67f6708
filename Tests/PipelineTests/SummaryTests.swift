import Dataset
import Foundation
import Testing

@testable import Pipeline

#if canImport(FoundationXML)
  import FoundationXML
#endif

@Suite("A run told to CI")
struct SummaryTests {
  /// A run that falls short of what was expected, with a text of somebody's everywhere.
  static func summary(_ text: String) throws -> RunSummary {
    var record = GateTests.failed("c.txt")
    record.reason = text
    let made = try GateTests.run(
      [GateTests.page("a.txt", score: "80.85"), record],
      [
        CorrectionTests.row {
          $0.document = "hilang.txt"
          $0.action = "accept"
          ($0.note, $0.who) = (text, text)
        }
      ], before: [])
    let checks = [
      ExpectationCheck(
        key: "min_results", subject: "results", wanted: "at least 9", found: "1", verdict: .unmet),
      ExpectationCheck(
        key: "accuracy.min_f1 " + text, subject: "F1 on " + text, wanted: "at least 0.9",
        found: "0.95", verdict: .met),
      ExpectationCheck(
        key: "max_lost_results", subject: "results lost", wanted: "at most 0",
        found: "no dataset to compare with", verdict: .skipped),
    ]
    return RunSummary(
      counts: RunCounts(made.tables), output: "out", report: nil, seconds: 1, checks: checks,
      corrections: CorrectionCounts(made.tables), changes: [])
  }

  /// What was read of a JUnit report.
  final class Report: NSObject, XMLParserDelegate {
    var names: [String] = []
    var outcomes: [String: String] = [:]
    var suites: [[String: String]] = []
    var whole: [String: String] = [:]

    func parser(
      _ parser: XMLParser, didStartElement element: String, namespaceURI: String?,
      qualifiedName: String?, attributes: [String: String] = [:]
    ) {
      switch element {
      case "testsuites": whole = attributes
      case "testsuite": suites.append(attributes)
      case "testcase": names.append(attributes["name"] ?? "")
      case "failure", "skipped": outcomes[names.last ?? ""] = element
      default: break
      }
    }
  }

  static func read(_ xml: String) throws -> Report {
    let parser = XMLParser(data: Data(xml.utf8))
    let report = Report()
    parser.delegate = report
    try #require(parser.parse(), "\(parser.parserError.map { "\($0)" } ?? "")\n\(xml)")
    return report
  }

  static let hostileTexts = [
    "tenang", "a < b & c > \"d\" 'e'", "]]><failure/>", "nul \u{0} \u{1B}[2J \u{FFFF}",
    "satu\nbaris | dua", "@admin ![x](https://evil.example)", "<script>alert(1)</script>",
    "\u{202E}kanan", String(repeating: "panjang ", count: 20_000),
  ]

  @Test("JUnit XML is well formed, and says which case failed", arguments: hostileTexts)
  func junit(_ text: String) throws {
    let summary = try Self.summary(text)
    let strict = try Self.read(JUnit.xml(summary, name: text, isStrict: true))
    #expect(strict.whole["tests"] == String(strict.names.count))
    #expect(strict.whole["failures"] == String(strict.outcomes.values.count { $0 == "failure" }))
    #expect(
      strict.suites.map { $0["name"] } == ["expectations", "corrections", "documents that failed"])
    #expect(strict.outcomes["min_results"] == "failure")
    #expect(strict.outcomes["max_lost_results"] == "skipped")
    // The expectation, the orphaned correction, the page that could not be read.
    #expect(strict.whole["failures"] == "3")
    let calm = try Self.read(JUnit.xml(summary, name: text, isStrict: false))
    #expect(calm.whole["failures"] == "1" && calm.names == strict.names)
  }

  @Test("The page for a job holds nothing that does anything", arguments: hostileTexts)
  func markdown(_ text: String) throws {
    let page = try Self.summary(text).markdown(title: text, diff: nil)
      .replacing("\\]", with: "")
    #expect(page.contains("❌ 1 expectation is not met."))
    #expect(page.contains("| – | results lost |"))
    #expect(page.contains("* line 2, orphaned: the document is not in the corpus"))
    #expect(page.utf8.count < 5000)
    for mark in ["<script", "](", "\u{1B}", "\u{202E}", "://", "@admin", "\u{0}", "<failure"] {
      #expect(!page.contains(mark), "\(mark)")
    }
    for line in page.split(separator: "\n") where line.hasPrefix("|") {
      let plain = line.replacing("\\\\", with: "").replacing("\\|", with: "")
      #expect([3, 5].contains(plain.count { $0 == "|" }), "\(line.prefix(200))")
    }
  }

  @Test("A run without anything to complain of says so")
  func calm() throws {
    let made = try GateTests.run([GateTests.page("a.txt", score: "80.85")])
    let summary = RunSummary(
      counts: RunCounts(made.tables), output: "out", report: nil, seconds: 1, checks: [],
      corrections: CorrectionCounts(made.tables), changes: [])
    #expect(
      summary.markdown(title: "A", diff: nil).hasPrefix(
        "# A\n\nThe pipeline expects nothing in particular.\n"))
    let report = try Self.read(JUnit.xml(summary, name: "a", isStrict: true))
    #expect(report.names == ["all can be applied"] && report.outcomes.isEmpty)
  }
}

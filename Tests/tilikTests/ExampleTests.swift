import Foundation
import Testing

/// The scripts of docs/examples on the dataset of the sample corpus: each, where its tool is
/// installed, and all with one answer, which the views of `tilik.sqlite` give too.
@Suite("Worked examples")
struct ExampleTests {
  private static let examples = Program.package.appendingPathComponent("docs/examples").path

  @Test("pandas, R and DuckDB find the same regions")
  func sameAnswer() throws {
    let place = try Workplace()
    try SampleDataset.copy(to: place)
    let script = Self.examples + "/movers_and_agreement"
    var answers: [(tool: String, lines: [String])] = []
    for (tool, isThere, command) in [
      ("pandas", "import pandas", "\(script).py output"),
      ("DuckDB", "import duckdb", "\(Self.examples)/run-duckdb.py \(script).sql output"),
    ] {
      guard let python = Self.python(with: isThere, in: place) else {
        print("skipped: no Python with \(tool) (set TILIK_PYTHON)")
        continue
      }
      answers.append((tool, try Self.lines(of: "\(python) \(command)", in: place)))
    }
    if try Program.shell("command -v Rscript", in: place).status == 0 {
      answers.append(("R", try Self.lines(of: "Rscript \(script).R output", in: place)))
    } else {
      print("skipped: no R (Rscript)")
    }
    let shown = try #require(
      try ReadmeTests.blocks(of: "text", in: "docs/examples/README.md").first
    ).split(separator: "\n").map(String.init).filter { $0.contains("\t") }
    for (tool, lines) in answers {
      #expect(lines == shown, "\(tool) prints something else than docs/examples/README.md shows")
      // Neither question is without an answer in the sample corpus.
      #expect(lines.contains { $0.hasSuffix("\tsame scale") }, "\(tool)")
      #expect(
        lines.contains { $0.split(separator: "\t").count == 4 && $0.contains(".") }, "\(tool)")
    }
    guard try Program.shell("command -v sqlite3", in: place).status == 0 else {
      print("skipped: no sqlite3")
      return
    }
    let movers = try Self.lines(
      of: "sqlite3 output/tilik.sqlite \"SELECT region || char(9) || from_year FROM v_movers "
        + "WHERE from_zone = 'kuning' AND to_zone = 'hijau' AND region_code IS NOT NULL "
        + "AND instrument = 'kepatuhan_ombudsman'\"", in: place)
    for (tool, lines) in answers {
      let own = lines.filter { $0.hasSuffix(" scale") }
        .map { $0.split(separator: "\t").prefix(2).joined(separator: "\t") }
      #expect(Set(own) == Set(movers), "\(tool)")
    }
  }

  /// The rows of an answer: its lines without the headings.
  private static func lines(of command: String, in place: Workplace) throws -> [String] {
    let outcome = try Program.shell(command, in: place)
    #expect(outcome.status == 0, "\(command)\n\(outcome.err)")
    return outcome.out.split(separator: "\n").map(String.init).filter { $0.contains("\t") }
  }

  private static func python(with check: String, in place: Workplace) -> String? {
    ["\"$TILIK_PYTHON\"", "/tmp/venv/bin/python", "python3"].first {
      (try? Program.shell("\($0) -c '\(check)'", in: place))?.status == 0
    }
  }
}

import Foundation
import Testing

@Suite("tilik diff, tilik review")
struct DiffCommandTests {
  static let unusable = [
    ExitCase(arguments: "diff", status: 2, says: "Missing expected argument '<old>'"),
    ExitCase(arguments: "diff tidak-ada out", status: 2, says: "tilik: tidak-ada: no dataset here"),
    ExitCase(arguments: "diff out kosong", status: 2, says: "tilik: kosong: no dataset here"),
    ExitCase(arguments: "diff out berkas", status: 2, says: "tilik: berkas: no dataset here"),
    ExitCase(
      arguments: "diff rusak out", status: 2,
      says: "tilik: rusak/results.csv:2: 1 cells under 2 column names"),
    ExitCase(arguments: "diff out out --format pdf", status: 2, says: "'pdf' is invalid"),
    ExitCase(arguments: "diff out out --limit -1", status: 2, says: "limit"),
    ExitCase(
      arguments: "run --corpus halaman --output out --baseline kosong", status: 2,
      says: "tilik: kosong: no dataset here"),
    ExitCase(
      arguments: "run --corpus halaman --output out --junit tidak/ada.xml", status: 2,
      says: "tidak/ada.xml: No such file or directory"),
    ExitCase(
      arguments: "run --corpus halaman --output out --gold tidak-ada.jsonl", status: 2,
      says: "tilik: --gold: pipelines/compliance/pipeline.yml expects no accuracy"),
    ExitCase(
      arguments: "review --output kosong", status: 2, says: "tilik: kosong: no dataset here"),
    ExitCase(
      arguments: "review --pipeline tidak/ada", status: 2,
      says: "tilik: pipeline tidak/ada: there is no such folder"),
    ExitCase(
      arguments: "review --output out --when kemarin", status: 2,
      says: "--when must be a day, as in 2026-01-16"),
    ExitCase(
      arguments: "run salah --corpus halaman --output out", status: 2,
      says: "tilik: salah/corrections.csv:2: action is \"hapus\", not accept, reject or change"),
  ]

  static func workplace() throws -> Workplace {
    let place = try Workplace()
    try place.makeFolder("kosong")
    try place.write("x", to: "berkas")
    try place.write("{}", to: "rusak/datapackage.json")
    try place.write("result,region\nsatu\n", to: "rusak/results.csv")
    try place.write(RunTests.page, to: "halaman/a.html")
    try place.copy("pipelines/compliance", to: "salah")
    try place.write(
      "action,document,quote,who,when\nhapus,a.html,x,Sari,2026-01-16\n",
      to: "salah/corrections.csv")
    let run = try Program.run(
      ["run", "--corpus", "halaman", "--output", "out", "--quiet"], in: place)
    try #require(run.status == 0, "\(run.err)")
    return place
  }

  @Test("What cannot be used is said in one line")
  func wrong() throws {
    let place = try Self.workplace()
    let before = try place.data("out/run.json")
    for one in Self.unusable {
      let outcome = try Program.run(
        one.arguments.split(separator: " ").map(String.init), in: place)
      #expect(outcome.status == one.status, "\(one.arguments): \(outcome.err)")
      #expect(outcome.err.contains(one.says), "\(one.arguments): \(outcome.err)")
      #expect(!outcome.err.contains("Fatal"))
    }
    #expect(try place.data("out/run.json") == before)
  }

  @Test("A dataset of an earlier version is compared in what both have")
  func earlierVersion() throws {
    let place = try Self.workplace()
    // As it was before there were corrections, and before a run told what it knew.
    for name in ["corrections.csv", "knowledge.csv", "tilik.sqlite"] {
      try FileManager.default.removeItem(at: place.url.appendingPathComponent("out/" + name))
    }
    let lines = try place.read("out/results.csv").split(separator: "\n")
    let older = lines.map { $0.split(separator: ",", omittingEmptySubsequences: false).dropLast(2) }
    try place.write(
      older.map { $0.joined(separator: ",") }.joined(separator: "\n") + "\n", to: "out/results.csv")
    try place.copyFolder("out", to: "lama")
    let review = try Program.run(["review", "--output", "lama", "--list"], in: place)
    #expect(
      review.status == 2
        && review.err.contains("lama/results.csv:1: the column corrected is missing"),
      "\(review.err)")
    let same = try Program.run(["run", "--corpus", "halaman", "--output", "out"], in: place)
    #expect(same.out.contains("no result differs"), "\(same.out)\(same.err)")
    let changed = RunTests.page.replacing("90,12", with: "91,12")
    try place.write(changed, to: "halaman/a.html")
    _ = try Program.run(["run", "--corpus", "halaman", "--output", "out"], in: place)
    let diff = try Program.run(["diff", "lama", "out"], in: place)
    #expect(diff.status == 1 && diff.out.contains("score: 90.12 → 91.12"), "\(diff.out)")
    #expect(diff.out.contains("because of page changed: a.html"), "\(diff.out)")
    #expect(diff.out.contains("does not tell what it was made from"), "\(diff.out)")
  }

  @Test("A dataset that cannot be read any more does not stop the run that replaces it")
  func damaged() throws {
    let place = try Self.workplace()
    try place.write("result,region\nsatu\n", to: "out/results.csv")
    let run = try Program.run(["run", "--corpus", "halaman", "--output", "out"], in: place)
    #expect(run.status == 0)
    #expect(run.out.contains("not compared: out/results.csv:2: "), "\(run.out)")
    #expect(!(try place.names(in: "out").contains("diff.md")))
  }

  @Test("Answers that are none ask again; half a line decides nothing")
  func review() throws {
    let place = try Self.workplace()
    try place.copy("pipelines/compliance", to: "p")
    try place.write("x\nc score=101\nc warna=biru\n?\na", to: "jawaban")
    let line = "tilik review --pipeline p --output out --all --who Sari < jawaban"
    let half = try Program.shell(line, in: place)
    #expect(half.out.contains("\"x\" is no answer"), "\(half.out)")
    #expect(half.out.contains("score 101 is off the scale"), "\(half.out)")
    #expect(half.out.contains("write c field=value"), "\(half.out)")
    #expect(half.out.contains("rightly read"), "\(half.out)")
    #expect(half.out.contains("nothing written"), "\(half.out)")
    #expect(!(try place.names(in: "p").contains("corrections.csv")))
    try place.write("a -- seen\n", to: "jawaban")
    #expect(try Program.shell(line, in: place).out.contains("1 row written to p/corrections.csv"))
    #expect(try Program.shell(line, in: place).out.contains("no claim is in doubt"))
  }

  @Test("The commands that the ready workflow runs, and those of the pages about it, work")
  func documents() throws {
    let place = try Workplace()
    for file in ["docs/comparing-datasets.md", "docs/ci.md"] {
      for line in try ReadmeTests.commands(in: file) {
        let outcome = try Program.shell(line, in: place)
        #expect(outcome.status == 0 && !outcome.out.isEmpty, "\(line)\n\(outcome.err)")
      }
    }
    let workflow = try ReadmeTests.text(of: "docs/workflows/corpus-drop.yml")
    let run = workflow.split(separator: "\n").map { $0.drop { $0 == " " } }
    let lines = run.filter {
      $0.hasPrefix("tilik ") || $0.hasPrefix("baseline") || $0.hasPrefix("if [ -e accepted")
    }
    for _ in 0..<2 {
      let outcome = try Program.shell(
        "bash -euc '\(lines.joined(separator: "\n"))\ntilik verify dataset'", in: place)
      #expect(outcome.status == 0, "\(outcome.err)")
      try? FileManager.default.removeItem(at: place.url.appendingPathComponent("accepted"))
      try place.copyFolder("dataset", to: "accepted")
    }
    #expect(try place.read("dataset/summary.md").contains("no result differs"))
  }
}

import Foundation
import Testing

@Suite("What a change of rules would do, and why something is not there")
struct PreviewTests {
  private func edited(_ place: Workplace) throws {
    try place.copy("pipelines/compliance", to: "ubah")
    try place.write(
      try place.read("ubah/lexicon/words.csv") + "score_cue,rapor,,\n", to: "ubah/lexicon/words.csv"
    )
    try place.write(
      "Kota Batu diganjar rapor 80,85 oleh Ombudsman RI pada penilaian kepatuhan tahun 2023.\n",
      to: "halaman/batu.txt")
    try place.write(
      "Ombudsman memberi Kota Metro nilai 77,20 pada penilaian kepatuhan 2022.\n",
      to: "halaman/metro.txt")
  }

  private func preview(_ place: Workplace, _ more: [String]) throws -> Program.Outcome {
    try Program.run(["rules", "preview", "halaman", "--quiet"] + more, in: place)
  }

  @Test("A word that is new shows exactly the row it makes, with its sentence and its rule")
  func added() throws {
    let place = try Workplace()
    try edited(place)
    let outcome = try preview(place, ["--pipeline", "ubah", "--against", "pipelines/compliance"])
    #expect(outcome.status == 0 && outcome.err.isEmpty, "\(outcome.err)")
    let lines = outcome.out.split(separator: "\n").map(String.init)
    #expect(lines.first == "ubah against pipelines/compliance: 1 result added", "\(outcome.out)")
    #expect(lines.contains { $0.hasPrefix("+ Kota Batu, ") && $0.contains("score 80.85") })
    #expect(outcome.out.contains("“Kota Batu diganjar rapor 80,85 oleh Ombudsman RI"))
    #expect(outcome.out.contains("batu.txt, rule score-behind-cue/own (rules/20-values.yml:"))
    #expect(!outcome.out.contains("Kota Metro"))
    let back = try preview(place, ["--pipeline", "pipelines/compliance", "--against", "ubah"])
    #expect(back.out.contains(": 1 result dropped") && back.out.contains("\n- Kota Batu, "))
  }

  @Test("A result that changes shows the cells before and after")
  func changed() throws {
    let place = try Workplace()
    try edited(place)
    try place.write(
      "Ombudsman menempatkan Kota Batu di zona kuning pada penilaian kepatuhan tahun 2023.\n",
      to: "halaman/zona.txt")
    let outcome = try preview(place, ["--pipeline", "ubah", "--against", "pipelines/compliance"])
    #expect(outcome.out.contains("1 result changed"), "\(outcome.out)")
    #expect(outcome.out.contains("score none → 80.85"), "\(outcome.out)")
    #expect(outcome.out.contains("+ “Kota Batu diganjar rapor"), "\(outcome.out)")
  }

  @Test("As JSON and as Markdown, where what a page says is text")
  func formats() throws {
    let place = try Workplace()
    try edited(place)
    try place.write(
      "Kota Batu <b>|diganjar|</b> rapor 80,85 oleh Ombudsman pada penilaian kepatuhan tahun 2022.\n",
      to: "halaman/batu.txt")
    let options = ["--pipeline", "ubah", "--against", "pipelines/compliance", "--format"]
    let json = try preview(place, options + ["json"])
    let report = try #require(
      try JSONSerialization.jsonObject(with: Data(json.out.utf8)) as? [String: Any])
    let rows = try #require(report["rows"] as? [[String: Any]])
    #expect(rows.map { $0["change"] as? String } == ["added"])
    #expect((rows[0]["evidence"] as? [[String: Any]])?.first?["document"] as? String == "batu.txt")
    let markdown = try preview(place, options + ["markdown"])
    let row = try #require(markdown.out.split(separator: "\n").last)
    #expect(row.hasPrefix("| added | Kota Batu") && !row.contains("<b>"), "\(row)")
    #expect(row.contains("&lt;b&gt;\\|diganjar\\|"), "\(row)")
  }

  @Test("Against what git has: nothing before an edit, the row behind it")
  func git() throws {
    let place = try Workplace()
    guard try Program.shell("command -v git", in: place).status == 0 else { return }
    try edited(place)
    let commit = "git -c user.name=a -c user.email=a@b.c commit -q -m a"
    let made = try Program.shell(
      "cp -rL pipelines/compliance asli && git init -q . && git add asli && \(commit)", in: place)
    #expect(made.status == 0, "\(made.err)")
    let before = try preview(place, ["--pipeline", "asli"])
    #expect(
      before.out.contains("asli against HEAD: no row is another one"), "\(before.out)\(before.err)")
    try place.write(try place.read("ubah/lexicon/words.csv"), to: "asli/lexicon/words.csv")
    #expect(try preview(place, ["--pipeline", "asli"]).out.contains("1 result added"))
    let unknown = try preview(place, ["--pipeline", "asli", "--against", "tak-ada"])
    #expect(unknown.status == 2)
    #expect(unknown.err.contains("git has no version \"tak-ada\" of it"), "\(unknown.err)")
    let option = try preview(place, ["--pipeline", "asli", "--against=--output=x"])
    #expect(option.status == 2)
    #expect(!FileManager.default.fileExists(atPath: place.url.appendingPathComponent("x").path))
  }

  @Test("why-not on the pages of a corpus: the sentence, what it meets, what it lacks")
  func whyNot() throws {
    let place = try Workplace()
    try edited(place)
    let arguments = ["why-not", "--year", "2023", "--field", "score", "--quiet", "halaman"]
    let outcome = try Program.run(arguments + ["--region", "Kota Batu"], in: place)
    #expect(outcome.status == 0, "\(outcome.err)")
    #expect(
      outcome.out.contains("not found; the nearest misses (2 documents read, 1 names the region)"))
    #expect(outcome.out.contains("“Kota Batu diganjar rapor 80,85"))
    #expect(
      outcome.out.contains("not met: 80,85: is taken for a value by no rule"), "\(outcome.out)")
    let there = try Program.run(
      ["why-not", "--year", "2022", "--region", "18.72", "--quiet", "halaman"], in: place)
    #expect(there.out.contains("it is there, in 1 claim"), "\(there.out)")
    let none = try Program.run(arguments + ["--region", "Kota Cimahi"], in: place)
    #expect(none.out.contains("no document names the region (2 documents read)"), "\(none.out)")
  }

  @Test(
    "Questions that cannot be asked",
    arguments: [
      (["--region", "Kota Antah"], "there is no region \"Kota Antah\""),
      (["--region", "batu"], "Kota Batu (35.79)"),
      (["--region", "Kota Batu", "--field", "nilai"], "there is no field \"nilai\""),
      (["--region", "Kota Batu", "tak-ada"], "tak-ada: No such file"),
    ])
  func badQuestions(arguments: [String], says: String) throws {
    let outcome = try Program.run(["why-not", "--year", "2023"] + arguments, in: try Workplace())
    #expect(outcome.status == 2)
    #expect(outcome.err.contains(says), "\(outcome.err)")
  }

  /// Beside the clone, where the workplace has it.
  @Test(
    "The real article that tells a zone and no score says so",
    .enabled(if: AccuracyTests.hasShared, "../shared is not here"))
  func realArticle() throws {
    let place = try Workplace()
    let outcome = try Program.run(
      ["why-not", "--region", "32.77", "--year", "2018", "--field", "score", "--quiet"]
        + [AccuracyTests.shared.appendingPathComponent("seeds").path], in: place)
    let first = try #require(outcome.out.components(separatedBy: "\n\n").dropFirst().first)
    #expect(first.contains("year 2018") && first.contains("only zone kuning"), "\(outcome.out)")
    #expect(first.contains("no number in its scope"), "\(outcome.out)")
  }
}

import Dataset
import Foundation
import Testing

/// One story from end to end: what a person decided holds while pages and rules change, and every
/// difference says where it comes from.
@Suite("An analyst's week")
struct AnalystWeekTests {
  private static let tegal = """
    <html><head><title>Dua kota dan Ombudsman</title></head><body><article>
    <h1>Dua kota dan Ombudsman</h1>
    <p>TEGAL – Kota Tegal meraih nilai 90,12 dan masuk zona hijau pada penilaian kepatuhan Ombudsman
    tahun 2023, demikian keterangan Bagian Organisasi, Selasa (9/1/2024).</p>
    <p>Pada penilaian kepatuhan Ombudsman tahun 2023 itu Kota Metro memperoleh nilai 84,20.</p>
    </article></body></html>
    """
  /// The same story as the site shows it a week later: other markup, other white space, a paragraph in
  /// front, and another number for Kota Metro.
  private static let tegalAnew = """
    <html><head><title>Dua kota dan Ombudsman</title></head><body><div id="atas"><a href="/">Beranda</a>
    </div><article><h1>Dua kota dan Ombudsman</h1>
    <p>Berita ini diperbarui redaksi pada hari Rabu setelah ada keterangan tambahan.</p>
    <p>TEGAL&nbsp;– Kota Tegal <b>meraih</b> nilai
      90,12 dan masuk zona hijau pada penilaian kepatuhan Ombudsman tahun&nbsp;2023, demikian
      keterangan Bagian Organisasi, Selasa (9/1/2024).</p>
    <p>Pada penilaian kepatuhan Ombudsman tahun 2023 itu Kota Metro memperoleh nilai 85,20.</p>
    </article></body></html>
    """
  private static let kudus = """
    <html><head><title>Kudus menerima piagam</title></head><body><article><h1>Kudus menerima piagam</h1>
    <p>KUDUS – Kabupaten Kudus meraih nilai 87,13 pada penilaian kepatuhan Ombudsman tahun 2023, kata
    Kepala Bagian Organisasi.</p></article></body></html>
    """
  /// Read by a rule of its own, which the analyst will change.
  private static let batu = """
    <html><head><title>Batu dan indeks kepuasan</title></head><body><article>
    <h1>Batu dan indeks kepuasan</h1>
    <p>Pada 2023 IKM Kota Batu mencapai 82,9%, menurut Bagian Organisasi.</p>
    </article></body></html>
    """

  private let place: Workplace

  init() throws {
    place = try Workplace()
    try place.copy("pipelines/compliance", to: "p")
    try place.write(
      """
      name: minggu
      title: Seminggu
      corpus: halaman
      output: out
      expectations:
        max_lost_results: 0
      """, to: "p/pipeline.yml")
    try place.write(Self.tegal, to: "halaman/tegal.html")
    try place.write(Self.kudus, to: "halaman/kudus.html")
    try place.write(Self.batu, to: "halaman/batu.html")
  }

  private func run(_ more: String...) throws -> Program.Outcome {
    try Program.run(["run", "p"] + more, in: place)
  }

  private func score(of region: String) throws -> String? {
    let rows = try DatasetReader(folder: place.url.path + "/out").table(Schema.results).records
    return rows.first { $0["region"].text == region }?["score"].written
  }

  private func corrections() throws -> [String: (state: String, line: Int)] {
    let rows = try DatasetReader(folder: place.url.path + "/out").table(Schema.corrections)
    return Dictionary(
      uniqueKeysWithValues: rows.records.map {
        ($0["action"].written, ($0["state"].written, $0["line"].integer ?? 0))
      })
  }

  /// Answers by the region of the claim that is asked about; the order is the program's.
  private func review(_ answers: [String: String]) throws -> Program.Outcome {
    let claims = try Program.run(
      ["review", "--pipeline", "p", "--output", "out", "--all", "--list"], in: place)
    let lines = claims.out.split(separator: "\n").filter {
      $0.hasPrefix("  Ko") || $0.hasPrefix("  Ka")
    }
    let typed = lines.map { line in
      answers.first { line.contains($0.key) }?.value ?? "s"
    }
    try place.write(typed.joined(separator: "\n") + "\n", to: "jawaban")
    return try Program.shell(
      "tilik review --pipeline p --output out --all --who Sari --when 2026-01-16 < jawaban",
      in: place)
  }

  private func edit(_ file: String, _ old: String, _ new: String) throws {
    let text = try place.read(file)
    try #require(text.contains(old))
    try place.write(text.replacing(old, with: new, maxReplacements: 1), to: file)
  }

  @Test("Corrections hold while pages and rules change, and the comparison names each cause")
  func week() throws {
    // Monday: the first run. There is nothing before it.
    let monday = try run()
    #expect(monday.status == 0 && !monday.out.contains("changes"), "\(monday.err)")
    #expect(try score(of: "Kota Tegal") == "90.12" && score(of: "Kota Metro") == "84.20")
    #expect(try score(of: "Kabupaten Kudus") == "87.13" && score(of: "Kota Batu") == "82.9")

    // Tuesday: one number is a slip of the page, another is not what the page says.
    let review = try review([
      "Kota Tegal": "c score=90.21 -- the decree says 90,21",
      "Kabupaten Kudus": "r -- the page speaks of 2022",
    ])
    #expect(
      review.out.contains("2 rows written to p/corrections.csv"), "\(review.out)\(review.err)")
    let tuesday = try run()
    #expect(tuesday.status == 0, "a rejected result is not lost: \(tuesday.err)")
    #expect(try score(of: "Kota Tegal") == "90.21")
    #expect(try score(of: "Kabupaten Kudus") == nil)
    #expect(tuesday.out.contains("corrections  2 applied"), "\(tuesday.out)")
    #expect(tuesday.out.contains("(Sari: the decree says 90,21)"), "\(tuesday.out)")
    #expect(try place.read("out/diff.md").contains("Sari: the page speaks of 2022"))
    try place.copyFolder("out", to: "selasa")

    // Wednesday: the site shows the story anew, and a rule is changed.
    try place.write(Self.tegalAnew, to: "halaman/tegal.html")
    try edit(
      "p/rules/20-values.yml", "angka | @fact ){0,2} v:DECIMAL @percent",
      "angka ){0,2} v:DECIMAL prosen")
    let wednesday = try run()
    #expect(try score(of: "Kota Tegal") == "90.21", "the correction holds")
    #expect(try score(of: "Kabupaten Kudus") == nil)
    #expect(try score(of: "Kota Metro") == "85.20")
    #expect(try corrections().values.allSatisfy { $0.state == "applied" })
    #expect(wednesday.status == 3)
    #expect(
      wednesday.err.hasSuffix("tilik: expectation not met: results lost: 1, expected at most 0\n"),
      "\(wednesday.err)")
    let diff = try Program.run(["diff", "selasa", "out", "--format", "json"], in: place)
    #expect(diff.status == 1)
    let changes = try Self.causes(of: diff.out)
    #expect(
      changes["Kota Metro"] == ["source tegal.html"]
        && changes["Kota Batu"] == ["rule index-in-percent"], "\(changes)")
    #expect(changes["Kota Tegal"] == nil && changes["Kabupaten Kudus"] == nil, "\(changes)")

    // Thursday: nothing changed. The same bytes, and nothing to tell.
    let before = try place.data("out/results.csv")
    let thursday = try run()
    #expect(thursday.out.contains("no result differs"), "\(thursday.out)")
    #expect(try place.data("out/results.csv") == before)

    // Friday: the site has taken the number back; the page has the analyst's now, and Kudus is gone.
    try edit("halaman/tegal.html", "90,12", "90,21")
    try FileManager.default.removeItem(at: place.url.appendingPathComponent("halaman/kudus.html"))
    let friday = try run("--strict", "--junit", "junit.xml")
    #expect(friday.status == 3, "\(friday.err)")
    #expect(try score(of: "Kota Tegal") == "90.21")
    let states = try corrections()
    #expect(states["change"]?.state == "stale" || states["change"]?.state == "orphaned")
    #expect(states["reject"]?.state == "orphaned")
    #expect(friday.err.contains("correction at line \(states["reject"]?.line ?? 0) is orphaned"))
    #expect(try place.read("junit.xml").contains("<failure message=\"line "))
    #expect(try place.read("out/summary.md").contains("the document is not in the corpus"))
    #expect(try Program.run(["verify", "out", "--corpus", "halaman"], in: place).status == 0)
  }

  /// For each region whose results differ, the kinds and names of all causes.
  private static func causes(of json: String) throws -> [String: [String]] {
    let object = try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any]
    let results = try #require(object?["results"] as? [String: Any])
    var found: [String: Set<String>] = [:]
    for result in ["added", "removed", "changed"].flatMap({ results[$0] as? [[String: Any]] ?? [] })
    {
      let cells = result["cells"] as? [[String: Any]] ?? [result]
      let causes = cells.flatMap { $0["causes"] as? [[String: Any]] ?? [] }
      let names = causes.map { cause in
        let kind = cause["kind"] as? String ?? ""
        let name = kind == "source" ? cause["file"] : cause["name"]
        return kind + " " + (name as? String ?? "")
      }
      found[result["region"] as? String ?? "", default: []].formUnion(names)
    }
    return found.mapValues { $0.sorted() }
  }
}

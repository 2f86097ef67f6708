import Foundation
import Testing

@Suite("A run from end to end")
struct RunTests {
  static let page = """
    <html><head><title>Kota Tegal zona hijau</title></head><body><article><h1>Kota Tegal hijau</h1>
    <p>TEGAL – Kota Tegal meraih nilai 90,12 dan masuk zona hijau pada penilaian kepatuhan
    Ombudsman tahun 2023, demikian keterangan Bagian Organisasi, Selasa (9/1/2024).</p>
    </article></body></html>
    """

  @Test("The same bytes with one worker and with several; run.json alone tells them apart")
  func jobs() throws {
    let place = try Workplace()
    for jobs in ["1", "3"] {
      let outcome = try Program.run(["run", "--jobs", jobs, "--output", "out" + jobs], in: place)
      #expect(outcome.status == 0, "\(outcome.err)")
    }
    let names = try place.names(in: "out1")
    #expect(try place.names(in: "out3") == names)
    for name in names where name != "run.json" && name != "report" {
      #expect(try place.data("out1/" + name) == place.data("out3/" + name), "\(name)")
    }
    #expect(try place.read("out1/run.json").contains("\"jobs\": 1"))
  }

  @Test("Bad pages are rows with a reason; --strict ends with 1, and the dataset is there")
  func badPages() throws {
    let place = try Workplace()
    try place.write(Self.page, to: "pages/baik.html")
    try place.write("", to: "pages/kosong.html")
    try place.write(Data((0..<400).map { UInt8($0 & 31) }), to: "pages/biner.html")
    try place.write(Data([0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3, 1]), to: "pages/putus.html.gz")
    let arguments = ["run", "--corpus", "pages", "--output", "out", "--quiet"]
    let calm = try Program.run(arguments, in: place)
    #expect(calm.status == 0)
    #expect(calm.out.isEmpty && calm.err.isEmpty)
    let rows = try place.read("out/documents.csv").split(separator: "\n").dropFirst()
    #expect(rows.count == 4)
    for (name, status, reason) in [
      ("baik.html", ",read,", ","), ("kosong.html", ",failed,", "no bytes"),
      ("biner.html", ",failed,", "not text"), ("putus.html.gz", ",failed,", "truncated gzip"),
    ] {
      let row = try #require(rows.first { $0.hasPrefix(name + ",") })
      #expect(row.contains(status) && row.contains(reason), "\(row)")
    }
    #expect(try place.read("out/results.csv").contains("Kota Tegal"))
    let strict = try Program.run(arguments + ["--strict"], in: place)
    #expect(strict.status == 1)
    #expect(strict.err == "tilik: 3 documents failed; out/documents.csv says why\n")
  }

  @Test("Expectations that are not met end with 3; the dataset is there to look at")
  func expectations() throws {
    let place = try Workplace()
    try place.write(Self.page, to: "pages/a.html")
    try place.copy("pipelines/compliance", to: "ketat")
    try place.write(
      """
      name: ketat
      title: Ketat
      corpus: pages
      output: out
      expectations:
        min_documents: 2
        min_results: 1
      """, to: "ketat/pipeline.yml")
    let outcome = try Program.run(["run", "ketat", "--quiet"], in: place)
    #expect(outcome.status == 3)
    #expect(outcome.err == "tilik: expectation not met: documents: 1, expected at least 2\n")
    #expect(try place.names(in: "out").contains("claims.csv"))
    #expect(!(try place.names(in: "out").contains("report")))
  }

  @Test("A run that fails leaves the dataset before it as it was")
  func oldDataset() throws {
    let place = try Workplace()
    try place.write(Self.page, to: "pages/a.html")
    _ = try Program.run(["run", "--corpus", "pages"], in: place)
    let before = try place.data("output/run.json")
    try place.copy("pipelines/compliance", to: "rusak")
    try place.write("name: x\ntitle: y\nreport: tidak-ada\n", to: "rusak/pipeline.yml")
    let outcome = try Program.run(["run", "rusak", "--corpus", "pages"], in: place)
    #expect(outcome.status == 2)
    #expect(try place.data("output/run.json") == before)
    #expect(try place.names(in: ".").filter { $0.contains("tmp") }.isEmpty)
  }

  @Test("verify passes, and names the row once a byte of a page has changed")
  func verify() throws {
    let place = try Workplace()
    try place.write(Self.page, to: "pages/a.html")
    _ = try Program.run(["run", "--corpus", "pages"], in: place)
    #expect(try Program.run(["verify", "output"], in: place).status == 0)
    let changed = Self.page.split(separator: "90,12", omittingEmptySubsequences: false)
    try place.write(changed.joined(separator: "91,12"), to: "pages/a.html")
    let outcome = try Program.run(["verify", "output", "--corpus", "pages"], in: place)
    #expect(outcome.status == 1)
    let claim = try #require(
      place.read("output/claims.csv").split(separator: "\n").dropFirst().first?
        .split(separator: ",").first)
    #expect(outcome.out.contains("claims \(claim) (a.html)"), "\(outcome.out)")
  }

  @Test("Marks instead of colours where no terminal is; JSON of an article is one line")
  func looking() throws {
    let place = try Workplace()
    try place.write(Self.page, to: "a.html")
    let tagged = try Program.run(["tag", "a.html"], in: place)
    #expect(tagged.out.contains("⟦score:90,12⟧") && tagged.out.contains("⟦zone:hijau⟧"))
    #expect(!tagged.out.contains("\u{1B}"))
    let json = try Program.run(["extract", "--format", "json", "a.html"], in: place).out
    let object = try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any]
    #expect(object?["document"] as? String == "a.html")
    #expect((object?["blocks"] as? [[String: Any]])?.isEmpty == false)
    #expect(json.split(separator: "\n").count == 1)
  }

  @Test("A list of pages from standard input; a document of an archive by its address")
  func lists() throws {
    let place = try Workplace()
    try place.write(Self.page, to: "p/a.html")
    let http = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + Self.page
    try place.write(
      "WARC/1.1\r\nWARC-Type: response\r\nContent-Type: application/http\r\nContent-Length: "
        + "\(http.utf8.count)\r\n\r\n\(http)\r\n\r\n", to: "p/b.warc")
    let run = try Program.shell(
      "printf 'p/a.html\\np/b.warc\\np/x.html\\n' | tilik run --list - --output out", in: place)
    #expect(run.status == 0 && run.err.contains("reading 2 documents and 1 archive"), "\(run.err)")
    let documents = try place.read("out/documents.csv")
    #expect(documents.contains("p/b.warc#0,"), "\(documents)")
    #expect(documents.contains("standard input:3: No such file or directory"), "\(documents)")
    let bare = try Program.run(["verify", "out"], in: place)
    #expect(bare.status == 2 && bare.err.contains("give it again with --list"))
    try place.write("p/a.html\np/b.warc\n", to: "daftar")
    let verify = try Program.run(["verify", "out", "--list", "daftar"], in: place)
    #expect(verify.status == 0, "\(verify.out)")
    let extract = try Program.run(["extract", "p/b.warc#0"], in: place)
    #expect(extract.out.hasPrefix("Kota Tegal hijau\n") && extract.status == 0)
    let wrong = try Program.run(["extract", "p/b.warc#7"], in: place)
    #expect(
      wrong.status == 1 && wrong.err == "tilik: b.warc#7: no record is there\n",
      "\(wrong.err)")
  }
}

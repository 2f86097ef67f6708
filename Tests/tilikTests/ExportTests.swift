import Foundation
import Testing

@Suite("The public edition of a dataset")
struct ExportTests {
  private static let page = """
    <html><head><title>Kota Tegal zona hijau</title><meta name="author" content="Sari Umpama"></head>
    <body><article><h1>Kota Tegal hijau</h1>
    <p>TEGAL – Kota Tegal meraih nilai 90,12 dan masuk zona hijau pada penilaian kepatuhan
    Ombudsman tahun 2023, <a href="/">demikian</a> keterangan Bagian Organisasi, Selasa (9/1/2024), kata Umar
    Wicaksana, warga yang hadir pada kesempatan itu bersama banyak orang lain.</p>
    </article></body></html>
    """

  @Test("Shows little of a page, and is still held against it")
  func edition() throws {
    let place = try Workplace()
    try place.write(Self.page, to: "pages/a.html")
    _ = try Program.run(["run", "--corpus", "pages"], in: place)
    for name in ["publik", "publik2"] {
      let export = try Program.run(["export", "--public", "output", name], in: place)
      #expect(export.status == 0 && export.out.contains("shortened"), "\(export.err)")
    }
    let names = try place.names(in: "publik")
    #expect(names.contains("shortened.csv") && !names.contains("report"))
    for name in names {
      let data = try place.data("publik/" + name)
      #expect(try data == place.data("publik2/" + name), "\(name)")
      for secret in ["Sari Umpama", "Wicaksana", place.url.path] {
        #expect(data.range(of: Data(secret.utf8)) == nil, "\(name): \(secret)")
      }
    }
    #expect(try place.read("publik/claims.csv").contains("90,12"))
    let verify = ["verify", "publik", "--corpus", "pages"]
    let clean = try Program.run(verify, in: place)
    #expect(clean.status == 0 && clean.out.contains("all as stated"), "\(clean.out)")
    let changed = Self.page.split(separator: "banyak orang", omittingEmptySubsequences: false)
    try place.write(changed.joined(separator: "sedikit orang"), to: "pages/a.html")
    let outcome = try Program.run(verify, in: place)
    #expect(outcome.status == 1 && outcome.out.contains("shortened quote"), "\(outcome.out)")
  }

  @Test(
    "What cannot be exported is said in a line",
    arguments: [
      (["export", "output", "x"], "say what to export"),
      (["export", "--public", "nowhere", "x"], "no dataset here"),
      (["export", "--public", "output", "output"], "it is the dataset itself"),
      (["export", "--public", "output", "./output/"], "it is the dataset itself"),
      (["export", "--public", "output", "pages"], "it holds other files than a dataset"),
    ])
  func refused(_ arguments: [String], _ reason: String) throws {
    let place = try Workplace()
    try place.write(Self.page, to: "pages/a.html")
    _ = try Program.run(["run", "--corpus", "pages"], in: place)
    let outcome = try Program.run(arguments, in: place)
    #expect(outcome.status == 2 && outcome.err.contains(reason), "\(outcome.err)")
  }
}

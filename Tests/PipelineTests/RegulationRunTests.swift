import Crawl
import Dataset
import Foundation
import Testing

@testable import Pipeline

/// The regulation pages of the fixtures, through the whole pipeline.
@Suite("A run over regulations")
struct RegulationRunTests {
  private static let fixtures =
    URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().path + "/Fixtures/regulations"
  private static let tables = [
    Schema.regulations, Schema.regulationDocuments, Schema.regulationArticles,
    Schema.regulationRelations, Schema.citations, Schema.scaleChecks,
  ]

  /// What a run over the fixtures gives.
  private struct Outcome {
    let files: [String: String]
    let report: VerificationReport
    let explainer: Explainer
    let counts: RunCounts
    let method: String
  }

  /// One run serves all tests.
  private static let run = Task { () throws -> Outcome in
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("tilik-peraturan-" + UUID().uuidString).path
    defer { try? FileManager.default.removeItem(atPath: folder) }
    var run = Run(try SavedSite.pipeline(), jobs: 2, version: "9")
    run.corpora = [fixtures]
    run.output = folder
    let summary = try await run { _ in }
    func text(_ name: String) throws -> String {
      String(
        decoding: try Data(contentsOf: URL(fileURLWithPath: "\(folder)/\(name)")), as: UTF8.self)
    }
    var files: [String: String] = [:]
    for table in tables { files[table.name] = try text(table.name + ".csv") }
    return Outcome(
      files: files, report: try Verifier(dataset: folder).verify(Crawler([fixtures])),
      explainer: try Explainer(dataset: folder), counts: summary.counts,
      method: try text("report/method.html"))
  }

  /// The tables must not change by accident. After a change that is meant, look at the difference and
  /// write them anew: `TILIK_UPDATE_GOLDEN=1 swift test --filter RegulationRunTests`.
  @Test("Tables are those of expected/, byte for byte", arguments: tables.map(\.name))
  func golden(table: String) async throws {
    let path = "\(Self.fixtures)/expected/\(table).csv"
    let found = try #require(try await Self.run.value.files[table])
    if ProcessInfo.processInfo.environment["TILIK_UPDATE_GOLDEN"] != nil {
      try Data(found.utf8).write(to: URL(fileURLWithPath: path))
    }
    let expected = String(decoding: try Data(contentsOf: URL(fileURLWithPath: path)), as: UTF8.self)
    let changed = zip(expected.split(separator: "\n"), found.split(separator: "\n"))
      .first { $0 != $1 }
    #expect(found == expected, "\(changed.map { "expected \($0)\nfound \($1)" } ?? "other length")")
  }

  @Test("Every quote stands in the saved page where the table says")
  func verified() async throws {
    let outcome = try await Self.run.value
    let lines = outcome.files.values.reduce(0) { $0 + $1.split(separator: "\n").count - 1 }
    #expect(outcome.report.discrepancies == [])
    #expect(outcome.report.rows > 100 && outcome.report.rows <= lines)
  }

  @Test("A regulation is explained by its name and by its document")
  func explained() async throws {
    let explainer = try await Self.run.value.explainer
    let text = try explainer.explain("permenpan rb 914/2017")
    for line in [
      "regulation Permenpan RB 914/2017: Pedoman Pengukuran Kepuasan Pengguna Layanan",
      "read as text in peraturan-menteri.html",
      "enacted 2017-05-09, promulgated 2017-05-18, in force from 2017-05-18",
      "BAB II / Bagian Kesatu / Pasal 2 / (2) / b / 1): 1) waktu tunggu; dan",
      "band 88.31 to 100.00 A Sangat Baik: as in skm_2017_konversi",
      "Permenpan RB 914/2017 repeals Permenpan RB 16/2014",
    ] { #expect(text.contains(line), "\(line)\n\(text)") }
    #expect(try explainer.explain("peraturan-menteri.html") == text)
    let cited = try explainer.explain("UU 25/2009")
    #expect(cited.contains("cited by berita-mengutip.html, articles 15, 21, 36, 37, 38"))
    #expect {
      try explainer.explain("UU 25/2008")
    } throws: {
      "\($0)".contains("UU 25/2009")
    }
  }

  @Test("A band that differs from the scales table is counted, and told with its place")
  func differences() async throws {
    let outcome = try await Self.run.value
    #expect(outcome.counts.regulations == 5)
    #expect(outcome.counts.scaleDifferences == 1)
    let text = try outcome.explainer.explain("keputusan-lampiran.html")
    #expect(
      text.contains(
        "band 90.31 to 100.00 A Sangat Baik differs from skm_2017_konversi: 88.31 to 100.00 A Sangat Baik"
      ))
    #expect(outcome.method.contains("Peraturan dengan skala lain"))
    #expect(outcome.method.contains("keputusan-lampiran.html"))
  }
}

/// A regulation that a site splits over several pages.
@Suite struct RegulationPartTests {
  @Test func eachPageKeepsItsArticles() async throws {
    let site = SavedSite()
    let address = "https://hukum.example/2020/perwali-depok-921"
    let title = "Peraturan Wali Kota Depok Nomor 921 Tahun 2020 tentang Layanan Keliling"
    let pages = [
      [
        "PERATURAN WALI KOTA DEPOK NOMOR 921 TAHUN 2020 TENTANG LAYANAN KELILING",
        "Menimbang : bahwa warga di tepi kota perlu dilayani tanpa harus datang ke balai kota;",
        "Pasal 1", "Mobil layanan berkeliling ke semua kelurahan paling sedikit sekali sepekan.",
      ],
      [
        "Pasal 2", "Jadwal menurut Pasal 1 diumumkan di papan kelurahan tiap awal bulan berjalan.",
        "Pasal 3",
        "Petugas wajib mencatat jumlah warga yang datang dan melaporkannya kepada camat.",
        "Ditetapkan di Depok pada tanggal 4 April 2020",
      ],
    ]
    for (number, texts) in pages.enumerated() {
      try site.save(
        "\(number + 1).html", title: title, url: address + (number == 0 ? "" : "?page=2"), texts)
    }
    let data = try await site.read()
    let articles = try data.rows(Schema.regulationArticles).filter { $0["kind"] == "pasal" }
    #expect(
      articles.map { [$0["document"].written, $0["number"].written] } == [
        ["1.html", "1"], ["2.html", "2"], ["2.html", "3"],
      ])
    #expect(Set(articles.map { $0["regulation"].written }) == ["Perwali Kota Depok 921/2020"])
    let documents = try data.rows(Schema.regulationDocuments)
    #expect(documents.allSatisfy { $0["enacted"] == "2020-04-04" } && documents.count == 2)
    #expect(data.verification.discrepancies == [])
  }
}

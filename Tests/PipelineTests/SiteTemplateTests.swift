import Dataset
import Testing

@testable import Pipeline

@Suite("The furniture of a site is no part of its documents")
struct SiteTemplateTests {
  static let towns = ["Tegal", "Magelang", "Salatiga", "Pekalongan", "Surakarta", "Semarang"]

  /// One article on each town, all with the same sentence between or behind their own.
  private func save(
    in site: SavedSite, between: [String] = [], behind: [String] = []
  ) throws {
    for (number, town) in Self.towns.enumerated() {
      try site.save(
        "\(town).html", title: "Pelayanan di Kota \(town) kian baik",
        url: "https://kabar.example/2024/\(number)",
        [
          "Kota \(town) meraih nilai \(88 + number),12 dalam penilaian kepatuhan Ombudsman tahun 2023, "
            + "demikian keterangan bagian organisasi di ruang kerjanya kemarin."
        ] + between + [
          "Petugas di \(town) menyambut hasil itu dengan \(number + 3) perbaikan pada loket dan ruang "
            + "tunggu, termasuk kursi baru serta nomor antrean yang dapat diambil dari rumah."
        ] + behind)
    }
  }

  private func claims(_ data: SavedDataset, on region: String) throws -> [Record] {
    try data.rows(Schema.claims).filter { $0["region"].written == region }
  }

  @Test("A headline of another story in the text is not read", arguments: [true, false])
  func teaser(isInside: Bool) async throws {
    let teaser = "Pemerintah Kota Cirebon masuk zona hijau menurut Ombudsman"
    let site = SavedSite()
    try save(in: site, between: isInside ? [teaser] : [], behind: isInside ? [] : [teaser])
    let data = try await site.read()
    #expect(try claims(data, on: "Kota Cirebon").isEmpty)
    for town in Self.towns {
      #expect(try claims(data, on: "Kota \(town)").map { $0["year"].integer } == [2023])
    }
    for row in try data.rows(Schema.lost) {
      #expect(row["template"].integer == teaser.utf8.count)
    }
    #expect(data.verification.isClean && data.verification.rows >= 6)
  }

  @Test("On one page alone the same headline is text: only the site tells")
  func alone() async throws {
    let site = SavedSite()
    try site.save(
      "a.html", title: "Pelayanan kian baik", url: "https://kabar.example/1",
      [
        "Kota Tegal meraih nilai 88,12 dalam penilaian kepatuhan Ombudsman tahun 2023, kata wali kota.",
        "Pemerintah Kota Cirebon masuk zona hijau menurut Ombudsman",
      ])
    let data = try await site.read()
    #expect(try claims(data, on: "Kota Cirebon").count == 1)
  }

  @Test(
    "A result that is repeated as background stays: it says itself of which year it is",
    arguments: [
      "Pada 2022 Kota Tegal masuk zona hijau dalam penilaian kepatuhan Ombudsman.",
      "Sebelumnya, nilai kepatuhan Kabupaten Kudus menurut Ombudsman pada 2021 adalah 85,20.",
    ])
  func background(_ sentence: String) async throws {
    let site = SavedSite()
    try save(in: site, behind: [sentence])
    let data = try await site.read()
    #expect(try data.rows(Schema.lost).allSatisfy { $0["template"].integer == 0 })
    let claims = try data.rows(Schema.claims).filter { $0["quote"].written == sentence }
    #expect(claims.count == Self.towns.count)
  }

  @Test("A line that says which assessment or region the page is about stays")
  func context() async throws {
    let site = SavedSite()
    let assessment = "Penilaian kepatuhan dilakukan Ombudsman."
    let owner = "Warta Pemerintah Kota Tegal"
    for number in 1...6 {
      try site.save(
        "\(number).html", title: "Loket ke-\(number) dibuka",
        url: "https://warta.example/\(number)",
        [
          "Pemkot meraih nilai \(number + 80),15 tahun 2023, kata kepala bagian organisasi di ruangannya.",
          "Petugas menyambut \(number + 3) warga di loket baru dan ruang tunggu, yang kini punya kursi, "
            + "nomor antrean yang dapat diambil dari rumah, serta meja untuk pengaduan.",
          owner, assessment,
        ])
    }
    let data = try await site.read()
    #expect(try claims(data, on: "Kota Tegal").count == 6)
    #expect(try data.rows(Schema.lost).allSatisfy { $0["template"].integer == 0 })
  }

  @Test("A line that a list leans on stays")
  func lead() async throws {
    let site = SavedSite()
    for (number, town) in Self.towns.enumerated() {
      try site.save(
        "\(town).html", title: "Daftar \(town)", url: "https://kabar.example/\(number)",
        [
          "Ombudsman menyerahkan hasil penilaian kepatuhan tahun 2023 di \(town), dan \(number + 4) "
            + "pejabat menyimak uraian tentang loket, ruang tunggu, serta cara menjawab pengaduan warga.",
          "Berikut pemerintah daerah di zona hijau:", "Kota \(town)",
          "Hadir pula warga yang \(number + 2) kali mengurus surat di sana dan menceritakan bagaimana "
            + "petugas membantu mereka sampai selesai pada hari yang sama tanpa biaya apa pun.",
        ])
    }
    let data = try await site.read()
    #expect(try data.rows(Schema.claims).filter { $0["zone"].written == "hijau" }.count == 6)
    #expect(try data.rows(Schema.lost).allSatisfy { $0["template"].integer == 0 })
  }

  @Test("The number of workers does not show")
  func workers() async throws {
    let site = SavedSite()
    try save(in: site, behind: ["Ikuti kabar terbaru kami di saluran pesan redaksi."])
    let one = try await site.read(jobs: 1)
    let many = try await site.read(jobs: 5)
    for name in ["documents.csv", "lost.csv", "claims.csv", "results.csv", "mentions.csv"] {
      #expect(try one.bytes(name) == many.bytes(name), "\(name)")
    }
    #expect(try one.rows(Schema.lost).allSatisfy { ($0["template"].integer ?? 0) > 0 })
  }
}

import Dataset
import Testing

@testable import Pipeline

@Suite("Articles that were split over several pages")
struct ArticlePartTests {
  static let title = "Rapor pelayanan publik di tiga kota"
  static let address = "https://kabar.example/2024/rapor-pelayanan-publik"

  /// The year stands on the first part alone, the body that the third speaks of on the second.
  static let texts = [
    [
      "Ombudsman menyerahkan hasil penilaian kepatuhan tahun 2021 di kantor gubernur, kemarin.",
      "Kota Tegal meraih nilai 88,12 dan masuk zona hijau.",
    ],
    [
      "Di kota tetangga, warga bercerita tentang loket yang kini buka sampai sore hari.",
      "Kota Magelang meraih nilai 79,25 dan masuk zona kuning.",
    ],
    [
      "Petugas berjanji menjaga mutu layanan, dan pengaduan dijawab pada hari yang sama.",
      "Kota Salatiga meraih nilai 91,40 dalam penilaian kepatuhan Ombudsman.",
    ],
  ]
  static let towns = ["Kota Tegal", "Kota Magelang", "Kota Salatiga"]

  private func save(
    _ number: Int, as name: String, in site: SavedSite, url: String? = nil, head: String = "",
    title: String = title, texts: [String]? = nil
  ) throws {
    try site.save(
      name, title: title, url: url ?? Self.address + (number == 1 ? "" : "?page=\(number)"),
      head: head, texts ?? Self.texts[number - 1])
  }

  private func years(_ data: SavedDataset) throws -> [String: [Int?]] {
    var years: [String: [Int?]] = [:]
    for row in try data.rows(Schema.claims) {
      years[row["region"].written, default: []].append(row["year"].integer)
    }
    return years
  }

  private func documents(_ data: SavedDataset) throws -> [String: Record] {
    Dictionary(
      uniqueKeysWithValues: try data.rows(Schema.documents).map {
        ($0["document"].written, $0)
      })
  }

  @Test("A part knows the year that the first part named; its quotes stand in itself")
  func parts() async throws {
    let site = SavedSite()
    // Not in the order of their names.
    try save(1, as: "c.html", in: site)
    try save(2, as: "a.html", in: site)
    try save(3, as: "b.html", in: site)
    let data = try await site.read()
    #expect(
      try years(data) == ["Kota Tegal": [2021], "Kota Magelang": [2021], "Kota Salatiga": [2021]])
    let documents = try documents(data)
    for (number, name) in ["c.html", "a.html", "b.html"].enumerated() {
      let row = try #require(documents[name])
      #expect(row["part_number"].integer == number + 1)
      #expect(row["part_of"].written == "c.html")
      #expect(row["status"].written == "read" && row["reason"].isNull)
      let claims = try data.rows(Schema.claims).filter { $0["document"].written == name }
      #expect(claims.map { $0["region"].written } == [Self.towns[number]])
      #expect(claims.allSatisfy { $0["quote"].written == Self.texts[number][1] })
      let text = try data.body(of: name)
      for claim in claims {
        let start = try #require(claim["start"].integer)
        let end = try #require(claim["end"].integer)
        #expect(text[start..<end] == Array(claim["quote"].written.unicodeScalars)[...])
      }
    }
    #expect(data.verification.isClean && data.verification.rows == 3)
    let explained = try Explainer(dataset: data.folder).explain("Kota Salatiga 2021")
    #expect(explained.contains("b.html") && explained.contains("91,40"))
    let mentions = try data.rows(Schema.mentions).filter { $0["document"].written == "b.html" }
    #expect(mentions.contains { $0["kind"].written == "score" && $0["text"].written == "91,40" })
  }

  @Test("A part without the others is read alone, and says so")
  func alone() async throws {
    let site = SavedSite()
    try save(3, as: "c.html", in: site)
    let data = try await site.read()
    // Nothing is left to tell the year but the date of publication.
    #expect(try years(data)["Kota Salatiga"] == [2023])
    let row = try #require(try documents(data)["c.html"])
    #expect(row["part_number"].integer == 3 && row["part_of"].isNull)
    #expect(row["reason"].written.contains("the part before it is not in the corpus"))
  }

  @Test("Over a gap nothing is carried")
  func gap() async throws {
    let site = SavedSite()
    try save(1, as: "a.html", in: site)
    try save(3, as: "c.html", in: site)
    let data = try await site.read()
    #expect(try years(data) == ["Kota Tegal": [2021], "Kota Salatiga": [2023]])
    let documents = try documents(data)
    #expect(documents["c.html"]?["part_of"].written == "a.html")
    #expect(documents["c.html"]?["reason"].isNull == false)
    #expect(documents["a.html"]?["reason"].isNull == true)
  }

  @Test("The page that shows all is read; the parts beside it are in it")
  func whole() async throws {
    let site = SavedSite()
    try save(1, as: "a.html", in: site)
    try save(2, as: "b.html", in: site)
    try save(
      3, as: "z.html", in: site, url: Self.address + "?page=all", texts: Array(Self.texts.joined()))
    let data = try await site.read()
    #expect(
      try years(data) == ["Kota Tegal": [2021], "Kota Magelang": [2021], "Kota Salatiga": [2021]])
    #expect(try data.rows(Schema.claims).allSatisfy { $0["document"].written == "z.html" })
    let documents = try documents(data)
    for (number, name) in ["a.html", "b.html"].enumerated() {
      #expect(documents[name]?["status"].written == "duplicate")
      #expect(documents[name]?["duplicate_of"].written == "z.html")
      #expect(documents[name]?["part_number"].integer == number + 1)
    }
    #expect(documents["z.html"]?["status"].written == "read")
    #expect(documents["z.html"]?["part_number"].isNull == true)
  }

  @Test("A page that says it shows all, and does not, takes nothing from the parts")
  func notWhole() async throws {
    let site = SavedSite()
    for number in 1...3 {
      // As sites do that declare the page with all as the address of each part.
      try save(
        number, as: "\(number).html", in: site, url: Self.address + "?page=all",
        head: number == 1
          ? "" : #"<meta property="og:url" content="\#(Self.address)?page=\#(number)">"#)
    }
    let data = try await site.read()
    #expect(
      try years(data) == ["Kota Tegal": [2021], "Kota Magelang": [2021], "Kota Salatiga": [2021]])
    #expect(try documents(data).values.allSatisfy { $0["part_of"].written == "1.html" })
  }

  @Test("A site that answers every number with the same text: one document and its copies")
  func sameText() async throws {
    let site = SavedSite()
    for number in 1...3 { try save(number, as: "\(number).html", in: site, texts: Self.texts[0]) }
    let data = try await site.read()
    #expect(
      try data.rows(Schema.documents).map { $0["duplicate_of"].written } == [
        "", "1.html", "1.html",
      ])
    #expect(try data.rows(Schema.results).count == 1)
  }

  @Test("What is not one article stays apart", arguments: ["title", "address", "archive"])
  func apart(what: String) async throws {
    let site = SavedSite()
    switch what {
    case "title":
      try save(1, as: "a.html", in: site)
      try save(2, as: "b.html", in: site, title: "Kabar lain dari Kota Magelang")
    case "address":
      try save(1, as: "a.html", in: site)
      try save(2, as: "b.html", in: site, url: "https://kabar.example/2024/kabar-lain?page=2")
    default:
      for number in 1...2 {
        let stories = (1...4).map { story in
          "<h2><a href=\"/\(story)\">Berita \(number * story)</a></h2><p>Ringkasan berita \(story) di "
            + "halaman \(number).</p>"
        }
        try save(
          number, as: "\(number).html", in: site,
          texts: ["</p>\(stories.joined())<p>" + Self.texts[number - 1][1]])
      }
    }
    let data = try await site.read()
    #expect(try data.rows(Schema.documents).allSatisfy { $0["part_of"].isNull })
    #expect(try years(data)["Kota Magelang"] != [2021])
  }

  @Test("Parts that are known by links and titles alone")
  func links() async throws {
    let site = SavedSite()
    let names = ["rapor-awal", "rapor-tengah", "rapor-akhir"]
    for (number, name) in names.enumerated() {
      func link(_ rel: String, _ place: Int) -> String {
        guard names.indices.contains(place) else { return "" }
        return #"<link rel="\#(rel)" href="https://kabar.example/\#(names[place])">"#
      }
      try save(
        number + 1, as: "\(3 - number).html", in: site, url: "https://kabar.example/\(name)",
        head: link("prev", number - 1) + link("next", number + 1),
        title: Self.title + (number == 0 ? "" : " (\(number + 1))"))
    }
    let data = try await site.read()
    #expect(
      try years(data) == ["Kota Tegal": [2021], "Kota Magelang": [2021], "Kota Salatiga": [2021]])
    #expect(
      try documents(data).mapValues { $0["part_number"].integer } == [
        "1.html": 3, "2.html": 2, "3.html": 1,
      ])
  }

  @Test("Copies of a part say what it says, and the number of workers does not show")
  func copies() async throws {
    let site = SavedSite()
    for folder in ["a", "b"] {
      for number in 1...3 { try save(number, as: "\(folder)/\(number).html", in: site) }
    }
    let one = try await site.read(jobs: 1)
    let many = try await site.read(jobs: 5)
    for name in ["documents.csv", "claims.csv", "results.csv", "mentions.csv", "lost.csv"] {
      #expect(try one.bytes(name) == many.bytes(name), "\(name)")
    }
    #expect(try years(one).values.allSatisfy { $0 == [2021, 2021] })
    #expect(try one.rows(Schema.results).allSatisfy { $0["sources"].integer == 1 })
    #expect(one.verification.isClean && one.verification.rows == 6)
    let documents = try documents(one)
    #expect(documents["b/2.html"]?["duplicate_of"].written == "a/2.html")
    #expect(documents["b/2.html"]?["part_of"].written == "a/1.html")
  }
}

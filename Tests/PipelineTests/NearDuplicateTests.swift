import Dataset
import Extract
import Testing

@testable import Pipeline

@Suite("Documents that are one witness")
struct NearDuplicateTests {
  static let report = [
    "Ombudsman RI Perwakilan Lampung menyerahkan hasil penilaian kepatuhan pelayanan publik tahun 2023.",
    "Kota Metro memperoleh nilai 80,85 dan masuk zona hijau dengan kualitas tinggi pada penilaian itu.",
    "Wakil wali kota menerima sertifikat di aula kantor perwakilan, disaksikan para kepala dinas.",
    "Enam unit diperiksa sejak bulan Agustus, mulai dari papan informasi sampai ruang tunggu warga.",
    "Petugas berharap hasil ini bertahan dan loket pengaduan dibuka sampai sore pada hari kerja.",
  ]

  static func sources(_ data: SavedDataset) throws -> [Int?] {
    try data.rows(Schema.results).filter { $0["region"] == "Kota Metro" }
      .map { $0["sources"].integer }
  }

  /// The report in another paper's page: a headline of its own, some words changed, a line added.
  static func edited(_ number: Int) -> [String] {
    var text = report
    switch number {
    case 0: text[2] = text[2].replacing("aula", with: "gedung")
    case 1: text[4] += " Laporan ini disunting ulang oleh redaksi."
    case 2: text[3] = text[3].replacing("Enam unit diperiksa", with: "Sebanyak enam unit ditinjau")
    case 3: text.remove(at: 4)
    default: text[0] = text[0].replacing("menyerahkan", with: "telah menyerahkan")
    }
    return text
  }

  @Test("Five lightly edited copies change no count of sources, and are listed")
  func copies() async throws {
    let site = SavedSite()
    try site.save(
      "a.html", title: "Metro Zona Hijau", url: "https://satu.example/metro-zona-hijau",
      Self.report)
    let alone = try await site.read(jobs: 1)
    let before = try Self.sources(alone)
    #expect(before == [1])
    for number in 0..<5 {
      try site.save(
        "b\(number).html", title: "Judul Lain Nomor \(number) dari Redaksi",
        url: "https://koran\(number).example/berita/judul-\(number)", Self.edited(number))
    }
    let data = try await site.read()
    #expect(try Self.sources(data) == before)
    let rows = try data.rows(Schema.documents)
    #expect(rows.map { $0["status"].written } == ["read"] + Array(repeating: "duplicate", count: 5))
    #expect(rows.dropFirst().allSatisfy { $0["duplicate_of"] == "a.html" })
    #expect(rows.dropFirst().allSatisfy { $0["reason"].written.contains("nearly the same text") })
    // What they say is in the dataset all the same.
    #expect(try Set(data.rows(Schema.claims).map { $0["document"].written }).count == 6)
    #expect(data.verification.isClean)
  }

  @Test("Two short reports of one result by two newsrooms remain two witnesses")
  func newsrooms() async throws {
    let site = SavedSite()
    try site.save(
      "a.html", title: "Metro Zona Hijau", url: "https://satu.example/metro", Self.report)
    try site.save(
      "b.html", title: "Kota Metro Raih 80,85", url: "https://dua.example/kota-metro",
      [
        "Kota Metro meraih nilai 80,85 dari Ombudsman RI untuk tahun 2023, sehingga masuk zona hijau.",
        "Kabar itu disampaikan kepala bagian organisasi seusai rapat, Kamis siang, kepada wartawan.",
        "Menurut dia, perbaikan antrean dan kotak saran menjadi pendorong utama kenaikan tersebut.",
      ])
    let data = try await site.read()
    #expect(try Self.sources(data) == [2])
    #expect(try data.rows(Schema.documents).allSatisfy { $0["status"] == "read" })
  }

  @Test("One wording on two bodies is two reports")
  func bodies() async throws {
    let site = SavedSite()
    try site.save(
      "a.html", title: "Zona Hijau", url: "https://satu.example/metro", Self.report)
    try site.save(
      "b.html", title: "Zona Hijau", url: "https://satu.example/palopo",
      Self.report.map { $0.replacing("Kota Metro", with: "Kota Palopo") })
    try site.save(
      "c.html", title: "Zona Hijau", url: "https://satu.example/metro-lagi",
      Self.report.map { $0.replacing("2023", with: "2022").replacing("80,85", with: "82,10") })
    let data = try await site.read()
    #expect(try data.rows(Schema.documents).allSatisfy { $0["status"] == "read" })
  }

  @Test("Wordings resemble one another by the runs of words that they share")
  func resemblance() {
    func shingles(_ text: String) -> Shingles { Shingles(Array(text.utf8)[...]) }
    let text = "satu dua tiga empat lima enam"
    #expect(shingles(text).hashes.count == 4)
    #expect(shingles(text).resemblance(to: shingles("Satu, DUA\ntiga empat – lima enam!")) == 1)
    // Of four runs on each side two are shared, six in all.
    #expect(
      shingles(text).resemblance(to: shingles("satu dua tiga empat lain enam")) == 2.0 / 6.0)
    #expect(shingles("a b").hashes.isEmpty && shingles("").resemblance(to: shingles(text)) == 0)
    #expect(shingles("dua satu tiga").hashes != shingles("satu dua tiga").hashes)
  }

  @Test("Pairs at the threshold meet in at least one band, strangers hardly")
  func bands() {
    var random = Dice(seed: 7)
    func words(_ count: Int) -> [String] { (0..<count).map { _ in "k\(random.next(100_000))" } }
    func keys(_ words: [String]) -> (Shingles, [UInt64]) {
      let shingles = Shingles(Array(words.joined(separator: " ").utf8)[...])
      return (shingles, MinHash(shingles).keys)
    }
    var met = 0
    var pairs = 0
    var strangers = 0
    for _ in 0..<100 {
      let text = words(150)
      let (one, first) = keys(text)
      var edited = text
      for place in edited.indices where random.next(100) < 8 { edited[place] = "x\(place)" }
      let (other, second) = keys(edited)
      if one.resemblance(to: other) >= 0.5 {
        pairs += 1
        if !Set(first).isDisjoint(with: second) { met += 1 }
      }
      if !Set(first).isDisjoint(with: keys(words(150)).1) { strangers += 1 }
    }
    #expect(pairs > 60 && met * 100 >= pairs * 95)
    #expect(strangers <= 2)
  }

  @Test("Pages of one template are compared in linear time")
  func linear() {
    func records(_ count: Int) -> [DocumentRecord] {
      (0..<count).map { number in
        var article = Article(address: "\(number)")
        article.text = Array((Self.report.joined(separator: "\n") + " Nomor \(number).").utf8)
        return DocumentRecord(
          address: "\(number)", sha256: nil, article: article,
          mentions: [MentionRow(kind: "region", range: 0..<1, id: "\(number)")], status: .read)
      }
    }
    func time(_ count: Int) -> Double {
      let all = records(count)
      return Processor.time {
        var near = NearDuplicates(threshold: 0.5)
        for (place, record) in all.enumerated() {
          if let wording = Wording(record) { near.add(wording, at: place) { all[$0] } }
        }
        #expect(near.copies.isEmpty)
      }
    }
    let few = time(300)
    #expect(time(1200) < few * 12 + 0.2)
  }
}

import Extract
import Pipeline

@testable import Interpret
@testable import Lexicon

/// Invented places and pages.
enum TablesSample {
  static let lexicon = Lexicon(
    regions: [
      region("99", "Provinsi Umpama", .provinsi), region("99.71", "Kota Contoh", .kota),
      region("99.01", "Kabupaten Misal", .kabupaten),
    ],
    units: [
      Unit(
        id: "dinsos", name: "Dinas Sosial", abbreviation: "Dinsos", sector: "sosial",
        type: "dinas", takesProperName: false)
    ],
    assessors: [
      Assessor(id: "pengawas", name: "Lembaga Pengawas", parent: nil, isInScope: true)
    ],
    instruments: [
      Instrument(
        id: "kepatuhan_pengawas", name: "Survei Kepatuhan", nameEnglish: "Compliance survey",
        assessor: "pengawas", isInScope: true, fields: ["score", "zone"], scoreMin: nil,
        scoreMax: nil)
    ],
    scales: [
      Scale(
        id: "kepatuhan_2022", instrument: "kepatuhan_pengawas", subjects: ["kota", "unit"],
        validFrom: 2022, validTo: 2024, scoreMax: FixedPoint(units: 100, scale: 0),
        bands: [
          Band(
            order: 1, min: FixedPoint(units: 88, scale: 0), max: FixedPoint(units: 100, scale: 0),
            zone: "hijau", shade: "pekat", grade: "A", category: "Kualitas Tertinggi", labels: []),
          Band(
            order: 2, min: FixedPoint(units: 78, scale: 0),
            max: FixedPoint(units: 8799, scale: 2), zone: "hijau", shade: "muda", grade: "B",
            category: "Kualitas Tinggi", labels: ["kepatuhan tinggi"]),
        ])
    ],
    regulations: [
      Regulation(
        id: "UU 1/2001", type: "UU", number: "1", year: 2001, title: "Contoh", issuer: "Negara")
    ],
    regulationTypes: [
      RegulationType(abbreviation: "UU", name: "Undang-Undang"),
      RegulationType(abbreviation: "PP", name: "Peraturan Pemerintah"),
    ],
    categories: [], words: [])

  static func region(_ code: String, _ name: String, _ level: RegionLevel) -> Region {
    Region(
      code: code, name: name, fullName: name, level: level, provinceCode: "99", validFrom: nil,
      validTo: nil, successorCode: nil)
  }

  /// A text page: the title, and a paragraph a line below.
  static func article(_ address: String, title: String, _ body: String) -> Article {
    var article = Article(address: address)
    article.title = Sourced(title, source: "text")
    article.publisher = Sourced("Kabar Umpama", source: "og")
    article.published = Sourced(PublishedDate(year: 2024, month: 1, day: 6), source: "meta")
    article.text = Array("\(title)\n\(body)".utf8)
    article.bodyStart = title.utf8.count + 1
    article.sourceMap.append(
      SourceMap.Run(
        text: 0, textLength: Int32(article.text.count), raw: 0,
        rawLength: Int32(article.text.count), isCopy: true))
    article.losses.bytesIn = article.text.count
    return article
  }

  static func range(of part: String, in article: Article) -> Range<Int> {
    let needle = Array(part.utf8)
    let last = article.text.count - needle.count
    guard last >= 0,
      let start = (0...last).first(where: { article.text[$0..<$0 + needle.count] == needle[...] })
    else { preconditionFailure("not in the text: \(part)") }
    return start..<start + needle.count
  }

  static func claim(
    _ quote: String, in article: Article, score: String?, zone: String? = nil, year: Int? = 2023,
    status: ClaimStatus = .achieved, unit: ClaimUnit? = nil, evidence: [(String, String)] = []
  ) -> Claim {
    var values = ClaimValues()
    values.score = score.flatMap(FixedPoint.init)
    values.zone = zone
    return Claim(
      body: .region(1), unit: unit, year: ClaimYear(year: year, basis: .stated),
      assessor: "pengawas", instrument: "kepatuhan_pengawas", scale: nil, values: values,
      unitsAssessed: nil, status: status, isDerived: false, speaker: nil,
      quote: range(of: quote, in: article),
      evidence: evidence.map { Evidence(field: $0.0, range: range(of: $0.1, in: article)) },
      rule: "contoh", confidence: FixedPoint(units: 90, scale: 2), flags: [])
  }

  static let sentence = "Kota Contoh — kota kecil — meraih nilai 80,85 pada 2023."
  static let hope = "Pada 2024 wali kota menargetkan nilai 90."

  static func record(_ address: String, title: String = "Zona hijau “lagi”") -> DocumentRecord {
    let article = article(
      address, title: title, "\(sentence) \(hope) Lihat UU 1/2001 dan PP 5/2010.")
    var reading = Reading()
    reading.claims = [
      claim(
        sentence, in: article, score: "80.85",
        evidence: [("region", "Kota Contoh"), ("score", "80,85"), ("zone", "Zona")]),
      claim(title, in: article, score: nil, zone: "hijau"),
      claim(hope, in: article, score: "90", year: 2024, status: .target),
    ]
    var total = Total(year: ClaimYear(year: 2023), count: 53, quote: range(of: hope, in: article))
    total.level = "kota"
    total.instrument = "unknown"
    reading.totals = [total, total]
    reading.citations = ["UU 1/2001", "PP 5/2010"].map {
      Citation(
        regulation: $0, article: nil, paragraph: nil, range: range(of: $0, in: article))
    }
    return DocumentRecord(
      address: address, sha256: String(repeating: "0", count: 64), article: article,
      reading: reading,
      mentions: [
        MentionRow(kind: "region", range: range(of: "Kota Contoh", in: article), id: "99.71"),
        MentionRow(kind: "year", range: range(of: "2023", in: article), id: "2023"),
      ], status: .read)
  }
}

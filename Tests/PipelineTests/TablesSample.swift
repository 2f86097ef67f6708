import Extract
import Foundation
import Lexicon
import Pipeline

@testable import Interpret

/// Invented places and pages.
enum TablesSample {
  static let lexicon: Lexicon = {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("lexicon-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    do {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      for (name, text) in files {
        try Data((text + "\n").utf8).write(to: folder.appendingPathComponent(name + ".csv"))
      }
      return try Lexicon(folder: folder.path)
    } catch {
      preconditionFailure("the sample lexicon: \(error)")
    }
  }()

  private static let files = [
    "regions": """
    code,name,level,province_code,full_name,valid_from,valid_to,successor_code
    99,Umpama,provinsi,99,,,,
    99.71,Contoh,kota,99,,,,
    99.01,Misal,kabupaten,99,,,,
    """,
    "region_aliases": "code,alias,risk",
    "units": """
    id,name,abbreviation,sector,type,takes_proper_name
    dinsos,Dinas Sosial,Dinsos,sosial,dinas,
    """,
    "unit_aliases": "unit,alias\ndinsos,Dinas Kesejahteraan",
    "assessors": "id,name,parent,in_scope\npengawas,Lembaga Pengawas,,yes",
    "assessor_aliases": "assessor,alias",
    "instruments": """
    id,name,name_en,assessor,in_scope,fields,score_min,score_max,not_held
    kepatuhan_pengawas,Survei Kepatuhan,Compliance survey,pengawas,yes,score|zone,0,100,
    """,
    "instrument_aliases": "instrument,alias,strength",
    "scales": """
    scale,instrument,subjects,valid_from,valid_to,score_max,band,min,max,zone,shade,grade,category,labels
    kepatuhan_2022,kepatuhan_pengawas,kota|unit,2022,2024,100,1,88,100,hijau,pekat,A,Kualitas Tertinggi,
    kepatuhan_2022,kepatuhan_pengawas,kota|unit,2022,2024,100,2,78,87.99,hijau,muda,B,Kualitas Tinggi,kepatuhan tinggi
    """,
    "regulations": "id,type,number,year,title,issuer,short_names\n"
      + "UU 1/2001,Undang-Undang,1,2001,Contoh,Negara,",
    "regulation_types": """
    abbreviation,name,aliases,of,issuer
    UU,Undang-Undang,,,
    PP,Peraturan Pemerintah,,,
    """,
    "categories": "label,forms",
    "words": "class,word,value,note",
  ]

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
      unitsAssessed: nil, status: status, isDerived: false,
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

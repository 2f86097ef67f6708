import Dataset

extension SampleDataset {
  /// The tables of a document that is a regulation.
  static func regulations() throws -> [Table] {
    let document: [String: Value] = [
      "document": "berita/b.html", "n": 1, "regulation": "Perwali Kota Contoh 3/2023",
      "part": "body", "quote": "Kota Contoh menargetkan zona hijau pada 2024.", "start": 0,
      "end": 44,
    ]
    func row(_ cells: [String: Value], without column: String? = nil) -> [String: Value] {
      var row = document.merging(cells) { $1 }
      if let column { row[column] = nil }
      return row
    }
    return [
      try table(
        Schema.regulationDocuments,
        [
          row(
            [
              "form": "text", "type": "Peraturan Wali Kota", "number": "3", "year": 2023,
              "title": "Standar \"Layanan\"", "issuer": "Wali Kota Contoh", "region_code": "99.71",
              "place": "Contoh", "enacted": "2023-03-08", "promulgated": "2023-03-09",
              "effective": "2023-03-09", "effective_basis": "promulgation",
              "gazette": "Berita Daerah Kota Contoh Tahun 2023 Nomor 3", "articles": 2,
            ], without: "n")
        ]),
      try table(
        Schema.regulationArticles,
        [
          row(["kind": "pasal", "number": "1", "path": "BAB I / Pasal 1", "until": 44]),
          row([
            "n": 2, "kind": "bab", "number": "II", "path": "BAB II", "heading": "PENUTUP",
            "until": 44,
          ]),
        ]),
      try table(
        Schema.regulationRelations, [row(["relation": "based_on", "other": "UU 25/2009"])]),
      try table(
        Schema.scaleChecks,
        [
          row([
            "instrument": "kepatuhan_ombudsman", "scale": "kepatuhan_2022", "band": 1,
            "verdict": "different", "differs": "score_min", "score_min": 90, "score_max": 100,
            "zone": "hijau", "grade": "A", "known_score_min": 88, "known_score_max": 100,
            "known_zone": "hijau", "known_grade": "A", "known_category": "Kualitas Tertinggi",
          ])
        ]),
    ]
  }
}

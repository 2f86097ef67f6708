import Dataset

/// A tiny dataset of invented places, with every table filled and every awkward kind of text:
/// commas, quotes, line feeds, formulas, markup.
enum SampleDataset {
  static func tables() throws -> [Table] {
    try reference() + documents() + regulations() + statements() + outcomes() + provenance()
  }

  static let texts = [
    DocumentText(
      document: "berita/a.html", title: "Kota Contoh masuk zona hijau",
      text: "Kota Contoh meraih nilai 90,50 pada 2023. Pelayanan publik makin baik."),
    DocumentText(
      document: "berita/b.html", title: "Target \"A\" <script>alert(1)</script>",
      text: "Kota Contoh menargetkan zona hijau pada 2024."),
  ]

  static let run: JSON = ["program": "0.1.0", "documents": 3, "seconds": .number("0.25")]

  static func table(_ schema: TableSchema, _ rows: [[String: Value]]) throws -> Table {
    var table = Table(schema)
    for row in rows { try table.append(row) }
    return table
  }

  private static func reference() throws -> [Table] {
    let kepatuhan: [String: Value] = ["instrument": "kepatuhan_ombudsman"]
    func band(
      _ scale: String, _ band: Int, _ from: Int, _ to: Int?, _ low: Value, _ high: Value,
      _ zone: Value, _ grade: Value, _ category: Value
    ) -> [String: Value] {
      kepatuhan.merging([
        "scale": Value(scale), "band": .integer(band), "subject": "kota|kabupaten",
        "year_from": .integer(from), "year_to": Value(to), "score_min": low, "score_max": high,
        "zone": zone, "grade": grade, "category": category,
      ]) { $1 }
    }
    return [
      try table(
        Schema.regions,
        [
          region("99.71", "Kota Contoh", "kota", "Contoh"),
          region("99.01", "Kabupaten Misal", "kabupaten", "Misal"),
          region("99", "Provinsi Umpama", "provinsi", "Umpama"),
        ]),
      try table(
        Schema.units,
        [
          [
            "unit_id": "dinsos", "name": "Dinas Sosial", "abbreviation": "Dinsos",
            "sector": "sosial", "unit_type": "dinas",
          ]
        ]),
      try table(
        Schema.instruments,
        [
          kepatuhan.merging(
            [
              "name_id": "Penilaian Kepatuhan", "name_en": "Compliance assessment",
              "assessor": "Ombudsman", "scope": "core",
            ]) { $1 },
          [
            "instrument": "ipp_panrb", "name_id": "Indeks Pelayanan Publik",
            "name_en": "Public service index", "assessor": "Kementerian PANRB", "scope": "core",
          ],
        ]),
      try table(
        Schema.scales,
        [
          band("kepatuhan_2022", 1, 2022, 2024, 88, 100, "hijau", "A", "Kualitas Tertinggi"),
          band(
            "kepatuhan_2022", 2, 2022, 2024, 78, .decimal(units: 8799, scale: 2), "hijau", "B",
            "Kualitas Tinggi"),
          band(
            "kepatuhan_2022", 3, 2022, 2024, 54, .decimal(units: 7799, scale: 2), "kuning", "C",
            "Kualitas Sedang"),
        ]),
      try table(
        Schema.regulations,
        [
          [
            "regulation": "UU 25/2009", "type": "Undang-Undang", "number": "25", "year": 2009,
            "title": "Pelayanan Publik", "documents": 1,
          ],
          [
            "regulation": "Perwali Kota Contoh 3/2023", "type": "Peraturan Wali Kota",
            "number": "3", "year": 2023, "issuer": "Wali Kota Contoh", "region_code": "99.71",
            "documents": 1,
          ],
        ]),
    ]
  }

  private static func region(
    _ code: String, _ name: String, _ level: String, _ short: String
  ) -> [String: Value] {
    [
      "region_code": Value(code), "region": Value(name), "level": Value(level),
      "name": Value(short), "province_code": "99",
    ]
  }

  private static func documents() throws -> [Table] {
    func ledger(_ document: String, _ bytes: Int, reason: String? = nil) -> [String: Value] {
      [
        "document": Value(document), "bytes_in": .integer(bytes), "decoded": .integer(bytes),
        "replaced": 0, "cut": 0, "furniture": 20, "repeated": 0, "template": 0,
        "kept": .integer(bytes / 2),
        "reason": Value(reason),
      ]
    }
    return [
      try table(
        Schema.documents,
        [
          [
            "document": "berita/b.html", "kind": "news", "publisher": "Kabar, Umpama",
            "title": "Target \"A\" <script>alert(1)</script>", "published": "2024-01-16",
            "language": "id", "characters": 45, "status": "read",
          ],
          [
            "document": "berita/a.html", "kind": "news", "url": "https://contoh.example/a",
            "publisher": "Kabar Umpama", "title": "Kota Contoh masuk zona hijau",
            "published": "2023-12-14", "language": "id", "characters": 70, "status": "read",
          ],
          ["document": "berita/c.html", "status": "failed", "reason": "gzip ends early\nat 0"],
        ]),
      try table(
        Schema.lost,
        [
          ledger("berita/a.html", 400), ledger("berita/b.html", 300),
          ledger("berita/c.html", 0, reason: "empty"),
        ]),
      try table(
        Schema.mentions,
        [
          [
            "document": "berita/a.html", "n": 10, "kind": "score", "part": "body", "start": 25,
            "end": 30, "text": "90,50", "id": "90.50",
          ],
          [
            "document": "berita/a.html", "n": 2, "kind": "region", "part": "body", "start": 0,
            "end": 11, "text": "Kota Contoh", "id": "99.71",
          ],
        ]),
      try table(
        Schema.diagnostics,
        [
          [
            "document": "berita/a.html", "n": 1, "kind": "suspect-term",
            "message": "suspect DPRD: OPD", "part": "body", "start": 30, "end": 34, "text": "DPRD",
          ]
        ]),
      try table(
        Schema.citations,
        [
          [
            "document": "berita/a.html", "n": 1, "regulation": "UU 25/2009", "article": "21",
            "paragraph": "1", "letter": "a", "resolved": "short_name", "part": "body",
            "quote": "Pelayanan publik makin baik.", "start": 42, "end": 70,
          ]
        ]),
    ]
  }
}

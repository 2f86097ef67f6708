import Dataset

extension SampleDataset {
  private static let city: [String: Value] = [
    "region_code": "99.71", "region": "Kota Contoh", "level": "kota",
    "instrument": "kepatuhan_ombudsman", "scale": "kepatuhan_2022", "assessor": "Ombudsman",
  ]

  private static func claim(
    _ id: String, _ document: String, _ more: [String: Value]
  ) -> [String: Value] {
    var row = city
    row["claim"] = Value(id)
    row["document"] = Value(document)
    row.merge(
      [
        "part": "body", "negated": false, "derived": false, "status": "achieved", "start": 0,
        "confidence": .decimal(units: 95, scale: 2), "year_basis": "stated",
        "rule": "score-of-region",
      ]) { $1 }
    return row.merging(more) { $1 }
  }

  static func statements() throws -> [Table] {
    let target: [String: Value] = [
      "status": "target", "year": 2024, "zone": "hijau", "score": 85,
      "quote": "Kota Contoh menargetkan zona hijau pada 2024.",
    ]
    var targetRow = claim("c03", "berita/b.html", target)
    for name in ["part", "negated", "derived", "start", "rule"] { targetRow[name] = nil }
    return [
      try table(
        Schema.claims,
        [
          claim(
            "c02", "berita/a.html",
            [
              "year": 2022, "zone": "kuning", "score": .decimal(units: 7000, scale: 2),
              "quote": "=SUM(A1), \"kuning\" & <b>", "end": 24, "evidence": "zone:11-17",
              "confidence": .decimal(units: 55, scale: 2), "flags": "inferred_region",
            ]),
          claim(
            "c01", "berita/a.html",
            [
              "year": 2023, "score": .decimal(units: 9050, scale: 2), "score_max": 100,
              "zone": "hijau", "rank": 1, "rank_of": 15, "rank_scope": "provinsi",
              "quote": "Kota Contoh meraih nilai 90,50 pada 2023.", "end": 41,
              "raw_start": 210, "raw_end": 251,
              "evidence": "region:0-11;score:25-30;year:36-40",
            ]),
          claim("c03", "berita/b.html", target.merging(["end": 45]) { $1 }),
        ]),
      try table(Schema.targets, [targetRow]),
      try table(
        Schema.totals,
        [
          [
            "total": "t01", "document": "berita/a.html", "part": "body", "year": 2023,
            "instrument": "kepatuhan_ombudsman", "level": "kota", "count": 53, "of": 98,
            "zone": "hijau", "quote": "53 dari 98 kota", "start": 0, "end": 15,
          ]
        ]),
    ]
  }

  static func outcomes() throws -> [Table] {
    func result(
      _ id: String, _ year: Int, _ zone: Value, _ score: Value, _ more: [String: Value]
    ) -> [String: Value] {
      city.merging([
        "result": Value(id), "year": .integer(year), "zone": zone, "score": score,
        "score_max": 100, "consistent": "yes", "sources": 1, "conflict": false,
        "corrected": false,
      ]) { $1 }.merging(more) { $1 }
    }
    return [
      try table(
        Schema.results,
        [
          result(
            "r2", 2023, "hijau", .decimal(units: 9050, scale: 2),
            [
              "claims": "c01", "zone_derived": "hijau", "grade_derived": "A",
              "category_derived": "Kualitas Tertinggi", "conflict": true,
            ]),
          result(
            "r1", 2022, "kuning", .decimal(units: 7000, scale: 2),
            [
              "claims": "c02", "zone_derived": "kuning", "consistent": "unknown", "corrected": true,
              "corrections": "k01",
            ]),
          [
            "result": "r3", "region_code": "99.71", "region": "Kota Contoh", "level": "kota",
            "unit": "Dinas Sosial", "unit_type": "dinas", "sector": "sosial", "year": 2023,
            "instrument": "ipp_panrb", "grade": "B-", "score": .decimal(units: 349, scale: 2),
            "score_max": 5, "consistent": "unknown", "sources": 1, "claims": "c01",
            "conflict": false, "corrected": false,
          ],
        ]),
      try table(
        Schema.conflicts,
        [
          [
            "result": "r2", "field": "score", "value": "90.50", "claims": "c01",
            "documents": "berita/a.html", "chosen": true,
          ],
          [
            "result": "r2", "field": "score", "value": "-90.5", "claims": "c02",
            "documents": "berita/a.html", "chosen": false,
          ],
        ]),
      try table(
        Schema.coverage,
        [
          coverage("99.71", "Kota Contoh", "kota", 2023, 1, "result"),
          coverage("99.01", "Kabupaten Misal", "kabupaten", 2023, 0, "no_document"),
        ]),
      try table(
        Schema.panelRegionYear,
        [
          [
            "region_code": "99.71", "region": "Kota Contoh", "level": "kota",
            "province_code": "99", "year": 2023,
            "kepatuhan_score": .decimal(units: 9050, scale: 2), "kepatuhan_zone": "hijau",
            "ipp_score": .decimal(units: 349, scale: 2), "ipp_grade": "B-", "documents": 1,
          ]
        ]),
    ]
  }

  /// What a person decided, and what the run knew.
  static func provenance() throws -> [Table] {
    let decided: [String: Value] = [
      "correction": "k01", "line": 2, "action": "change", "field": "score", "was": "70.50",
      "value": "70.00", "state": "applied", "document": "berita/a.html",
      "quote": "=SUM(A1), \"kuning\" & <b>", "claims": "c02",
      "note": "=HYPERLINK(\"http://x\"), see the <table>", "who": "@Sari", "date": "2026-01-16",
    ]
    let gone: [String: Value] = [
      "correction": "k02", "line": 3, "action": "reject", "state": "orphaned",
      "reason": "the document is not in the corpus", "quote": "Kota Contoh meraih 1.",
      "who": "Sari", "date": "2026-01-17",
    ]
    return [
      try table(Schema.corrections, [gone, decided]),
      try table(
        Schema.knowledge,
        [
          [
            "file": "tilik", "entry": "version", "kind": "program", "content": "0.1.0",
          ],
          [
            "file": "rules/20-values.yml", "entry": "score-of-region", "kind": "rule", "line": 4,
            "content": "when: REGION meraih SCORE", "words": "meraih",
          ],
          [
            "file": "lexicon/units.csv", "entry": "dinsos", "kind": "row", "line": 2,
            "content": "dinsos,Dinas Sosial,Dinsos,sosial,dinas,", "words": "Dinas Sosial|Dinsos",
            "refers": "dinsos",
          ],
        ]),
    ]
  }

  private static func coverage(
    _ code: String, _ name: String, _ level: String, _ year: Int, _ count: Int, _ status: String
  ) -> [String: Value] {
    [
      "region_code": Value(code), "region": Value(name), "level": Value(level),
      "year": .integer(year), "instrument": "kepatuhan_ombudsman", "documents": .integer(count),
      "claims": .integer(count), "results": .integer(count), "status": Value(status),
    ]
  }
}

import Dataset

/// A small dataset of invented places that a test changes, and the snapshot of it: one page, one claim,
/// one result, a handful of rules and rows.
struct DiffWorld: Sendable {
  struct Page: Sendable {
    var hash: Character = "a"
    var text: String
    var status = "read"
    var publisher = "Kabar Umpama"
  }

  struct Statement: Sendable {
    var document = "a.html"
    var year = 2023
    var score = "90.50"
    var rule = "score-of-region/own"
    var quote = DiffWorld.sentence
    var start = 0
  }

  struct Outcome: Sendable {
    var region = "Kota Contoh"
    var code: String? = "99.71"
    var year = 2023
    var score = "90.50"
    var zoneDerived = "hijau"
    var claims = "c1"
    var consistent = "unknown"
  }

  struct Entry: Sendable {
    var kind: String
    var line: Int?
    var content: String
    var words = ""
    var refers = ""
  }

  static let sentence = "Kota Contoh meraih nilai 90,50 pada 2023."

  var name = "lama"
  var pages = ["a.html": Page(text: sentence + " Ramai.")]
  var claims = ["c1": Statement()]
  var results = ["r1": Outcome()]
  /// Corrections: the claims that each holds for, and its state.
  var corrections: [String: (claims: String, state: String)] = [:]
  /// By file and entry, a blank between them.
  var knowledge: [String: Entry] = [
    "tilik version": Entry(kind: "program", content: "0.1.0"),
    "pipeline.yml near": Entry(kind: "setting", line: 9, content: "0.8"),
    "rules/20.yml score-of-region": Entry(
      kind: "rule", line: 4, content: "when: REGION meraih NUMBER", words: "meraih"),
    "rules/20.yml score-changed": Entry(
      kind: "rule", line: 9, content: "when: naik dari NUMBER", words: "naik & dari"),
    "rules/10.yml counted": Entry(
      kind: "rule", line: 2, content: "when: NUMBER @noun", words: "@noun"),
    "lexicon/regions.csv 99.71": Entry(
      kind: "row", line: 3, content: "99.71,Contoh,kota", words: "Contoh|Kota Contoh",
      refers: "99.71"),
    "lexicon/words.csv cue nilai": Entry(
      kind: "row", line: 7, content: "cue,nilai", words: "nilai", refers: "@cue"),
    "lexicon/words.csv noun warung": Entry(
      kind: "row", line: 8, content: "noun,warung", words: "warung", refers: "@noun"),
    "lexicon/scales.csv kepatuhan_2022 1": Entry(
      kind: "scale", line: 2, content: "kepatuhan_2022,88,100,hijau", words: "zona hijau",
      refers: "kepatuhan_2022"),
  ]
  /// Where rules matched in a page's body, as name and range; nil for a dataset that does not tell.
  var matches: [String: [(rule: String, range: Range<Int>)]]?

  func snapshot() throws -> DatasetSnapshot {
    try DatasetSnapshot(
      name: name,
      tables: [
        SampleDataset.table(Schema.documents, documentRows),
        SampleDataset.table(Schema.claims, claimRows),
        SampleDataset.table(Schema.results, resultRows),
        SampleDataset.table(Schema.corrections, correctionRows),
        SampleDataset.table(Schema.knowledge, knowledgeRows),
        SampleDataset.table(Schema.mentions, mentionRows),
      ],
      texts: TextList(
        pages.map { DocumentText(document: $0, title: "Judul", text: $1.text) }))
  }

  private var documentRows: [[String: Value]] {
    pages.map { address, page in
      [
        "document": Value(address), "sha256": Value(String(repeating: page.hash, count: 64)),
        "status": Value(page.status), "publisher": Value(page.publisher),
        "reason": page.status == "failed" ? "truncated | <gzip>" : nil,
      ]
    }
  }

  private var claimRows: [[String: Value]] {
    claims.map { id, claim in
      [
        "claim": Value(id), "document": Value(claim.document), "part": "body", "negated": false,
        "derived": false, "status": "achieved", "start": .integer(claim.start),
        "end": .integer(claim.start + claim.quote.unicodeScalars.count),
        "confidence": .decimal(units: 95, scale: 2), "year_basis": "stated",
        "rule": Value(claim.rule), "region_code": "99.71", "region": "Kota Contoh",
        "level": "kota", "instrument": "kepatuhan_ombudsman", "scale": "kepatuhan_2022",
        "year": .integer(claim.year), "score": Value(decimal: claim.score) ?? .null,
        "quote": Value(claim.quote),
        "corrections": Value(
          list: corrections.filter { $0.value.claims == id }.map(\.key).sorted()),
      ]
    }
  }

  private var resultRows: [[String: Value]] {
    results.map { id, result in
      [
        "result": Value(id), "region_code": Value(result.code), "region": Value(result.region),
        "level": "kota", "instrument": "kepatuhan_ombudsman", "scale": "kepatuhan_2022",
        "year": .integer(result.year), "score": Value(decimal: result.score) ?? .null,
        "score_max": 100, "zone_derived": Value(result.zoneDerived),
        "consistent": Value(result.consistent), "sources": 1, "claims": Value(result.claims),
        "conflict": false, "confidence": .decimal(units: 95, scale: 2), "corrected": false,
      ]
    }
  }

  private var correctionRows: [[String: Value]] {
    corrections.map { id, correction in
      [
        "correction": Value(id), "line": 2, "action": "change", "field": "score",
        "value": "90.05", "state": Value(correction.state), "document": "a.html",
        "quote": Value(Self.sentence), "claims": Value(correction.claims),
        "note": "digits swapped", "who": "Sari", "date": "2026-01-16",
      ]
    }
  }

  private var knowledgeRows: [[String: Value]] {
    knowledge.map { key, entry in
      let parts = key.split(separator: " ", maxSplits: 1).map(String.init)
      return [
        "file": Value(parts[0]), "entry": Value(parts[1]), "kind": Value(entry.kind),
        "line": Value(entry.line), "content": Value(entry.content), "words": Value(entry.words),
        "refers": Value(entry.refers),
      ]
    }
  }

  private var mentionRows: [[String: Value]] {
    var rows: [[String: Value]] = []
    for (address, found) in matches ?? [:] {
      for (number, match) in found.enumerated() {
        rows.append([
          "document": Value(address), "n": .integer(number + 1), "kind": "rule", "part": "body",
          "start": .integer(match.range.lowerBound), "end": .integer(match.range.upperBound),
          "id": Value(match.rule),
        ])
      }
    }
    return rows
  }
}

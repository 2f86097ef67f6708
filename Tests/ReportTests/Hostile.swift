import Dataset

/// Pages that want to harm their reader: every text of the dataset that comes from a page holds markup,
/// scripts, formulas, marks of writing direction, or a megabyte of one sentence.
enum Hostile {
  static let texts = [
    "<script>window.tilikHostile = 1</script>", "</script><img src=x onerror=\"tilikHostile=1\">",
    "\"><svg onload=tilikHostile=1>", "'--><!--</title></style>", "{{#rows}}{{/rows}}{{{t}}}",
    "=HYPERLINK(\"http://jahat.example\")", "\u{202E}ajriK \u{2067}\u{202D}abc\u{200F}",
    "a\u{0}b\u{1B}[31m",
    "javascript:tilikHostile=1", "<!DOCTYPE html><base href=//jahat.example>",
    "&lt;b&gt; &amp;#x3C;script&amp;#x3E;", "]]>\u{2028}\u{2029}</template></table></textarea>",
  ]

  static var all: String { texts.joined(separator: " ") }

  /// 1.2 million code points that never end a sentence.
  static let enormous = String(repeating: "<b onclick=x>nilai ", count: 60_000)

  static func tables() throws -> [String: Table] {
    let quote = all + " nilai 80,85"
    var claims: [[String: Value]] = []
    for (number, text) in texts.enumerated() {
      claims.append(claim("c\(number)", region: "11.71", unit: text, quote: quote, flags: text))
    }
    claims.append(claim("c-besar", region: "11.71", unit: nil, quote: enormous, flags: nil))
    claims.append(claim("c-tanpa", region: nil, unit: nil, quote: quote, flags: all))
    let results = texts.enumerated().map { number, text in
      Sample.result(
        "11.71", 2022 + number % 2, score: "8\(number % 10).5", zone: text, scale: "baru",
        unit: number == 0 ? nil : text, claims: "c\(number)"
      ).merging([
        "result": Value("r\(number)"), "conflict": true, "rank": 1, "rank_scope": Value(text),
        "category": Value(text), "grade": Value(text), "zone_shade": Value(text),
        "consistent": "no",
      ]) { $1 }
    }
    var tables = try Sample.tables(
      results: results + [
        Sample.result("11.71", 2021, score: "70", scale: "lama"),
        Sample.result("11", 2022, score: "91", zone: "hijau", scale: "baru"),
      ],
      coverage: [
        coverage("11.71", "result"), coverage("11.01", "claim_without_result"),
        coverage("12", "document_without_claim"),
      ],
      claims: claims + [
        claim("c-tolak", region: "11.01", unit: nil, quote: all, flags: all, status: "negated")
      ],
      targets: [
        [
          "claim": "c0", "document": "a", "status": "target", "region_code": "11.71",
          "region": Value(all), "year": 2022, "instrument": "uji", "zone": Value(all),
          "quote": Value(quote),
        ],
        [
          "claim": "c1", "document": "a", "status": "negated", "region": Value(all),
          "quote": Value(enormous),
        ],
      ],
      documents: documents())
    tables["conflicts"] = try Sample.table(
      Schema.conflicts,
      texts.enumerated().map { number, text in
        [
          "result": "r1", "field": number % 2 == 0 ? "zone" : Value(text), "value": Value(text),
          "claims": Value("c\(number)"), "documents": Value(text), "chosen": .boolean(number == 0),
        ]
      })
    return tables
  }

  static let documentTexts = [
    DocumentText(
      document: "a", title: all, text: all + "\n" + all + " nilai 80,85" + all + "\n" + all)
  ]

  private static func documents() -> [[String: Value]] {
    texts.enumerated().map { number, text in
      [
        "document": number == 0 ? "a" : Value(text), "status": number == 3 ? "failed" : "read",
        "title": Value(text), "publisher": Value(text), "url": Value(text), "language": Value(text),
        "reason": Value(text),
      ]
    }
  }

  private static func claim(
    _ id: String, region: String?, unit: String?, quote: String, flags: String?,
    status: String = "achieved"
  ) -> [String: Value] {
    [
      "claim": Value(id), "document": "a", "part": "body", "region_code": Value(region),
      "region": Value(region == nil ? all : "Kota B"), "level": "kota", "unit": Value(unit),
      "year": 2022, "instrument": "uji", "score": Value(decimal: "80.85") ?? .null,
      "zone": Value(all), "status": Value(status), "negated": false, "derived": false,
      "speaker": Value(all), "quote": Value(quote),
      "start": .integer(all.unicodeScalars.count + 1),
      "end": .integer(all.unicodeScalars.count + 1 + quote.unicodeScalars.count),
      "evidence": Value("\(unit ?? "score"):310-340;zone:300-320;x<y:1-2"), "rule": Value(all),
      "year_chain": Value(all), "confidence": Value(decimal: "0.4") ?? .null, "flags": Value(flags),
    ]
  }

  private static func coverage(_ code: String, _ status: String) -> [String: Value] {
    [
      "region_code": Value(code), "year": 2022, "instrument": "uji", "documents": 1, "claims": 1,
      "results": 0, "status": Value(status),
    ]
  }
}

import Dataset

/// `review.html`: the claims that a person should look at, the most doubtful first, with their evidence. The
/// script of the page writes the reader's decisions as `corrections.csv`.
enum ReviewPage {
  /// Claims that the page holds at most: more than anybody decides at a sitting.
  static let most = 300
  /// Code points around a quote that tell equal sentences apart.
  private static let context = 40

  static func page(
    _ data: ReportData, anchors: [String: String], _ words: Words
  ) -> Page {
    let doubts = doubts(data, words)
    let shown = doubts.prefix(most)
    return Page(
      template: "review", path: "review.html", title: words(.navReview), section: .review,
      context: [
        "claims": shown.enumerated().map { number, doubt in
          ClaimCard.context(doubt.claim, data, anchors: anchors, root: "", words).adding([
            "number": String(number), "reasons": doubt.reasons,
          ])
        },
        "hasClaims": !shown.isEmpty, "count": String(shown.count),
        "cut": MaybeText(
          doubts.count > most
            ? words(.rowsCut, ["shown": String(most), "all": String(doubts.count)]) : ""),
        "fields": fields.map { ["field": $0, "name": words.label("field", $0)] as Context },
        "data": Markup.data(.array(shown.map { correction(of: $0.claim, data) })),
      ])
  }

  private struct Doubt {
    let claim: Record
    /// From 0 for none.
    var weight = 0.0
    var reasons: [String] = []
  }

  private static func doubts(_ data: ReportData, _ words: Words) -> [Doubt] {
    var conflicting: Set<String> = []
    var contradicting: Set<String> = []
    for result in data.records(Schema.results) {
      let claims = result["claims"].written.split(separator: ";").map(String.init)
      if result["conflict"].boolean == true { conflicting.formUnion(claims) }
      if result["consistent"].text == "no" { contradicting.formUnion(claims) }
    }
    let doubts = data.records(Schema.claims).compactMap { claim -> Doubt? in
      guard !ClaimCard.isCorrected(claim) else { return nil }
      let id = claim["claim"].written
      var doubt = Doubt(claim: claim)
      let confidence = claim["confidence"].double ?? 1
      if confidence < ClaimCard.doubtful {
        doubt.weight += 1 - confidence
        doubt.reasons.append(words.label("doubt", "confidence"))
      }
      if conflicting.contains(id) {
        doubt.weight += 0.5
        doubt.reasons.append(words.label("doubt", "conflict"))
      }
      if contradicting.contains(id) {
        doubt.weight += 0.5
        doubt.reasons.append(words.label("doubt", "scale"))
      }
      return doubt.reasons.isEmpty ? nil : doubt
    }
    return doubts.sorted { left, right in
      left.weight != right.weight
        ? left.weight > right.weight : Value.precedes(left.claim["claim"], right.claim["claim"])
    }
  }

  /// Fields that a correction may change.
  private static let fields = [
    "region_code", "unit", "year", "instrument", "assessor", "score", "zone", "zone_shade", "grade",
    "category", "rank", "rank_of", "rank_scope", "status",
  ]

  /// The columns of `corrections.csv` that do not depend on the reader.
  private static func correction(of claim: Record, _ data: ReportData) -> JSON {
    let passage = data.passages[claim["claim"].written]
    let document = claim["document"].written
    return [
      "claim": .string(claim["claim"].written), "document": .string(document),
      "sha256": .string(data.document(document)?["sha256"].written ?? ""),
      "quote": .string(claim["quote"].written),
      "prefix": .string(end(of: passage.before)), "suffix": .string(start(of: passage.after)),
      "about": .string(about(claim)),
    ]
  }

  private static func about(_ claim: Record) -> String {
    let columns = [
      "region_code", "region", "unit", "year", "instrument", "status", "score", "zone",
      "zone_shade",
      "grade", "category", "rank",
    ]
    return columns.filter { !claim[$0].isNull }.map { column in
      let value = claim[column].written.replacing("\\", with: "\\\\").replacing(";", with: "\\;")
      return "\(column)=\(value)"
    }.joined(separator: ";")
  }

  private static func end(of text: String) -> String {
    String(String.UnicodeScalarView(text.unicodeScalars.suffix(context)))
  }

  private static func start(of text: String) -> String {
    String(String.UnicodeScalarView(text.unicodeScalars.prefix(context)))
  }
}

import Dataset

/// `documents.html`: every page of the corpus, whether it was read, and why not.
enum DocumentsPage {
  static func context(_ data: ReportData) -> Context {
    var claims: [String: Int] = [:]
    for claim in data.records(Schema.claims) {
      claims[claim["document"].written, default: 0] += 1
    }
    let documents = data.records(Schema.documents)
    let rows = documents.enumerated().map { position, document -> Context in
      let url = Markup.webAddress(document["url"])
      return [
        "number": String(position + 1),
        "document": document["document"].written,
        "title": MaybeText(document["title"].written),
        "url": MaybeText(url ?? ""),
        "publisher": document["publisher"].written,
        "published": document["published"].written,
        "kind": kind(document["kind"].written),
        "status": status(document["status"].written),
        "isFailed": document["status"].text == "failed",
        "reason": reason(document),
        "characters": document["characters"].written,
        "claims": String(claims[document["document"].written] ?? 0),
      ]
    }
    return [
      "title": "Dokumen", "titleEnglish": "Documents", "root": "", "hasScript": true,
      "rows": rows, "count": String(rows.count),
      "statuses": Set(documents.map { status($0["status"].written) }).sorted(),
    ]
  }

  private static func reason(_ document: Record) -> String {
    let reason = document["reason"].written
    guard let original = document["duplicate_of"].text else { return reason }
    return "salinan dari \(original)" + (reason.isEmpty ? "" : "; \(reason)")
  }

  private static func kind(_ kind: String) -> String {
    switch kind {
    case "news": "berita"
    case "regulation": "peraturan"
    case "list": "daftar"
    case "other": "lainnya"
    default: kind
    }
  }

  private static func status(_ status: String) -> String {
    switch status {
    case "read": "terbaca"
    case "duplicate": "salinan"
    case "irrelevant": "tidak terkait"
    case "failed": "gagal"
    default: status
    }
  }
}

/// `method.html`: how to read the report, and the scales that were used.
enum MethodPage {
  static func context(_ data: ReportData) -> Context {
    let rows = data.records(Schema.scales).map { band -> Context in
      let zone = band["zone"].written
      return [
        "scale": band["scale"].written,
        "instrument": data.instrument(band["instrument"]),
        "subject": band["subject"].written,
        "years": band["year_from"].written + "–" + band["year_to"].written,
        "scores": [band["score_min"], band["score_max"]].map(Markup.number)
          .filter { !$0.isEmpty }.joined(separator: " – "),
        "zone": MaybeText(zone), "zoneClass": Zones.style(zone),
        "shade": band["zone_shade"].written,
        "grade": band["grade"].written, "category": band["category"].written,
      ]
    }
    let checks = data.records(Schema.scaleChecks).filter { $0["verdict"].text == "different" }
      .map(Self.check)
    return [
      "title": "Cara membaca", "titleEnglish": "How to read this", "root": "", "hasScript": false,
      "scales": rows, "hasScales": !rows.isEmpty,
      "checks": checks, "hasChecks": !checks.isEmpty,
      "views": View.all.map {
        ["name": $0.name, "question": $0.question, "pertanyaan": $0.pertanyaan]
      },
    ]
  }

  /// A band that a regulation states otherwise than the scales table.
  private static func check(_ row: Record) -> Context {
    func band(_ prefix: String) -> String {
      let bounds = [row[prefix + "score_min"], row[prefix + "score_max"]].map(Markup.number)
      let names = ["zone", "grade", "category"].map { row[prefix + $0].written }
      return ([bounds.joined(separator: " – ")] + names).filter { !$0.isEmpty }
        .joined(separator: " ")
    }
    return [
      "regulation": row["regulation"].written, "document": row["document"].written,
      "scale": row["scale"].written, "stated": band(""), "known": band("known_"),
      "quote": row["quote"].written,
    ]
  }
}

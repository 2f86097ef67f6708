import Dataset

/// `documents.html`: the documents that failed and why, and those that claims stand on. Of a large crawl
/// most pages are neither; `documents.csv` has them all.
enum DocumentsPage {
  /// Documents that the page lists at most.
  static let most = 20_000

  /// Rows of the page by document, for links from other pages.
  static func anchors(_ data: ReportData) -> [String: String] {
    Dictionary(
      listed(data).enumerated().map { ($1["document"].written, "d\($0 + 1)") },
      uniquingKeysWith: { first, _ in first })
  }

  private static func listed(_ data: ReportData) -> [Record] {
    let withClaims = Set(data.records(Schema.claims).map { $0["document"].written })
    let documents = data.records(Schema.documents).filter {
      $0["status"].text == "failed" || withClaims.contains($0["document"].written)
        || !$0["duplicate_of"].isNull || !$0["reason"].isNull
    }
    let failed = documents.filter { $0["status"].text == "failed" }
    return Array(
      (failed + documents.filter { $0["status"].text != "failed" }).prefix(most))
  }

  static func page(_ data: ReportData, _ words: Words) -> Page {
    var claims: [String: Int] = [:]
    for claim in data.records(Schema.claims) {
      claims[claim["document"].written, default: 0] += 1
    }
    let documents = data.records(Schema.documents)
    let shown = listed(data)
    let rows = shown.enumerated().map { position, document in
      row(position, document, claims[document["document"].written] ?? 0, data, words)
    }
    var statuses: [String: Int] = [:]
    for document in documents { statuses[document["status"].written, default: 0] += 1 }
    var reasons: [String: Int] = [:]
    for document in documents where document["status"].text == "failed" {
      reasons[document["reason"].written, default: 0] += 1
    }
    return Page(
      template: "documents", path: "documents.html", title: words(.navDocuments),
      section: .documents,
      context: [
        "rows": Array(rows.prefix(ResultsPage.shown)),
        "more": Array(rows.dropFirst(ResultsPage.shown)),
        "hasMore": rows.count > ResultsPage.shown, "count": String(documents.count),
        "statusCounts": statuses.keys.sorted().map {
          ["status": words.label("status", $0), "count": String(statuses[$0] ?? 0)] as Context
        },
        "reasons": reasons.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(50).map {
          ["reason": $0.key, "count": String($0.value)] as Context
        },
        "hasReasons": !reasons.isEmpty,
        "others": MaybeText(
          shown.count < documents.count
            ? words(.otherDocuments, ["n": String(documents.count - shown.count)]) : ""),
        "statuses": Set(shown.map { words.label("status", $0["status"].written) }).sorted(),
      ])
  }

  private static func row(
    _ position: Int, _ document: Record, _ claims: Int, _ data: ReportData, _ words: Words
  ) -> Context {
    let address = document["document"].written
    return [
      "number": String(position + 1),
      "document": address,
      "title": MaybeText(document["title"].written),
      "url": MaybeText(Markup.webAddress(document["url"]) ?? ""),
      "saved": MaybeText(data.savedPages[address] ?? ""),
      "publisher": document["publisher"].written,
      "published": document["published"].written,
      "kind": words.label("kind", document["kind"].written),
      "status": words.label("status", document["status"].written),
      "isFailed": document["status"].text == "failed",
      "reason": reason(document, words),
      "characters": document["characters"].written,
      "claims": String(claims),
    ]
  }

  private static func reason(_ document: Record, _ words: Words) -> String {
    let reason = document["reason"].written
    guard let original = document["duplicate_of"].text else { return reason }
    let copy = words(.copyOf, ["document": original])
    return reason.isEmpty ? copy : "\(copy); \(reason)"
  }
}

import Dataset

/// `documents.html`: the documents that failed and why, and those that claims stand on. Of a large crawl
/// most pages are neither; `documents.csv` has them all.
enum DocumentsPage {
  static let path = "documents.html"
  /// Template of a row.
  static let rowTemplate = "document-row"

  /// - Parameters:
  ///   - rows: those that are shown at first, rendered.
  ///   - more: the others.
  static func page(_ data: ReportData, rows: String, more: String, _ words: Words) -> Page {
    let documents = data.documents
    let shown = documents.listed
    return Page(
      template: "documents", path: path, title: words(.navDocuments), section: .documents,
      context: [
        "rows": rows, "more": more, "hasMore": shown.count > ResultsPage.shown,
        "count": String(documents.count),
        "statusCounts": documents.statuses.keys.sorted().map {
          [
            "status": words.label("status", $0), "count": String(documents.statuses[$0] ?? 0),
          ] as Context
        },
        "reasons": documents.failures.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
          .prefix(50).map {
            ["reason": words.label("reason", $0.key), "count": String($0.value)] as Context
          },
        "hasReasons": !documents.failures.isEmpty,
        "others": MaybeText(
          shown.count < documents.count
            ? words(.otherDocuments, ["n": String(documents.count - shown.count)]) : ""),
        "statuses": Set(shown.map { words.label("status", $0["status"].written) }).sorted(),
      ])
  }

  /// A digest of all that a document's row is made from, beside templates and texts.
  static func input(_ document: Record, _ data: ReportData) -> Digest128 {
    let address = document["document"].written
    var writer = ByteWriter()
    writer.write(document)
    writer.write(data.savedPages[address])
    writer.write(data.documents.claims[address])
    return Digest128(of: writer.bytes)
  }

  /// What the template of a row, which sees the frame of the page too, is given.
  static func row(_ document: Record, _ data: ReportData, _ words: Words) -> Context {
    let address = document["document"].written
    return [
      "anchor": DocumentList.anchor(document),
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
      "claims": String(data.documents.claims[address] ?? 0),
    ]
  }

  private static func reason(_ document: Record, _ words: Words) -> String {
    let reason = words.label("reason", document["reason"].written)
    guard let original = document["duplicate_of"].text else { return reason }
    let copy = words(.copyOf, ["document": original])
    return reason.isEmpty ? copy : "\(copy); \(reason)"
  }
}

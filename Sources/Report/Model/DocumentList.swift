import Dataset

/// The documents, counted, and those that the report lists: failed ones, and those that claims stand on. Of a
/// large crawl most pages are neither.
struct DocumentList {
  /// Documents that are listed at most.
  static let most = 20_000

  /// Failed documents first, then the others, each in the order of their addresses.
  let listed: [Record]
  let count: Int
  private(set) var statuses: [String: Int] = [:]
  /// Why documents failed.
  private(set) var failures: [String: Int] = [:]
  /// Claims by document, of those that have any.
  let claims: [String: Int]

  init(documents: Table, claims: Table) {
    count = documents.count
    var claimCounts: [String: Int] = [:]
    for claim in claims.records { claimCounts[claim["document"].written, default: 0] += 1 }
    var failed: [Record] = []
    var others: [Record] = []
    for document in documents.records {
      let status = document["status"].written
      statuses[status, default: 0] += 1
      if status == "failed" {
        failures[document["reason"].written, default: 0] += 1
        if failed.count < Self.most { failed.append(document) }
      } else if others.count < Self.most, status != "irrelevant",
        claimCounts[document["document"].written] != nil || !document["duplicate_of"].isNull
          || !document["reason"].isNull
      {
        others.append(document)
      }
    }
    listed = Array((failed + others).prefix(Self.most))
    self.claims = claimCounts
  }

  /// Rows of the documents page by document, for links from other pages. A name depends on its document alone, so
  /// that a document more does not change every page.
  var anchors: [String: String] {
    Dictionary(
      listed.map { ($0["document"].written, Self.anchor($0)) },
      uniquingKeysWith: { first, _ in first })
  }

  static func anchor(_ document: Record) -> String {
    "d" + Hexadecimal.text(Digest128(of: document["document"].written).bytes.prefix(8))
  }
}

public import Dataset

/// A claim that a person should look at, with why and where it stands.
public struct ReviewItem: Sendable {
  /// Row of the claims table.
  public let claim: Record
  /// Why it is doubted, the gravest first.
  public let reasons: [String]
  /// Address of the page on the web; nil where it is not known.
  public let url: String?
  /// Of the document; nil where it has none.
  public let title: String?
  let sha256: String
  /// What stands around the quote in the document.
  public let prefix: String
  /// What stands behind it.
  public let suffix: String
  let doubt: Double
}

/// The claims of a dataset by doubt: those that contradict their scale or other documents, then those read
/// with the least confidence.
public struct ReviewList: Sendable {
  /// The most doubtful first.
  public let items: [ReviewItem]
  /// Claims surer than this, against which nothing else speaks, need no look.
  public static let sure = 0.8

  /// - Parameters:
  ///   - all: also the claims that nothing speaks against.
  ///   - decided: ids of claims that need no look any more.
  /// - Throws: `DatasetError` when the folder holds no readable dataset.
  public init(
    dataset folder: String, all: Bool = false, decided: Set<String> = []
  ) throws(DatasetError) {
    let reader = try DatasetReader(folder: folder)
    let documents = Dictionary(
      try reader.table(Schema.documents).records.map { ($0["document"].written, $0) }
    ) { first, _ in first }
    let standing = Standing(
      results: Array(try reader.table(Schema.results).records),
      conflicts: Array(try reader.table(Schema.conflicts).records))
    let texts = DocumentTexts(folder + "/" + DatasetFolder.databaseFile)
    let chosen = try reader.table(Schema.claims).records.compactMap {
      claim -> (claim: Record, reasons: [String], doubt: Double)? in
      let id = claim["claim"].written
      guard claim["corrections"].isNull, !decided.contains(id) else { return nil }
      let confidence = claim["confidence"].double ?? 0
      var reasons = standing.reasons(id)
      let gravity = Double(reasons.count)
      if confidence < Self.sure { reasons.append("confidence \(claim["confidence"].written)") }
      guard all || !reasons.isEmpty else { return nil }
      reasons += claim["flags"].written.split(separator: ";").map(String.init)
      return (claim, reasons, gravity + 1 - confidence)
    }
    items = chosen.sorted { left, right in
      left.doubt == right.doubt
        ? Value.precedes(left.claim["claim"], right.claim["claim"]) : left.doubt > right.doubt
    }.map { chosen in
      let document = documents[chosen.claim["document"].written]
      let around = Self.around(chosen.claim, texts)
      return ReviewItem(
        claim: chosen.claim, reasons: chosen.reasons, url: document?["url"].text,
        title: document?["title"].text, sha256: document?["sha256"].written ?? "",
        prefix: around.prefix, suffix: around.suffix, doubt: chosen.doubt)
    }
  }

  /// About 40 characters in front of the quote and behind it.
  private static func around(
    _ claim: Record, _ texts: DocumentTexts?
  ) -> (prefix: String, suffix: String) {
    guard let parts = texts?.parts(of: claim["document"].written),
      let start = claim["start"].integer, let end = claim["end"].integer
    else { return ("", "") }
    let isTitle = claim["part"].text == "title"
    let text = Array((isTitle ? parts.title : parts.body).unicodeScalars)
    guard start >= 0, start <= end, end <= text.count else { return ("", "") }
    func string(_ scalars: some Sequence<Unicode.Scalar>) -> String {
      var view = String.UnicodeScalarView()
      view.append(contentsOf: scalars)
      return String(view)
    }
    var prefix = string(text[max(0, start - 40)..<start])
    if !isTitle, start == 0 { prefix = String(parts.title.suffix(40)) + "\n" }
    let more = isTitle ? "\n" + parts.body.prefix(40) : ""
    return (prefix, string(text[end..<min(text.count, end + 40)]) + more)
  }
}

/// What results and conflicts say of the claims behind them.
private struct Standing {
  private var contradicted: Set<String> = []
  private var disputed: [String: [String]] = [:]

  init(results: [Record], conflicts: [Record]) {
    for result in results where result["consistent"].text == "no" {
      contradicted.formUnion(result["claims"].written.split(separator: ";").map(String.init))
    }
    for row in conflicts {
      let chosen = row["chosen"].boolean == true ? ", and this one was chosen" : ""
      for claim in row["claims"].written.split(separator: ";").map(String.init) {
        disputed[claim, default: []].append(
          "documents disagree on \(row["field"].written)" + chosen)
      }
    }
  }

  func reasons(_ claim: String) -> [String] {
    (contradicted.contains(claim) ? ["the values do not fit the scale"] : [])
      + (disputed[claim] ?? [])
  }
}

import Dataset

/// The text around each claim's sentence, in the same paragraph.
struct Passages {
  struct Passage: Equatable {
    var before = ""
    var after = ""
    /// Whether the paragraph goes on beyond what is kept.
    var isCutBefore = false
    var isCutAfter = false
  }

  /// Code points that are kept on either side of the sentence.
  private static let reach = 600

  private var passages: [String: Passage] = [:]

  init() {}

  /// - Parameters:
  ///   - claims: the table `claims`.
  ///   - texts: of the documents; claims of others have no passage.
  init(claims: [Record], texts: TextList) {
    let byDocument = Dictionary(grouping: claims) { $0["document"].written }
    for text in texts {
      guard let claims = byDocument[text.document] else { continue }
      let title = Array(text.title.unicodeScalars)
      let body = Array(text.text.unicodeScalars)
      for claim in claims {
        let scalars = claim["part"].text == "title" ? title : body
        guard let start = claim["start"].integer, let end = claim["end"].integer,
          start >= 0, start <= end, end <= scalars.count,
          scalars[start..<end].elementsEqual(claim["quote"].written.unicodeScalars)
        else { continue }
        passages[claim["claim"].written] = Self.passage(scalars, start..<end)
      }
    }
  }

  subscript(claim: String) -> Passage { passages[claim] ?? Passage() }

  private static func passage(_ scalars: [Unicode.Scalar], _ quote: Range<Int>) -> Passage {
    var start = quote.lowerBound
    while start > 0, quote.lowerBound - start < reach, scalars[start - 1] != "\n" { start -= 1 }
    var end = quote.upperBound
    while end < scalars.count, end - quote.upperBound < reach, scalars[end] != "\n" { end += 1 }
    return Passage(
      before: text(scalars[start..<quote.lowerBound]),
      after: text(scalars[quote.upperBound..<end]),
      isCutBefore: start > 0 && scalars[start - 1] != "\n",
      isCutAfter: end < scalars.count && scalars[end] != "\n")
  }

  private static func text(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }
}

import Dataset

/// The text around each claim's sentence, in the same paragraph.
struct Passages: Sendable {
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
      let title = CountedText(text.title)
      let body = CountedText(text.text)
      for claim in claims {
        let part = claim["part"].text == "title" ? title : body
        guard let start = claim["start"].integer, let end = claim["end"].integer,
          start >= 0, start <= end, end <= part.count,
          part[start..<end].elementsEqual(claim["quote"].written.utf8)
        else { continue }
        passages[claim["claim"].written] = Self.passage(part, start..<end)
      }
    }
  }

  subscript(claim: String) -> Passage { passages[claim] ?? Passage() }

  private static func passage(_ part: CountedText, _ quote: Range<Int>) -> Passage {
    var start = quote.lowerBound
    while start > 0, quote.lowerBound - start < reach, !part.isLineFeed(start - 1) { start -= 1 }
    var end = quote.upperBound
    while end < part.count, end - quote.upperBound < reach, !part.isLineFeed(end) { end += 1 }
    return Passage(
      before: String(decoding: part[start..<quote.lowerBound], as: UTF8.self),
      after: String(decoding: part[quote.upperBound..<end], as: UTF8.self),
      isCutBefore: start > 0 && !part.isLineFeed(start - 1),
      isCutAfter: end < part.count && !part.isLineFeed(end))
  }
}

/// A text by its code points, of which only the places are kept beside the bytes.
private struct CountedText {
  private let bytes: [UInt8]
  /// Where each code point begins, and the end.
  private let starts: [Int32]

  init(_ text: String) {
    let bytes = Array(text.utf8)
    var starts: [Int32] = []
    starts.reserveCapacity(bytes.count + 1)
    for (place, byte) in bytes.enumerated() where byte & 0xC0 != 0x80 {
      starts.append(Int32(place))
    }
    starts.append(Int32(bytes.count))
    self.bytes = bytes
    self.starts = starts
  }

  /// Code points.
  var count: Int { starts.count - 1 }

  subscript(range: Range<Int>) -> ArraySlice<UInt8> {
    bytes[Int(starts[range.lowerBound])..<Int(starts[range.upperBound])]
  }

  func isLineFeed(_ place: Int) -> Bool { bytes[Int(starts[place])] == 10 }
}

import Extract

/// Turns byte offsets in an article's text into what the tables hold: a part of the text, code
/// points in it, and bytes of the saved page.
struct TextPlaces {
  struct Place {
    /// "title" or "body".
    let part: String
    /// Code points from the start of the part.
    let start: Int
    let end: Int
  }

  private let article: Article
  /// How many code points begin before each byte, and in all.
  private let before: [Int32]

  init(_ article: Article) {
    self.article = article
    var before: [Int32] = []
    before.reserveCapacity(article.text.count + 1)
    var count: Int32 = 0
    for byte in article.text {
      before.append(count)
      if byte & 0xC0 != 0x80 { count += 1 }
    }
    before.append(count)
    self.before = before
  }

  /// The whole text, UTF-8.
  var bytes: [UInt8] { article.text }

  /// Length of the text in code points.
  var characters: Int { Int(before[before.count - 1]) }

  func place(of range: Range<Int>) -> Place {
    let range = inside(range)
    let isTitle = range.lowerBound < article.bodyStart
    let origin = isTitle ? 0 : Int(before[article.bodyStart])
    return Place(
      part: isTitle ? "title" : "body", start: Int(before[range.lowerBound]) - origin,
      end: Int(before[range.upperBound]) - origin)
  }

  func raw(of range: Range<Int>) -> Range<Int>? {
    article.sourceMap.raw(of: inside(range))
  }

  func text(_ range: Range<Int>) -> String {
    String(decoding: article.text[inside(range)], as: UTF8.self)
  }

  private func inside(_ range: Range<Int>) -> Range<Int> {
    range.clamped(to: 0..<article.text.count)
  }
}

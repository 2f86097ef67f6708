/// The text in a slice of a saved page, read by a scanner of its own that knows nothing of the one
/// the text was extracted with.
struct PageSlice {
  /// The text between one tag and the next, without white space; none is empty.
  let pieces: [[UInt8]]

  /// - Parameter isMarkup: whether the page is HTML.
  init(_ text: [UInt8], isMarkup: Bool) {
    guard isMarkup else {
      let bytes = Self.withoutSpace(text)
      pieces = bytes.isEmpty ? [] : [bytes]
      return
    }
    var pieces: [[UInt8]] = []
    var piece: [UInt8] = []
    var place = 0
    while place < text.count {
      if text[place] == UInt8(ascii: "<"), let end = Self.markupEnd(text, at: place) {
        pieces.append(Self.withoutSpace(piece))
        piece = []
        place = end
      } else if text[place] == UInt8(ascii: "&"),
        let (scalar, end) = CharacterReference.read(text, at: place)
      {
        piece += String(scalar).utf8
        place = end
      } else {
        piece.append(text[place])
        place += 1
      }
    }
    pieces.append(Self.withoutSpace(piece))
    self.pieces = pieces.filter { !$0.isEmpty }
  }

  /// Whether the pieces, one behind the other, say the quote; those between may be skipped whole, as
  /// a link in the middle of a paragraph is, but never the first and the last.
  func says(_ quote: String) -> Bool {
    let quote = Self.withoutSpace(Array(quote.utf8))
    if pieces.joined().elementsEqual(quote) { return true }
    guard let first = pieces.first, quote.starts(with: first) else { return false }
    // Lengths of the quote that the pieces so far can have said.
    var said: Set<Int> = [first.count]
    for (position, piece) in pieces.enumerated().dropFirst() {
      let longer = said.filter { quote[$0...].starts(with: piece) }.map { $0 + piece.count }
      said = position == pieces.count - 1 ? Set(longer) : said.union(longer)
    }
    return said.contains(quote.count)
  }

  /// Where a tag, comment or the content of a script ends; nil when none begins here.
  private static func markupEnd(_ text: [UInt8], at start: Int) -> Int? {
    let next = start + 1 < text.count ? text[start + 1] : 0
    if text[start...].starts(with: "<!--".utf8) {
      return find("-->", in: text, from: start + 4) ?? text.count
    }
    let isName = (0x61...0x7A).contains(next | 0x20)
    guard
      isName || next == UInt8(ascii: "/") || next == UInt8(ascii: "!")
        || next == UInt8(ascii: "?")
    else { return nil }
    var place = start + 1
    var quote: UInt8?
    while place < text.count {
      let byte = text[place]
      if let open = quote {
        if byte == open { quote = nil }
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        quote = byte
      } else if byte == UInt8(ascii: ">") {
        break
      }
      place += 1
    }
    place = min(place + 1, text.count)
    for name in ["script", "style", "noscript", "template"] where isName {
      let tag = text[(start + 1)...].prefix(name.utf8.count).map { $0 | 0x20 }
      let behind = start + 1 + name.utf8.count
      guard tag.elementsEqual(name.utf8), behind < text.count,
        !(0x61...0x7A).contains(text[behind] | 0x20)
      else { continue }
      return find("</" + name, in: text, from: place) ?? text.count
    }
    return place
  }

  /// The end of the first place where the words stand, in any case.
  private static func find(_ words: String, in text: [UInt8], from start: Int) -> Int? {
    let words = Array(words.utf8)
    guard start + words.count <= text.count else { return nil }
    for place in start...text.count - words.count
    where text[place..<place + words.count].elementsEqual(
      words, by: { $0 == $1 || $0 | 0x20 == $1 })
    {
      return words.first == UInt8(ascii: "<") ? place : place + words.count
    }
    return nil
  }

  /// Without white space, marks of direction, and soft hyphens; control characters of windows-1252
  /// as what is meant.
  static func withoutSpace(_ text: [UInt8]) -> [UInt8] {
    if text.allSatisfy({ $0 < 0x80 }) { return text.filter { $0 > 0x20 && $0 != 0x7F } }
    var kept = String.UnicodeScalarView()
    for scalar in String(decoding: text, as: UTF8.self).unicodeScalars {
      switch scalar.value {
      case 0...0x20, 0x7F, 0xA0, 0xAD, 0x1680, 0x180E, 0x2000...0x200F, 0x2028...0x202F, 0x205F,
        0x2060, 0x3000, 0xFEFF:
        continue
      default: kept.append(Charset.mapped(scalar))
      }
    }
    return Array(String(kept).utf8)
  }
}

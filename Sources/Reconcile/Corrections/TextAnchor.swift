/// A place in a document that is found again after the page was saved anew: the sentence, and what
/// stands around it (the idea of the W3C's TextQuoteSelector).
public struct TextAnchor: Sendable, Hashable {
  /// Address of the document, SHA-256 of its page: at least one of them.
  public let document: String?
  public let sha256: String?
  public let quote: String
  /// What stood in front of the quote and behind it; empty where that is not told.
  public let prefix: String
  public let suffix: String

  public init(
    document: String?, sha256: String? = nil, quote: String, prefix: String = "",
    suffix: String = ""
  ) {
    self.document = document
    self.sha256 = sha256
    self.quote = quote
    self.prefix = prefix
    self.suffix = suffix
  }

  /// What was found in the page that is there now.
  public enum Found: Sendable, Hashable {
    /// UTF-8 byte offsets of the quote.
    case quote(Range<Int>)
    /// Byte offsets of what stands now between the quote's surroundings.
    case other(Range<Int>)
  }

  /// Where the quote stands; of several places the one whose surroundings agree best, then the first.
  public func find(in text: ReflowText) -> Found? {
    let wanted = ReflowText(Array(quote.utf8)).bytes
    let front = ReflowText(Array(prefix.utf8)).bytes
    let back = ReflowText(Array(suffix.utf8)).bytes
    var best: (place: Int, agreement: Int)?
    for place in text.places(of: wanted, from: 0) {
      let before = text.bytes[..<place].reversed()
      let behind = text.bytes[(place + wanted.count)...]
      let agreement =
        zip(before, front.reversed()).prefix { $0 == $1 }.count
        + zip(behind, back).prefix { $0 == $1 }.count
      if agreement > best?.agreement ?? -1 { best = (place, agreement) }
    }
    if let best { return .quote(text.range(best.place..<best.place + wanted.count)) }
    return between(front, back, in: text, length: wanted.count)
  }

  /// Surroundings too short to be sure of say nothing; nor does a gap much longer than the quote was.
  private func between(
    _ front: [UInt8], _ back: [UInt8], in text: ReflowText, length: Int
  ) -> Found? {
    let surest = 12
    guard front.count >= surest, back.count >= surest else { return nil }
    for place in text.places(of: front, from: 0) {
      let start = place + front.count
      for end in text.places(of: back, from: start) where end > start {
        guard end - start <= 3 * length + 100 else { break }
        return .other(text.range(start..<end))
      }
    }
    return nil
  }
}

/// A text without what another layout may change: white space, invisible characters, the shape of
/// quotation marks and dashes.
public struct ReflowText: Sendable {
  let bytes: [UInt8]
  /// For each kept byte, its place in the text.
  private let places: [Int32]
  private let text: [UInt8]

  /// - Parameter text: UTF-8.
  public init(_ text: [UInt8]) {
    var bytes: [UInt8] = []
    var places: [Int32] = []
    bytes.reserveCapacity(text.count)
    places.reserveCapacity(text.count)
    var index = 0
    while index < text.count {
      let byte = text[index]
      if byte < 0x80 {
        if byte > 0x20, byte != 0x7F {
          bytes.append(byte)
          places.append(Int32(index))
        }
        index += 1
        continue
      }
      let length = min(Self.length(of: byte), text.count - index)
      switch Self.meaning(of: text[index..<index + length]) {
      case .nothing: break
      case .mark(let mark):
        bytes.append(mark)
        places.append(Int32(index))
      case .itself:
        for offset in 0..<length {
          bytes.append(text[index + offset])
          places.append(Int32(index + offset))
        }
      }
      index += length
    }
    self.bytes = bytes
    self.places = places
    self.text = text
  }

  private enum Meaning {
    case nothing, itself
    case mark(UInt8)
  }

  private static func meaning(of character: ArraySlice<UInt8>) -> Meaning {
    let scalar = String(decoding: character, as: UTF8.self).unicodeScalars.first
    switch scalar?.value ?? 0 {
    case 0x80...0xA0, 0xAD, 0x1680, 0x180E, 0x2000...0x200F, 0x2028...0x202F, 0x205F...0x2069,
      0x3000, 0xFEFF:
      return .nothing
    case 0x2010...0x2015, 0x2212: return .mark(UInt8(ascii: "-"))
    case 0x2018...0x201B, 0x2032: return .mark(UInt8(ascii: "'"))
    case 0x201C...0x201F, 0x2033, 0xAB, 0xBB: return .mark(UInt8(ascii: "\""))
    default: return .itself
    }
  }

  /// The places in `bytes` where others stand, in order.
  func places(of needle: [UInt8], from start: Int) -> [Int] {
    guard let first = needle.first, bytes.count >= needle.count else { return [] }
    var found: [Int] = []
    var place = start
    while place + needle.count <= bytes.count {
      if bytes[place] == first,
        bytes[place..<place + needle.count].elementsEqual(needle)
      {
        found.append(place)
      }
      place += 1
    }
    return found
  }

  /// The byte offsets in the text of a range of kept bytes, which is not empty.
  func range(_ kept: Range<Int>) -> Range<Int> {
    // A mark stands for a character of several bytes, of which it has the place of the first.
    let last = Int(places[kept.upperBound - 1])
    return Int(places[kept.lowerBound])..<min(last + Self.length(of: text[last]), text.count)
  }

  /// Bytes of the character that begins with a byte; 1 for one that none begins with.
  private static func length(of byte: UInt8) -> Int {
    switch byte {
    case 0xF0...: 4
    case 0xE0...: 3
    case 0xC0...: 2
    default: 1
    }
  }
}

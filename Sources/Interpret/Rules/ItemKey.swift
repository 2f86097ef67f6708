import Lexicon
import Tag

/// What patterns ask of an item, without what the item holds: plain bytes that are read millions of
/// times without being counted as references.
struct ItemKey {
  let classes: ClassSet
  /// Bits of `MentionKind`, by raw value; none for a mark.
  let kinds: UInt32
  /// A bit by how it is written; equal words have the same one.
  let spelling: UInt64
  /// The ASCII code of a mark; 0 for anything else.
  let mark: UInt8
  let start: Int32
  let end: Int32

  init(_ item: Item, in text: ArraySlice<UInt8>) {
    classes = item.classes
    start = Int32(clamping: item.range.lowerBound)
    end = Int32(clamping: item.range.upperBound)
    if case .punctuation(let code) = item.content { mark = code } else { mark = 0 }
    var bits: UInt32 = 0
    if let kind = MentionKind(item.content) { bits |= Self.bit(kind) }
    if case .number(let value) = item.content, (1...4).contains(value.scale) {
      bits |= Self.bit(.decimal)
    }
    kinds = bits
    if mark != 0 {
      spelling = Self.spelling(mark, length: 1)
    } else {
      spelling =
        item.range.isEmpty
        ? 0 : Self.spelling(text[item.range.lowerBound], length: item.range.count)
    }
  }

  /// The bit of a word that begins with a byte, in whatever case.
  static func spelling(_ first: UInt8, length: Int) -> UInt64 {
    let small = first >= 0x41 && first <= 0x5A ? first | 0x20 : first
    return 1 << ((UInt64(small) &* 7 &+ UInt64(length) &* 29) & 63)
  }

  /// The bit of a literal of a pattern, which is in small letters.
  static func spelling(_ literal: [UInt8]) -> UInt64 {
    literal.first.map { spelling($0, length: literal.count) } ?? .max
  }

  static func bit(_ kind: MentionKind) -> UInt32 { 1 << UInt32(kind.rawValue) }
}

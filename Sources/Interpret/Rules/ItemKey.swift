import Lexicon
import Tag

/// What patterns ask of an item, without what the item holds: plain bytes that are read millions of
/// times without being counted as references.
struct ItemKey {
  let classes: ClassSet
  /// Bits of `MentionKind`, by raw value; none for a mark.
  let kinds: UInt32
  /// The ASCII code of a mark; 0 for anything else.
  let mark: UInt8
  let start: Int32
  let end: Int32

  init(_ item: Item) {
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
  }

  static func bit(_ kind: MentionKind) -> UInt32 { 1 << UInt32(kind.rawValue) }
}

import Tag

/// Classes and kinds one of which an item has in every match of a pattern: tells from a sentence's items as a
/// whole that the pattern matches nowhere in it.
struct ItemNeed: Sendable, Hashable {
  private var classes = ClassSet()
  private var kinds: UInt32 = 0

  /// - Parameters:
  ///   - classes: of all items of a sentence.
  ///   - kinds: bits as in `ItemKey.kinds`.
  func isMet(classes: ClassSet, kinds: UInt32) -> Bool {
    self.classes.intersects(classes) || self.kinds & kinds != 0
  }

  /// What a pattern needs; a place that any word can take, or one certain word, needs nothing.
  static func all(of pattern: Pattern) -> [ItemNeed] {
    switch pattern {
    case .atom(.wordClass(let set)):
      var need = ItemNeed()
      need.classes = set
      return [need]
    case .atom(.kind(let kind)):
      var need = ItemNeed()
      need.kinds = ItemKey.bit(kind)
      return [need]
    case .sequence(let parts): return parts.flatMap(all)
    case .named(_, let inner): return all(of: inner)
    case .repeated(let inner, let min, _): return min == 0 ? [] : all(of: inner)
    case .choice(let choices):
      // One need of each alternative, any of which will do; an alternative without needs frees all.
      var together = ItemNeed()
      for choice in choices {
        guard let first = all(of: choice).first else { return [] }
        together.classes.formUnion(first.classes)
        together.kinds |= first.kinds
      }
      return [together]
    case .atom, .not, .start, .end: return []
    }
  }
}

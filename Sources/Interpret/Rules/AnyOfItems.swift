import Tag

/// What some items have among them, in a few bits: tells at once that none of them is what a pattern asks for.
struct AnyOfItems: Sendable, Hashable {
  private var classes = ClassSet()
  private var kinds: UInt32 = 0
  private var spellings: UInt64 = 0

  init() {}

  init(_ items: some Sequence<ItemKey>) {
    for item in items {
      classes.formUnion(item.classes)
      kinds |= item.kinds
      spellings |= item.spelling
    }
  }

  /// The items that an atom takes; nil for any at all.
  init?(_ atom: Atom) {
    switch atom {
    case .wordClass(let set): classes = set
    case .kind(let kind): kinds = ItemKey.bit(kind)
    case .literal(let word): spellings = ItemKey.spelling(word)
    case .any: return nil
    }
  }

  mutating func formUnion(_ other: AnyOfItems) {
    classes.formUnion(other.classes)
    kinds |= other.kinds
    spellings |= other.spellings
  }

  /// Whether an item may be one of these; never no for one that is.
  func mayBe(_ item: ItemKey) -> Bool {
    classes.intersects(item.classes) || kinds & item.kinds != 0 || spellings & item.spelling != 0
  }

  /// Whether an item may be one of both; never no where there is one.
  func mayShare(_ other: AnyOfItems) -> Bool {
    classes.intersects(other.classes) || kinds & other.kinds != 0
      || spellings & other.spellings != 0
  }

  /// Items of each of which every match of a pattern takes one at least.
  static func needed(by pattern: Pattern) -> [AnyOfItems] {
    switch pattern {
    case .atom(let atom): return AnyOfItems(atom).map { [$0] } ?? []
    case .sequence(let parts): return parts.flatMap(needed)
    case .named(_, let inner): return needed(by: inner)
    case .repeated(let inner, let min, _): return min == 0 ? [] : needed(by: inner)
    case .choice(let choices):
      // One need of each alternative, any of which will do; an alternative without needs frees all.
      var together = AnyOfItems()
      for choice in choices {
        guard let first = needed(by: choice).first else { return [] }
        together.formUnion(first)
      }
      return [together]
    case .not, .start, .end: return []
    }
  }
}

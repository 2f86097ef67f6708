import Lexicon
import Tag

/// Matches patterns at a place of a sentence, by backtracking with a bound on its steps.
struct PatternMatcher {
  let items: ArraySlice<Item>
  let text: [UInt8]
  private(set) var captures: [(name: String, range: Range<Int>)] = []
  private var steps = 0
  /// More steps than this at one place and the place counts as no match, so that time stays linear.
  static let stepLimit = 4_000

  init(items: ArraySlice<Item>, text: [UInt8]) {
    self.items = items
    self.text = text
  }

  /// The end of the match that begins at an item, if there is one.
  mutating func match(_ pattern: Pattern, at start: Int) -> Int? {
    captures.removeAll(keepingCapacity: true)
    steps = 0
    var end: Int?
    return run(
      pattern, start,
      { _, position in
        end = position
        return true
      }) ? end : nil
  }

  private typealias Next = (inout PatternMatcher, Int) -> Bool

  private mutating func run(_ pattern: Pattern, _ at: Int, _ next: Next) -> Bool {
    steps += 1
    guard steps < Self.stepLimit else { return false }
    switch pattern {
    case .atom(let atom):
      guard at < items.endIndex, matches(atom, items[at]) else { return false }
      return next(&self, at + 1)
    case .sequence(let parts):
      return sequence(parts[...], at, next)
    case .choice(let choices):
      for choice in choices where run(choice, at, next) { return true }
      return false
    case .repeated(let inner, let min, let max):
      return repeated(inner, min, max, at, next)
    case .named(let name, let inner):
      let count = captures.count
      let found = run(inner, at) { matcher, end in
        matcher.captures.append((name, at..<end))
        if next(&matcher, end) { return true }
        matcher.captures.removeLast()
        return false
      }
      if !found { captures.removeSubrange(count...) }
      return found
    case .not(let inner):
      return run(inner, at) { _, _ in true } ? false : next(&self, at)
    case .start:
      return at == items.startIndex && next(&self, at)
    case .end:
      return at == items.endIndex && next(&self, at)
    }
  }

  private mutating func sequence(_ parts: ArraySlice<Pattern>, _ at: Int, _ next: Next) -> Bool {
    guard let first = parts.first else { return next(&self, at) }
    return run(first, at) { matcher, end in matcher.sequence(parts.dropFirst(), end, next) }
  }

  /// Takes as many as it can first.
  private mutating func repeated(
    _ inner: Pattern, _ min: Int, _ max: Int, _ at: Int, _ next: Next
  ) -> Bool {
    if max > 0 {
      let more = run(inner, at) { matcher, end in
        end > at && matcher.repeated(inner, Swift.max(0, min - 1), max - 1, end, next)
      }
      if more { return true }
    }
    return min == 0 && next(&self, at)
  }

  private func matches(_ atom: Atom, _ item: Item) -> Bool {
    switch atom {
    case .any: return true
    case .wordClass(let set): return item.classes.intersects(set)
    case .kind(.decimal):
      if case .number(let value) = item.content { return value.scale == 1 || value.scale == 2 }
      return false
    case .kind(let kind): return MentionKind(item.content) == kind
    case .literal(let literal):
      if case .punctuation(let mark) = item.content {
        return literal.count == 1 && literal[0] == mark
      }
      let bytes = text[item.range]
      guard bytes.count == literal.count else { return false }
      return zip(bytes, literal).allSatisfy { byte, wanted in
        (byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte) == wanted
      }
    }
  }
}

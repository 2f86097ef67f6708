import Lexicon
import Tag

/// Matches patterns at a place of a sentence, by backtracking with a bound on its steps.
struct PatternMatcher {
  /// Of the whole document.
  private let keys: [ItemKey]
  private let text: [UInt8]
  /// The items of the sentence.
  private let sentence: Range<Int>
  private(set) var captures: [(name: Int32, range: Range<Int>)] = []
  private var steps = 0
  /// More steps than this at one place and the place counts as no match, so that time stays linear.
  static let stepLimit = 4_000

  init(keys: [ItemKey], sentence: Range<Int>, text: [UInt8]) {
    self.keys = keys
    self.sentence = sentence
    self.text = text
  }

  /// The end of the match that begins at an item, if there is one.
  mutating func match(_ program: PatternProgram, at start: Int) -> Int? {
    captures.removeAll(keepingCapacity: true)
    steps = 0
    var end: Int?
    let isFound = run(program, program.root, start) { _, position in
      end = position
      return true
    }
    return isFound ? end : nil
  }

  private typealias Next = (inout PatternMatcher, Int) -> Bool

  private mutating func run(
    _ program: PatternProgram, _ node: Int32, _ at: Int, _ next: Next
  ) -> Bool {
    steps += 1
    guard steps < Self.stepLimit else { return false }
    switch program.nodes[Int(node)] {
    case .any:
      return at < sentence.upperBound && next(&self, at + 1)
    case .classes(let set):
      return at < sentence.upperBound && keys[at].classes.intersects(set) && next(&self, at + 1)
    case .kind(let bit):
      return at < sentence.upperBound && keys[at].kinds & bit != 0 && next(&self, at + 1)
    case .literal(let bytes):
      return at < sentence.upperBound && says(program, bytes, keys[at]) && next(&self, at + 1)
    case .sequence(let parts):
      return sequence(program, parts, at, next)
    case .choice(let choices):
      for choice in choices where run(program, program.children[Int(choice)], at, next) {
        return true
      }
      return false
    case .repeated(let inner, let min, let max):
      return repeated(program, inner, min, max, at, next)
    case .named(let inner, let name):
      let count = captures.count
      let found = run(program, inner, at) { matcher, end in
        matcher.captures.append((name, at..<end))
        if next(&matcher, end) { return true }
        matcher.captures.removeLast()
        return false
      }
      if !found { captures.removeSubrange(count...) }
      return found
    case .not(let inner):
      return run(program, inner, at) { _, _ in true } ? false : next(&self, at)
    case .start:
      return at == sentence.lowerBound && next(&self, at)
    case .end:
      return at == sentence.upperBound && next(&self, at)
    }
  }

  private mutating func sequence(
    _ program: PatternProgram, _ parts: Range<Int32>, _ at: Int, _ next: Next
  ) -> Bool {
    guard !parts.isEmpty else { return next(&self, at) }
    return run(program, program.children[Int(parts.lowerBound)], at) { matcher, end in
      matcher.sequence(program, parts.lowerBound + 1..<parts.upperBound, end, next)
    }
  }

  /// Takes as many as it can first.
  private mutating func repeated(
    _ program: PatternProgram, _ inner: Int32, _ min: Int32, _ max: Int32, _ at: Int, _ next: Next
  ) -> Bool {
    if max > 0 {
      let more = run(program, inner, at) { matcher, end in
        end > at
          && matcher.repeated(program, inner, Swift.max(0, min - 1), max - 1, end, next)
      }
      if more { return true }
    }
    return min == 0 && next(&self, at)
  }

  private func says(_ program: PatternProgram, _ literal: Range<Int32>, _ key: ItemKey) -> Bool {
    if key.mark != 0 {
      return literal.count == 1 && program.bytes[Int(literal.lowerBound)] == key.mark
    }
    guard key.end - key.start == Int32(literal.count) else { return false }
    for offset in 0..<literal.count {
      let byte = text[Int(key.start) + offset]
      let small = byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte
      if small != program.bytes[Int(literal.lowerBound) + offset] { return false }
    }
    return true
  }
}

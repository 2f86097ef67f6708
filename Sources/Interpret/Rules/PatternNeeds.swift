public import Tag

/// The words that a sentence must hold for a pattern to match in it.
///
/// Each element is a list of which one is needed: words and phrases in lower case, and `@name` for a class
/// of words. Places that only a kind of mention (`REGION`) can take need no word.
public struct PatternNeeds: Sendable, Hashable {
  public let needed: [[String]]

  /// Nil for what is no pattern.
  public init?(_ pattern: String, classes: WordClasses) {
    guard let pattern = try? PatternParser.parse(pattern, classes: classes) else { return nil }
    needed = Self.needs(of: pattern, classes)
  }

  private static func needs(of pattern: Pattern, _ classes: WordClasses) -> [[String]] {
    switch pattern {
    case .atom(.literal(let word)):
      let text = String(decoding: word, as: UTF8.self)
      return text.contains(where: \.isLetter) ? [[text]] : []
    case .atom(.wordClass(let set)): return [classes.names(in: set).map { "@" + $0 }]
    case .sequence(let parts): return parts.flatMap { needs(of: $0, classes) }
    case .named(_, let inner): return needs(of: inner, classes)
    case .repeated(let inner, let min, _): return min == 0 ? [] : needs(of: inner, classes)
    case .choice(let choices):
      // One need of each alternative, any of which will do; an alternative without needs frees all.
      var together: [String] = []
      for choice in choices {
        guard let first = needs(of: choice, classes).first else { return [] }
        together += first.filter { !together.contains($0) }
      }
      return together.isEmpty ? [] : [together]
    case .atom, .not, .start, .end: return []
    }
  }
}

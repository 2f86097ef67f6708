import Lexicon
import Tag

/// Writes patterns as rule files do, for messages that point at a part of one.
struct PatternWriter {
  let classes: WordClasses

  func text(_ pattern: Pattern) -> String {
    switch pattern {
    case .atom(let atom): text(atom)
    case .sequence(let parts): parts.map(text).joined(separator: " ")
    case .choice(let choices): "( " + choices.map(text).joined(separator: " | ") + " )"
    case .repeated(let inner, let min, let max): bracketed(inner) + count(min, max)
    case .named(let name, let inner): name + ":" + bracketed(inner)
    case .not(let inner): "!" + bracketed(inner)
    case .start: "^"
    case .end: "$"
    }
  }

  func text(_ atom: Atom) -> String {
    switch atom {
    case .literal(let bytes):
      String(decoding: bytes, as: UTF8.self).allSatisfy { $0.isLetter }
        ? String(decoding: bytes, as: UTF8.self) : "\"\(String(decoding: bytes, as: UTF8.self))\""
    case .wordClass(let set): "@" + (classes.names(in: set).first ?? "?")
    case .kind(let kind): kind.name
    case .any: "ANY"
    }
  }

  private func bracketed(_ pattern: Pattern) -> String {
    if case .sequence = pattern { return "( " + text(pattern) + " )" }
    return text(pattern)
  }

  private func count(_ min: Int, _ max: Int) -> String {
    switch (min, max) {
    case (0, 1): " ?"
    case (0, PatternParser.longestRun): " *"
    case (1, PatternParser.longestRun): " +"
    default: "{\(min),\(max)}"
    }
  }
}

extension Pattern {
  /// Whether a match may take no item.
  var mayBeEmpty: Bool {
    switch self {
    case .atom: false
    case .sequence(let parts): parts.allSatisfy(\.mayBeEmpty)
    case .choice(let choices): choices.contains(where: \.mayBeEmpty)
    case .repeated(let inner, let min, _): min == 0 || inner.mayBeEmpty
    case .named(_, let inner): inner.mayBeEmpty
    case .not, .start, .end: true
    }
  }

  /// All parts of a pattern, itself first.
  var parts: [Pattern] {
    switch self {
    case .atom, .start, .end: [self]
    case .sequence(let inner), .choice(let inner): [self] + inner.flatMap(\.parts)
    case .repeated(let inner, _, _), .named(_, let inner), .not(let inner): [self] + inner.parts
    }
  }

  /// The same with each place named after what becomes of it: two patterns that differ in nothing but
  /// the names they chose are equal so.
  func renamed(_ name: (String) -> String?) -> Pattern {
    switch self {
    case .atom, .start, .end: self
    case .sequence(let parts): .sequence(parts.map { $0.renamed(name) })
    case .choice(let choices): .choice(choices.map { $0.renamed(name) })
    case .repeated(let inner, let min, let max): .repeated(inner.renamed(name), min: min, max: max)
    case .not(let inner): .not(inner.renamed(name))
    case .named(let old, let inner):
      if let new = name(old) { .named(new, inner.renamed(name)) } else { inner.renamed(name) }
    }
  }
}

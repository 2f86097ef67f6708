import Lexicon
import Tag

/// What a rule makes of an item that it names.
public enum Role: String, Sendable, Hashable, CaseIterable {
  /// A value that a body has: a score, a zone, a grade, a category, a rank.
  case value
  /// The same, of an earlier time than the rest of the sentence ("semula hijau").
  case earlier
  /// A number or quantity word that stands for so many bodies ("12 pemda", "dua yang hijau").
  case group
  /// All others of a set that was counted before ("unit lainnya").
  case rest
  /// Part of the explanation of a scale.
  case scale
  /// A difference of two values.
  case delta
  /// A region that only bounds what is counted or ranked.
  case scope
  /// A region in which something is, rather than what the sentence is about.
  case place
  /// Where counted works come from: a province bounds the count, a kabupaten or kota has won with them.
  case origin
  /// A word that stands for a region that was named before ("kota itu", "pemprov sendiri").
  case back
  /// A word that stands for the value that was told last ("opini serupa diraih ...").
  case same
  /// Says that a body is the first of its kind: "nilai tertinggi", "memimpin".
  case first
  /// A unit that was looked at, without a result of its own.
  case sampled
  /// A year that is not the assessed one: of a decree, of an event.
  case otherYear = "other_year"
  /// When the assessment was made, hence the year that is assessed ("dilakukan Juni hingga Oktober 2021").
  case assessed
  /// A term that the source seems to have mistaken for another ("DPRD" where the OPD are meant).
  case suspect
  /// Something else that only looks like a value.
  case other
}

/// How far a rule's status reaches.
public enum StatusScope: String, Sendable, Hashable {
  /// From the match to the end of its clause.
  case clause
  case sentence
  /// Only what the pattern matched.
  case match
}

/// A rule of `rules/*.yml`: a pattern, and what its places mean.
public struct Rule: Sendable {
  public let name: String
  /// Why the rule is right; for people.
  public let reason: String
  /// `file:line` of the rule.
  public let place: String
  let pattern: Pattern
  let program: PatternProgram
  /// Capture name to role, in alphabetical order.
  let marks: [(capture: String, role: Role)]
  let status: ClaimStatus?
  let scope: StatusScope
  public let examples: [RuleExample]
  /// What every match begins with one of; nil where that may be anything.
  let first: AnyOfItems?
  /// Of each, every match takes one item at least.
  let needs: [AnyOfItems]

  init(
    name: String, reason: String, place: String, pattern: Pattern,
    marks: [(capture: String, role: Role)], status: ClaimStatus?, scope: StatusScope,
    examples: [RuleExample]
  ) {
    self.name = name
    self.reason = reason
    self.place = place
    self.pattern = pattern
    program = PatternProgram(pattern)
    self.marks = marks
    self.status = status
    self.scope = scope
    self.examples = examples
    var first = FirstSet()
    let isOpen = first.add(pattern)
    self.first = isOpen || first.isUnbounded ? nil : first.items
    needs = AnyOfItems.needed(by: pattern)
  }

  /// Whether the rule can begin with the item.
  func mayBegin(with item: ItemKey) -> Bool {
    first?.mayBe(item) ?? true
  }

  /// Whether the rule can match somewhere in a sentence.
  func mayMatch(in sentence: AnyOfItems) -> Bool { needs.allSatisfy(sentence.mayShare) }
}

/// A text with what is to be read from it: `gives` holds lines such as
/// `Kota Metro: score 80.85, zone hijau, year 2023`, none for a text that states no result.
public struct RuleExample: Sendable, Hashable {
  /// `file:line` of the example.
  public let place: String
  public let text: String
  /// Day of publication, `YYYY-MM-DD`, where the example depends on it.
  public let published: String?
  public let gives: [String]
}

/// What the first item of a match can be.
private struct FirstSet {
  var items = AnyOfItems()
  /// ANY can be first: nothing is ruled out.
  var isUnbounded = false

  /// Adds a pattern's first items; true when the pattern can match without taking any.
  mutating func add(_ pattern: Pattern) -> Bool {
    switch pattern {
    case .atom(let atom):
      if let one = AnyOfItems(atom) { items.formUnion(one) } else { isUnbounded = true }
      return false
    case .sequence(let parts):
      for part in parts where !add(part) { return false }
      return true
    case .choice(let choices):
      var isOpen = false
      for choice in choices where add(choice) { isOpen = true }
      return isOpen
    case .repeated(let inner, let min, _):
      let isOpen = add(inner)
      return min == 0 || isOpen
    case .named(_, let inner): return add(inner)
    case .not, .start, .end: return true
    }
  }
}

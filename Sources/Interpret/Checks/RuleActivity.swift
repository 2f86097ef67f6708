import Lexicon
public import Tag

/// What it takes to ask what a rule or a row is good for: which of them had a part in a document, the
/// reading without it, and whether that says the same.
extension Interpreter {
  /// The rules that marked something or gave a status in a document, by their place in `rules`.
  public func rulesActive(in document: TaggedArticle) -> Set<Int> {
    var tally = RuleTally(rules.rules)
    tally.add(document, rules.rules)
    return Set(tally.counts.indices.filter { tally.counts[$0].effects > 0 })
  }

  /// The same interpreter with one rule left out, by its place in the rule set.
  public func without(rule number: Int) -> Interpreter {
    Interpreter(lexicon: lexicon, rules: rules.without(number))
  }
}

extension Reading {
  /// Whether another reading makes the same rows, whichever rules it owes them to.
  public func saysTheSame(as other: Reading) -> Bool {
    guard claims.count == other.claims.count, totals == other.totals else { return false }
    return zip(claims, other.claims).allSatisfy { one, two in
      var one = one
      one.rule = two.rule
      return one == two
    }
  }
}

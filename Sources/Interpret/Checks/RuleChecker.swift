import Lexicon
import Tag

/// Finds rules that cannot do what they were written for.
struct RuleChecker {
  private let rules: [Rule]
  private let lexicon: Lexicon
  private let classes: WordClasses
  private let probe: TokenProbe
  private let writer: PatternWriter

  init(_ rules: [Rule], _ lexicon: Lexicon) {
    self.rules = rules
    self.lexicon = lexicon
    classes = WordClasses(lexicon.words)
    probe = TokenProbe(rules, lexicon: lexicon, classes: classes)
    writer = PatternWriter(classes: classes)
  }

  func findings() -> [Finding] {
    rules.flatMap { empties($0) + impossible($0) } + twins() + shadowed()
  }

  // MARK: Patterns by themselves

  private func empties(_ rule: Rule) -> [Finding] {
    var findings: [Finding] = []
    if rule.pattern.mayBeEmpty {
      findings.append(
        error(
          rule,
          "matches where there is nothing to match, since no part of its pattern must be there; "
            + "make one part of it necessary"))
    }
    for case .repeated(let inner, _, let max) in rule.pattern.parts where max > 1 {
      guard inner.mayBeEmpty else { continue }
      findings.append(
        error(
          rule,
          "repeats \"\(writer.text(inner))\", which may be empty; make one part of it necessary"))
    }
    return findings
  }

  private func impossible(_ rule: Rule) -> [Finding] {
    var findings: [Finding] = []
    var seen: Set<Atom> = []
    for case .atom(let atom) in rule.pattern.parts where seen.insert(atom).inserted {
      if !probe.canBe(atom) { findings.append(error(rule, missing(atom))) }
    }
    guard findings.isEmpty, rule.pattern.hasInnerAssertion else { return findings }
    let tokens = probe.tokens(for: rule.pattern)
    if let way = obstacle(rule.pattern, tokens) {
      return [error(rule, "cannot match any sentence: " + way)]
    }
    var faulty: [Pattern] = []
    for (part, forced) in rule.pattern.forcingEachPart() {
      // What lies in a part that is faulty already needs no word of its own.
      guard !faulty.contains(where: { $0.parts.contains(part) }), let way = obstacle(forced, tokens)
      else {
        continue
      }
      faulty.append(part)
      findings.append(
        error(rule, "its part \"\(writer.text(part))\" cannot match any sentence: " + way))
    }
    return findings
  }

  private func missing(_ atom: Atom) -> String {
    switch atom {
    case .literal:
      "\(writer.text(atom)) is no item of any text, so that nothing matches it; see with `tilik tag` how "
        + "such words are cut"
    case .wordClass:
      "no word of \(writer.text(atom)) ever stands as an item with that class, so that nothing matches "
        + "it; see with `tilik tag` what its words are read as"
    case .kind, .any: "nothing is read as \(writer.text(atom))"
    }
  }

  private func obstacle(_ pattern: Pattern, _ tokens: Set<Token>) -> String? {
    guard case .none(let obstacle) = PatternSearch.search(pattern, tokens) else { return nil }
    return switch obstacle {
    case .behindEnd: "something is wanted behind the end of the sentence ($); put $ last"
    case .notAtStart: "the beginning of the sentence (^) is wanted behind something; put ^ first"
    case .denied: "what it wants there is what \"!\" forbids; narrow the \"!\" or drop it"
    }
  }

  // MARK: Rules beside each other

  /// Rules with the same pattern, whatever they call its places.
  private func twins() -> [Finding] {
    struct Key: Hashable {
      let pattern: Pattern
      let status: ClaimStatus?
    }
    var first: [Key: Rule] = [:]
    return rules.compactMap { rule in
      let pattern = rule.pattern.renamed { name in
        rule.marks.first { $0.capture == name }.map { "\($0.role)" }
      }
      let key = Key(pattern: pattern, status: rule.status)
      guard let other = first[key] else {
        first[key] = rule
        return nil
      }
      return error(
        rule,
        "says the same as \(other.name) at \(other.place), which comes first; remove one, or "
          + "tell their patterns apart")
    }
  }

  /// Rules that match in their own examples, but find all they would mark marked by earlier rules.
  private func shadowed() -> [Finding] {
    let tagger = Tagger(lexicon: lexicon)
    return rules.enumerated().compactMap { number, rule in
      guard rule.status == nil, !rule.examples.isEmpty else { return nil }
      var tally = RuleTally(rules)
      for example in rule.examples { tally.add(tagger.tag(example.article), rules) }
      let count = tally.counts[number]
      guard count.matches > 0, count.effects == 0 else { return nil }
      let takers = count.takers.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(3)
        .map { "\(rules[$0.key].name) (\(rules[$0.key].place))" }
      // It may also mark nothing since its named places lie in optional parts.
      guard !takers.isEmpty else { return nil }
      let times = count.matches == 1 ? "once" : "\(count.matches) times"
      return error(
        rule,
        "is shadowed: it matches \(times) in its examples, and what it would mark was marked before "
          + "by \(takers.joined(separator: " and ")); remove it, put it in front of them, or add an "
          + "example that only it reads")
    }
  }

  private func error(_ rule: Rule, _ message: String) -> Finding {
    Finding(.error, rule.place, "\(rule.name): \(message)")
  }
}

extension Pattern {
  /// Whether a lookahead, `^` or `$` stands where something else may contradict it: anything but `^` in
  /// front, and `$` and lookaheads at the very end.
  var hasInnerAssertion: Bool {
    var core = self
    if case .sequence(var parts) = core {
      if parts.first == .start { parts.removeFirst() }
      while let last = parts.last {
        if case .not(let inner) = last, !inner.parts.contains(.end) {
          parts.removeLast()
        } else {
          break
        }
      }
      if parts.last == .end { parts.removeLast() }
      core = .sequence(parts)
    }
    return core.parts.contains {
      switch $0 {
      case .not, .start, .end: true
      default: false
      }
    }
  }

  /// Each alternative and each optional part, with the pattern in which it must be taken. Counts are left
  /// open around it, so that more is thought possible than is, never less.
  func forcingEachPart() -> [(part: Pattern, forced: Pattern)] {
    switch self {
    case .atom, .start, .end, .not: return []
    case .sequence(let parts):
      return parts.enumerated().flatMap { place, part in
        part.forcingEachPart().map { found in
          var forced = parts
          forced[place] = found.forced
          return (found.part, .sequence(forced))
        }
      }
    case .choice(let choices):
      return choices.flatMap { [($0, $0)] + $0.forcingEachPart() }
    case .named(let name, let inner):
      return inner.forcingEachPart().map { ($0.part, .named(name, $0.forced)) }
    case .repeated(let inner, let min, let max):
      guard max > 0 else { return [] }
      func around(_ forced: Pattern) -> Pattern {
        let others = Pattern.repeated(inner, min: 0, max: max - 1)
        return .sequence([others, forced, others])
      }
      let own = min == 0 ? [(part: inner, forced: inner)] : []
      return (own + inner.forcingEachPart()).map { ($0.part, around($0.forced)) }
    }
  }
}

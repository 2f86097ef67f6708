public import Lexicon
import Tag

/// All that is to be said of a folder of rules, at once: what cannot be used, what cannot work, which
/// examples do not hold, which rules have none.
public struct RuleCheck: Sendable {
  /// By file and line.
  public private(set) var findings: [Finding]
  public let ruleCount: Int
  public let exampleCount: Int
  /// Nil when the examples were not run, since not all rules can be used.
  public private(set) var failedExamples: Int?

  /// - Parameters:
  ///   - lexicon: nil when the tables cannot be used; the rules are then read for themselves.
  ///   - words: the words that classes of patterns refer to.
  ///   - requiresExamples: a rule without an example is an error, not a warning.
  public init(folder: String, lexicon: Lexicon?, words: [Word], requiresExamples: Bool) {
    let cutter = lexicon.map(PhraseCutter.init)
    let (rules, problems) = RuleSet.load(folder: folder, classes: WordClasses(words)) { phrase in
      cutter?.cut(phrase) ?? [phrase]
    }
    findings = problems.map { Finding(.unusable, nil, $0) }
    ruleCount = rules.count
    exampleCount = rules.reduce(0) { $0 + $1.examples.count }
    for rule in rules where rule.examples.isEmpty {
      findings.append(
        Finding(
          requiresExamples ? .error : .warning, rule.place,
          "\(rule.name): has no example; add one that it must read, and a near one that it must leave"
        ))
    }
    guard let lexicon else { return }
    findings += RuleChecker(rules, lexicon).findings()
    guard problems.isEmpty else { return }
    let interpreter = Interpreter(lexicon: lexicon, rules: RuleSet(rules: rules))
    let failures = interpreter.failingExamples()
    failedExamples = failures.count
    findings += failures.map { Finding(.error, $0.place, $0.message) }
    let idle = idleExamples(rules, lexicon)
    findings += idle
    let told = Set(idle.map(\.place) + rules.filter(\.examples.isEmpty).map(\.place))
    findings += interpreter.evidence().filter { !$0.isComplete && !told.contains($0.place) }
      .map { Finding(.warning, $0.place, $0.message) }
  }

  /// Rules whose own examples they have no part in.
  private func idleExamples(_ rules: [Rule], _ lexicon: Lexicon) -> [Finding] {
    let tagger = Tagger(lexicon: lexicon)
    return rules.compactMap { rule in
      guard !rule.examples.isEmpty else { return nil }
      var tally = RuleTally([rule])
      for example in rule.examples { tally.add(tagger.tag(example.article), [rule]) }
      guard tally.counts[0].matches == 0 else { return nil }
      return Finding(
        .warning, rule.place,
        "\(rule.name): matches in none of its own examples, so that they say nothing of it; add one that "
          + "needs it")
    }
  }
}

public import Extract
import Lexicon
import Tag

/// An example of a rule that does not give what it says.
public struct ExampleFailure: Sendable, CustomStringConvertible {
  /// `file:line` of the example.
  public let place: String
  public let rule: String
  public let text: String
  public let expected: [String]
  public let found: [String]
  /// What the rules made of its words: `80,85: value (score-behind-cue)`.
  public let marks: [String]

  public var description: String { place + ": " + message }

  public var message: String {
    let marked = marks.isEmpty ? "no rule marked anything" : marks.joined(separator: "; ")
    return """
      \(rule): an example does not hold; mend the pattern, or the example if what was found is right
        "\(text)"
        expected \(Self.list(expected))
        found    \(Self.list(found))
        marked   \(marked)
      """
  }

  private static func list(_ lines: [String]) -> String {
    lines.isEmpty ? "nothing" : lines.joined(separator: "; ")
  }
}

extension RuleExample {
  /// As an article of one paragraph.
  public var article: Article {
    var article = Article(address: place)
    article.text = Array(text.utf8)
    article.blocks = [Block(kind: .paragraph, range: 0..<article.text.count)]
    let parts = (published ?? "").split(separator: "-").compactMap { Int($0) }
    if parts.count == 3 {
      article.published = Sourced(
        PublishedDate(year: parts[0], month: parts[1], day: parts[2]), source: "example")
    }
    return article
  }
}

/// What the examples of a rule show of it.
///
/// An example that comes out differently without the rule needs it; one that comes out the same is a near
/// miss, which the rule must leave alone. A rule that has both is neither idle nor too greedy.
public struct RuleEvidence: Sendable, CustomStringConvertible {
  /// `file:line` of the rule.
  public let place: String
  public let rule: String
  public let hasNeed: Bool
  public let hasNearMiss: Bool

  public var isComplete: Bool { hasNeed && hasNearMiss }

  public var description: String { "\(place): \(message)" }

  public var message: String {
    var wanted: [String] = []
    if !hasNeed { wanted.append("one that comes out differently without the rule") }
    if !hasNearMiss { wanted.append("a near miss that the rule leaves alone") }
    return "\(rule): write an example: \(wanted.joined(separator: ", and "))"
  }
}

extension Interpreter {
  /// Runs every rule's examples; empty when all give what they say.
  public func failingExamples() -> [ExampleFailure] {
    let tagger = Tagger(lexicon: lexicon)
    var failures: [ExampleFailure] = []
    for rule in rules.rules {
      for example in rule.examples {
        let tagged = tagger.tag(example.article)
        let found = lines(interpret(tagged))
        if found != example.gives.sorted() {
          failures.append(
            ExampleFailure(
              place: example.place, rule: rule.name, text: example.text, expected: example.gives,
              found: found, marks: marks(in: tagged)))
        }
      }
    }
    return failures
  }

  /// What the examples show, rule by rule.
  public func evidence() -> [RuleEvidence] {
    let tagger = Tagger(lexicon: lexicon)
    return rules.rules.map { rule in
      let other = Interpreter(lexicon: lexicon, rules: rules.without(rule.name))
      let needs = rule.examples.map { example in
        let tagged = tagger.tag(example.article)
        return lines(interpret(tagged)) != other.lines(other.interpret(tagged))
      }
      return RuleEvidence(
        place: rule.place, rule: rule.name, hasNeed: needs.contains(true),
        hasNearMiss: needs.contains(false))
    }
  }

  /// The facts, targets and suspected terms of a reading, as examples write them.
  public func lines(_ reading: Reading) -> [String] {
    let claims = reading.claims.filter { $0.status == .achieved || $0.status == .target }
    let suspects = reading.diagnostics.filter { $0.kind == SuspectReader.kind }
    return (claims.map(summary) + suspects.map(\.message)).sorted()
  }

  private func marks(in document: TaggedArticle) -> [String] {
    let all = RuleMarks.all(rules, of: document)
    return zip(document.sentences, all).flatMap { sentence, marks in
      sentence.items.compactMap { item in
        guard let role = marks[item], let rule = marks.rule(of: item) else { return nil }
        let words = document.text(document.items[item].range)
        return "\(words): \(role.rawValue) (\(rules.rules[Int(rule)].name))"
      } + marks.statuses.map { "\($0.status.rawValue) (\(rules.rules[Int($0.rule)].name))" }
    }
  }

  /// A claim in one line: `Kota Metro, Dinas Sosial: score 80.85, zone hijau, year 2023`; other statuses
  /// than achieved stand in front.
  public func summary(_ claim: Claim) -> String {
    var line = claim.status == .achieved ? "" : claim.status.rawValue + " "
    switch claim.body {
    case .region(let row): line += lexicon.regions[Int(row)].fullName
    case .other(let name, _): line += name
    }
    if let unit = claim.unit { line += ", " + unit.name }
    var fields: [String] = []
    if let score = claim.values.score { fields.append("score \(score)") }
    if let zone = claim.values.zone { fields.append("zone \(zone)") }
    if let grade = claim.values.grade { fields.append("grade \(grade)") }
    if let category = claim.values.category { fields.append("category \(category)") }
    if let rank = claim.values.rank { fields.append("rank \(rank)") }
    if let year = claim.year.year { fields.append("year \(year)") }
    return line + ": " + fields.joined(separator: ", ")
  }
}

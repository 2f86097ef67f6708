import Extract
import Lexicon
import Tag

/// An example of a rule that does not give what it says.
public struct ExampleFailure: Sendable, CustomStringConvertible {
  /// `file:line` of the rule.
  public let place: String
  public let rule: String
  public let text: String
  public let expected: [String]
  public let found: [String]

  public var description: String {
    "\(place): \(rule): \"\(text)\"\n  expected \(expected)\n  found    \(found)"
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

  public var description: String {
    var wanted: [String] = []
    if !hasNeed { wanted.append("one that comes out differently without the rule") }
    if !hasNearMiss { wanted.append("a near miss that the rule leaves alone") }
    return "\(place): \(rule): write an example: \(wanted.joined(separator: ", and "))"
  }
}

extension Interpreter {
  /// Runs every rule's examples; empty when all give what they say.
  public func failingExamples() -> [ExampleFailure] {
    let tagger = Tagger(lexicon: lexicon)
    return rules.rules.flatMap { rule in
      rule.examples.compactMap { example in
        let found = lines(tagger.tag(example.article))
        return found == example.gives.sorted()
          ? nil
          : ExampleFailure(
            place: rule.place, rule: rule.name, text: example.text, expected: example.gives,
            found: found)
      }
    }
  }

  /// What the examples show, rule by rule.
  public func evidence() -> [RuleEvidence] {
    let tagger = Tagger(lexicon: lexicon)
    return rules.rules.map { rule in
      let other = Interpreter(lexicon: lexicon, rules: rules.without(rule.name))
      let needs = rule.examples.map { example in
        let tagged = tagger.tag(example.article)
        return lines(tagged) != other.lines(tagged)
      }
      return RuleEvidence(
        place: rule.place, rule: rule.name, hasNeed: needs.contains(true),
        hasNearMiss: needs.contains(false))
    }
  }

  /// Results and targets, a line each.
  private func lines(_ document: TaggedArticle) -> [String] {
    interpret(document).claims.filter { $0.status == .achieved || $0.status == .target }
      .map(summary).sorted()
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

extension RuleExample {
  /// The example as a page of one paragraph.
  fileprivate var article: Article {
    var article = Article(address: "example")
    article.text = Array(text.utf8)
    article.blocks = [Block(kind: .paragraph, range: 0..<article.text.count)]
    if let parts = published?.split(separator: "-").compactMap({ Int($0) }), parts.count == 3 {
      article.published = Sourced(
        PublishedDate(year: parts[0], month: parts[1], day: parts[2]), source: "example")
    }
    return article
  }
}

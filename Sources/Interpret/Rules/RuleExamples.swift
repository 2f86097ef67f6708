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

extension Interpreter {
  /// Runs every rule's examples; empty when all give what they say.
  public func failingExamples() -> [ExampleFailure] {
    let tagger = Tagger(lexicon: lexicon)
    var failures: [ExampleFailure] = []
    for rule in rules.rules {
      for example in rule.examples {
        var article = Article(address: rule.name)
        article.text = Array(example.text.utf8)
        article.blocks = [Block(kind: .paragraph, range: 0..<article.text.count)]
        if let day = example.published {
          let parts = day.split(separator: "-").compactMap { Int($0) }
          if parts.count == 3 {
            article.published = Sourced(
              PublishedDate(year: parts[0], month: parts[1], day: parts[2]), source: "example")
          }
        }
        let found = interpret(tagger.tag(article)).claims
          .filter { $0.status == .achieved || $0.status == .target }.map(summary).sorted()
        if found != example.gives.sorted() {
          failures.append(
            ExampleFailure(
              place: rule.place, rule: rule.name, text: example.text, expected: example.gives,
              found: found))
        }
      }
    }
    return failures
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

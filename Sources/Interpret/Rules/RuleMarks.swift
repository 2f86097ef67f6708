import Extract
import Lexicon
import Tag

/// What the rules made of one sentence.
struct RuleMarks {
  /// A role and the rule that gave it, by item of the document.
  struct Mark {
    let role: Role
    let rule: Int32
  }

  /// A status and the items it holds for.
  struct StatusSpan {
    let status: ClaimStatus
    /// Where its cue stands.
    let cue: Range<Int>
    let scope: StatusScope
    let rule: Int32
  }

  private(set) var marks: [Int: Mark] = [:]
  private(set) var statuses: [StatusSpan] = []
  /// Every match of every rule, by items of the document.
  private(set) var matches: [(rule: Int32, items: Range<Int>)] = []

  subscript(item: Int) -> Role? { marks[item]?.role }

  func rule(of item: Int) -> Int32? { marks[item]?.rule }

  /// The marks of every sentence of a document.
  static func all(_ rules: RuleSet, of document: TaggedArticle) -> [RuleMarks] {
    let keys = document.items.map { ItemKey($0, in: document.article.text[...]) }
    return document.sentences.map {
      RuleMarks(rules, sentence: $0.items, keys: keys, text: document.article.text)
    }
  }

  private init(_ rules: RuleSet, sentence: Range<Int>, keys: [ItemKey], text: [UInt8]) {
    var matcher = PatternMatcher(keys: keys, sentence: sentence, text: text)
    let any = AnyOfItems(keys[sentence])
    for (number, rule) in rules.rules.enumerated() where rule.mayMatch(in: any) {
      for at in sentence where rule.mayBegin(with: keys[at]) {
        guard let end = matcher.match(rule.program, at: at) else { continue }
        if end > at { matches.append((Int32(number), at..<end)) }
        take(matcher.captures, rule, Int32(number))
        if let status = rule.status {
          statuses.append(
            StatusSpan(status: status, cue: at..<end, scope: rule.scope, rule: Int32(number)))
        }
      }
    }
  }

  private mutating func take(
    _ captures: [(name: Int32, range: Range<Int>)], _ rule: Rule, _ number: Int32
  ) {
    for (name, range) in captures {
      let capture = rule.program.names[Int(name)]
      guard let role = rule.marks.first(where: { $0.capture == capture })?.role else { continue }
      for item in range where marks[item] == nil {
        marks[item] = Mark(role: role, rule: number)
      }
    }
  }
}

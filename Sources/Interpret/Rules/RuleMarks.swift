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

  subscript(item: Int) -> Role? { marks[item]?.role }

  func rule(of item: Int) -> Int32? { marks[item]?.rule }

  init(_ rules: RuleSet, sentence: Sentence, in document: TaggedArticle) {
    let items = document.items[sentence.items]
    var matcher = PatternMatcher(items: items, text: document.article.text)
    for (number, rule) in rules.rules.enumerated() {
      var at = items.startIndex
      while at < items.endIndex {
        guard rule.mayBegin(with: items[at]), let end = matcher.match(rule.pattern, at: at) else {
          at += 1
          continue
        }
        for (capture, range) in matcher.captures {
          guard let role = rule.marks.first(where: { $0.capture == capture })?.role else {
            continue
          }
          for item in range where marks[item] == nil {
            marks[item] = Mark(role: role, rule: Int32(number))
          }
        }
        if let status = rule.status {
          statuses.append(
            StatusSpan(status: status, cue: at..<end, scope: rule.scope, rule: Int32(number)))
        }
        at += 1
      }
    }
  }
}

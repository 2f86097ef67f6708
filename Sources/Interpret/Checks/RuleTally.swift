import Extract
import Lexicon
import Tag

/// What each rule did in a text: how often it matched, and what came of it.
struct RuleTally {
  struct Count {
    /// Matches.
    var matches = 0
    /// Items that it was the first to mark, and statuses that it gave.
    var effects = 0
    /// Rules that had marked its items already, by number.
    var takers: [Int: Int] = [:]
  }

  private(set) var counts: [Count]

  init(_ rules: [Rule]) { counts = Array(repeating: Count(), count: rules.count) }

  /// Runs the rules over a document as `RuleMarks` does, keeping account.
  mutating func add(_ document: TaggedArticle, _ rules: [Rule]) {
    let keys = document.items.map { ItemKey($0, in: document.article.text[...]) }
    for sentence in document.sentences {
      var matcher = PatternMatcher(
        keys: keys, sentence: sentence.items, text: document.article.text)
      var marked: [Int: Int] = [:]
      for (number, rule) in rules.enumerated() {
        for at in sentence.items where rule.mayBegin(with: keys[at]) {
          guard matcher.match(rule.program, at: at) != nil else { continue }
          counts[number].matches += 1
          if rule.status != nil { counts[number].effects += 1 }
          for (name, range) in matcher.captures {
            let capture = rule.program.names[Int(name)]
            guard rule.marks.contains(where: { $0.capture == capture }) else { continue }
            for item in range {
              if let taker = marked[item] {
                if taker != number { counts[number].takers[taker, default: 0] += 1 }
              } else {
                marked[item] = number
                counts[number].effects += 1
              }
            }
          }
        }
      }
    }
  }
}

import Extract
import Lexicon
import Tag
import Testing

@testable import Interpret

/// Where patterns match: in each text the match is marked.
struct PatternMatcherTests {
  private let lexicon: Lexicon
  private let tagger: Tagger

  init() throws {
    lexicon = try Sample.interpreter().lexicon
    tagger = Tagger(lexicon: lexicon)
  }

  private func document(_ text: String) -> TaggedArticle {
    var article = Article(address: "sample")
    article.text = Array(text.utf8)
    article.blocks = [Block(kind: .paragraph, range: 0..<article.text.count)]
    return tagger.tag(article)
  }

  /// The first match and its named places, as a marked text.
  private func matched(_ pattern: String, _ text: String) throws -> [String] {
    let document = document(text)
    let parsed = try PatternParser.parse(pattern, classes: tagger.classes)
    let program = PatternProgram(parsed)
    var matcher = PatternMatcher(
      keys: document.items.map { ItemKey($0, in: document.article.text[...]) },
      sentence: document.items.indices,
      text: document.article.text)
    for start in document.items.indices {
      guard let end = matcher.match(program, at: start) else { continue }
      func range(_ items: Range<Int>) -> String {
        items.isEmpty
          ? ""
          : document.text(
            document.items[items.lowerBound].range
              .lowerBound..<document.items[items.upperBound - 1]
              .range.upperBound)
      }
      return [range(start..<end)]
        + matcher.captures.map {
          "\(program.names[Int($0.name)])=\(range($0.range))"
        }
    }
    return []
  }

  @Test(arguments: [
    ("zona", "masuk ZONA hijau", ["ZONA"]),
    ("zona v:ZONE", "masuk zona hijau", ["zona hijau", "v=hijau"]),
    ("x:@score_cue sebesar ? v:NUMBER", "nilai 80", ["nilai 80", "x=nilai", "v=80"]),
    (
      "x:@score_cue sebesar ? v:NUMBER", "nilai sebesar 80",
      ["nilai sebesar 80", "x=nilai", "v=80"]
    ),
    ("aa* bb", "aa aa aa bb", ["aa aa aa bb"]), ("aa+ bb", "bb aa bb", ["aa bb"]),
    ("aa{2,3} bb", "aa bb aa aa bb", ["aa aa bb"]), ("aa{0,1} bb", "aa aa bb", ["aa bb"]),
    ("( aa | aa bb ) cc", "aa bb cc", ["aa bb cc"]), ("( aa | bb ) cc", "bb cc", ["bb cc"]),
    ("aa !bb ANY", "aa bb aa cc", ["aa cc"]), ("!( aa | bb ) WORD cc", "aa cc xx cc", ["xx cc"]),
    ("^ bb", "aa bb", []), ("bb $", "bb bb", ["bb"]), ("^ aa $", "aa", ["aa"]),
    ("\"(\" v:NUMBER \")\"", "aa (80)", ["(80)", "v=80"]),
    ("v:NUMBER ( \",\" v:NUMBER )*", "1, 2, 3", ["1, 2, 3", "v=1", "v=2", "v=3"]),
    ("DECIMAL", "80 dan 80,5", ["80,5"]), ("( ANY* ) bb", "aa aa cc", []),
    ("( aa ? ) * bb", "aa bb", ["aa bb"]),
  ])
  func matches(pattern: String, text: String, expected: [String]) throws {
    #expect(try matched(pattern, text) == expected)
  }

  @Test func whereAPatternMatchesIsWhatItNeeds() throws {
    let rules = try Sample.interpreter().rules.rules
    var skipped = 0
    for example in rules.flatMap(\.examples) {
      let document = document(example.text)
      let keys = document.items.map { ItemKey($0, in: document.article.text[...]) }
      for sentence in document.sentences.map(\.items) {
        var matcher = PatternMatcher(
          keys: keys, sentence: sentence, text: document.article.text)
        let any = AnyOfItems(keys[sentence])
        for rule in rules {
          for place in sentence where !rule.mayMatch(in: any) || !rule.mayBegin(with: keys[place]) {
            skipped += 1
            let match = matcher.match(rule.program, at: place)
            #expect(match == nil, "\(rule.name) matches in \(example.text)")
          }
        }
      }
    }
    #expect(skipped > 0)
  }

  @Test func theLongestRunIsBounded() throws {
    let text = Array(repeating: "aa", count: 40).joined(separator: " ")
    let found = try matched("aa*", text)
    #expect(found.first?.split(separator: " ").count == PatternParser.longestRun)
  }

  /// Nested quantifiers try exponentially many ways; the limit on steps keeps the time linear.
  @Test(.timeLimit(.minutes(1))) func aPathologicalPatternEnds() throws {
    let text = Array(repeating: "aa", count: 200).joined(separator: " ")
    #expect(try matched("( ( aa* )* )* bb", text).isEmpty)
    #expect(try matched("( aa | aa aa | ANY )* ( aa | ANY )* ( ANY | aa )* bb", text).isEmpty)
  }
}

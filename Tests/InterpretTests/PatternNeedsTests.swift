import Tag
import Testing

@testable import Interpret
@testable import Lexicon

@Suite("The words that a pattern needs")
struct PatternNeedsTests {
  @Test(
    "What must stand in a sentence, and what need not",
    arguments: [
      ("naik dari v:NUMBER", [["naik"], ["dari"]]),
      ("naik ?  dari *  ke", [["ke"]]),
      ("( naik | \"di atas\" ) NUMBER", [["naik", "di atas"]]),
      ("( naik | NUMBER ) ke", [["ke"]]),
      ("( a b | c ) + d", [["a", "c"], ["d"]]),
      ("( a ){0,3} !b \"(\" REGION", []),
      ("^ n:( a | a ) $", [["a"]]),
    ])
  func needs(pattern: String, needed: [[String]]) throws {
    let needs = try #require(PatternNeeds(pattern, classes: WordClasses([])))
    #expect(needs.needed == needed)
  }

  @Test("A class is named; what is no pattern needs nothing")
  func classes() throws {
    let classes = WordClasses([Word(wordClass: "target", word: "menargetkan", value: nil)])
    #expect(PatternNeeds("@target ZONE", classes: classes)?.needed == [["@target"]])
    #expect(PatternNeeds("( a", classes: classes) == nil)
  }
}

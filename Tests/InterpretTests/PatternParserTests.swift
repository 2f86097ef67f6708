import Lexicon
import Tag
import Testing

@testable import Interpret

/// How patterns are written, and what is told of those that are not.
struct PatternParserTests {
  private let classes: WordClasses

  init() throws { classes = WordClasses(try Sample.interpreter().lexicon.words) }

  private func problem(_ pattern: String) -> String {
    do {
      _ = try PatternParser.parse(pattern, classes: classes)
      return ""
    } catch {
      return error.message
    }
  }

  @Test(arguments: [
    "zona", "zona hijau", "( zona | rapor ) ZONE", "@score_cue NUMBER?", "n:NUMBER*",
    "ANY{0,3} v:ZONE",
    "^ REGION $", "!@count_noun WORD", "\"(\" NUMBER \")\"", "n:( NUMBER | @number )",
    "!( a | b ) c+",
  ])
  func sound(_ pattern: String) { #expect(problem(pattern) == "") }

  @Test(arguments: [
    ("", "an alternative is empty"), ("( a | )", "an alternative is empty"),
    ("( a", "a bracket is not closed"), ("a )", "\")\" is one too many"),
    ("\"a", "a quotation mark is not closed"), ("* a", "nothing stands in front of \"*\""),
    ("@nowhere", "words.csv has no class \"nowhere\""), ("a{2}", "{2} is no count"),
    ("a{3,1}", "{3,1} is no count"), ("a{0,99}", "{0,99} is no count"),
    ("CITY", "CITY is no kind of mention"),
    ("\"\" a", "between two quotation marks there is nothing"),
    ("Zona", "Zona is no kind of mention"),
  ])
  func broken(_ pattern: String, message: String) {
    #expect(problem(pattern).hasPrefix(message), "\(problem(pattern))")
  }

  @Test func kindsOfMentionAreListed() {
    let message = problem("CITY")
    #expect(message.contains("REGION") && message.contains("SCORE") == false)
    #expect(message.hasSuffix("and ANY"))
  }
}

import Interpret
import Testing

/// What the rules say of themselves.
struct RuleExampleTests {
  @Test func allExamplesGiveWhatTheySay() throws {
    let failures = try Sample.interpreter().failingExamples()
    #expect(failures.isEmpty, "\(failures.map(\.description).joined(separator: "\n"))")
  }

  @Test func everyRuleHasAnExampleThatNeedsItAndANearMiss() throws {
    let missing = try Sample.interpreter().evidence().filter { !$0.isComplete }
    #expect(missing.isEmpty, "\(missing.map(\.description).joined(separator: "\n"))")
  }

  @Test func everyRuleSaysWhyItIsRight() throws {
    for rule in try Sample.interpreter().rules.rules {
      #expect(!rule.reason.isEmpty && !rule.name.isEmpty, "\(rule.place)")
    }
  }
}

import ArgumentParser
import Interpret
import Pipeline

struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Check a pipeline's tables and rules, and run the examples of its rules.",
    discussion: """
      Examples:
        tilik check pipelines/compliance
        tilik check --require-examples

      Says all that is wrong at once, each with file, line and the way out: tables and rules that cannot
      be used, aliases that hide one another, patterns that cannot match or match nothing, rules that say
      what an earlier one says, examples that do not hold.

      Ends with status 1 when something is wrong, and with 2 when a table or rule file cannot be used.
      Warnings change nothing.
      """)

  @Argument(help: "Folder of the pipeline.")
  var pipeline = PipelineOption.usual

  @Flag(help: "A rule without an example is an error.")
  var requireExamples = false

  func run() throws {
    let configuration = try orFail { try PipelineConfiguration(pipeline) }
    let check = PipelineCheck(configuration, requiresExamples: requireExamples)
    for finding in check.findings { Console.error(finding.description) }
    guard check.count(.unusable) == 0 else { throw Status.unusable.exitCode }
    Console.out(pipeline + ": " + summary(check))
    if check.count(.error) > 0 { throw Status.failures.exitCode }
  }

  private func summary(_ check: PipelineCheck) -> String {
    var parts: [String] = []
    if let lexicon = check.lexicon { parts.append(Stages.summary(of: lexicon)) }
    let examples = check.rules.exampleCount
    let right = examples - (check.rules.failedExamples ?? examples)
    parts.append("\(check.rules.ruleCount) rules, \(right) of \(examples) examples right")
    let (errors, warnings) = (check.count(.error), check.count(.warning))
    if errors > 0 { parts.append(errors == 1 ? "1 error" : "\(errors) errors") }
    if warnings > 0 { parts.append(warnings == 1 ? "1 warning" : "\(warnings) warnings") }
    return parts.joined(separator: "; ")
  }
}

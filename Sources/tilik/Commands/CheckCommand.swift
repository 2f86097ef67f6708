import ArgumentParser
import Pipeline

struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Load a pipeline's tables and rules, and run the examples of its rules.",
    discussion: """
      Example:
        tilik check pipelines/compliance

      Rules of which no example needs them, or none is a near miss, are listed too.

      Ends with status 1 when an example does not give what its rule says, and with 2 when a table
      or rule file cannot be used.
      """)

  @Argument(help: "Folder of the pipeline.")
  var pipeline = PipelineOption.usual

  func run() throws {
    let stages = try orFail { try Stages(PipelineConfiguration(pipeline)) }
    let failed = stages.failedExamples()
    for failure in failed { Console.error(failure) }
    let wanting = stages.rulesWantingExamples()
    for rule in wanting { Console.error(rule) }
    let examples = stages.exampleCount
    Console.out(
      "\(pipeline): \(stages.tableSummary); \(stages.ruleCount) rules, "
        + "\(examples - failed.count) of \(examples) examples right")
    if !failed.isEmpty { throw Status.failures.exitCode }
  }
}

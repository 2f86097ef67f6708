import ArgumentParser
import Dataset
import Pipeline

struct RulesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rules",
    abstract: "Ask what rules are good for, and what a change of them would do.",
    discussion: """
      Examples:
        tilik rules mutate --labels Tests/Fixtures/gold/corpus.jsonl --corpus corpus
        tilik rules preview corpus --against main
      """,
    subcommands: [MutateCommand.self, PreviewCommand.self])
}

struct MutateCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "mutate",
    abstract: "Remove each rule in turn and list those whose loss changes nothing.",
    discussion: """
      Examples:
        tilik rules mutate
        tilik rules mutate --labels Tests/Fixtures/gold/pages
        tilik rules mutate --tables --corpus corpus

      Reads the rules' own examples, and pages: those with labels when labels are given, else all of the
      corpora. A rule that nothing misses is dead, or lacks an example that needs it.
      """)

  @OptionGroup var pipeline: PipelineOption

  @Option(
    help: ArgumentHelp(
      "Hand labels, as for eval: the facts that a loss costs are counted. Repeatable.",
      valueName: "path"))
  var labels: [String] = []

  @Option(
    help: ArgumentHelp(
      "Folder of the pages. Default: with labels the folders of labels, and the pipeline's corpora where "
        + "labels are a file; without labels none. Repeatable.",
      valueName: "dir"))
  var corpus: [String] = []

  @Flag(help: "Remove each row of the tables that gives words to the reading, not each rule.")
  var tables = false

  @Flag(help: "List those that are missed too, with what they are missed by.")
  var all = false

  @Flag(help: "Print JSON.")
  var json = false

  @Flag(help: "End with status 1 when the loss of a rule or row that is met changes nothing.")
  var strict = false

  @Option(help: ArgumentHelp("How many at the same time. Default: all processors.", valueName: "n"))
  var jobs: Int?

  @Flag(name: .shortAndLong, help: "Say nothing of how it goes on.")
  var quiet = false

  func validate() throws {
    if let jobs, jobs < 1 { throw ValidationError("--jobs must be at least 1") }
  }

  func run() async throws {
    let configuration = try orFail { try PipelineConfiguration(pipeline.path) }
    let pages = try orFail {
      try LabelledPages(
        labels: labels.flatMap { try GoldDocument.read($0) }, corpora: corpora(configuration),
        pipeline: configuration)
    }
    let mutation: Mutation
    do {
      mutation = try await Mutation(
        configuration, pages: pages, jobs: jobs ?? Console.processors)
    } catch {
      throw Failure(error)
    }
    let progress = Progress(isQuiet: quiet, verb: "tried")
    let show = { (done: Int, count: Int) in progress.show(.read(done: done, failed: 0, of: count)) }
    let report = tables ? await mutation.rows(show) : await mutation.rules(show)
    progress.end()
    Console.out(json ? report.json.line : report.text(all: all))
    if strict, !report.idle.isEmpty { throw Status.failures.exitCode }
  }

  private func corpora(_ configuration: PipelineConfiguration) -> [String] {
    guard corpus.isEmpty else { return corpus }
    let folders = labels.filter { Files.kind(of: $0) == .folder }
    return folders.count == labels.count ? folders : folders + configuration.corpora
  }
}

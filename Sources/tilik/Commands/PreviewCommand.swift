import ArgumentParser
import Dataset
import Pipeline

struct PreviewCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "preview",
    abstract: "Show which rows of a corpus's dataset an edited pipeline adds, drops or changes.",
    discussion: """
      Examples:
        tilik rules preview corpus
        tilik rules preview corpus --against main --format markdown
        tilik rules preview corpus --pipeline my-copy --against pipelines/compliance

      Each row comes with the sentences it rests on and the rules that read them.
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json, markdown
  }

  @Argument(
    help: "Folders of saved pages and archives, or single ones. Default: from pipeline.yml.")
  var corpus: [String] = []

  @OptionGroup var pipeline: PipelineOption

  @Option(
    help: ArgumentHelp(
      "What the pipeline is compared with: another folder, or a git revision of this one.",
      valueName: "dir or revision"))
  var against = "HEAD"

  @Option(help: ArgumentHelp("text, json or markdown.", valueName: "name"))
  var format = Format.text

  @Option(help: ArgumentHelp("How many at the same time. Default: all processors.", valueName: "n"))
  var jobs: Int?

  @Flag(name: .shortAndLong, help: "Say nothing of how it goes on.")
  var quiet = false

  func validate() throws {
    if let jobs, jobs < 1 { throw ValidationError("--jobs must be at least 1") }
  }

  func run() async throws {
    let progress = Progress(isQuiet: quiet)
    let report: PreviewReport
    do {
      let preview = try RulePreview(
        edited: PipelineConfiguration(pipeline.path), against: against, corpora: corpus,
        jobs: jobs ?? Console.processors)
      report = try await preview { progress.show($0) }
    } catch {
      progress.end()
      throw Failure(error)
    }
    progress.end()
    switch format {
    case .text: Console.out(report.text)
    case .json: Console.out(report.json.line)
    case .markdown: Console.out(report.markdown)
    }
  }
}

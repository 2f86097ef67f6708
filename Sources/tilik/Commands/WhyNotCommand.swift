import ArgumentParser
import Dataset
import Pipeline

struct WhyNotCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "why-not",
    abstract: "Show why something is not in the dataset: the nearest misses, and what each lacks.",
    discussion: """
      Examples:
        tilik why-not --region "Kota Batu" --year 2021 corpus
        tilik why-not --region 35.79 --year 2022 --field grade corpus

      Reads the pages anew and says of each place that could have held what is asked for which conditions
      it meets and which not.
      """)

  @Option(help: ArgumentHelp("Code or full name of the region.", valueName: "region"))
  var region: String

  @Option(help: ArgumentHelp("Year that was assessed.", valueName: "year"))
  var year: Int

  @Option(
    help: ArgumentHelp("score, zone, grade, category or rank. Default: any.", valueName: "name"))
  var field: String?

  @Option(
    help: ArgumentHelp("A unit of the region. Default: the region itself.", valueName: "name"))
  var unit: String?

  @Option(help: ArgumentHelp("Misses that are shown.", valueName: "n"))
  var limit = 10

  @Flag(help: "Print JSON, with all misses.")
  var json = false

  @Option(help: ArgumentHelp("How many at the same time. Default: all processors.", valueName: "n"))
  var jobs: Int?

  @Flag(name: .shortAndLong, help: "Say nothing of how it goes on.")
  var quiet = false

  @OptionGroup var pipeline: PipelineOption

  @Argument(
    help: "Folders of saved pages and archives, or single ones. Default: from pipeline.yml.")
  var corpus: [String] = []

  func validate() throws {
    if let jobs, jobs < 1 { throw ValidationError("--jobs must be at least 1") }
    if limit < 1 { throw ValidationError("--limit must be at least 1") }
  }

  func run() async throws {
    let progress = Progress(isQuiet: quiet)
    let report: WhyNotReport
    do {
      let question = try WhyNot(
        region: region, year: year, field: field, unit: unit,
        pipeline: PipelineConfiguration(pipeline.path), corpora: corpus,
        jobs: jobs ?? Console.processors)
      report = try await question { progress.show(.read(done: $0, failed: 0, of: nil)) }
    } catch {
      progress.end()
      throw Failure(error)
    }
    progress.end()
    Console.out(json ? report.json.line : report.text(limit: limit))
  }
}

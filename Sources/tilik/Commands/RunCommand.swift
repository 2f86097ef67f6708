import ArgumentParser
import Dataset
import Foundation
import Pipeline

struct RunCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run",
    abstract: "Read a corpus and write the dataset.",
    discussion: """
      Examples:
        tilik run
        tilik run --corpus ~/pages --corpus archive/2021 --output hasil
        tilik run pipelines/compliance --jobs 1 --strict
        find ~/crawls -name '*.warc.gz' | tilik run --list -

      The old dataset is replaced at the very end, in one step; a run that fails leaves it whole.
      """)

  @Argument(help: "Folder of the pipeline.")
  var pipeline = PipelineOption.usual

  @Option(
    help: ArgumentHelp(
      "Folder of saved pages and archives, or one of them; may be given several times. Default: from "
        + "pipeline.yml.",
      valueName: "dir"))
  var corpus: [String] = []

  @Option(help: ListOption.help)
  var list: [String] = []

  @Option(
    help: ArgumentHelp(
      "Where the dataset goes. Default: from pipeline.yml.", valueName: "dir"))
  var output: String?

  @Option(
    help: ArgumentHelp(
      "Documents that are read at the same time. Default: as many as there are processors.",
      valueName: "n"))
  var jobs: Int?

  @Flag(
    inversion: .prefixedNo,
    help: "Leave pages unparsed that name no assessment and no assessor of the tables.")
  var gate = true

  @Flag(help: "Read every page anew, whatever the cache beside the output folder knows of it.")
  var fresh = false

  @Flag(
    inversion: .prefixedNo,
    help: "Keep what was read of each page in a cache beside the output folder.")
  var cache = true

  @Option(
    help: ArgumentHelp(
      "How long a document may take to be read before it is left out; 0 for as long as it likes. Default: from "
        + "pipeline.yml, else 60.",
      valueName: "s"))
  var secondsPerDocument: Double?

  @Flag(
    help: "Read in this process: a document that crashes the reader then ends the run.")
  var inProcess = false

  @Option(
    help: ArgumentHelp(
      "Folder of the dataset to compare with. Default: the one that is replaced.",
      valueName: "dir"))
  var baseline: String?

  @Option(
    help: ArgumentHelp(
      "Labels for the accuracy that pipeline.yml expects, instead of those it names. Repeatable.",
      valueName: "path"))
  var gold: [String] = []

  @Option(help: ArgumentHelp("Write the expectations as JUnit XML.", valueName: "file"))
  var junit: String?

  @Flag(
    help: """
      End with status 1 when a document failed, and with 3 when a correction can no longer be applied.
      """)
  var strict = false

  @Flag(
    help: ArgumentHelp(
      "End with status 3 when scores on different scales would stand on one line or in one ranking."
    ))
  var strictComparability = false

  @Flag(name: .shortAndLong, help: "Say nothing but errors.")
  var quiet = false

  func validate() throws {
    if let jobs, jobs < 1 { throw ValidationError("--jobs must be at least 1") }
    guard secondsPerDocument ?? 0 >= 0 else {
      throw ValidationError("--seconds-per-document must not be below 0")
    }
  }

  func run() async throws {
    Interruption.listen()
    let configuration = try orFail { try PipelineConfiguration(pipeline) }
    var limits = configuration.limits
    if let secondsPerDocument { limits.seconds = secondsPerDocument }
    if !Watched.isChild, !inProcess {
      throw ExitCode(try orFail { try supervise(limits) })
    }
    try await read(configuration, try orFail { try Watched.orders(limits) })
  }

  /// Runs the same command in a process of its own.
  private func supervise(_ limits: WorkerLimits) throws -> Int32 {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("tilik-" + UUID().uuidString).path
    try Files.makeFolder(folder)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    var input: String?
    if list.contains("-") {
      // The child may have to be started again.
      let file = folder + "/list"
      try Files.write(Array(FileHandle.standardInput.readDataToEndOfFile()), to: file)
      input = file
    }
    let program = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath().path
    let supervisor = Supervisor(
      command: [program] + CommandLine.arguments.dropFirst(), folder: folder, input: input,
      limits: limits, tell: { Console.complain($0) })
    return try supervisor.run()
  }

  private func read(_ configuration: PipelineConfiguration, _ isolation: Isolation?) async throws {
    guard gold.isEmpty || !configuration.expectations.accuracy.isEmpty else {
      throw Failure([
        "--gold: \(configuration.folder)/\(PipelineConfiguration.file) expects no accuracy; write "
          + "there what it must be, or use tilik eval"
      ])
    }
    // Before any work: a run whose report cannot be written would have to be done again.
    if let junit { try orFail { try Files.write([], to: junit) } }
    var run = Run(configuration, jobs: jobs ?? Console.processors, version: Tilik.version)
    if !corpus.isEmpty || !list.isEmpty { run.corpora = corpus }
    run.lists = list
    run.strictComparability = strictComparability
    if let output { run.output = output }
    run.hasGate = gate
    run.isFresh = fresh
    run.usesCache = cache
    run.baseline = baseline
    run.gold = gold
    run.isolation = isolation
    run.isInterrupted = { Interruption.wasRequested }
    let progress = Progress(isQuiet: quiet)
    let summary: RunSummary
    do {
      summary = try await run { progress.show($0) }
    } catch {
      progress.end()
      if let junit { try? Files.remove(junit) }
      throw Failure(
        "\(error)".split(separator: "\n").map(String.init),
        status: Interruption.wasRequested ? .interrupted : .unusable)
    }
    progress.end()
    if !quiet { Console.out(SummaryText.of(summary)) }
    if let junit {
      let xml = JUnit.xml(summary, name: configuration.name, isStrict: strict)
      try orFail { try Files.write(Array(xml.utf8), to: junit) }
    }
    try end(summary)
  }

  private func end(_ summary: RunSummary) throws {
    guard summary.unmet.isEmpty else {
      throw Failure(summary.unmet.map { "expectation not met: " + $0 }, status: .unmet)
    }
    let problems = summary.corrections.problems
    if strict, !problems.isEmpty {
      throw Failure(
        problems.map { "correction at line \($0.line) is \($0.state): \($0.reason)" },
        status: .unmet)
    }
    let failed = summary.counts.failed
    guard strict, failed > 0 else { return }
    throw Failure(
      [
        "\(failed == 1 ? "1 document" : "\(failed) documents") failed; "
          + "\(summary.output)/documents.csv says why"
      ], status: .failures)
  }
}

enum ListOption {
  static let help = ArgumentHelp(
    "File with the path of a page, an archive or a folder a line; - for standard input.",
    valueName: "file")
}

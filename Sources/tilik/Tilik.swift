import ArgumentParser
import Pipeline

/// The program's entry: parses arguments, runs a command, and turns every error into one line and an
/// exit status.
@main
struct Tilik {
  static let version = "0.1.0"

  static func main() async {
    do {
      var command = try Root.parseAsRoot()
      if var asynchronous = command as? any AsyncParsableCommand {
        try await asynchronous.run()
      } else {
        try command.run()
      }
    } catch {
      end(with: error)
    }
  }

  private static func end(with error: any Error) -> Never {
    switch error {
    case let status as ExitCode: exitProgram(status.rawValue)
    case let failure as Failure:
      for line in failure.lines { Console.complain(line) }
      exitProgram(failure.status)
    default:
      // A request for help or the version ends well; whatever else the parser has to say is about
      // unusable arguments, for which it would choose another status than ours.
      if Root.exitCode(for: error).isSuccess { Root.exit(withError: error) }
      Console.error(Root.fullMessage(for: error))
      exitProgram(.unusable)
    }
  }
}

/// How the program ends.
enum Status: Int32 {
  case done = 0
  /// Some documents failed under `--strict`; a check found something.
  case failures = 1
  /// Unusable arguments, pipeline, corpus or output.
  case unusable = 2
  /// The expectations of the pipeline were not met.
  case unmet = 3
  /// Ended early by Ctrl-C or its like: 128 and the number of SIGINT, as shells count.
  case interrupted = 130

  var exitCode: ExitCode { ExitCode(rawValue) }
}

/// An error for people: a line a problem.
struct Failure: Error {
  let lines: [String]
  let status: Status

  init(_ lines: [String], status: Status = .unusable) {
    self.lines = lines
    self.status = status
  }

  /// Any error of the stages; each describes itself in lines that say what, where and what to do.
  init(_ error: any Error) {
    self.init("\(error)".split(separator: "\n").map(String.init))
  }
}

/// Runs something that throws the stages' errors, as a command that throws ours.
func orFail<Result>(_ body: () throws -> Result) throws -> Result {
  do { return try body() } catch let failure as Failure { throw failure } catch {
    throw Failure(error)
  }
}

struct Root: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tilik",
    abstract: "Turns saved web pages on public services into a dataset.",
    discussion: """
      Examples:
        tilik run                              the pipeline in pipelines/compliance, on corpus/
        tilik run --corpus ~/pages --output hasil
        tilik explain "Kota Contoh 2023"       what a result rests on
        tilik verify output                    are the quotes still where the rows say?
        tilik diff kemarin output              what changed, and which line made it?

      Exit status: 0 done; 1 documents failed (run --strict), or a check found something;
      2 unusable arguments, pipeline, corpus or output; 3 expectations not met; 130 interrupted.
      """,
    version: Tilik.version,
    subcommands: [
      RunCommand.self, ExtractCommand.self, TagCommand.self, ExplainCommand.self,
      VerifyCommand.self, EvalCommand.self, CheckCommand.self, RulesCommand.self,
      WhyNotCommand.self, DiffCommand.self, ReviewCommand.self, ExportCommand.self,
      SchemaCommand.self,
    ])
}

/// Where the pipeline is that a command takes its tables from.
struct PipelineOption: ParsableArguments {
  static let usual = "pipelines/compliance"

  @Option(
    name: .customLong("pipeline"),
    help: ArgumentHelp("Folder of the pipeline.", valueName: "dir"))
  var path = PipelineOption.usual

  func stages() throws -> Stages {
    try orFail { try Stages(PipelineConfiguration(path)) }
  }
}

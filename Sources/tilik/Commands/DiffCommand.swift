import ArgumentParser
import Dataset
import Pipeline

struct DiffCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: "Compare the results of two datasets, and name the line that made each difference.",
    discussion: """
      Examples:
        tilik diff kemarin output
        tilik diff kemarin output --format markdown > perubahan.md

      Ends with status 0 when no result differs, 1 when one does (0 with --exit-zero), and 2 when a
      dataset cannot be read, as diff(1) does.
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable { case text, markdown, json }

  @Argument(help: "Folder of the dataset before.")
  var old: String

  @Argument(help: "Folder of the dataset now.")
  var new: String

  @Option(help: "text, markdown or json.")
  var format = Format.text

  @Option(
    help: ArgumentHelp(
      "List no more results of each sort than that; json lists all.", valueName: "n"))
  var limit: Int?

  @Flag(help: "End with status 0 also when results differ.")
  var exitZero = false

  func validate() throws {
    if let limit, limit < 0 { throw ValidationError("--limit must be at least 0") }
  }

  func run() throws {
    let diff = try orFail {
      let scratch = try Scratch.temporary()
      return try DatasetDiff(
        old: DatasetSnapshot(folder: old, scratch: scratch),
        new: DatasetSnapshot(folder: new, scratch: scratch))
    }
    let text =
      switch format {
      case .text: diff.text(limit: limit)
      case .markdown: diff.markdown(limit: limit)
      case .json: diff.json.pretty
      }
    Console.out(text.hasSuffix("\n") ? String(text.dropLast()) : text)
    if !diff.isSame, !exitZero { throw Status.failures.exitCode }
  }
}

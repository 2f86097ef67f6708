import ArgumentParser
import Crawl
import Pipeline

struct VerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Re-read the corpus and check that every quote stands where its row says.",
    discussion: """
      Examples:
        tilik verify output
        tilik verify hasil --corpus ~/pages

      Ends with status 1 when something differs, with a line for each row.
      """)

  @Argument(help: "Folder of the dataset.")
  var output = "output"

  @Option(
    help: ArgumentHelp(
      "The corpus that the dataset was made from. Default: as the dataset's run.json names it.",
      valueName: "dir"))
  var corpus: [String] = []

  @Option(help: ListOption.help)
  var list: [String] = []

  func run() throws {
    let report = try orFail {
      let verifier = try Verifier(dataset: output)
      var (paths, lists) = (corpus, list)
      if paths.isEmpty, lists.isEmpty { (paths, lists) = try RunFile.corpora(of: output) }
      return try verifier.verify(Crawler(paths, lists: lists))
    }
    let text = report.text
    Console.out(text.hasSuffix("\n") ? String(text.dropLast()) : text)
    if !report.isClean { throw Status.failures.exitCode }
  }
}

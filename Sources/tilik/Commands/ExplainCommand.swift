import ArgumentParser
import Pipeline

struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Show what a result or a claim rests on: sentences, documents, rules, scale.",
    discussion: """
      Examples:
        tilik explain r1f0a93be27d
        tilik explain "Kota Contoh 2023"
      """)

  @Option(help: ArgumentHelp("Folder of the dataset.", valueName: "dir"))
  var output = "output"

  @Argument(help: "Id of a result or a claim, or a region with or without a year.")
  var id: String

  func run() throws {
    let text = try orFail { try Explainer(dataset: output).explain(id) }
    Console.out(text.hasSuffix("\n") ? String(text.dropLast()) : text)
  }
}

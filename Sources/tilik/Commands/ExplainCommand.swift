import ArgumentParser
import Pipeline

struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract:
      "Show what a result, a claim or a regulation rests on: sentences, documents, rules, scale.",
    discussion: """
      Examples:
        tilik explain r1f0a93be27d
        tilik explain "Kota Contoh 2023"
        tilik explain "UU 25/2009"
      """)

  @Option(help: ArgumentHelp("Folder of the dataset.", valueName: "dir"))
  var output = "output"

  @Argument(
    help:
      "Id of a result or a claim, a region with or without a year, a regulation or its document.")
  var id: String

  func run() throws {
    let text = try orFail { try Explainer(dataset: output).explain(id) }
    Console.out(text.hasSuffix("\n") ? String(text.dropLast()) : text)
  }
}

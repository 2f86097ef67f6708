import ArgumentParser
import Dataset

/// Writes docs/data-dictionary.md; a test holds the two against each other.
struct SchemaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema",
    abstract: "Print the data dictionary as Markdown.",
    shouldDisplay: false)

  func run() throws {
    Console.out(DataDictionary.markdown)
  }
}

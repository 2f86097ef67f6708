import ArgumentParser
import Lexicon
import Pipeline

struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write a dataset anew as it may be handed on.",
    discussion: """
      Examples:
        tilik export --public output publik
        tilik verify publik --corpus corpus

      --public: of a quote at most \(PublicEdition.quoteLimit) characters are shown, names of persons
      without an office and authors are left out, and so is the text of the pages. Every row keeps its
      place in the saved page, so that verify works for whoever has the corpus.
      """)

  @Flag(name: .customLong("public"), help: "Make the public edition.")
  var isPublic = false

  @Argument(help: "Folder of the dataset.")
  var output: String

  @Argument(help: "Folder to write into.")
  var target: String

  @OptionGroup var pipeline: PipelineOption

  func validate() throws {
    guard isPublic else {
      throw ValidationError("say what to export: --public is the only edition there is")
    }
  }

  func run() throws {
    let count = try orFail {
      let words = try pipeline.stages().lexicon.words
      return try PublicEdition(of: output, words: words).write(to: target)
    }
    Console.out(
      "\(target): public edition of \(output), "
        + (count == 1 ? "1 quote shortened" : "\(count) quotes shortened"))
  }
}

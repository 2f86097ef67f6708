import ArgumentParser
import Dataset
import Lexicon
import Pipeline
import Reconcile

struct ReviewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "review",
    abstract: "Go through the doubtful claims and write down what is right.",
    discussion: """
      Examples:
        tilik review --list
        tilik review --output hasil --who Sari
        tilik review --add ~/Downloads/corrections.csv

      Answers are appended to the pipeline's corrections.csv, one by one; the next run applies them.
      --add appends the rows of a file that the report's review page wrote.
      """)

  @Option(help: ArgumentHelp("Folder of the dataset.", valueName: "dir"))
  var output = "output"

  @OptionGroup var pipeline: PipelineOption

  @Option(
    help: ArgumentHelp(
      "Append the decisions of this file, as the report's review page writes it, and ask nothing.",
      valueName: "file"))
  var add: String?

  @Option(help: ArgumentHelp("Who decides. Default: your name on this machine.", valueName: "name"))
  var who: String?

  @Option(help: ArgumentHelp("Day of the decisions. Default: today.", valueName: "YYYY-MM-DD"))
  var when: String?

  @Option(help: ArgumentHelp("Show no more claims than that.", valueName: "n"))
  var limit: Int?

  @Flag(help: "Only print the claims.")
  var list = false

  @Flag(help: "Also the claims that nothing speaks against.")
  var all = false

  func validate() throws {
    if let limit, limit < 0 { throw ValidationError("--limit must be at least 0") }
    if let when, !Column.isDate(when) {
      throw ValidationError("--when must be a day, as in 2026-01-16")
    }
  }

  func run() throws {
    if let add {
      try append(add)
      return
    }
    let (checker, file, decided) = try orFail {
      let configuration = try PipelineConfiguration(pipeline.path)
      let lexicon = try Lexicon(folder: configuration.lexicon)
      let known = try configuration.corrections.map {
        try CorrectionFile.read($0, lexicon: lexicon)
      }
      return (
        CorrectionChecker(lexicon),
        Self.file(of: configuration),
        Set((known ?? []).compactMap(\.claim))
      )
    }
    let found = try orFail {
      try ReviewList(dataset: output, all: all, decided: decided).items
    }
    let items = found.prefix(limit ?? found.count)
    if items.isEmpty {
      Console.out("no claim is in doubt" + (all ? "" : "; --all shows the others too"))
      return
    }
    if list {
      for (index, item) in items.enumerated() {
        Console.out(ReviewText.of(item, number: index + 1, of: items.count))
      }
      return
    }
    try ask(Array(items), checker, CorrectionWriter(file), file)
  }

  private static func file(of configuration: PipelineConfiguration) -> String {
    configuration.corrections ?? configuration.folder + "/" + PipelineConfiguration.correctionsFile
  }

  /// Rows that are there already stay one.
  private func append(_ added: String) throws {
    let (file, rows) = try orFail {
      let configuration = try PipelineConfiguration(pipeline.path)
      let lexicon = try Lexicon(folder: configuration.lexicon)
      let known = try configuration.corrections.map {
        try CorrectionFile.rows($0, lexicon: lexicon)
      }
      let rows = try CorrectionFile.rows(added, lexicon: lexicon)
        .filter { known?.contains($0) != true }
      let file = Self.file(of: configuration)
      if !rows.isEmpty { try CorrectionWriter(file).append(rows) }
      return (file, rows)
    }
    Console.out(Self.written(rows.count, to: file))
  }

  private static func written(_ count: Int, to file: String) -> String {
    count == 0
      ? "nothing written"
      : "\(count) \(count == 1 ? "row" : "rows") written to \(file); the next run applies them"
  }

  private func ask(
    _ items: [ReviewItem], _ checker: CorrectionChecker, _ writer: CorrectionWriter, _ file: String
  ) throws {
    let name = who ?? Console.userName
    guard let name, !name.isEmpty else {
      throw Failure(["nobody is named as the one who decides; say --who NAME"])
    }
    let day = when ?? Console.today
    var written = 0
    review: for (index, item) in items.enumerated() {
      Console.out(ReviewText.of(item, number: index + 1, of: items.count))
      while true {
        Console.prompt(ReviewText.prompt)
        // A line without an end may be the half of one: it decides nothing.
        guard var line = readLine(strippingNewline: false), line.last?.isNewline == true else {
          break review
        }
        line.removeLast()
        switch ReviewAnswer.read(line, about: item, checker: checker, who: name, day: day) {
        case .decided(let rows):
          try orFail { try writer.append(rows) }
          written += rows.count
          continue review
        case .skip: continue review
        case .quit: break review
        case .help: Console.out(ReviewText.help)
        case .problem(let reason): Console.out("  " + Escapes.terminal(reason))
        }
      }
    }
    Console.out("\n" + Self.written(written, to: file))
  }
}

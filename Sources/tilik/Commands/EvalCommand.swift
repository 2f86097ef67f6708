import ArgumentParser
import Dataset
import Lexicon
import Pipeline

struct EvalCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "eval",
    abstract: "Precision, recall and F1 of the claims by field, against hand labels.",
    discussion: """
      Examples:
        tilik eval --gold Tests/Fixtures/gold/corpus.jsonl
        tilik eval --gold Tests/Fixtures/gold/pages --set dev
        tilik eval --gold gold.jsonl --claims hasil/claims.jsonl --errors
      """)

  @Option(
    help: ArgumentHelp(
      "Hand labels: JSON Lines, one document a line, or a folder with a .yml a page. Repeatable.",
      valueName: "path"))
  var gold: [String]

  @Option(help: ArgumentHelp("Only documents of this set, such as heldout.", valueName: "name"))
  var set: String?

  @Option(help: ArgumentHelp("Claims to score: a claims.jsonl.", valueName: "file"))
  var claims: String?

  @Option(help: ArgumentHelp("Folder of the dataset to score.", valueName: "dir"))
  var output = "output"

  @Option(
    help: ArgumentHelp(
      "Names of units that are the same. Default: the pipeline's own tables.", valueName: "csv"))
  var units: String?

  @Flag(help: "List every fact that is missed or wrong.")
  var errors = false

  @Option(
    name: .customLong("min-f1"),
    help: ArgumentHelp("End with status 3 when the strict F1 is lower.", valueName: "0-1"))
  var minF1: Double?

  @Option(
    help: ArgumentHelp(
      "Put the figures into this table, which a report shows: its pipeline's report/accuracy.csv.",
      valueName: "csv"))
  var accuracy: String?

  @Option(
    name: .customLong("as"),
    help: ArgumentHelp(
      "What the label set is called in that table. Default: the path of the labels.",
      valueName: "name"))
  var setName: String?

  @OptionGroup var pipeline: PipelineOption

  func run() throws {
    let report = try orFail {
      let file = claims ?? output + "/claims.jsonl"
      let claims = try Files.read(file)
      return try Evaluation(units: names()).report(
        claims: claims, claimsFile: file,
        labels: gold.flatMap { try GoldDocument.read($0, set: set) })
    }
    for text in [report.text, errors ? report.errorText : ""] where !text.isEmpty {
      Console.out(text.hasSuffix("\n") ? String(text.dropLast()) : text)
    }
    if let accuracy { try orFail { try put(report, into: accuracy) } }
    if let minF1, report.strict.f1 < minF1 {
      throw Failure(["strict F1 \(report.strict.f1), expected at least \(minF1)"], status: .unmet)
    }
  }

  private func put(_ report: EvaluationReport, into file: String) throws {
    var table = AccuracyTable()
    if Files.kind(of: file) == .file {
      table = try AccuracyTable(csv: Files.read(file), file: file)
    }
    table.put(report, as: setName ?? (gold + [set].compactMap { $0 }).joined(separator: " "))
    try Files.write(table.csv, to: file)
  }

  private func names() throws -> UnitNames {
    if let units { return try UnitNames(csv: Files.read(units), file: units) }
    guard Files.kind(of: pipeline.path) == .folder else { return UnitNames() }
    return UnitNames(try Lexicon(folder: PipelineConfiguration(pipeline.path).lexicon))
  }
}

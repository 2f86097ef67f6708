import ArgumentParser
import Crawl
import Dataset
import Extract
import Pipeline

/// What Tilik costs beside the bare parse that it stands on, in one run. See docs/benchmarks.md.
@main
struct Bench: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bench",
    abstract: "Measures the stages against libxml2's bare tree parse of the same pages.")

  @Option(help: "Folder of saved pages.")
  var pages: String

  @Option(help: "The pipeline folder.")
  var pipeline = "pipelines/compliance"

  @Option(help: "Rounds of each comparison.")
  var rounds = 9

  @Option(help: "Only so many pages, evenly from all.")
  var limit: Int?

  @Option(help: "Write the figures as JSON to this file.")
  var json: String?

  @Option(
    help: "Write {id: {\"articleBody\": …}} of the pages to this file, for a scorer, and end.")
  var articles: String?

  @Option(help: "Run one piece of work alone, for counting its instructions: parse, extract, read.")
  var work: String?

  @Option(help: "How often that work is done.")
  var passes = 1

  @Flag(
    help: "Read the pages one after the other, passes times, print the peak of memory, and end.")
  var peak = false

  @Flag(help: "End with status 3 when an aim is missed.")
  var strict = false

  func run() throws {
    let stages = try Stages(PipelineConfiguration(pipeline))
    if peak { return try printPeak(stages) }
    let loaded = try Pages(folder: pages, limit: limit)
    if let articles { return try Articles.write(loaded, stages, to: articles) }
    let works = Works(stages, loaded)
    if let work {
      guard let body = works.named(work) else {
        throw ValidationError("no work “\(work)”; there are \(Works.names.joined(separator: ", "))")
      }
      for _ in 0..<passes { _ = body() }
      return
    }
    print("\(loaded.all.count) pages of \(pages), \(loaded.bytes / 1_000_000) MB\n")
    var figures: [Figure] = []
    for measure in Measures.all {
      let found = measure(works, rounds)
      for figure in found { print(figure.line) }
      figures += found
    }
    if let json { try Files.write(Array(Figure.json(figures).utf8), to: json) }
    if strict, figures.contains(where: \.isMissed) { throw ExitCode(3) }
  }

  /// Pages are let go once extracted, as in a run.
  private func printPeak(_ stages: Stages) throws {
    let crawler = try Crawler([pages])
    let references = try crawler.documents().filter { $0.format == .html }
    var characters = 0
    for _ in 0..<passes {
      for reference in references {
        characters += stages.extract(try crawler.read(reference)).text.count
      }
    }
    let name = "peak, \(references.count * passes) pages"
    print(Figure(name, Clock.peakMegabytes(), unit: "MB", aim: 150).line)
  }
}

import ArgumentParser
import Crawl
import Extract
import Pipeline
import Tag

struct TagCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tag",
    abstract: "Print the text of a page with everything that was recognised in it marked.",
    discussion: """
      Examples:
        tilik tag page.html
        tilik tag page.txt | grep score

      On a terminal the marks are colours (NO_COLOR turns them off); elsewhere they are
      ⟦kind:text⟧.
      """)

  @OptionGroup var pipeline: PipelineOption

  @Argument(help: "Saved page.")
  var file: [String]

  func run() throws {
    let stages = try pipeline.stages()
    let style: MarkedText.Style = Console.outTakesColour ? .colours : .brackets
    let failed = try Pages.each(of: file) { page, isOnly in
      let tagged = stages.tag(stages.extract(page))
      let rows = MentionReader(tagged, stages.interpret(tagged)).rows
      if !isOnly { Console.out("==> \(page.address) <==") }
      Console.out(MarkedText.of(tagged.article.text, rows, style: style))
      if style == .colours { Console.out("\n" + MarkedText.legend(rows)) }
    }
    if failed { throw Status.failures.exitCode }
  }
}

import ArgumentParser
import Crawl
import Dataset
import Extract
import Pipeline

struct ExtractCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "extract",
    abstract: "Print the main text of saved pages.",
    discussion: """
      Examples:
        tilik extract page.html
        tilik extract --format json page.html.gz | jq .title
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable { case text, json }

  @Option(help: "text, or json with title, date, text and blocks: one object a line.")
  var format = Format.text

  @OptionGroup var pipeline: PipelineOption

  @Argument(help: "Saved pages (.html, .htm, .xhtml, .txt, plain or .gz), or folders of them.")
  var file: [String]

  func run() throws {
    let extractor = try orFail { try Stages.extractor(PipelineConfiguration(pipeline.path)) }
    var isFirst = true
    let failed = try Pages.each(of: file) { page, isOnly in
      let article = extractor.extract(page)
      switch format {
      case .json: Console.out(ArticleJSON.of(article).line)
      case .text:
        if !isOnly { Console.out((isFirst ? "" : "\n") + "==> \(page.address) <==") }
        Console.out(String(decoding: article.text, as: UTF8.self))
        if let remark = article.remark { Console.complain("\(page.address): \(remark)") }
      }
      isFirst = false
    }
    if failed { throw Status.failures.exitCode }
  }
}

/// The pages that a command was given.
enum Pages {
  /// Reads page by page, in the order given; complains of those that cannot be read.
  /// - Returns: whether one could not be read.
  static func each(
    of paths: [String], _ body: (_ page: SavedPage, _ isOnly: Bool) throws -> Void
  ) throws -> Bool {
    var work: [(Crawler, DocumentReference)] = []
    for path in paths {
      let crawler = try orFail { try Crawler([path]) }
      work += try orFail { try crawler.documents() }.map { (crawler, $0) }
    }
    var failed = false
    for (crawler, reference) in work {
      do throws(CrawlError) {
        let page = try crawler.read(reference)
        do { try body(page, work.count == 1) } catch {
          throw .document(address: page.address, reason: "\(error)")
        }
      } catch {
        Console.complain("\(error)")
        failed = true
      }
    }
    return failed
  }
}

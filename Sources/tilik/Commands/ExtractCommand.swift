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
        tilik extract 'crawl.warc.gz#1290' 'pages.zip!2023/a.html'
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable { case text, json }

  @Option(help: "text, or json with title, date, text and blocks: one object a line.")
  var format = Format.text

  @OptionGroup var pipeline: PipelineOption

  @Argument(help: "Saved pages, archives or documents in them by their address, or folders.")
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
    var work: [(crawler: Crawler, stream: DocumentStream)] = []
    for path in paths {
      let crawler = try orFail { try Crawler([path]) }
      work.append((crawler, try orFail { try crawler.stream() }))
    }
    var failed = false
    // One document ahead, to know whether the first is the only one.
    var place = 0
    func next() -> (Crawler, CrawledDocument)? {
      while place < work.count {
        while let document = work[place].stream.next() {
          if case .irrelevant = document.omission { continue }
          if case .copy = document.omission { continue }
          return (work[place].crawler, document)
        }
        place += 1
      }
      return nil
    }
    var current = next()
    if current == nil {
      Console.complain("there is no document in " + paths.joined(separator: ", "))
    }
    failed = current == nil
    var isFirst = true
    while let (crawler, document) = current {
      current = next()
      do throws(CrawlError) {
        let page = try crawler.read(document)
        do { try body(page, isFirst && current == nil) } catch {
          throw .document(address: page.address, reason: "\(error)")
        }
      } catch {
        Console.complain("\(error)")
        failed = true
      }
      isFirst = false
    }
    return failed
  }
}

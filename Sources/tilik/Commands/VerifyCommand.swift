import ArgumentParser
import Crawl
import Pipeline

struct VerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Re-read the corpus and check that every quote stands where its row says.",
    discussion: """
      Examples:
        tilik verify output
        tilik verify hasil --corpus ~/pages

      Ends with status 1 when something differs, with a line for each row.
      """)

  @Argument(help: "Folder of the dataset.")
  var output = "output"

  @Option(
    help: ArgumentHelp(
      "The corpus that the dataset was made from. Default: as the dataset's run.json names it.",
      valueName: "dir"))
  var corpus: [String] = []

  func run() throws {
    let report = try orFail {
      let verifier = try Verifier(dataset: output)
      let paths = corpus.isEmpty ? try RunFile.corpora(of: output) : corpus
      let pages = try CorpusPages(Crawler(paths))
      return verifier.verify { try pages.bytes(of: $0) }
    }
    let text = report.text
    Console.out(text.hasSuffix("\n") ? String(text.dropLast()) : text)
    if !report.isClean { throw Status.failures.exitCode }
  }
}

/// The pages of a corpus by their address.
struct CorpusPages {
  private let crawler: Crawler
  private let references: [String: DocumentReference]

  init(_ crawler: Crawler) throws(CrawlError) {
    self.crawler = crawler
    references = Dictionary(try crawler.documents().map { ($0.address, $0) }) { first, _ in first }
  }

  func bytes(of address: String) throws(CrawlError) -> [UInt8] {
    guard let reference = references[address] else {
      throw .document(address: address, reason: "not in the corpus any more")
    }
    return try crawler.read(reference).bytes
  }
}

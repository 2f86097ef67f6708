import CParseFloor
import Crawl
import Extract
import Interpret
import Pipeline
import Tag

/// The pieces of work that are compared, each over all pages. What they return keeps the compiler from
/// leaving them out.
struct Works {
  let stages: Stages
  let pages: Pages
  /// The pages' articles, so that reading is measured without extraction.
  private let articles: [Article]

  static let names = ["parse", "extract", "read"]

  init(_ stages: Stages, _ pages: Pages) {
    self.stages = stages
    self.pages = pages
    articles = pages.all.map { stages.extract($0) }
  }

  func named(_ name: String) -> (() -> Int)? {
    switch name {
    case "parse": parse
    case "extract": extract
    case "read": read
    default: nil
    }
  }

  /// libxml2's tree of each page, built and freed.
  func parse() -> Int {
    var documents = 0
    for page in pages.all {
      page.bytes.withUnsafeBytes { bytes in
        let text = bytes.baseAddress?.assumingMemoryBound(to: CChar.self)
        documents += Int(parse_floor(text, bytes.count))
      }
    }
    return documents
  }

  /// The whole of Extract: bytes to article, with its ledger and the way back.
  func extract() -> Int {
    pages.all.reduce(0) { $0 + stages.extract($1).text.count }
  }

  /// Tag and Interpret: article to claims.
  func read() -> Int {
    articles.reduce(0) { $0 + stages.interpret(stages.tag($1)).claims.count }
  }
}

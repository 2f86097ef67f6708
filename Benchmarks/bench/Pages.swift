import Crawl

/// The pages of a benchmark, in memory.
struct Pages {
  let all: [SavedPage]
  let bytes: Int

  init(folder: String) throws {
    let crawler = try Crawler([folder])
    all = try crawler.documents().filter { $0.format == .html }.map { try crawler.read($0) }
    bytes = all.reduce(0) { $0 + $1.bytes.count }
  }
}

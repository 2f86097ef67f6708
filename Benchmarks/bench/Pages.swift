import Crawl

/// The pages of a benchmark, in memory.
struct Pages {
  let all: [SavedPage]
  let bytes: Int

  init(folder: String, limit: Int?) throws {
    let crawler = try Crawler([folder])
    let found = try crawler.documents().filter { $0.format == .html }
    let step = max(1, found.count / max(1, limit ?? found.count))
    all = try stride(from: 0, to: found.count, by: step).map { try crawler.read(found[$0]) }
    bytes = all.reduce(0) { $0 + $1.bytes.count }
  }
}

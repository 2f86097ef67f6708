import Testing

@testable import Crawl

/// Writes WARC files for tests.
enum WarcBuilder {
  /// One record with the two line ends behind it.
  static func record(_ fields: [String], _ block: [UInt8], length: Int? = nil) -> [UInt8] {
    let head =
      (["WARC/1.1"] + fields + ["Content-Length: \(length ?? block.count)", "", ""])
      .joined(separator: "\r\n")
    return Array(head.utf8) + block + Array("\r\n\r\n".utf8)
  }

  /// A page as a server gave it.
  static func response(
    _ body: [UInt8], url: String = "https://contoh.example/a", status: Int = 200,
    http: [String] = ["Content-Type: text/html; charset=utf-8"], fields: [String] = [],
    length: Int? = nil
  ) -> [UInt8] {
    let head = (["HTTP/1.1 \(status) X"] + http + ["", ""]).joined(separator: "\r\n")
    return record(
      [
        "WARC-Type: response", "WARC-Target-URI: \(url)", "WARC-Date: 2024-02-01T03:04:05Z",
        "Content-Type: application/http; msgtype=response",
      ] + fields, Array(head.utf8) + body, length: length)
  }

  static let info = record(
    ["WARC-Type: warcinfo", "Content-Type: application/warc-fields"], Array("a: b\r\n".utf8))

  /// Some pages that differ, as records.
  static func pages(_ count: Int) -> (bodies: [[UInt8]], records: [[UInt8]]) {
    let bodies = (0..<count).map { number in
      Array(
        "<p>Halaman \(number) \(String(repeating: "kata \(number * 7) ", count: 20 + number))</p>"
          .utf8)
    }
    return (bodies, bodies.map { response($0) })
  }

  static func chunked(_ bytes: [UInt8], _ size: Int) -> [UInt8] {
    var text: [UInt8] = []
    for start in stride(from: 0, to: bytes.count, by: size) {
      let piece = bytes[start..<min(start + size, bytes.count)]
      text += "\(String(piece.count, radix: 16));x=1\r\n".utf8
      text += piece
      text += "\r\n".utf8
    }
    return text + Array("0\r\n\r\n".utf8)
  }
}

/// What came of a document of a stream, in one line.
struct Outcome: Equatable, CustomStringConvertible {
  let address: String
  /// `page`, or the sort of omission.
  let kind: String
  let bytes: [UInt8]?
  let reason: String?

  var description: String { "\(address) \(kind) \(reason ?? "")" }

  static func all(_ paths: [String], limits: CrawlLimits = CrawlLimits()) throws -> [Outcome] {
    let crawler = try Crawler(paths, limits: limits)
    let stream = try crawler.stream()
    var all: [Outcome] = []
    while let document = stream.next() { all.append(Outcome(document, crawler)) }
    return all
  }

  init(_ document: CrawledDocument, _ crawler: Crawler) {
    address = document.reference.address
    switch document.omission {
    case .failed(let reason): (kind, bytes, self.reason) = ("failed", nil, reason)
    case .irrelevant(let reason): (kind, bytes, self.reason) = ("irrelevant", nil, reason)
    case .copy(let original, let reason):
      (kind, bytes, self.reason) = ("copy of \(original)", nil, reason)
    case nil:
      do throws(CrawlError) {
        let page = try crawler.read(document)
        (kind, bytes, reason) = ("page", page.bytes, page.remark)
      } catch {
        (kind, bytes, reason) = ("failed", nil, error.reason)
      }
    }
  }
}

import Crawl
import Foundation
import Testing

@testable import Extract

/// The sample corpus against its labels: what must stand in the text, and what must not.
struct CorpusTests {
  struct Label: Decodable, Sendable, CustomTestStringConvertible {
    let path: String
    let kind: String
    let title: String?
    let published: String?
    let must: [String]
    let mustNot: [String]
    var testDescription: String { path }

    enum CodingKeys: String, CodingKey {
      case path, title, published
      case kind = "page_kind"
      case must = "text_must"
      case mustNot = "text_must_not"
    }
  }

  static let labels: [Label] = {
    let file = Support.root.appendingPathComponent("Tests/Fixtures/gold/corpus.jsonl")
    guard let text = try? String(contentsOf: file, encoding: .utf8) else { return [] }
    return text.split(separator: "\n").compactMap {
      try? JSONDecoder().decode(Label.self, from: Data($0.utf8))
    }
  }()

  static func bytes(_ path: String) throws -> [UInt8] {
    let file = Support.root.appendingPathComponent("corpus/\(path)").resolvingSymlinksInPath()
    guard path.hasSuffix(".gz") else { return [UInt8](try Data(contentsOf: file)) }
    let gzip = Process()
    let pipe = Pipe()
    gzip.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    gzip.arguments = ["gzip", "-dc", file.path]
    gzip.standardOutput = pipe
    try gzip.run()
    return [UInt8](pipe.fileHandleForReading.readDataToEndOfFile())
  }

  static func squeeze(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  @Test func thereAreLabels() { #expect(Self.labels.count >= 40) }

  @Test(arguments: labels) func page(_ label: Label) throws {
    let bytes = try Self.bytes(label.path)
    let article = Support.extract(
      bytes, format: label.path.contains(".txt") ? .text : .html)
    let text = Self.squeeze(article.string(0..<article.text.count))
    for must in label.must { #expect(text.contains(Self.squeeze(must)), "missing: \(must)") }
    for not in label.mustNot { #expect(!text.contains(Self.squeeze(not)), "kept: \(not)") }
    #expect(article.title?.value == label.title)
    #expect(DateTests.show(article.published?.value)?.prefix(10).description == label.published)
    #expect(article.kind.rawValue == label.kind)
    #expect(SourceMapCheck.fault(of: article, raw: bytes) == nil)
  }
}

import Crawl
import Dataset
import Extract
import Foundation

@testable import Pipeline

/// Pages of a site in a folder of their own, read with the pipeline of the repository.
final class SavedSite {
  let folder: String

  private static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  static func pipeline() throws -> PipelineConfiguration {
    try PipelineConfiguration(root.path + "/pipelines/compliance")
  }

  init() {
    folder =
      FileManager.default.temporaryDirectory
      .appendingPathComponent("tilik-site-" + UUID().uuidString).path
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  /// Saves a page of news.
  /// - Parameters:
  ///   - url: what the page declares as its address; nil for none.
  ///   - head: further elements of the head.
  func save(
    _ name: String, title: String, url: String?, head: String = "", _ paragraphs: [String]
  ) throws {
    let canonical = url.map { "<link rel=\"canonical\" href=\"\($0)\">" } ?? ""
    let page = """
      <!DOCTYPE html><html lang="id"><head><meta charset="utf-8"><title>\(title)</title>
      <meta name="date" content="2024-01-16">\(canonical)\(head)</head><body><article>
      <h1>\(title)</h1>
      \(paragraphs.map { "<p>\($0)</p>" }.joined(separator: "\n"))
      </article></body></html>
      """
    let path = folder + "/corpus/" + name
    try FileManager.default.createDirectory(
      atPath: URL(fileURLWithPath: path).deletingLastPathComponent().path,
      withIntermediateDirectories: true)
    try Data(page.utf8).write(to: URL(fileURLWithPath: path))
  }

  /// Runs the pipeline over what was saved.
  func read(jobs: Int = 2) async throws -> SavedDataset {
    let output = folder + "/out\(jobs)"
    var run = Run(
      try Self.pipeline(), jobs: jobs, version: "9")
    run.corpora = [folder + "/corpus"]
    run.output = output
    _ = try await run { _ in }
    let pages = folder + "/corpus/"
    let report = try Verifier(dataset: output).verify {
      [UInt8](try Data(contentsOf: URL(fileURLWithPath: pages + $0)))
    }
    return SavedDataset(site: self, folder: output, verification: report)
  }
}

/// A dataset that was written, and whether its quotes stand where it says.
struct SavedDataset {
  /// Whose folder goes with it.
  let site: SavedSite
  let folder: String
  let verification: VerificationReport

  func rows(_ schema: TableSchema) throws -> [Record] {
    Array(try DatasetReader(folder: folder).table(schema).sorted().records)
  }

  /// The body of a document as it is extracted by itself, in code points.
  func body(of document: String) throws -> [Unicode.Scalar] {
    let page = try Crawler([site.folder + "/corpus"]).documents()
      .first { $0.address == document }.map { try Crawler([site.folder + "/corpus"]).read($0) }
    let extractor = try Stages.extractor(SavedSite.pipeline())
    guard let article = page.map({ extractor.extract($0) }) else { return [] }
    return Array(String(decoding: article.text[article.bodyStart...], as: UTF8.self).unicodeScalars)
  }

  func bytes(_ name: String) throws -> Data {
    try Data(contentsOf: URL(fileURLWithPath: folder + "/" + name))
  }
}

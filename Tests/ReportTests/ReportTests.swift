import Dataset
import Foundation
import Testing

@testable import Report

private let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
  .deletingLastPathComponent().deletingLastPathComponent().path
private let templates = root + "/pipelines/compliance/report"
private let golden = root + "/Tests/DatasetTests/Golden"

private func withReport(
  _ tables: [String: Table]? = nil, _ body: ([String: String]) throws -> Void
) throws {
  let folder = FileManager.default.temporaryDirectory
    .appendingPathComponent("tilik-report-" + UUID().uuidString).path
  defer { try? FileManager.default.removeItem(atPath: folder) }
  let tables = try tables ?? DatasetReader(folder: golden).tables()
  try ReportWriter(templates: templates).write(tables: tables, to: folder)
  var pages: [String: String] = [:]
  for name in try FileManager.default.subpathsOfDirectory(atPath: folder)
  where name.hasSuffix(".html") {
    pages[name] = String(
      decoding: try Data(contentsOf: URL(fileURLWithPath: folder + "/" + name)), as: UTF8.self)
  }
  try body(pages)
}

/// What stands between `before` and the next `after`, at every place.
private func pieces(of text: String, after before: String, upTo after: String) -> [String] {
  text.components(separatedBy: before).dropFirst().map {
    $0.components(separatedBy: after)[0]
  }
}

@Suite("The report") struct ReportTests {
  @Test("has its pages, with the values and the marked sentence") func pages() throws {
    try withReport { pages in
      #expect(
        pages.keys.sorted() == ["documents.html", "index.html", "method.html", "region/99.71.html"]
      )
      let region = try #require(pages["region/99.71.html"])
      #expect(region.contains("90,50"))
      #expect(
        region.contains("meraih nilai <mark data-field=\"nilai\" title=\"nilai\">90,50</mark> pada")
      )
      #expect(region.contains("(Kualitas Tertinggi)"), "derived values stand in brackets")
      #expect(region.contains("<span class=\"badge\">target</span>"))
      let documents = try #require(pages["documents.html"])
      #expect(documents.contains("gzip ends early"))
      let index = try #require(pages["index.html"])
      #expect(
        index.contains("<title id=\"zona-2-t\">Zona menurut tahun: Penilaian Kepatuhan</title>"))
      #expect(index.contains("2022: kuning 1; 2023: hijau 1</desc>"))
    }
  }

  @Test("escapes hostile text everywhere") func hostile() throws {
    try withReport { pages in
      for (name, page) in pages {
        #expect(!page.contains("<script>alert"), "\(name)")
        #expect(!page.contains("& <b>"), "\(name)")
      }
      #expect(
        pages["region/99.71.html"]?.contains(
          "&quot;<mark data-field=\"zona\" title=\"zona\">kuning</mark>&quot; &amp; &lt;b&gt;")
          == true)
    }
  }

  @Test("addresses that run code are no links") func addresses() throws {
    var documents = Table(Schema.documents)
    try documents.append([
      "document": "a", "status": "read", "title": "t", "url": "javascript:alert(1)",
    ])
    try withReport(["documents": documents]) { pages in
      #expect(pages["documents.html"]?.contains("javascript:") == false)
    }
  }

  @Test("every link inside leads to a page and a place that exist") func links() throws {
    try withReport { pages in
      for (name, page) in pages {
        let folder = name.contains("/") ? "region/" : ""
        for link in pieces(of: page, after: "href=\"", upTo: "\"") where !link.hasPrefix("http") {
          let parts = link.components(separatedBy: "#")
          var target = parts[0].isEmpty ? name : folder + parts[0]
          if parts[0].hasPrefix("../") { target = String(parts[0].dropFirst(3)) }
          let found = try #require(pages[target], "\(name) → \(link)")
          if parts.count > 1 {
            #expect(found.contains("id=\"\(parts[1])\""), "\(name) → \(link)")
          }
        }
      }
    }
  }

  @Test("asks nothing of the network") func offline() throws {
    try withReport { pages in
      for (name, page) in pages {
        #expect(page.contains("default-src 'none'"), "\(name)")
        #expect(pieces(of: page, after: " src=\"", upTo: "\"").isEmpty, "\(name)")
        #expect(!page.contains("<link") && !page.contains("@import") && !page.contains("url(http"))
      }
    }
  }

  @Test("same tables, same bytes") func deterministic() throws {
    try withReport { first in try withReport { second in #expect(first == second) } }
  }

  @Test("an empty dataset has a report") func empty() throws {
    try withReport([:]) { pages in
      #expect(pages.keys.sorted() == ["documents.html", "index.html", "method.html"])
    }
  }

  @Test("missing and broken templates are named") func badTemplates() throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("tilik-templates-" + UUID().uuidString).path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try Data("{{title}}".utf8).write(to: URL(fileURLWithPath: folder + "/index.mustache"))
    #expect(
      throws: ReportError.missingTemplates(
        ["region.mustache", "documents.mustache", "method.mustache"], folder: folder)
    ) { try ReportWriter(templates: folder) }
    try Data("{{#open}}".utf8).write(to: URL(fileURLWithPath: folder + "/index.mustache"))
    let error = #expect(throws: ReportError.self) { try ReportWriter(templates: folder) }
    #expect(error?.description.hasPrefix(folder + "/index.mustache: ") == true)
    #expect(throws: DatasetError.self) { try ReportWriter(templates: folder + "/nowhere") }
  }
}

@Suite("Pieces of the report") struct ReportPieceTests {
  /// ⟦ and ⟧ stand where the mark should be; `start` is where the quote begins in its part.
  @Test(
    "values are marked by code point",
    arguments: [
      ("“⟦Kota⟧” é 80,85", 7), ("é’⟦80,85⟧", 0), ("⟦a<b⟧&", 3),
    ])
  func marks(_ marked: String, _ start: Int) {
    let scalars = Array(marked.unicodeScalars)
    let open = scalars.firstIndex(of: "⟦")!
    let close = scalars.firstIndex(of: "⟧")! - 1
    let quote = marked.replacing("⟦", with: "").replacing("⟧", with: "")
    let quoted = MarkedQuote(
      quote: quote, start: start, end: start + quote.unicodeScalars.count,
      evidence: "x:\(start + open)-\(start + close)")
    let expected = Markup.escape(marked)
      .replacing("⟦", with: "<mark data-field=\"x\" title=\"x\">").replacing("⟧", with: "</mark>")
    #expect(quoted.html == expected)
    #expect(quoted.elsewhere.isEmpty)
  }

  @Test(
    "evidence that does not fit marks nothing",
    arguments: ["x:90-95", "x:5-99", "x:3-1", "x", "x:a-b", ";;", "x:-1-2"])
  func badEvidence(_ evidence: String) {
    let quoted = MarkedQuote(quote: "<abc>", start: 0, end: 5, evidence: evidence)
    #expect(quoted.html == "&lt;abc&gt;")
  }

  @Test("overlapping and equal spans") func overlaps() {
    let quoted = MarkedQuote(
      quote: "abcdef", start: 0, end: 6, evidence: "p:2-4;q:1-4;r:5-6;s:5-6;t:3-6")
    #expect(
      quoted.html
        == "a<mark data-field=\"q\" title=\"q\">bcd</mark>e"
        + "<mark data-field=\"r, s\" title=\"r, s\">f</mark>")
  }

  @Test(
    "file names are safe",
    arguments: [
      ("32.72", "32.72"), ("Kementerian X/Y", "kementerian-x-y"), ("../../etc", "etc"),
      ("…", "x"), ("", "x"), ("A  B", "a-b"),
    ])
  func fileNames(_ text: String, _ name: String) {
    #expect(Markup.fileName(text) == name)
  }
}

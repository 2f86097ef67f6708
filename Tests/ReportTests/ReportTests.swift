import Dataset
import Foundation
import Testing

@testable import Report

@Suite("The report") struct ReportTests {
  private static let pages = [
    "compare.html", "conflicts.html", "documents.html", "index.html", "method.html", "results.html",
    "review.html", "targets.html", "unknown.html",
  ]

  @Test("has its pages in both languages, with the values and the marked sentence")
  func pages() throws {
    try Sample.withReport(Sample.golden()) { files, _ in
      let own = files.keys.filter { !$0.hasPrefix("en/") && !$0.hasPrefix("assets/") }.sorted()
      #expect(Set(own).isSuperset(of: Self.pages + ["region/99.71.html"]))
      let english = files.keys.filter { $0.hasPrefix("en/") }.map { String($0.dropFirst(3)) }
      #expect(english.sorted() == own)
      let region = try #require(files["region/99.71.html"])
      #expect(region.contains("90,50"))
      #expect(
        region.contains("meraih nilai <mark data-field=\"nilai\" title=\"nilai\">90,50</mark> pada")
      )
      #expect(region.contains("(Kualitas Tertinggi)"), "derived values stand in brackets")
      #expect(region.contains("<span class=\"badge\">target</span>"))
      #expect(files["en/region/99.71.html"]?.contains("data-field=\"score\"") == true)
      #expect(files["en/region/99.71.html"]?.contains("<b class=\"\">90.50</b>") == true)
      #expect(files["documents.html"]?.contains("gzip ends early") == true)
      let index = try #require(files["index.html"])
      #expect(index.contains(">Zona menurut tahun: Penilaian Kepatuhan</title>"))
      #expect(index.contains("2022: kuning 1; 2023: hijau 1</desc>"))
      #expect(files["en/index.html"]?.contains("2022: yellow 1; 2023: green 1</desc>") == true)
    }
  }

  @Test("every link inside leads to a page and a place that exist, in both languages")
  func links() throws {
    let tables = try Sample.golden()
    try Sample.withReport(tables, savedPages: ["berita/a.html": "../corpus/a.html"]) { files, _ in
      for (name, page) in files where name.hasSuffix(".html") {
        let attributes =
          Sample.pieces(of: page, after: "href=\"", upTo: "\"")
          + Sample.pieces(of: page, after: "src=\"", upTo: "\"")
        for link in attributes where !link.hasPrefix("http") && !link.contains("corpus/") {
          let parts = link.components(separatedBy: "#")
          let target = parts[0].isEmpty ? name : resolve(parts[0], from: name)
          let found = try #require(files[target], "\(name) → \(link)")
          if parts.count > 1 {
            #expect(found.contains("id=\"\(parts[1])\""), "\(name) → \(link)")
          }
        }
      }
      #expect(files["region/99.71.html"]?.contains("href=\"../../corpus/a.html\"") == true)
      #expect(files["en/region/99.71.html"]?.contains("href=\"../../../corpus/a.html\"") == true)
    }
  }

  private func resolve(_ link: String, from page: String) -> String {
    var parts = page.components(separatedBy: "/").dropLast().map { $0 }
    for part in link.components(separatedBy: "/") {
      if part == ".." { parts = parts.dropLast() } else { parts.append(part) }
    }
    return parts.joined(separator: "/")
  }

  @Test("asks nothing of the network and runs no script but its own file") func offline() throws {
    try Sample.withReport(Sample.golden()) { files, _ in
      for (name, page) in files where name.hasSuffix(".html") {
        #expect(page.contains("default-src 'none'; style-src 'self'; script-src 'self'"), "\(name)")
        #expect(!page.contains("unsafe-inline") && !page.contains("url(http"), "\(name)")
        #expect(!page.contains(" style=\"") && !page.contains("<style"), "\(name)")
        for script in Sample.pieces(of: page, after: "<script ", upTo: ">") {
          #expect(
            script.hasSuffix("assets/report.js\" defer")
              || script.hasPrefix("type=\"application/json\""), "\(name): \(script)")
        }
      }
      for asset in files.keys where asset.hasPrefix("assets/") {
        #expect(
          files[asset]?.contains("http") == false && files[asset]?.contains("@import") == false)
      }
    }
  }

  @Test("hostile text stands in the pages as text") func hostile() throws {
    let tables = try Hostile.tables()
    try Sample.withReport(tables, texts: Hostile.documentTexts) { files, _ in
      for (name, page) in files where name.hasSuffix(".html") {
        for text in [
          "<script>window", "<img src=x", "<svg onload", "<base ", "</template></table></text",
        ] {
          #expect(!page.contains(text), "\(name): \(text)")
        }
        #expect(!page.contains("href=\"javascript:"), "\(name)")
        #expect(!page.contains("\u{0}") && page.utf8.count < 2_000_000, "\(name)")
      }
      #expect(files["region/11.71.html"]?.contains("&lt;script&gt;window.tilikHostile") == true)
      #expect(files["region/11.71.html"]?.contains("1136000 karakter lagi") == true)
    }
  }

  @Test("same tables, same bytes") func deterministic() throws {
    let tables = try Hostile.tables()
    try Sample.withReport(tables) { first, _ in
      try Sample.withReport(tables) { second, _ in #expect(first == second) }
    }
  }

  @Test("an empty dataset has a report") func empty() throws {
    try Sample.withReport([:]) { files, _ in
      #expect(files.keys.filter { !$0.contains("/") }.sorted() == Self.pages)
    }
  }

  @Test("no key of a template is left unfilled, and none of a text is left over") func texts()
    throws
  {
    let folder = try ReportFolder(Sample.templates)
    for words in folder.words {
      for (key, text) in words.texts { #expect(!text.isEmpty, "\(key) (\(words.language))") }
    }
    var used = Set(TextKey.allCases.map(\.rawValue))
    for name in try FileManager.default.contentsOfDirectory(atPath: Sample.templates)
    where name.hasSuffix(".mustache") {
      let text = try String(contentsOfFile: Sample.templates + "/" + name, encoding: .utf8)
      used.formUnion(Sample.pieces(of: text, after: "{{t.", upTo: "}}"))
    }
    let idle = Set(folder.words[0].texts.keys).filter { !$0.contains(".") }.subtracting(used)
    #expect(idle.isEmpty, "\(idle.sorted())")
  }
}

@Suite("A report's folder") struct ReportFolderTests {
  /// A copy of the pipeline's folder with one file changed.
  private func reason(_ file: String, _ change: (String) -> String?) throws -> String {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("tilik-templates-" + UUID().uuidString).path
    try FileManager.default.copyItem(atPath: Sample.templates, toPath: folder)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let path = folder + "/" + file
    if let changed = change(try String(contentsOfFile: path, encoding: .utf8)) {
      try Data(changed.utf8).write(to: URL(fileURLWithPath: path))
    } else {
      try FileManager.default.removeItem(atPath: path)
    }
    do {
      _ = try ReportWriter(templates: folder)
      return "nothing"
    } catch {
      return "\(error)".replacing(folder + "/", with: "").replacing(folder, with: "")
    }
  }

  @Test("says what is wrong and where") func problems() throws {
    #expect(try reason("season.mustache") { _ in nil }.contains("templates season.mustache"))
    #expect(try reason("index.mustache") { _ in "{{#open}}" }.hasPrefix("index.mustache: "))
    #expect(
      try reason("index.mustache") { $0 + "{{t.tidak_ada}}" }
        == "texts.csv: the report needs a row for tidak_ada")
    #expect(
      try reason("texts.csv") { $0.replacing("key,id,en", with: "key,en,id") }
        == "texts.csv:1: the header must be key,id,en")
    #expect(
      try reason("texts.csv") { "key,id,en\na,b,c\na,b,c\n" + $0.dropFirst(10) }
        == "texts.csv:3: the key a stands twice")
    #expect(
      try reason("tiles.csv") { $0 + "99,x,1,Satu\n" }.hasSuffix(
        "column and row must be whole numbers from 1"))
    #expect(try reason("tiles.csv") { $0 + "99,1\n" }.contains("2 cells under 4 columns"))
  }
}

@Suite("Pieces of the report") struct ReportPieceTests {
  @Test(
    "documents that say nothing of ours are counted, not listed; an anchor is its document's own")
  func listed() throws {
    let rows: [[String: Value]] = [
      ["document": "a", "status": "irrelevant", "reason": "names none"],
      ["document": "b", "status": "failed", "reason": "gzip ends early"],
      ["document": "c", "status": "duplicate", "duplicate_of": "d"],
      ["document": "d", "status": "read"],
    ]
    let documents = try Sample.table(Schema.documents, rows)
    let list = DocumentList(documents: documents, claims: Table(Schema.claims))
    #expect(list.listed.map { $0["document"].written } == ["b", "c"])
    #expect(list.count == 4 && list.statuses["irrelevant"] == 1)
    let fewer = DocumentList(
      documents: try Sample.table(Schema.documents, Array(rows[2...])),
      claims: Table(Schema.claims))
    #expect(fewer.anchors["c"] == list.anchors["c"] && list.anchors["c"] != list.anchors["b"])
  }

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

  @Test("a long quote is cut, and what stands behind the cut is named") func long() {
    let quote = String(repeating: "a", count: MarkedQuote.longest + 30)
    let quoted = MarkedQuote(
      quote: quote, start: 0, end: quote.count,
      evidence: "x:1-2;y:\(MarkedQuote.longest + 5)-\(MarkedQuote.longest + 9)")
    #expect(quoted.cut == 30)
    #expect(quoted.elsewhere == ["y"])
  }

  @Test(
    "file names are safe",
    arguments: [
      ("32.72", "32.72"), ("Kementerian X/Y", "kementerian-x-y"), ("../../etc", "etc"),
      ("…", "x"), ("", "x"), ("A  B", "a-b"),
      (String(repeating: "ab", count: 400), String(repeating: "ab", count: 50)),
    ])
  func fileNames(_ text: String, _ name: String) {
    #expect(Markup.fileName(text) == name)
  }

  @Test("data for scripts cannot end its element") func data() {
    #expect(Markup.data("</script><!--") == "\"\\u003c/script>\\u003c!--\"")
  }

  @Test("the paragraph around a sentence", arguments: [("body", "b c.", 4), ("title", "b c.", 2)])
  func passages(_ part: String, _ quote: String, _ start: Int) throws {
    let text = part == "title" ? "a b c. d" : "x\na b c. d\ny"
    let claims = try Sample.table(
      Schema.claims,
      [
        [
          "claim": "c", "document": "d", "part": Value(part), "status": "achieved",
          "negated": false, "derived": false, "quote": Value(quote), "start": .integer(start),
          "end": .integer(start + quote.count),
        ]
      ])
    let passages = Passages(
      claims: Array(claims.records),
      texts: try TextList([
        DocumentText(
          document: "d", title: part == "title" ? text : "", text: part == "title" ? "" : text)
      ]))
    #expect(passages["c"] == Passages.Passage(before: "a ", after: " d"))
  }
}

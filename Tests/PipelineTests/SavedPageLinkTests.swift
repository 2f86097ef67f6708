import Crawl
import Foundation
import Testing

@testable import Pipeline

@Suite("Links to the saved pages")
struct SavedPageLinkTests {
  @Test(
    "The way from the report to a page, as the path of a URL",
    arguments: [
      ("/a/corpus/b/c.html", "/a/output/report", "../../corpus/b/c.html"),
      ("/corpus/c.html", "/a/b/report", "../../../corpus/c.html"),
      ("/a/report/x.html", "/a/report", "x.html"),
      ("/a/javascript:alert(1).html", "/a/report", "../javascript%3Aalert%281%29.html"),
      ("/a/x y?#&\"<é.html", "/a/report", "../x%20y%3F%23%26%22%3C%C3%A9.html"),
    ])
  func relative(_ file: String, _ folder: String, _ link: String) {
    #expect(SavedPageLinks.relative(Array(file.utf8), to: Array(folder.utf8)) == link)
  }

  @Test(
    "Files of a corpus have links, also before the output is there; what lies in archives has none")
  func corpus() throws {
    let folder = FileManager.default.temporaryDirectory.resolvingSymlinksInPath()
      .appendingPathComponent("tilik-links-" + UUID().uuidString)
    let corpus = folder.appendingPathComponent("corpus/a")
    try FileManager.default.createDirectory(at: corpus, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try Data("<p>x</p>".utf8).write(to: corpus.appendingPathComponent("satu dua.html"))
    try Data("PK".utf8).write(to: corpus.appendingPathComponent("b.zip"))
    let crawler = try Crawler([folder.path + "/corpus"])
    #expect(
      SavedPageLinks.all(crawler, output: folder.path + "/out/")
        == ["a/satu dua.html": "../../corpus/a/satu%20dua.html"])
  }
}

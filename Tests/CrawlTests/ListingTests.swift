import Testing

@testable import Crawl

@Suite("Which files of a corpus are documents")
struct ListingTests {
  @Test(
    "Endings, in any case, plain or packed",
    arguments: [
      ("a.html", true), ("a.HTM", true), ("a.xhtml", true), ("a.txt", true), ("a.html.gz", true),
      ("a.TXT.GZ", true), ("isi.php_id_77.htm", true), ("a.css", false), ("a.gz", false),
      ("a.pdf", false), ("README.md", false), ("README.txt", false), (".a.html", false),
      (".html", false), ("html", false), ("a.html~", false),
    ])
  func endings(name: String, isDocument: Bool) throws {
    let corpus = CorpusFolder(names: [name])
    #expect(try corpus.addresses() == (isDocument ? [name] : []))
  }

  @Test("Order is that of the addresses' bytes, whatever the folders")
  func order() throws {
    let corpus = CorpusFolder(names: [
      "b.html", "a/z.html", "a.html", "B.html", "a-b/c.html", "é.txt",
    ])
    #expect(
      try corpus.addresses() == [
        "B.html", "a-b/c.html", "a.html", "a/z.html", "b.html", "é.txt",
      ])
  }

  @Test("The companion folder of a saved page is no document, one without a page is")
  func companions() throws {
    let corpus = CorpusFolder(names: [
      "satu.html", "satu_files/iklan.html", "dua.html.gz", "dua_files/x/iklan.html",
      "tiga_files/c.html", "empat.txt", "empat_files/d.html",
    ])
    #expect(
      try corpus.addresses() == [
        "dua.html.gz", "empat.txt", "empat_files/d.html", "satu.html", "tiga_files/c.html",
      ])
  }

  @Test("Hidden folders are passed by")
  func hidden() throws {
    let corpus = CorpusFolder(names: [".git/a.html", ".a/b/c.txt", "d.html"])
    #expect(try corpus.addresses() == ["d.html"])
  }

  @Test("Links out of the corpus are not followed; links inside it are, and loops end")
  func links() throws {
    let outside = CorpusFolder(names: ["rahasia.html", "sub/juga.html"])
    let corpus = CorpusFolder(names: ["a/satu.html", ".store/dua.html"])
    corpus.link("keluar.html", to: outside.path + "/rahasia.html")
    corpus.link("folder-keluar", to: outside.path + "/sub")
    corpus.link("a/putar", to: "..")
    corpus.link("a/diri", to: "diri")
    corpus.link("lagi", to: "a")
    corpus.link("dua.html", to: ".store/dua.html")
    corpus.link("simpanan", to: ".store")
    #expect(try corpus.addresses() == ["a/satu.html", "dua.html", "simpanan/dua.html"])
  }

  @Test("A link that leads nowhere is a document that fails")
  func dangling() throws {
    let corpus = CorpusFolder()
    corpus.link("hilang.html", to: "tidak-ada.html")
    #expect(try corpus.addresses() == ["hilang.html"])
    #expect(throws: CrawlError.self) { try corpus.page("hilang.html") }
  }

  @Test("Several corpora: addresses begin with the shortest names that tell them apart")
  func several() throws {
    let top = CorpusFolder(names: ["x/berita/a.html", "y/berita/a.html", "z/a.html", "z/b.txt"])
    let paths = ["/x/berita", "/y/berita/", "/z", "/z/../z", "/z/b.txt"].map { top.path + $0 }
    #expect(
      try Crawler(paths).documents().map(\.address) == [
        "b.txt", "x/berita/a.html", "y/berita/a.html", "z/a.html", "z/b.txt",
      ])
  }

  @Test("A single file stands under its name")
  func singleFile() throws {
    let corpus = CorpusFolder(names: ["dalam/a.html.gz", "dalam/a.pdf"])
    let path = corpus.path + "/dalam/a.html.gz"
    #expect(try Crawler([path]).documents().map(\.address) == ["a.html.gz"])
    #expect(throws: CrawlError.self) { try Crawler([corpus.path + "/dalam/a.pdf"]) }
  }

  @Test("A corpus that is not there is an error in one line")
  func missing() {
    let error = #expect(throws: CrawlError.self) { try Crawler(["/tidak/ada"]) }
    #expect(error?.description == "corpus /tidak/ada: No such file or directory")
  }
}

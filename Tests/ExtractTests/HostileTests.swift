import Crawl
import Testing

@testable import Extract

/// Pages that break parsers: bounded time, bounded memory, and a word about what happened.
///
/// A page that takes quadratic time runs into the suite's limit; how fast pages are is for benchmarks.
@Suite(.timeLimit(.minutes(5)))
struct HostileTests {
  static func bytes(_ text: String, times: Int, _ rest: String = "") -> [UInt8] {
    var result: [UInt8] = []
    let piece = Array(text.utf8)
    result.reserveCapacity(piece.count * times + rest.utf8.count)
    for _ in 0..<times { result += piece }
    return result + Array(rest.utf8)
  }

  @Test func deepNesting() throws {
    let text = "Zona hijau untuk kota ini, kata Ombudsman."
    let article = Support.extract(Self.bytes("<div>", times: 10_000, text))
    #expect(article.bodyText == text)
    #expect(try #require(article.remark).contains("nested"))
  }

  @Test func aMillionAttributes() {
    let attributes = (0..<1_000_000).map { "a\($0)=1" }.joined(separator: " ")
    #expect(Support.extract("<p \(attributes)>Isi tetap ada.</p>").bodyText == "Isi tetap ada.")
  }

  @Test func aPageBeyondTheLimit() throws {
    let page = Self.bytes("<p>Paragraf ini menyebut nilai 80,85 di kota itu.</p>\n", times: 40_000)
    let extractor = Extractor(ExtractOptions(pageLimit: 1 << 20))
    #expect(page.count > 2 << 20)
    let article = extractor.extract(
      SavedPage(address: "besar.html", bytes: page, format: .html, sha256: ""))
    #expect(try #require(article.remark).contains("only the first"))
    #expect(article.losses.unread > 0)
    #expect(!article.text.isEmpty)
  }

  @Test(arguments: [
    ("end tags without a start", "<font>x</b></i></section>"), ("open quotations", "<a href=\""),
    ("comments without an end", "<!--"), ("instructions", "<?"), ("angle brackets", "<"),
    ("ampersands", "&"), ("tables in tables", "<table><tr><td>"), ("lists in lists", "<ul><li>"),
    ("forms", "<form><p>a</form>"), ("noscript", "<noscript>"), ("headers", "<header>"),
    ("mismatched", "<div><b><i></p></span>"),
    ("cells", "<table><tr><td colspan=1000 rowspan=60000>x"),
  ])
  func repeatedMarkup(_ name: String, _ piece: String) {
    let page = Self.bytes(piece, times: 30_000, "teks terakhir.")
    let article = Support.extract(page)
    #expect(article.losses.decoded == article.losses.accounted, "\(name)")
    #expect(!article.text.isEmpty || article.remark != nil, "\(name)")
  }

  @Test func nothingIsLostUnsaid() throws {
    for page in ["", "   \n", "<html><body></body></html>", "<img src=x>", "<script>x</script>"] {
      let article = Support.extract(page)
      #expect(article.text.isEmpty)
      #expect(article.remark != nil)
      #expect(article.losses.decoded == article.losses.accounted)
    }
    let open = Support.extract("\(Support.paragraph)<script>var a = 1; ")
    #expect(open.bodyText.contains("Petugas loket"))
    #expect(open.losses.cut > 0)
    #expect(try #require(open.remark).contains("script"))
  }

  @Test func binariesAreNotText() throws {
    var state: UInt64 = 7
    let noise = (0..<200_000).map { _ -> UInt8 in
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return UInt8(truncatingIfNeeded: state >> 33)
    }
    let article = Support.extract([0x89, 0x50, 0x4E, 0x47] + noise)
    #expect(article.text.isEmpty)
    #expect(try #require(article.remark).contains("not text"))
  }

  @Test func unclosedEverything() {
    let article = Support.extract(
      "<html><body><div><p>Satu kalimat <b>tebal <table><tr><td>sel <ul><li>butir <a href=\"x>y")
    #expect(article.bodyText.contains("Satu kalimat tebal"))
  }
}

import Crawl
import Foundation
import Testing

@testable import Extract

@Suite("What the library's documentation shows")
struct DocumentationTests {
  /// The statements of `Extract.docc/ReadingAPage.md`.
  @Test("A page is read, and its text leads back to its bytes")
  func reading() throws {
    let html = """
      <html><head><title>Kota Batu Naik</title></head><body><nav><a href="/">Beranda</a></nav>
      <article><h1>Kota Batu Naik</h1><p>Kota Batu meraih nilai 84,92 &amp; piagam pada 2023.</p>
      </article></body></html>
      """
    let bytes = [UInt8](html.utf8)
    let page = SavedPage(address: "berita/batu.html", bytes: bytes, format: .html, sha256: "")
    let article = Extractor().extract(page)
    #expect(article.title?.value == "Kota Batu Naik")
    let paragraphs = article.blocks.filter { $0.kind == .paragraph }
    let said = paragraphs.map { String(decoding: article.text[$0.range], as: UTF8.self) }
    #expect(said == ["Kota Batu meraih nilai 84,92 & piagam pada 2023."])
    let place = try #require(article.sourceMap.raw(of: article.blocks[1].range))
    #expect(
      String(decoding: bytes[place], as: UTF8.self)
        == "Kota Batu meraih nilai 84,92 &amp; piagam pada 2023.")
    #expect(article.losses.accounted == article.losses.decoded)
  }
}

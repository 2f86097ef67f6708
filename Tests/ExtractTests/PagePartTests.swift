import Crawl
import Testing

@testable import Extract

@Suite("The parts of an article that was split over pages")
struct PagePartTests {
  @Test(
    "Marks in addresses",
    arguments: [
      ("https://a.example/read/7/judul.html?page=2", "a.example/read/7/judul.html", 2),
      ("https://a.example/judul-berita?halaman=3&utm_source=x", "a.example/judul-berita", 3),
      ("https://a.example/index.php?id=7&hal=2", "a.example/index.php?id=7", 2),
      ("https://a.example/2024/judul-berita/2/", "a.example/2024/judul-berita", 2),
      ("https://a.example/judul-berita/page/4", "a.example/judul-berita", 4),
      ("https://a.example/judul/halaman-2", "a.example/judul", 2),
      ("https://a.example/judul-berita?p=2", "a.example/judul-berita", 2),
    ])
  func numbers(_ written: String, _ base: String, _ number: Int) throws {
    let (address, mark) = try #require(PageAddress(written)).split()
    #expect(address.key == base)
    guard case .number(let found, _)? = mark else { return #expect(mark != nil) }
    #expect(found == number)
  }

  @Test(
    "The whole article",
    arguments: [
      "https://a.example/judul?page=all", "https://a.example/judul?single=1",
      "https://a.example/judul?showpage=all", "https://a.example/judul?halaman=semua",
    ])
  func wholes(_ written: String) throws {
    let (address, mark) = try #require(PageAddress(written)).split()
    #expect(address.key == "a.example/judul" && mark == .whole)
  }

  @Test(
    "Numbers that are no parts",
    arguments: [
      "https://a.example/?p=12", "https://a.example/2024/01/16", "https://a.example/berita/12",
      "https://a.example/judul-berita/2024", "https://a.example/judul-berita/07",
      "https://a.example/judul?page=2023", "https://a.example/judul?id=2",
      "https://a.example/judul-berita-2", "https://a.example/12",
    ])
  func others(_ written: String) throws {
    let address = try #require(PageAddress(written))
    #expect(address.split().mark == nil && address.split().address == address)
  }

  @Test(
    "Marks at the end of titles",
    arguments: [
      ("Rapor Kota Contoh - Halaman 2", "Rapor Kota Contoh", 2),
      ("Rapor Kota Contoh Halaman 2 dari 3", "Rapor Kota Contoh", 2),
      ("Rapor Kota Contoh (2)", "Rapor Kota Contoh", 2),
      ("Rapor Kota Contoh (2/3)", "Rapor Kota Contoh", 2),
      ("Rapor Kota Contoh | Page 3 of 5", "Rapor Kota Contoh", 3),
      ("Rapor Kota Contoh (Hal. 2)", "Rapor Kota Contoh", 2),
      ("Rapor Kota Contoh 2023", "Rapor Kota Contoh 2023", 0),
      ("Sepuluh Kota di Halaman 2024", "Sepuluh Kota di Halaman 2024", 0),
      ("Anggaran Naik (2023)", "Anggaran Naik (2023)", 0),
      ("Halaman 2", "Halaman 2", 0),
      ("Naik 2 dari 3", "Naik 2 dari 3", 0),
    ])
  func titles(_ written: String, _ plain: String, _ number: Int) {
    let (title, mark) = PartMark.split(title: written)
    #expect(title == plain)
    var found = 0
    if case .number(let value, _)? = mark { found = value }
    #expect(found == number)
  }

  private func part(
    _ head: String, title: String = "Rapor layanan kota", address: String = "a.html",
    before: String = ""
  ) -> PagePart? {
    let page = before + Support.page("<h1>\(title)</h1>\(Support.paragraph)", head: head)
    return PagePart(
      Support.extractor.extract(
        SavedPage(address: address, bytes: Array(page.utf8), format: .html, sha256: "")))
  }

  private func link(_ rel: String, _ href: String) -> String {
    #"<link rel="\#(rel)" href="\#(href)">"#
  }

  @Test("What a page is saved from, declares and links says which part it is")
  func sources() {
    let base = "https://a.example/rapor"
    let canonical = link("canonical", base)
    let cases: [(String, PagePart?)] = [
      ("its canonical address", part(link("canonical", base + "?page=2"))),
      (
        "the address it was saved from",
        part(
          canonical, before: "<!DOCTYPE html>\n<!-- saved from url=(0030)\(base)?page=2 -->\n")
      ),
      (
        "the address that an extension notes",
        part(
          canonical,
          before: "<!DOCTYPE html><!--\n Page saved with SingleFile \n url: \(base)?page=2 \n-->"
        )
      ),
      (
        "og:url",
        part(canonical + #"<meta property="og:url" content="\#(base)?page=2">"#)
      ),
      ("its file's name", part(canonical, address: "x/rapor?page=2.html")),
      (
        "the same where ? cannot stand in names", part(canonical, address: "x/rapor@page=2.html.gz")
      ),
      ("the part before, without a mark", part(canonical + link("prev", base))),
      ("the part before", part(canonical + link("prev", "?page=1"))),
      ("the part behind", part(canonical + link("next", base + "?page=3"))),
      ("its title", part(canonical, title: "Rapor layanan kota - Halaman 2")),
    ]
    for (source, part) in cases {
      #expect(part?.number == 2, "\(source)")
      #expect(part?.base == "a.example/rapor", "\(source)")
      #expect(part?.title == Array("raporlayanankota".utf8), "\(source)")
    }
    #expect(part(canonical)?.number == nil)
    #expect(part(canonical + link("prev", "https://a.example/berita-lain"))?.number == nil)
    #expect(part(canonical + link("next", "/berita-lain"))?.number == nil)
  }

  @Test("Without an address, files beside each other have one base")
  func files() {
    let first = part("", address: "x/rapor.html")
    let second = part("", address: "x/rapor?halaman=2.html")
    #expect(first?.base == second?.base && second?.number == 2)
    #expect(part("", address: "y/rapor.html")?.base != first?.base)
    // A site's front page, named as the address of all its pages, is none.
    #expect(
      part(link("canonical", "https://a.example/"), address: "x/rapor.html")?.base == first?.base)
  }

  @Test("A page saved by a browser is known by the address in its note")
  func savedFrom() {
    let note = "<!-- saved from url=(0031)https://a.example/berita/rapor -->"
    let article = Support.extract(note + Support.page(Support.paragraph))
    #expect(article.url == Sourced("https://a.example/berita/rapor", source: "comment"))
    let local = Support.extract(
      "<!-- saved from url=(0014)about:internet -->" + Support.page(Support.paragraph))
    #expect(local.url == nil)
  }

  @Test("How much of one article stands in another")
  func share() {
    func article(_ parts: Range<Int>) -> Article {
      Support.extract(
        Support.page(
          parts.map {
            "<p>Paragraf ke-\($0) dari laporan ini bercerita tentang loket nomor \($0 + 10) di kota itu.</p>"
          }.joined()))
    }
    #expect(article(0..<4).share(in: article(0..<8)) == 1)
    #expect(article(0..<4).share(in: article(2..<8)) == 0.5)
    #expect(article(0..<4).share(in: article(4..<8)) == 0)
    #expect(Article(address: "").share(in: article(0..<4)) == 0)
  }
}

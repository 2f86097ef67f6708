import Crawl
import Testing

@testable import Extract

@Suite("What repeats itself over a site's pages")
struct SiteTemplateTests {
  static let teaser = "Simak liputan khusus layanan publik hanya di kanal kami"
  static let invitation =
    "Ikuti kabar terbaru dari redaksi melalui saluran pesan kami, dan sampaikan laporan Anda di sana."

  /// A page whose own text nobody else has.
  struct Page {
    var number: Int
    var title: String
    var site = "https://kabar.example"
    /// Before, between and behind the page's own paragraphs.
    var inside: [String] = []
    var behind: [String] = []
    var paragraphs = 2

    init(_ number: Int, inside: [String] = [], behind: [String] = []) {
      self.number = number
      title = "Berita nomor \(number) tentang loket"
      self.inside = inside
      self.behind = behind
    }

    private func own(_ part: Int) -> String {
      """
      <p>Warga desa ke-\(number) datang ke loket \(part) sejak pagi untuk mengurus surat, lalu pulang \
      dengan berkas lengkap setelah menunggu \(number * 7 + part) menit di ruang tunggu kantor itu.</p>
      """
    }

    var saved: SavedPage {
      let head =
        site.isEmpty ? "" : "<link rel=\"canonical\" href=\"\(site)/2024/berita-\(number)\">"
      let before = paragraphs > 0 ? own(1) : ""
      let after = paragraphs > 1 ? own(2) : ""
      let body =
        "<h1>\(title)</h1>" + before + inside.map(Self.markup).joined() + after
        + behind.map(Self.markup).joined()
      return SavedPage(
        address: "\(number).html", bytes: Array(Support.page(body, head: head).utf8),
        format: .html, sha256: "")
    }

    private static func markup(_ text: String) -> String {
      text.hasPrefix("<") ? text : "<p>\(text)</p>"
    }
  }

  /// The pages as they are read in the light of one another.
  static func read(
    _ pages: [Page], isNeeded: (Range<Int>) -> Bool = { _ in false }
  ) -> [Article] {
    let articles = pages.map { Support.extractor.extract($0.saved) }
    var templates = SiteTemplates()
    let outlines = articles.map { PageOutline($0, isNeeded: isNeeded) }
    for case let outline? in outlines { templates.add(outline) }
    let found = templates.found()
    return zip(pages, zip(articles, outlines)).map { page, first in
      guard let outline = first.1, let template = found[outline.site], template.isOn(outline) else {
        return first.0
      }
      return Support.extractor.extract(page.saved, without: template)
    }
  }

  @Test("A line between paragraphs and an invitation at the end are dropped, and counted")
  func furniture() throws {
    let pages = (1...6).map { Page($0, inside: [Self.teaser], behind: [Self.invitation]) }
    for (page, article) in zip(pages, Self.read(pages)) {
      let alone = Support.extractor.extract(page.saved)
      #expect(alone.bodyText.contains(Self.teaser) && alone.bodyText.contains(Self.invitation))
      #expect(
        !article.bodyText.contains(Self.teaser) && !article.bodyText.contains(Self.invitation))
      #expect(article.blocks.count == alone.blocks.count - 2)
      #expect(article.bodyText.contains("desa ke-\(page.number)"))
      #expect(article.losses.template == Self.teaser.utf8.count + Self.invitation.utf8.count)
      #expect(article.losses.kept + article.losses.template == alone.losses.kept)
      #expect(SourceMapCheck.fault(of: article, raw: page.saved.bytes) == nil)
    }
  }

  @Test("It is furniture however a page sets it, and in whatever order the pages come")
  func spelling() {
    let spellings = [
      "Simak liputan  khusus\nlayanan publik hanya di kanal kami",
      "<p>SIMAK &mdash; Liputan "
        + "Khusus Layanan&nbsp;Publik hanya di&shy; kanal <b>kami</b>!</p>", Self.teaser,
      "“Simak liputan khusus layanan publik hanya di kanal kami”",
    ]
    let pages = spellings.enumerated().map { Page($0 + 1, inside: [$1]) }
    let forward = Self.read(pages)
    #expect(
      forward.allSatisfy { $0.losses.template > 0 && !$0.bodyText.lowercased().contains("simak") })
    let backward = Self.read(pages.reversed())
    #expect(backward.reversed().map(\.text) == forward.map(\.text))
  }

  @Test(
    "What is no furniture stays",
    arguments: [
      ("on three pages", (1...3).map { Page($0, inside: [teaser]) }),
      ("on fewer than half", (1...10).map { Page($0, inside: $0 < 5 ? [teaser] : []) }),
      (
        "one article in five editions",
        (1...5).map {
          var page = Page($0, inside: [teaser])
          page.title = "Judul yang sama di semua edisi"
          return page
        }
      ),
      (
        "one article under five titles",
        (1...5).map {
          var page = Page(7, behind: [invitation])
          page.title = "Judul edisi ke-\($0) untuk berita ini"
          return page
        }
      ),
      (
        "on pages of nowhere",
        (1...6).map {
          var page = Page($0, inside: [teaser])
          page.site = ""
          return page
        }
      ),
      (
        "on pages of several sites",
        (1...6).map {
          var page = Page($0, inside: [teaser])
          page.site = "https://kabar\($0 % 2).example"
          return page
        }
      ),
      ("figures differ", (1...6).map { Page($0, inside: ["\(teaser) nomor \($0)"]) }),
      ("a heading", (1...6).map { Page($0, inside: ["<h2>\(teaser)</h2>"]) }),
      ("an item", (1...6).map { Page($0, inside: ["<ul><li>\(teaser)</li></ul>"]) }),
      (
        "a row",
        (1...6).map { Page($0, inside: ["<table><tr><td>\(teaser)<td>1<tr><td>2<td>3</table>"]) }
      ),
      (
        "a paragraph between others",
        (1...6).map { Page($0, inside: [invitation + " " + invitation + " " + invitation]) }
      ),
      (
        "most of a page",
        (1...6).map {
          var page = Page($0, behind: [invitation + " " + invitation])
          page.paragraphs = 1
          return page
        }
      ),
      (
        "the recitals of regulations",
        (1...6).map {
          Page(
            $0,
            inside: [
              "<p>Menimbang: bahwa pelayanan perlu diatur;</p>", "<p>MEMUTUSKAN:</p>",
              "<p>Menetapkan: PERATURAN INI.</p>", "<p>Pasal 1</p>",
              "<p>Pasal 2</p>",
            ])
        }
      ),
    ])
  func stays(_ reason: String, _ pages: [Page]) {
    for (page, article) in zip(pages, Self.read(pages)) {
      #expect(article.losses.template == 0, "\(reason): \(article.marked)")
      #expect(article.text == Support.extractor.extract(page.saved).text, "\(reason)")
    }
  }

  @Test("What one page leans on stays on all of them")
  func needed() {
    let pages = (1...6).map { Page($0, inside: [Self.teaser], behind: [Self.invitation]) }
    let third = Support.extractor.extract(pages[2].saved)
    let place = third.blocks.first { third.string($0.range) == Self.teaser }?.range
    let articles = Self.read(pages) { $0 == place }
    #expect(articles.allSatisfy { $0.bodyText.contains(Self.teaser) })
    #expect(articles.allSatisfy { !$0.bodyText.contains(Self.invitation) })
  }

  @Test("A page of nothing but furniture keeps it")
  func onlyFurniture() {
    var pages = (1...6).map { Page($0, inside: [Self.teaser], behind: [Self.invitation]) }
    pages[5].paragraphs = 0
    let articles = Self.read(pages)
    #expect(articles[5].bodyText.contains(Self.invitation))
    #expect(articles[5].text == Support.extractor.extract(pages[5].saved).text)
    #expect(articles[5].losses.template == 0)
    #expect(articles[..<5].allSatisfy { $0.losses.template > 0 })
  }

  @Test("A copy under another title is rid of furniture that other pages bear out")
  func copies() {
    var pages = (1...5).map { Page($0, inside: [Self.teaser], behind: [Self.invitation]) }
    pages.append(Page(5, inside: [Self.teaser], behind: [Self.invitation]))
    pages[5].title = "Judul lain untuk berita nomor lima"
    for article in Self.read(pages) {
      #expect(article.losses.template > 0 && article.blocks.count == 3, "\(article.marked)")
    }
  }

  @Test("Pages without an address are told apart by their publisher")
  func publishers() {
    func site(_ head: String) -> String? {
      PageOutline.site(of: Support.extract(Support.page(Support.paragraph, head: head)))
    }
    let name = #"<meta property="og:site_name" content="Kabar  Contoh!">"#
    #expect(site(name) == site(#"<meta property="og:site_name" content="kabar contoh">"#))
    #expect(site(name + #"<link rel="canonical" href="https://a.example/x">"#) == "a.example")
    #expect(site("") == nil)
  }

  @Test(
    "One page's addresses",
    arguments: [
      ("https://www.kabar.example/a/b/", "kabar.example/a/b"),
      ("http://m.kabar.example:8080/a/b#atas", "kabar.example/a/b"),
      ("https://KABAR.example/a/b?utm_source=x&id=3&fbclid=y", "kabar.example/a/b?id=3"),
      ("https://m.example/a", "m.example/a"),
      ("/a/b?page=2", "/a/b?page=2"),
    ])
  func addresses(_ written: String, _ key: String) {
    #expect(PageAddress(written)?.key == key)
  }

  @Test("What is no address of a page", arguments: ["mailto:a@b.example", "ftp://a.example/x"])
  func noAddress(_ written: String) {
    #expect(PageAddress(written).map { $0.host.isEmpty } ?? true)
  }
}

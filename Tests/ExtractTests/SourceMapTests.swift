import Crawl
import Testing

@testable import Extract

struct SourceMapTests {
  /// Random pages from pieces that are hard on positions, the same in every run.
  static func randomPage(_ seed: UInt64) -> [UInt8] {
    var state = seed &* 0x9E37_79B9_7F4A_7C15 | 1
    func next(_ bound: Int) -> Int {
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      return Int(state % UInt64(bound))
    }
    let pieces: [String] = [
      "<p>", "</p>", "<div class=\"a b\">", "</div>", "<b>", "</b>", "<br>", "<br/>", "<ul><li>",
      "</ul>",
      "<table><tr><td>", "<td>", "<tr>", "</table>", "<h2>", "</h2>", "&amp;", "&lt;", "&#8220;",
      "&#x93;",
      "&nbsp;", "&eacute;", "&unknown;", "&", "<", "<3 ", "a < b", "\u{A0}", "—", "“kutipan”", "é",
      "😀", "\r\n",
      "\n\t ", "  ", "nilai 80,85 ", "zona hijau. ", "Kota Metro, ", "aaaaaaaa", "<!-- x < y -->",
      "<script>if (a<b) {'</p>'}</script>", "<a href='x'>tautan</a> ", "<span title=\"a>b\">",
      "</span>",
      "\u{AD}", "\u{200B}", "<o:p>", "</o:p>", "<img src=x>", "&#10;", "<p class=x", "\0", "\u{1}",
      String(repeating: "kata yang panjang sekali ", count: 60), String(repeating: "é", count: 700),
      String(repeating: "x", count: 1500),
    ]
    var page: [UInt8] = Array("<html><body><article>".utf8)
    for _ in 0..<(20 + next(80)) { page += Array(pieces[next(pieces.count)].utf8) }
    switch next(6) {
    case 0:  // Not quite UTF-8.
      for _ in 0..<5 { page.insert(UInt8(0x80 + next(0x80)), at: 21 + next(page.count - 20)) }
    case 1:
      return CharsetTests.utf16(
        String(decoding: page, as: UTF8.self), littleEndian: next(2) == 0, mark: true)
    case 2: page = [0xEF, 0xBB, 0xBF] + page
    default: break
    }
    return page
  }

  @Test func everyCharacterOfARandomPageLeadsBack() {
    for seed in 1...250 {
      let page = Self.randomPage(UInt64(seed))
      let article = Support.extract(page)
      let fault = SourceMapCheck.fault(of: article, raw: page)
      #expect(fault == nil, "seed \(seed)")
    }
  }

  @Test func everyCharacterOfRandomTextLeadsBack() {
    for seed in 1...100 {
      let page = Self.randomPage(UInt64(seed))
      let article = Support.extract(page, format: .text)
      let fault = SourceMapCheck.fault(of: article, raw: page)
      #expect(fault == nil, "seed \(seed)")
    }
  }

  @Test func aQuoteLeadsToItsBytes() throws {
    let html = Support.page(
      "\(Support.paragraph)<p>Nilainya&nbsp;80,85, <b>zona</b> &quot;hijau&quot; sekali.</p>")
    let article = Support.extract(html)
    let quote = Array("80,85, zona \"hijau\"".utf8)
    let start = try #require(
      (0..<(article.text.count - quote.count)).first {
        article.text[$0..<($0 + quote.count)].elementsEqual(quote)
      })
    let raw = try #require(article.sourceMap.raw(of: start..<(start + quote.count)))
    #expect(
      String(decoding: Array(html.utf8)[raw], as: UTF8.self)
        == "80,85, <b>zona</b> &quot;hijau&quot;")
  }
}

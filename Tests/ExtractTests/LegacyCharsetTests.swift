import Crawl
import Testing

@testable import Extract

/// Character sets other than Unicode and windows-1252, which a page must declare.
struct LegacyCharsetTests {
  static let samples: [(label: String, name: String, bytes: [UInt8], text: String)] = [
    ("iso-8859-2", "iso-8859-2", [0xA3, 0xF3, 0x64, 0xBC], "Łódź"),
    ("iso-8859-5", "iso-8859-5", [0xBF, 0xE0, 0xD8, 0xD2, 0xD5, 0xE2], "Привет"),
    ("iso-8859-9", "windows-1254", [0xDE, 0x69, 0xFE, 0x6C, 0x69], "Şişli"),
    ("iso-8859-15", "iso-8859-15", [0x35, 0x20, 0xA4], "5 €"),
    ("windows-1250", "windows-1250", [0xA3, 0xF3, 0x64, 0x9F, 0x20, 0x93, 0x61, 0x94], "Łódź “a”"),
    ("windows-1251", "windows-1251", [0xCF, 0xF0, 0xE8, 0xE2, 0xE5, 0xF2], "Привет"),
    ("windows-1256", "windows-1256", [0xD3, 0xE1, 0xC7, 0xE3], "سلام"),
    ("koi8-r", "koi8-r", [0xF0, 0xD2, 0xC9, 0xD7, 0xC5, 0xD4], "Привет"),
    ("koi8-u", "koi8-u", [0xEB, 0xC9, 0xA7, 0xD7], "Київ"),
    ("gbk", "gbk", [0xD6, 0xD0, 0xB9, 0xFA, 0xB4, 0xF3, 0xCA, 0xB9, 0xB9, 0xDD], "中国大使馆"),
    ("gb2312", "gbk", [0xD6, 0xD0, 0xB9, 0xFA, 0xB4, 0xF3, 0xCA, 0xB9, 0xB9, 0xDD], "中国大使馆"),
    ("big5", "big5", [0xA4, 0xA4, 0xB5, 0xD8, 0xA5, 0xC1, 0xB0, 0xEA], "中華民國"),
    (
      "shift_jis", "shift_jis", [0x93, 0xFA, 0x96, 0x7B, 0x91, 0xE5, 0x8E, 0x67, 0x8A, 0xD9],
      "日本大使館"
    ),
    ("euc-jp", "euc-jp", [0xC6, 0xFC, 0xCB, 0xDC, 0xC2, 0xE7, 0xBB, 0xC8, 0xB4, 0xDB], "日本大使館"),
    ("euc-kr", "euc-kr", [0xC7, 0xD1, 0xB1, 0xB9, 0xB4, 0xEB, 0xBB, 0xE7, 0xB0, 0xFC], "한국대사관"),
    ("tis-620", "windows-874", [0xE4, 0xB7, 0xC2], "ไทย"),
  ]

  @Test(arguments: samples)
  func decodes(label: String, name: String, bytes: [UInt8], text: String) throws {
    let page = CharsetTests.html("<meta charset='\(label)'>", Array("Nilai ".utf8) + bytes)
    let article = Support.extract(page)
    #expect(article.bodyText == "Nilai " + text)
    #expect(article.charset == name)
    #expect(article.losses.replaced == 0)
    #expect(SourceMapCheck.fault(of: article, raw: page) == nil)
    // The way back: the foreign word leads to just its bytes.
    let start = article.text.count - text.utf8.count
    let raw = try #require(article.sourceMap.raw(of: start..<article.text.count))
    #expect(Array(page[raw]) == bytes)
  }

  @Test func anEscapedSetIsReadByItsEscapes() {
    let bytes: [UInt8] = [0x1B, 0x24, 0x42, 0x46, 0x7C, 0x4B, 0x5C, 0x1B, 0x28, 0x42]
    let page = CharsetTests.html("<meta charset=iso-2022-jp>", bytes)
    #expect(Support.extract(page).bodyText == "日本")
  }

  /// What real pages write around the label, and which of two declarations counts.
  @Test(arguments: [
    (#"<meta http-equiv="Content-Type" content="text/html; charset=windows-1251">"#, "Привет"),
    (#"<meta charset=" WINDOWS-1251 ">"#, "Привет"),
    ("<meta charset='tak-dikenal'><meta charset=cp1251>", "Привет"),
    ("<!-- <meta charset=koi8-r> --><meta charset=windows-1251>", "Привет"),
    ("<script>var a = '<meta charset=koi8-r>'</script><meta charset=windows-1251>", "Привет"),
  ])
  func declarations(head: String, text: String) {
    let bytes: [UInt8] = [0xCF, 0xF0, 0xE8, 0xE2, 0xE5, 0xF2]
    #expect(Support.extract(CharsetTests.html(head, bytes)).bodyText == text)
  }

  @Test func anUnknownSetIsSaidAndReadAsTheWebDoes() {
    let page = CharsetTests.html("<meta charset=ebcdic-id>", [0x93, 0x61, 0x94])
    let article = Support.extract(page)
    #expect(article.bodyText == "“a”")
    #expect(article.remark == "unknown character set “ebcdic-id”; read as windows-1252")
  }

  @Test func whatCannotBeDecodedIsCounted() {
    let page = CharsetTests.html(
      "<meta charset=shift_jis>",
      [0x93, 0xFA, 0x96, 0x7B, 0x20, 0xFF, 0x20, 0x41, 0xA0])
    let article = Support.extract(page)
    #expect(article.bodyText.hasPrefix("日本 \u{FFFD} A"))
    #expect(article.losses.replaced == 2)
    #expect(article.losses.decoded == article.losses.accounted)
  }

  @Test func utf8ThatDeclaresAnotherSetIsUTF8() {
    let page = CharsetTests.html("<meta charset=shift_jis>", Array("“Hijau” — 25°C".utf8))
    let article = Support.extract(page)
    #expect(article.bodyText == "“Hijau” — 25°C")
    #expect(article.charset == "utf-8")
  }

  /// The server's word goes before the page's, where it is known and the bytes are not UTF-8.
  @Test(arguments: [
    ("windows-1251", "shift_jis", [0xCF, 0xF0] as [UInt8], "Пр"),
    ("tidak-ada", "windows-1251", [0xCF, 0xF0], "Пр"), ("windows-1251", "", [0xC3, 0xA9], "é"),
  ])
  func theServerComesFirst(transport: String, declared: String, bytes: [UInt8], text: String) {
    let page = Array("<html><head><meta charset='\(declared)'></head><body><p>kata ".utf8) + bytes
    let article = Support.extractor.extract(
      SavedPage(
        address: "a.html", bytes: page, format: .html, sha256: "",
        capture: Capture(charset: transport)))
    #expect(String(decoding: article.text, as: UTF8.self) == "kata " + text)
    #expect(article.remark == nil)
  }
}

import Testing

@testable import Extract

struct CharsetTests {
  struct Sample: Sendable, CustomTestStringConvertible {
    let name: String
    let bytes: [UInt8]
    let text: String
    let charset: String
    var testDescription: String { name }

    init(_ name: String, _ bytes: [UInt8], _ text: String, _ charset: String) {
      self.name = name
      self.bytes = bytes
      self.text = text
      self.charset = charset
    }
  }

  static let sentence = "Nilai 80,85 untuk kota “hijau” — 25°C"

  static func utf16(_ text: String, littleEndian: Bool, mark: Bool) -> [UInt8] {
    ((mark ? [0xFEFF] : []) + Array(text.utf16)).flatMap { unit -> [UInt8] in
      let bytes = [UInt8(truncatingIfNeeded: unit >> 8), UInt8(truncatingIfNeeded: unit)]
      return littleEndian ? bytes.reversed() : bytes
    }
  }

  static func html(_ meta: String, _ body: [UInt8]) -> [UInt8] {
    Array("<html><head>\(meta)</head><body><p>".utf8) + body + Array("</p></body></html>".utf8)
  }

  static let samples: [Sample] = [
    Sample("utf-8", html("<meta charset=utf-8>", Array(sentence.utf8)), sentence, "utf-8"),
    Sample("utf-8, nothing declared", html("", Array(sentence.utf8)), sentence, "utf-8"),
    Sample(
      "utf-8, declared latin-1", html("<meta charset=iso-8859-1>", Array(sentence.utf8)), sentence,
      "utf-8"),
    Sample(
      "utf-8 with a mark", [0xEF, 0xBB, 0xBF] + html("", Array(sentence.utf8)), sentence, "utf-8"),
    Sample(
      "windows-1252 declared utf-8",
      html(
        "<meta charset=utf-8>", Array("25".utf8) + [0xB0] + Array("C ".utf8) + [0x93, 0x61, 0x94]),
      "25°C “a”", "windows-1252"),
    Sample(
      "windows-1252 as latin-1",
      html("<meta charset=iso-8859-1>", [0x91, 0x61, 0x92, 0x20, 0x96, 0x20, 0x80]), "‘a’ – €",
      "windows-1252"),
    Sample(
      "one wrong byte in utf-8", html("", Array("“dua” “tiga” 5".utf8) + [0xB0] + Array("C".utf8)),
      "“dua” “tiga” 5°C", "utf-8"),
    Sample(
      "a sequence broken off",
      html("", Array("“dua” “tiga” ".utf8) + [0xE2, 0x80] + Array("x".utf8)),
      "“dua” “tiga” \u{FFFD}x", "utf-8"),
    Sample(
      "utf-16le", utf16("<p>\(sentence)</p>", littleEndian: true, mark: true), sentence, "utf-16le"),
    Sample(
      "utf-16be", utf16("<p>\(sentence)</p>", littleEndian: false, mark: true), sentence, "utf-16be"
    ),
    Sample(
      "utf-16le without a mark", utf16("<p>\(sentence)</p>", littleEndian: true, mark: false),
      sentence, "utf-16le"),
    Sample(
      "numeric entities of the C1 range", html("", Array("&#147;a&#148; &#x80; &#150;".utf8)),
      "“a” € –", "utf-8"),
    Sample(
      "entities", html("", Array("&lt;10 &amp; &eacute; &#8209; &unknown; &copy x".utf8)),
      "<10 & é \u{2011} &unknown; &copy x", "utf-8"),
    Sample(
      "utf-8 made utf-8 twice",
      html("", Array("â€œNilaiâ€\u{9D} 80 â€” 25Â°C, cafÃ©".utf8)), "“Nilai” 80 — 25°C, café",
      "utf-8 (twice)"),
    Sample("NUL bytes", html("", Array("Ko\0ta \0Metro".utf8)), "Kota Metro", "utf-8"),
  ]

  @Test(arguments: samples) func decodes(_ sample: Sample) {
    let article = Support.extract(sample.bytes)
    #expect(article.bodyText == sample.text)
    #expect(article.charset == sample.charset)
    #expect(SourceMapCheck.fault(of: article, raw: sample.bytes) == nil)
  }
}

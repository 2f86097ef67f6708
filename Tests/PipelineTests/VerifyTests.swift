import Dataset
import Testing

@testable import Pipeline

@Suite struct VerifyTests {
  private static let page = """
    <html><head><title>Contoh</title></head><body><p>Kota <b>Contoh</b> meraih nilai\u{A0}80,85
    <!-- iklan --><span class="a > b">Baca: <a href="/">lain</a></span> &#8211; zona &ldquo;hijau&rdquo;
    <script>if (a < b) { "zona kuning" }</script> pada 2023.</p></body></html>
    """
  private static let quote = "Kota Contoh meraih nilai 80,85 – zona “hijau” pada 2023."

  private func report(
    _ page: [UInt8], quote: String = quote, from start: String = "Kota", to end: String = "2023.",
    as changed: [UInt8]? = nil, address: String = "a.html"
  ) throws -> VerificationReport {
    func place(_ words: String) throws -> Range<Int> {
      let words = Array(words.utf8)
      let start = try #require(
        (0...page.count - words.count).last { page[$0..<$0 + words.count] == words[...] })
      return start..<start + words.count
    }
    var documents = Table(Schema.documents)
    try documents.append([
      "document": Value(address), "sha256": Value(Identifier.sha256(page)), "status": "read",
    ])
    var totals = Table(Schema.totals)
    try totals.append([
      "total": "t1", "document": Value(address), "part": "body", "count": 1, "quote": Value(quote),
      "start": 0, "end": 1, "raw_start": .integer(place(start).lowerBound),
      "raw_end": .integer(place(end).upperBound),
    ])
    return try Verifier(documents: documents, quoted: [totals]).verify { _ in changed ?? page }
  }

  @Test func aQuoteStandsBetweenTagsAndReferences() throws {
    let report = try report(Array(Self.page.utf8))
    #expect(report.discrepancies == [])
    #expect((report.documents, report.rows) == (1, 1))
  }

  @Test func oneByteChangedNamesTheRow() throws {
    let page = Array(Self.page.utf8)
    let place = try #require(page.indices.first { page[$0...].starts(with: "80,85".utf8) })
    var changed = page
    changed[place + 4] = UInt8(ascii: "6")
    let report = try report(page, as: changed)
    #expect(report.discrepancies.map(\.table) == ["documents", "totals"])
    #expect(report.discrepancies.map(\.key) == ["a.html", "t1"])
    #expect(report.text.contains("80,86"))
  }

  @Test func aByteElsewhereNamesThePageOnly() throws {
    var changed = Array(Self.page.utf8)
    changed[13] = UInt8(ascii: "x")
    let report = try report(Array(Self.page.utf8), as: changed)
    #expect(report.discrepancies.map(\.table) == ["documents"])
  }

  @Test func onlyWholePiecesMayBeMissing() throws {
    let page = Array(Self.page.utf8)
    #expect(try !report(page, quote: "Kota Contoh meraih 80,85 – zona “hijau” pada 2023.").isClean)
    #expect(try !report(page, quote: "Kota Contoh meraih nilai 80,85 – zona “hijau”").isClean)
    #expect(try !report(page, quote: Self.quote + " Lagi.").isClean)
  }

  @Test func otherCharacterSets() throws {
    let latin = Array("<p>“Kota” caf\u{E9}</p>".unicodeScalars).map { scalar -> UInt8 in
      switch scalar {
      case "“": 0x93
      case "”": 0x94
      default: UInt8(scalar.value)
      }
    }
    #expect(try report(latin, quote: "Kota” café", from: "Kota", to: "caf").isClean == false)
    var report = try report(latin, quote: "Kota” caf", from: "Kota", to: "caf")
    #expect(report.isClean)
    var wide: [UInt8] = [0xFF, 0xFE]
    for byte in "<p>zona</p>".utf8 { wide += [byte, 0] }
    report = try self.report(
      wide, quote: "zona", from: "z\0o\0n\0a\0", to: "z\0o\0n\0a\0")
    #expect(report.isClean)
  }

  @Test func textPagesAreTakenAsTheyAre() throws {
    let page = Array("Nilai < 50 &amp; zona <b>.\nLain".utf8)
    let quote = "Nilai < 50 &amp; zona <b>."
    #expect(
      try report(page, quote: quote, from: "Nilai", to: "<b>.", address: "x/a.txt.gz").isClean)
  }

  @Test func aTitleOutOfJSON() throws {
    let page = Array(#"{"headline": "Zona \u201chijau\u201d \"lagi\" di a\/b"}"#.utf8)
    #expect(
      try report(page, quote: "Zona “hijau” \"lagi\" di a/b", from: "Zona", to: "b").isClean)
  }

  @Test func aPageThatIsGone() throws {
    struct Gone: Error {}
    var documents = Table(Schema.documents)
    try documents.append(["document": "a", "sha256": "0", "status": "read"])
    let report = try Verifier(documents: documents, quoted: []).verify { _ in throw Gone() }
    #expect(report.discrepancies.map(\.key) == ["a"])
  }
}

@Suite struct SliceReadingTests {
  /// A slice of a page in another character set is read by what the page declares.
  @Test(arguments: [
    ("<meta charset=shift_jis>", [0x93, 0xFA, 0x96, 0x7B] as [UInt8], "日本"),
    ("<META HTTP-EQUIV=x CONTENT='text/html; CHARSET=windows-1251'>", [0xCF, 0xF0], "Пр"),
    ("<?xml version='1.0' encoding='gb2312'?>", [0xD6, 0xD0], "中"),
    ("", [0x93, 0x61, 0x94], "“a”"),
  ])
  func readsADeclaredSet(head: String, bytes: [UInt8], text: String) {
    let page = Array(head.utf8) + bytes
    let readings = Charset.readings(of: page[(page.count - bytes.count)...], page: page)
    #expect(readings.contains(Array(text.utf8)))
  }
}

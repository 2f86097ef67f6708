import Testing

@testable import Reconcile

@Suite("A sentence is found again on a page that was saved anew")
struct TextAnchorTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let name: String
    /// The text, the place that is meant between ⟦ and ⟧.
    let text: String
    var quote = "Kota Contoh meraih nilai 80,85."
    var prefix = ""
    var suffix = ""
    /// Another sentence stands there.
    var isOther = false

    var testDescription: String { name }
  }

  static let cases = [
    Case(name: "as it was", text: "Awal. ⟦Kota Contoh meraih nilai 80,85.⟧ Akhir."),
    Case(name: "reflowed", text: "Awal.\n⟦Kota\n  Contoh\tmeraih\u{A0}nilai 80,85.⟧\nAkhir."),
    Case(name: "soft hyphens", text: "⟦Kota Con\u{AD}toh meraih\u{200B} nilai 80,85.⟧"),
    Case(
      name: "other quotes and dashes", text: "⟦“Kota Contoh” – ‘baik’⟧ katanya",
      quote: "\"Kota Contoh\" - 'baik'"),
    Case(
      name: "the second of two, by what is in front",
      text: "Satu: Kota Contoh meraih nilai 80,85. Dua: ⟦Kota Contoh meraih nilai 80,85.⟧",
      prefix: "Dua: "),
    Case(
      name: "the second of two, by what follows",
      text: "Kota Contoh meraih nilai 80,85. A. ⟦Kota Contoh meraih nilai 80,85.⟧ Baik.",
      suffix: " Baik."),
    Case(
      name: "the first of two that nothing tells apart",
      text: "⟦Kota Contoh meraih nilai 80,85.⟧ Kota Contoh meraih nilai 80,85."),
    Case(
      name: "surroundings that are gone do no harm",
      text: "⟦Kota Contoh meraih nilai 80,85.⟧", prefix: "Iklan di sini", suffix: "Baca juga"),
    Case(name: "gone", text: "Kota Contoh meraih nilai 80,58."),
    Case(
      name: "another sentence between the same neighbours",
      text: "Demikian pengumuman itu. ⟦Kota Contoh meraih nilai 80,58.⟧ Wali Kota bersyukur.",
      prefix: "Demikian pengumuman itu. ", suffix: " Wali Kota bersyukur.", isOther: true),
    Case(
      name: "neighbours too short to be sure of",
      text: "Ya. Kota Contoh meraih nilai 80,58. Ya.", prefix: "Ya.", suffix: "Ya."),
    Case(name: "an empty text", text: ""),
  ]

  @Test("Found or not", arguments: cases)
  func find(_ one: Case) throws {
    let bytes = Array(one.text.utf8)
    let (open, close) = (Array("⟦".utf8), Array("⟧".utf8))
    let plain = Array(one.text.filter { $0 != "⟦" && $0 != "⟧" }.utf8)
    let anchor = TextAnchor(
      document: "a", quote: one.quote, prefix: one.prefix, suffix: one.suffix)
    let found = anchor.find(in: ReflowText(plain))
    guard let start = bytes.indices.first(where: { bytes[$0...].starts(with: open) }),
      let end = bytes.indices.first(where: { bytes[$0...].starts(with: close) })
    else {
      #expect(found == nil)
      return
    }
    let range = start..<end - open.count
    #expect(found == (one.isOther ? .other(range) : .quote(range)))
  }

  @Test("Bytes that are no UTF-8 do no harm")
  func malformed() {
    let text = ReflowText([0xE2, 0x80, 0x61, 0xF0, 0x9F, 0xC3])
    #expect(TextAnchor(document: "a", quote: "b").find(in: text) == nil)
  }
}

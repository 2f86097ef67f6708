import Dataset
import Testing

@testable import Lexicon
@testable import Pipeline

@Suite("What a public edition shows") struct PublicEditionTests {
  private static let words = [
    Word(wordClass: "speech", word: "kata", value: "after"),
    Word(wordClass: "speech", word: "mengatakan", value: "before"),
    Word(wordClass: "office", word: "wali kota", value: "kota"),
    Word(wordClass: "office_title", word: "kepala dinas", value: nil),
    Word(wordClass: "negation", word: "tidak", value: nil),
  ]

  @Test(
    "names beside a verb of speech, unless beside an office",
    arguments: [
      ("Nilainya 80, kata Budi Santoso, warga desa.", "Nilainya 80, kata [nama], warga desa."),
      ("Siti Aminah mengatakan nilainya 80.", "[nama] mengatakan nilainya 80."),
      ("Nilainya 80, kata Wali Kota Budi Santoso.", "Nilainya 80, kata Wali Kota Budi Santoso."),
      ("Kepala Dinas Siti Aminah mengatakan 80.", "Kepala Dinas Siti Aminah mengatakan 80."),
      ("Nilainya 80, kata Budi, kepala dinas itu.", "Nilainya 80, kata Budi, kepala dinas itu."),
      ("Kota Contoh meraih 80.", "Kota Contoh meraih 80."), ("kata", "kata"), ("", ""),
      ("kata É. Çelik-Ünal di sini", "kata [nama] di sini"),
    ])
  func names(_ text: String, _ shown: String) {
    let places = PersonNames(Self.words).places(in: text, known: [])
    #expect(QuoteExcerpt(limit: 200).text(text, showing: [], without: places) == shown)
  }

  @Test("words that the reading knows are no names") func known() {
    let text = "Nilainya 80, kata Ombudsman Republik."
    #expect(PersonNames(Self.words).places(in: text, known: [18..<27]).isEmpty)
    #expect(PersonNames(Self.words).places(in: text, known: [0..<8]).count == 1)
  }

  @Test(
    "an excerpt holds what was read, is no longer than the limit, and stands in the quote",
    arguments: [
      ([40..<45, 20..<24], "40-45"), ([0..<5], "0-5"), ([96..<101, 0..<5], "96-101"), ([], ""),
      ([10..<90], "10-12"), ([99..<300], ""),
    ])
  func excerpt(_ spans: [Range<Int>], _ wanted: String) throws {
    let quote = (0..<21).map { "a\($0 + 100)" }.joined(separator: " ") + " é"
    #expect(quote.unicodeScalars.count == 106)
    let shown = QuoteExcerpt(limit: 40).text(quote, showing: spans, without: [])
    #expect(shown.unicodeScalars.count <= 40 && shown.unicodeScalars.count >= 25, "\(shown)")
    #expect(QuoteExcerpt.stands(shown, in: PageSlice.withoutSpace(Array(quote.utf8))))
    #expect(!QuoteExcerpt.stands(shown + "x", in: PageSlice.withoutSpace(Array(quote.utf8))))
    let ends = wanted.split(separator: "-").compactMap { Int($0) }
    guard ends.count == 2 else { return }
    let scalars = Array(quote.unicodeScalars)[ends[0]..<ends[1]]
    #expect(shown.contains(String(String.UnicodeScalarView(scalars)).trimmed), "\(shown)")
  }

  @Test("one long word is cut anywhere; a quote within the limit not at all") func edges() {
    let long = String(repeating: "x", count: 500)
    let shown = QuoteExcerpt(limit: 80).text(long, showing: [200..<205], without: [])
    #expect(shown.unicodeScalars.count == 80 && shown.hasPrefix("…") && shown.hasSuffix("…"))
    let fits = String(repeating: "é", count: 80)
    #expect(QuoteExcerpt(limit: 80).text(fits, showing: [], without: []) == fits)
  }

  @Test("a name at the edge of what is shown does not show in part") func nameAtTheEdge() {
    let text = String(repeating: "a ", count: 40) + "kata Budi Santoso " + "nilai 80,85 itu"
    let places = PersonNames(Self.words).places(in: text, known: [])
    let value = text.unicodeScalars.count - 9..<text.unicodeScalars.count - 4
    for limit in 12..<60 {
      let shown = QuoteExcerpt(limit: limit).text(text, showing: [value], without: places)
      #expect(!shown.contains("Budi") && !shown.contains("Santoso"), "\(shown)")
      #expect(shown.contains("80,85"))
    }
  }

  @Test(
    "the hash of a whole quote is found between tags, with pieces that may be missing",
    arguments: [
      ("<p>Nilai <b>80</b><i>Baca juga</i> itu.</p>", true),
      ("<p>Nilai <b>80</b> itu.</p>", true), ("<p>Nilai <b>81</b> itu.</p>", false),
      ("<p>Nilai 80 itu</p>", false), ("", false),
      ("Nilai " + String(repeating: "<i>x</i>", count: 20) + " 80 itu.", true),
    ])
  func hash(_ page: String, _ isSaid: Bool) {
    let hash = PublicEdition.hash(of: "Nilai 80 itu.")
    let slice = PageSlice(Array(page.utf8), isMarkup: true)
    #expect(slice.says(quoteWithHash: hash, excerpt: "Nilai 80…") == isSaid)
    #expect(!slice.says(quoteWithHash: hash, excerpt: "Nilai 81…"))
  }
}

extension String {
  fileprivate var trimmed: String { split(separator: " ").joined(separator: " ") }
}

import Extract
import Interpret
import Tag
import Testing

/// Time grows with the length of a regulation, not faster: what is read per chapter stays the same, and
/// four times the text takes no more than nine times the time (linear work takes four, quadratic
/// sixteen).
struct GrowthTests {
  /// A regulation of so many chapters, about 1,150 bytes each.
  private static func regulation(chapters: Int) -> String {
    var text = "PERATURAN BUPATI KUDUS NOMOR 947 TAHUN 2019 TENTANG LAYANAN KELILING\n"
    for chapter in 1...chapters {
      text += "Bagian Kesatu\nLayanan\n"
      for article in chapter * 3 - 2...chapter * 3 {
        text += """
          Pasal \(article)
          (1) Layanan menurut Pasal 5 ayat (2) huruf a Undang-Undang Nomor 25 Tahun 2009 dibuka bagi warga.
          (2) Layanan sebagaimana dimaksud pada ayat (1) dan Pasal \(max(1, article - 1)) meliputi:
          a. nilai 88,00 – 100 zona hijau kategori A; dan
          b. nilai 78,00 – 87,99 zona hijau kategori B.

          """
      }
    }
    return text
  }

  private static func tagged(chapters: Int) throws -> TaggedArticle {
    let sample = try Sample(regulation(chapters: chapters))
    return Tagger(lexicon: sample.interpreter.lexicon).tag(sample.article)
  }

  private static func time(_ document: TaggedArticle) throws -> (Duration, Reading) {
    let interpreter = try Sample.interpreter()
    var best = Duration.seconds(3600)
    var reading = Reading()
    for _ in 0..<3 {
      best = min(best, ContinuousClock().measure { reading = interpreter.interpret(document) })
    }
    return (best, reading)
  }

  @Test func timeGrowsWithTheText() throws {
    let (small, large) = (250, 1000)
    let (short, long) = try (Self.tagged(chapters: small), Self.tagged(chapters: large))
    #expect(long.article.text.count > 1_000_000)
    let (first, few) = try Self.time(short)
    let (second, many) = try Self.time(long)
    func counts(_ reading: Reading, _ chapters: Int) throws -> [Int] {
      let regulation = try #require(reading.regulation)
      return [
        regulation.parts.count { $0.kind == .pasal }, regulation.parts.count { $0.kind == .huruf },
        reading.citations.count, reading.bands.count,
      ].map { $0 / chapters }
    }
    #expect(try counts(few, small) == [3, 6, 6, 6])
    #expect(try counts(many, large) == [3, 6, 6, 6])
    #expect(second < first * 9, "\(first) for a quarter of the text, \(second) for all")
  }

  /// Marks that begin nothing, references without end, one block of all.
  @Test(arguments: [
    "Pasal 1 ayat (1) huruf a, ", "a. b. c. ", "Pasal 2, ", "(1) (2) ", "UU Nomor ",
    "Peraturan Menteri Perhubungan dan ", "1 – 2; A, ", "Ditetapkan di ", "Lembaran Negara ",
  ])
  func oneBlockOfNothingElse(words: String) throws {
    func document(_ bytes: Int) throws -> TaggedArticle {
      let line = String(repeating: words, count: bytes / words.utf8.count)
      let sample = try Sample(
        "PERATURAN BUPATI KUDUS NOMOR 947 TAHUN 2019 TENTANG LAYANAN\nPasal 1\nSatu.\nPasal 2\n"
          + line)
      return Tagger(lexicon: sample.interpreter.lexicon).tag(sample.article)
    }
    let (first, _) = try Self.time(document(50_000))
    let (second, _) = try Self.time(document(200_000))
    #expect(second < max(first, .milliseconds(20)) * 9, "\(first), then \(second)")
  }
}

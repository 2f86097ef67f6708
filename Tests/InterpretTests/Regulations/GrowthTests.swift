import Extract
import Foundation
import Interpret
import Tag
import Testing

/// Time grows with the length of a regulation, not faster. What is measured is the time that the thread
/// computes, at two lengths: eight times the text takes eight times as long where the work is linear, and
/// 64 times where each part looks at all others.
@Suite(.serialized) struct GrowthTests {
  private static let factor = 8
  private static let most = 24.0

  private static let head = "PERATURAN BUPATI KUDUS NOMOR 947 TAHUN 2019 TENTANG LAYANAN KELILING\n"

  /// A regulation of so many articles, about 450 bytes each.
  private static func regulation(articles: Int) -> String {
    var text = head
    for article in 1...articles {
      text += """
        Pasal \(article)
        (1) Layanan menurut Pasal 5 ayat (2) huruf a Undang-Undang Nomor 25 Tahun 2009 dibuka bagi semua warga yang datang.
        (2) Layanan sebagaimana dimaksud pada ayat (1) dan Pasal \(max(1, article - 1)) meliputi layanan berikut ini:
        a. nilai 88,00 – 100 zona hijau kategori A, yaitu layanan yang dinilai paling baik oleh pengguna; dan
        b. nilai 78,00 – 87,99 zona hijau kategori B, yaitu layanan yang dinilai baik oleh pengguna.

        """
    }
    return text
  }

  /// Seconds that reading takes, without the tagging in front of it.
  private static func seconds(_ text: String) throws -> (seconds: Double, reading: Reading) {
    let interpreter = try Sample.interpreter()
    let article = Sample.article(text)
    let document = Tagger(lexicon: interpreter.lexicon).tag(article)
    func now() -> Double {
      var time = timespec()
      clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
      return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
    let start = now()
    let reading = interpreter.interpret(document)
    return (now() - start, reading)
  }

  @Test(
    .enabled(if: ProcessInfo.processInfo.environment["TILIK_LOAD"] != nil, "runs in make check"))
  func aMillionCharacters() throws {
    let articles = 2400
    let (first, _) = try Self.seconds(Self.regulation(articles: articles / Self.factor))
    let text = Self.regulation(articles: articles)
    #expect(text.utf8.count > 1_000_000)
    let (second, reading) = try Self.seconds(text)
    let parts = try #require(reading.regulation).parts
    #expect(parts.count { $0.kind == .pasal } == articles)
    #expect(parts.count { $0.kind == .ayat } == articles * 2)
    #expect(parts.count { $0.kind == .huruf } == articles * 2)
    #expect(reading.citations.count == articles * 2)
    #expect(reading.bands.count == articles * 2)
    #expect(second < first * Self.most, "\(first) s for an eighth of the text, \(second) s for all")
  }

  /// Marks that begin nothing, references without end, in one block.
  @Test(arguments: [
    "Pasal 1 ayat (1) huruf a, ", "a. b. c. ", "Pasal 2, ", "(1) (2) ", "UU Nomor ", "Pasal 3; ",
    "Peraturan Menteri Perhubungan dan ", "1 – 2; A, ", "1 – 2, x dan ", "Ditetapkan di ",
    "Lembaran Negara ", "UU 25/2009 diubah dengan ", "dicabut UU 25/2009, ",
  ])
  func oneBlockOfNothingElse(words: String) throws {
    func text(_ bytes: Int) -> String {
      Self.head + "Pasal 1\nSatu.\nPasal 2\n"
        + String(repeating: words, count: bytes / words.utf8.count)
    }
    let (first, _) = try Self.seconds(text(8_000))
    let (second, _) = try Self.seconds(text(8_000 * Self.factor))
    #expect(second < max(first, 0.005) * Self.most, "\(first) s, then \(second) s")
  }
}

import Extract
import Foundation
import Interpret
import Lexicon
import Tag
import Testing

/// Texts without end: time grows with their length, and quotes stay readable.
@Suite("Long texts", .serialized)
struct LongTextTests {
  private static let factor = 8
  /// Of the time for an eighth; 64 where each part looks at all others.
  private static let most = 24.0

  struct Kind: Sendable, CustomTestStringConvertible {
    let testDescription: String
    /// So many parts make what the full test reads.
    let whole: Int
    let text: @Sendable (Int) -> String
  }

  private static let cities = [
    "Kota Metro", "Kota Blitar", "Kabupaten Kudus", "Kabupaten Buleleng",
  ]

  private static func score(_ part: Int) -> String {
    "\(60 + part % 40),\(10 + part / 40 % 90)"
  }

  static let kinds = [
    Kind(testDescription: "a sentence of 100,000 words", whole: 25_000) { parts in
      "Pada 2022 Ombudsman memberi "
        + (0..<parts).map { "\(cities[$0 % 4]) nilai \(score($0))" }.joined(separator: ", ") + "."
    },
    Kind(testDescription: "clauses without end", whole: 10_000) { parts in
      "Pada 2022 "
        + (0..<parts).map {
          "Ombudsman menempatkan \(cities[$0 % 4]) di zona hijau, sedangkan Dinas Sosial meraih \(score($0))"
        }.joined(separator: "; ") + "."
    },
    Kind(testDescription: "words without a claim", whole: 10_000) { parts in
      "Ombudsman " + String(repeating: "nilai zona hijau layanan publik yang daerah ", count: parts)
    },
    Kind(testDescription: "a table of 50,000 cells", whole: 10_000) { parts in
      "# Penilaian kepatuhan Ombudsman 2022\n|| No || Daerah || Nilai || Zona || Kategori ||\n"
        + (0..<parts).map { "| \($0 + 1) | \(cities[$0 % 4]) | \(score($0)) | hijau | Sedang |" }
        .joined(separator: "\n")
    },
    Kind(testDescription: "a million characters of paragraphs", whole: 9_000) { parts in
      (0..<parts).map {
        "Pada 2022 \(cities[$0 % 4]) meraih nilai \(score($0)) dari Ombudsman. Warga menyambut baik layanan itu."
      }.joined(separator: "\n")
    },
  ]

  private static func read(_ text: String) throws -> (seconds: Double, reading: Reading) {
    let interpreter = try Sample.interpreter()
    let article = Sample.article(text)
    func now() -> Double {
      var time = timespec()
      clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
      return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
    let start = now()
    let reading = interpreter.interpret(Tagger(lexicon: interpreter.lexicon).tag(article))
    return (now() - start, reading)
  }

  @Test(arguments: kinds)
  func timeGrowsWithTheLength(kind: Kind) throws {
    let isWhole = ProcessInfo.processInfo.environment["TILIK_LOAD"] != nil
    let parts = isWhole ? kind.whole : 400
    // The shortest of several readings is the one that nothing else of the machine disturbed.
    var first = try Self.read(kind.text(parts / Self.factor)).seconds
    let (once, reading) = try Self.read(kind.text(parts))
    var second = once
    for _ in 0..<2 where second >= max(first, 0.01) * Self.most {
      first = min(first, try Self.read(kind.text(parts / Self.factor)).seconds)
      second = min(second, try Self.read(kind.text(parts)).seconds)
    }
    #expect(
      second < max(first, 0.01) * Self.most, "\(first) s for an eighth, \(second) s for all")
    #expect(reading.claims.allSatisfy { $0.quote.count <= 4_000 })
  }

  @Test("What a lead says of a list without end is not looked for in its items")
  func leadOfAMonster() throws {
    let names = (0..<600).map { _ in "Kota Blitar dan sekitarnya yang jauh di sana" }
    let sample = try Sample(
      "Pada 2022 Ombudsman menempatkan daerah berikut di zona hijau:\n- Kota Metro, "
        + names.joined(separator: ", "))
    #expect(sample.reading.claims.allSatisfy { $0.quote.count <= 4_000 })
    #expect(sample.lines().contains("Kota Metro: zone hijau, year 2022"))
  }

  @Test("A quote of a monstrous sentence holds what its claim stands on, in whole words")
  func quotes() throws {
    let sample = try Sample(Self.kinds[0].text(300))
    #expect(sample.reading.claims.count >= 300)
    for claim in sample.reading.claims {
      let quote = sample.text(claim.quote)
      let score = try #require(claim.evidence.first { $0.field == "score" })
      #expect(quote.contains(sample.text(score.range)))
      #expect(claim.quote.count < 1_000 && !quote.hasPrefix(" ") && !quote.hasSuffix(" "))
    }
  }
}

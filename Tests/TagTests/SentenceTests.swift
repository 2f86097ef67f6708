import Tag
import Testing

/// Where sentences end: `|` marks the ends.
struct SentenceTests {
  private func expect(_ marked: String, _ place: SourceLocation = #_sourceLocation) throws {
    let parts = marked.split(separator: "|").map(String.init)
    let sample = try Sample(parts.joined())
    let found = sample.document.sentences.map { sample.document.text($0.range) }
    let expected = parts.map { part in
      String(part.drop(while: \.isWhitespace))
    }
    #expect(found == expected, "\(marked)", sourceLocation: place)
  }

  @Test(arguments: [
    "Nilai naik.| Warga senang.", "Nilai naik!| Warga senang?| Ya.", "Nilai naik",
    "Nilai naik.|\nWarga senang.", "Nilai naik …| Warga senang.",
  ])
  func fullStops(_ marked: String) throws { try expect(marked) }

  @Test(arguments: [
    "Kepala dinas A. Rahman datang.| Ia senang.", "Wali Kota dr. Budi datang.| Ia senang.",
    "Prof. Budi dan Drs. Ali datang.", "Budi, S.Sos, M.Si datang.| Ia senang.",
    "Pj. Bupati datang.", "UU No. 25 berlaku.",
  ])
  func initialsAndTitles(_ marked: String) throws { try expect(marked) }

  @Test(arguments: [
    "Nilai 80.85 diraih.| Nilai 98.02 menyusul.", "Ada 1.000 warga.| Ya.",
    "Nilainya 80,85.| Itu naik.", "Tahun 2023.| Nilai naik.", "Kata KOMPAS.com kemarin.",
    "Lihat bab 2.1 buku itu.",
  ])
  func decimalsAndNames(_ marked: String) throws { try expect(marked) }

  @Test(arguments: [
    "Ada enam pemda.|Empat naik.", "Nilai naik.|Warga senang.",
  ])
  func sentencesWithoutSpaceBetween(_ marked: String) throws { try expect(marked) }

  @Test(arguments: ["1. Pemkab Kudus naik.| Ia senang.", "12. Kota Metro."])
  func numbersOfListItems(_ marked: String) throws { try expect(marked) }

  @Test(arguments: [
    "\"Nilai naik.\"| Warga senang.", "\"Nilai naik,\" kata Budi.| Ia senang.",
    "“Nilai naik.”| Warga senang.", "(Nilai naik.)| Warga senang.",
    "Kata Budi, “Nilai naik.”| Lalu pergi.",
  ])
  func quotesBelongToTheirSentence(_ marked: String) throws { try expect(marked) }

  @Test func sentencesCoverAllItems() throws {
    let sample = try Sample("Nilai naik. Kota Metro (80,85) di zona hijau! \"Ya.\" 1. Tidak")
    var next = 0
    for sentence in sample.document.sentences {
      #expect(sentence.items.lowerBound == next)
      next = sentence.items.upperBound
    }
    #expect(next == sample.document.items.count)
  }
}

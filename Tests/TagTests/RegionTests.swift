import Lexicon
import Tag
import Testing

/// The part that a region's name has in its sentence. Marks are `role` or `role level`, the level only
/// where a word says it.
struct RegionTests {
  private func expect(_ marked: String, _ place: SourceLocation = #_sourceLocation) throws {
    let text = MarkedText(marked)
    let found = try Sample(text.text).items { item in
      guard case .region(let mention) = item.content else { return nil }
      return mention.role.rawValue + (mention.level.map { " \($0.rawValue)" } ?? "")
        + (mention.isOffice ? " office" : "")
    }
    #expect(found == Sample.expected(text), "\(marked)", sourceLocation: place)
  }

  @Test(arguments: [
    "Nilai ⟦plain kota:Kota Metro⟧ naik.", "Hasil ⟦plain kota:Pemkot Metro⟧ naik.",
    "Nilai ⟦plain kabupaten:Pemkab Solok⟧ dan ⟦plain kota:Kota Solok⟧ naik.",
    "Nilai ⟦plain kabupaten:Pemerintah Kabupaten Kudus⟧ naik.",
    "Nilai ⟦plain kabupaten:Kab. Kudus⟧ naik.", "Nilai ⟦plain provinsi:Pemprov Lampung⟧ naik.",
    "Nilai ⟦plain kota:Pemerintah Kota \"Metro⟧\" naik.", "Nilai di ⟦plain:Metro⟧ naik.",
  ])
  func levelsInFrontOfTheName(_ marked: String) throws { try expect(marked) }

  @Test(arguments: [
    "Kata ⟦plain kabupaten office:Bupati Kudus⟧ kemarin.",
    "Kata ⟦plain kota office:Wakil Wali Kota Metro⟧ kemarin.",
    "Kata ⟦plain kota office:Walikota Bandung⟧ kemarin.",
    "Kata Plt ⟦plain provinsi office:Gubernur Lampung⟧ kemarin.",
  ])
  func officesNameTheirRegion(_ marked: String) throws { try expect(marked) }

  @Test(arguments: [
    "⟦dateline:Kudus⟧ - Pemerintah daerah bekerja.",
    "⟦dateline:KUPANG⟧, KORAN KITA – Pemerintah daerah bekerja.",
    "⟦dateline kota:Kota Cimahi⟧ (KK) — ⟦plain kota:Pemkot Cimahi⟧ bekerja.",
    "⟦dateline:Medan⟧ (ANTARA) - ⟦plain kabupaten:Pemkab Karo⟧ bekerja.",
    "⟦dateline:Padang⟧, korankita.co – Pemerintah daerah bekerja.",
  ])
  func datelines(_ marked: String) throws { try expect(marked) }

  @Test(arguments: [
    "Nilai ⟦plain kabupaten:Kabupaten Kudus⟧, ⟦apposition:Jawa Tengah⟧, naik.",
    "Nilai ⟦plain kota:Kota Metro⟧ (⟦apposition:Lampung⟧) naik.",
    "Kantor di ⟦plain kota:Kota Metro⟧, ⟦apposition:Lampung⟧.",
    "Nilai ⟦plain:Metro⟧, ⟦plain:Depok⟧ dan ⟦plain:Kudus⟧ naik.",
  ])
  func appositions(_ marked: String) throws { try expect(marked) }

  @Test(arguments: [
    "Nilai kabupaten se-⟦scope:Jawa Barat⟧ naik.", "Nilai pemda se ⟦scope:Lampung⟧ naik.",
    "Nilai kota se-Provinsi ⟦scope:Lampung⟧ naik.",
  ])
  func scopes(_ marked: String) throws { try expect(marked) }

  @Test(arguments: [
    "Warga Desa ⟦nested:Metro⟧ datang.", "Rektor Universitas ⟦nested:Lampung⟧ datang.",
    "Warga di Jalan ⟦nested:Bandung⟧ datang.",
  ])
  func partsOfOtherNames(_ marked: String) throws { try expect(marked) }

  @Test func theLevelHoldsForTheWholeList() throws {
    let text = "Kota Bandung, Sukabumi, dan Bogor serta Kabupaten Solok dan Bandung naik."
    let sample = try Sample(text)
    let names = sample.document.items.compactMap { item -> [String]? in
      guard case .region(let mention) = item.content else { return nil }
      return mention.candidates.map { sample.lexicon.regions[Int($0)].fullName }
    }
    #expect(
      names == [
        ["Kota Bandung"], ["Kota Sukabumi"], ["Kota Bogor"], ["Kabupaten Solok"],
        ["Kabupaten Bandung"],
      ])
  }

  @Test func aNameAloneKeepsAllItsRegions() throws {
    let sample = try Sample("Nilai Bandung naik.")
    let counts = sample.document.items.compactMap { item -> Int? in
      guard case .region(let mention) = item.content else { return nil }
      return mention.candidates.count
    }
    #expect(counts == [2])
  }

  /// A counted level word does not belong to the name behind it.
  @Test func aCountOfBodiesIsNoLevel() throws {
    try expect("Enam kabupaten ⟦plain:NTT⟧ dinilai.")
  }
}

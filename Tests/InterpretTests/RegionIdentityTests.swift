import Interpret
import Lexicon
import Testing

/// Which region a name is, at the time that is spoken of.
struct RegionIdentityTests {
  private func regions(_ text: String) throws -> [Region] {
    let sample = try Sample(text)
    return sample.reading.claims.compactMap {
      guard case .region(let row) = $0.body else { return nil }
      return sample.interpreter.lexicon.regions[Int(row)]
    }
  }

  /// Papua Barat Daya was split off in 2022; its kabupaten have had other codes since.
  @Test(arguments: [(2021, "92.01", "96.01"), (2024, "96.01", nil)])
  func theCodeIsThatOfTheYear(year: Int, code: String, successor: String?) throws {
    let found = try regions("Pada \(year) Ombudsman memberi Kabupaten Sorong zona kuning.")
    #expect(found.map(\.code) == [code])
    #expect(found.first?.successorCode == successor)
  }

  @Test("A name that a city and a province share is nobody's until something tells which")
  func namesakes() throws {
    #expect(try regions("Pada 2021 Ombudsman memberi Bengkulu zona kuning.") == [])
    let both =
      "Pada 2021 Ombudsman memberi Kota Bengkulu zona kuning dan Provinsi Bengkulu zona hijau."
    let found = try regions(both)
    #expect(Set(found.map(\.fullName)) == ["Kota Bengkulu", "Provinsi Bengkulu"])
  }
}

import Interpret
import Lexicon
import Testing

/// How the assessed year is known.
struct YearReadingTests {
  private func years(
    _ text: String, published: Int? = nil, month: Int = 2
  ) throws -> [ClaimYear] {
    try Sample(text, published: published.map { ($0, month, 15) }).reading.claims.map(\.year)
  }

  @Test func aRelativeYearNamesWhatItWasResolvedFrom() throws {
    let found = try years(
      "Pada 2021 Kota Metro meraih zona kuning dalam penilaian kepatuhan Ombudsman. Setahun kemudian Kota Metro masuk zona hijau."
    )
    #expect(found.map(\.year) == [2021, 2022])
    #expect(found.map(\.basis) == [.stated, .relative])
    #expect(found.last?.chain?.lowercased() == "setahun kemudian <- 2021")
  }

  @Test func relativeYearsChain() throws {
    let found = try years(
      "Pada 2021 Kota Metro meraih zona merah dalam penilaian kepatuhan Ombudsman. Setahun kemudian Kota Metro masuk zona kuning. Tahun berikutnya Kota Metro masuk zona hijau."
    )
    #expect(found.map(\.year) == [2021, 2022, 2023])
  }

  /// Results come out around the turn of the year: in the first quarter "tahun ini" is the one that was assessed.
  @Test(arguments: [
    ("Tahun ini", 11, 2024), ("Tahun ini", 2, 2023), ("Tahun lalu", 2, 2023),
    ("Dua tahun lalu", 2, 2022),
  ])
  func yearsFromTheDayOfPublication(words: String, month: Int, year: Int) throws {
    let found = try years(
      "\(words) Kota Metro meraih zona hijau dalam penilaian kepatuhan Ombudsman.", published: 2024,
      month: month)
    #expect(found.map(\.year) == [year])
    #expect(found.map(\.basis) == [.relative])
  }

  @Test func aVagueYearHasABound() throws {
    let found = try years(
      "Beberapa tahun lalu Kota Metro masuk zona merah dalam penilaian kepatuhan Ombudsman.",
      published: 2024)
    #expect(found.map(\.year) == [nil])
    #expect(found.map(\.latest) == [2023])
    #expect(found.map(\.basis) == [.none])
  }

  @Test func withoutADayOfPublicationThisYearIsUnknown() throws {
    let found = try years(
      "Tahun ini Kota Metro meraih zona hijau dalam penilaian kepatuhan Ombudsman.")
    #expect(found.map(\.year) == [nil])
  }

  @Test func theTitlesYearHoldsForTheText() throws {
    let found = try years(
      "# Penilaian Kepatuhan Ombudsman 2022\nKota Metro meraih zona hijau dalam penilaian itu.")
    #expect(found.map(\.year) == [2022])
    #expect(found.map(\.basis) == [.heading])
  }

  @Test(arguments: [
    (2021, "kepatuhan_2021", "91.01"), (2023, "kepatuhan_2022", "93.01"),
    (2018, "kepatuhan_2016", "91.01"),
  ])
  func scaleAndCodeAreThoseOfTheYear(year: Int, scale: String, code: String) throws {
    let sample = try Sample(
      "Kabupaten Merauke meraih nilai 80,85 dalam penilaian kepatuhan Ombudsman tahun \(year).")
    let claim = try #require(sample.reading.claims.first)
    #expect(sample.reading.claims.count == 1)
    #expect(claim.scale == scale)
    guard case .region(let row) = claim.body else {
      Issue.record("no region")
      return
    }
    #expect(sample.interpreter.lexicon.regions[Int(row)].code == code)
  }
}

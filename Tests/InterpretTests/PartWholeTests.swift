import Interpret
import Lexicon
import Testing

/// Arithmetic on counted sets: what the text states of the whole and of a part.
struct PartWholeTests {
  @Test func theOthersAreCounted() throws {
    let sample = try Sample(
      "Pada 2023 Ombudsman menilai 12 unit di Kota Metro. Dari 12 unit itu hanya Dinas Sosial yang masuk zona hijau, unit lainnya di zona merah."
    )
    #expect(
      sample.lines() == [
        "Kota Metro, (unit lainnya): zone merah, year 2023",
        "Kota Metro, Dinas Sosial: zone hijau, year 2023",
      ])
    let rest = try #require(sample.reading.claims.first { $0.isDerived })
    #expect(rest.unit?.count == 11)
    #expect(rest.unit?.unit == nil)
    let evidence = rest.evidence.map { sample.text($0.range) }
    #expect(evidence.contains("12") && evidence.contains("merah"), "\(evidence)")
    #expect(sample.reading.claims.count { $0.isDerived } == 1)
    #expect(sample.diagnostics == [])
  }

  @Test func aContradictionIsToldAndGivesNoRest() throws {
    let sample = try Sample(
      "Pada 2023 Ombudsman menilai 1 unit di Kota Metro. Dari 1 unit itu hanya Dinas Sosial yang masuk zona hijau, unit lainnya di zona merah."
    )
    #expect(sample.lines() == ["Kota Metro, Dinas Sosial: zone hijau, year 2023"])
    #expect(sample.diagnostics == ["count-contradiction"])
  }

  @Test func aCountedSetIsATotalAndNobodysResult() throws {
    let sample = try Sample(
      "Penilaian kepatuhan Ombudsman tahun 2022 di Jawa Barat: 15 kabupaten masuk zona hijau.")
    #expect(sample.lines() == [])
    let total = try #require(sample.reading.totals.first)
    #expect(sample.reading.totals.count == 1)
    #expect(total.count == 15)
    #expect(total.level == "kabupaten")
    #expect(total.zone == "hijau")
    #expect(total.year.year == 2022)
    #expect(
      total.region.map { sample.interpreter.lexicon.regions[Int($0)].fullName }
        == "Provinsi Jawa Barat")
  }

  @Test func totalsOfSeveralZones() throws {
    let sample = try Sample(
      "Dalam penilaian kepatuhan Ombudsman tahun 2023 sebanyak 53 kota masuk zona hijau, 40 kota zona kuning, dan 5 kota zona merah."
    )
    #expect(sample.lines() == [])
    #expect(
      sample.reading.totals.map { "\($0.count) \($0.zone ?? "")" } == [
        "53 hijau", "40 kuning", "5 merah",
      ])
  }

  @Test func namesOfACountedSetTakeItsValue() throws {
    try Reads(
      "Dua kota di Jawa Barat masuk zona hijau menurut Ombudsman tahun 2022, yakni Kota Depok dan Kota Cimahi.",
      ["Kota Depok: zone hijau, year 2022", "Kota Cimahi: zone hijau, year 2022"]
    ).check()
  }
}

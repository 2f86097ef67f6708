import Interpret
import Testing

/// What looks like a result and is none of ours.
struct ForeignTests {
  @Test(arguments: [
    Reads("Pada 2023 Pemkot Metro meraih predikat BB dalam evaluasi SAKIP dari Kementerian PANRB."),
    Reads("Kabupaten Kudus masuk zona merah Covid-19 pada 2021."),
    Reads("Pada 2023 Kota Metro meraih opini WTP dari BPK."),
    Reads("Indeks SPBE Kota Metro tahun 2023 mencapai 3,45."),
    Reads("Nilai reformasi birokrasi Kota Metro tahun 2022 sebesar 71,20."),
    Reads("Kawasan zona merah pedagang kaki lima di Kota Metro ditertibkan pada 2022."),
    Reads("Pada zonasi PPDB tahun 2023 Kota Metro masuk zona hijau."),
  ])
  func otherInstruments(_ reads: Reads) throws { try reads.check() }

  @Test(arguments: [
    Reads("Pada 2023 Polres Kudus meraih zona hijau dalam penilaian kepatuhan Ombudsman."),
    Reads(
      "Kantor Pertanahan Kota Metro meraih nilai 88,10 dalam penilaian kepatuhan Ombudsman 2023."),
    Reads("Lapas Metro mendapat predikat kepatuhan tinggi dari Ombudsman pada 2022."),
  ])
  func bodiesOfTheCentralGovernment(_ reads: Reads) throws { try reads.check() }

  @Test func oursBesideAForeignOne() throws {
    try Reads(
      "Pada 2023 Kota Metro meraih opini WTP dari BPK. Dalam penilaian kepatuhan Ombudsman 2023 Kota Metro meraih zona hijau.",
      ["Kota Metro: zone hijau, year 2023"]
    ).check()
  }

  @Test func instrumentsOfTheMinistry() throws {
    let sample = try Sample(
      "Indeks Pelayanan Publik Kota Metro tahun 2023 mencapai 4,25 dengan predikat A- dari Kementerian PANRB."
    )
    #expect(sample.lines() == ["Kota Metro: score 4.25, grade A-, year 2023"])
    #expect(sample.reading.claims.map(\.instrument) == ["ipp_panrb"])
    #expect(sample.reading.claims.map(\.scale) == ["ipp_2022"])
  }

  @Test func citations() throws {
    let sample = try Sample(
      "Menurut Pasal 15 UU Nomor 25 Tahun 2009 penyelenggara wajib menyusun standar pelayanan.")
    #expect(sample.lines() == [])
    #expect(sample.reading.citations.map(\.regulation) == ["UU 25/2009"])
    #expect(sample.reading.citations.map(\.article) == ["15"])
  }
}

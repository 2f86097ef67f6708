import Testing

/// What is aimed at, hoped for, denied or nearly happened is no fact.
struct StatusReadingTests {
  @Test(arguments: [
    (
      "Pemkot Metro menargetkan zona hijau dalam penilaian kepatuhan Ombudsman 2024.",
      ["target Kota Metro: zone hijau, year 2024"]
    ),
    (
      "Bupati Kudus berharap Kabupaten Kudus meraih zona hijau dalam penilaian kepatuhan Ombudsman 2024.",
      ["target Kabupaten Kudus: zone hijau, year 2024"]
    ),
    (
      "Pada 2023 Kota Metro tidak masuk zona hijau dalam penilaian kepatuhan Ombudsman.",
      ["negated Kota Metro: zone hijau, year 2023"]
    ),
    (
      "Pada 2023 Kota Metro nyaris turun ke zona merah dalam penilaian kepatuhan Ombudsman.",
      ["hypothetical Kota Metro: zone merah, year 2023"]
    ),
    (
      "Jika Kota Metro meraih zona hijau dalam penilaian kepatuhan Ombudsman, warga senang.",
      ["hypothetical Kota Metro: zone hijau"]
    ),
    (
      "Kota Metro berhasil meraih zona hijau dalam penilaian kepatuhan Ombudsman 2023.",
      ["Kota Metro: zone hijau, year 2023"]
    ),
    (
      "Pada 2023 Kota Metro meraih zona kuning dalam penilaian kepatuhan Ombudsman dan menargetkan zona hijau.",
      ["Kota Metro: zone kuning, year 2023", "target Kota Metro: zone hijau, year 2023"]
    ),
  ])
  func statuses(text: String, gives: [String]) throws {
    let sample = try Sample(text)
    #expect(sample.lines(all: true) == gives.sorted(), "\(text)")
  }

  @Test(arguments: [
    "Nilai 81,00 sampai 100 berarti zona hijau menurut Ombudsman, 51,00 sampai 80,99 zona kuning.",
    "Zona hijau minimal 81,00 dalam penilaian kepatuhan Ombudsman.",
    "Nilai kepatuhan Kota Metro dari Ombudsman naik 3,25 poin.",
    "Apakah Kota Metro masuk zona hijau?",
    "Kota Metro menyediakan Rp 80,85 miliar untuk pelayanan publik menurut Ombudsman.",
  ])
  func noStatement(_ text: String) throws {
    #expect(try Sample(text).lines() == [])
  }
}

import Testing

/// Who has which value: one body, several, lists and pairs.
struct ValueReadingTests {
  @Test(arguments: [
    Reads(
      "Pada 2023 Kota Metro meraih nilai 84,20 dalam penilaian kepatuhan Ombudsman dan masuk zona hijau.",
      ["Kota Metro: score 84.20, zone hijau, year 2023"]),
    Reads(
      "Kabupaten Kudus mendapat predikat kepatuhan tinggi dari Ombudsman RI pada tahun 2021.",
      ["Kabupaten Kudus: category Kepatuhan Tinggi, year 2021"]),
    Reads(
      "Dinas Sosial Kabupaten Kudus meraih nilai 91,40 dalam penilaian kepatuhan Ombudsman tahun 2023.",
      ["Kabupaten Kudus, Dinas Sosial: score 91.40, year 2023"]),
    Reads(
      "Ombudsman menempatkan Kota Metro di peringkat ke-7 dalam penilaian kepatuhan tahun 2022.",
      ["Kota Metro: rank 7, year 2022"]),
    Reads(
      "Pemprov Lampung meraih opini kualitas tinggi dalam penilaian kepatuhan Ombudsman 2024 dengan nilai 85,10.",
      ["Provinsi Lampung: score 85.10, category Kualitas Tinggi, year 2024"]),
  ])
  func oneBody(_ reads: Reads) throws { try reads.check() }

  @Test(arguments: [
    Reads(
      "Kota Metro, Kota Depok, dan Kabupaten Kudus masuk zona hijau penilaian kepatuhan Ombudsman 2022.",
      [
        "Kota Metro: zone hijau, year 2022", "Kota Depok: zone hijau, year 2022",
        "Kabupaten Kudus: zone hijau, year 2022",
      ]),
    Reads(
      "Dalam penilaian kepatuhan Ombudsman 2023 nilai tertinggi diraih Kota Metro (95,10), Kota Depok (94,74) dan Kabupaten Kudus (93,02).",
      [
        "Kota Metro: score 95.10, year 2023", "Kota Depok: score 94.74, year 2023",
        "Kabupaten Kudus: score 93.02, year 2023",
      ]),
    Reads(
      "Menurut Ombudsman tahun 2022 Kota Metro masuk zona hijau, sedangkan Kabupaten Kudus masuk zona kuning.",
      ["Kota Metro: zone hijau, year 2022", "Kabupaten Kudus: zone kuning, year 2022"]),
  ])
  func severalBodies(_ reads: Reads) throws { try reads.check() }

  @Test(arguments: [
    Reads(
      "Kota Metro dan Kota Depok meraih nilai masing-masing 88,10 dan 79,25 dalam penilaian kepatuhan Ombudsman 2023.",
      ["Kota Metro: score 88.10, year 2023", "Kota Depok: score 79.25, year 2023"]),
    Reads(
      "Dalam penilaian kepatuhan Ombudsman 2023 Kota Metro, Kota Depok dan Kota Cimahi memperoleh nilai berturut-turut 88,10, 79,25 dan 70,05.",
      [
        "Kota Metro: score 88.10, year 2023", "Kota Depok: score 79.25, year 2023",
        "Kota Cimahi: score 70.05, year 2023",
      ]),
  ])
  func pairsOneByOne(_ reads: Reads) throws { try reads.check() }

  @Test func listsOfDifferentLengthAreRefused() throws {
    let sample = try Sample(
      "Kota Metro, Kota Depok dan Kota Cimahi meraih nilai masing-masing 88,10 dan 79,25 dalam penilaian kepatuhan Ombudsman 2023."
    )
    #expect(sample.lines() == [])
    #expect(sample.diagnostics == ["list-length"])
  }

  @Test(arguments: [
    Reads(
      "Nilai kepatuhan Kota Metro dari Ombudsman naik dari 75,30 pada 2021 menjadi 88,10 pada 2022.",
      ["Kota Metro: score 75.30, year 2021", "Kota Metro: score 88.10, year 2022"]),
    Reads(
      "Menurut Ombudsman Kota Metro yang semula zona kuning kini masuk zona hijau pada 2022.",
      ["Kota Metro: zone kuning", "Kota Metro: zone hijau, year 2022"]),
  ])
  func beforeAndAfter(_ reads: Reads) throws { try reads.check() }
}

import Testing

/// Lists and tables.
struct ListAndTableTests {
  @Test(arguments: [
    Reads(
      """
      Daerah yang masuk zona hijau dalam penilaian kepatuhan Ombudsman 2022:
      - Kota Metro
      - Kabupaten Kudus
      """,
      ["Kota Metro: zone hijau, year 2022", "Kabupaten Kudus: zone hijau, year 2022"]),
    Reads(
      """
      Nilai penilaian kepatuhan Ombudsman tahun 2023:
      - Kota Metro: 88,10
      - Kabupaten Kudus: 79,25
      """,
      ["Kota Metro: score 88.10, year 2023", "Kabupaten Kudus: score 79.25, year 2023"]),
    Reads(
      """
      Peringkat tertinggi penilaian kepatuhan Ombudsman tahun 2023:
      1) Kota Metro 95,10
      2) Kota Depok 94,74
      """,
      ["Kota Metro: score 95.10, rank 1, year 2023", "Kota Depok: score 94.74, rank 2, year 2023"]),
  ])
  func lists(_ reads: Reads) throws { try reads.check() }

  @Test(arguments: [
    Reads(
      """
      Hasil penilaian kepatuhan Ombudsman tahun 2023:
      || No || Pemda || Nilai || Zona ||
      | 1 | Kota Metro | 88,10 | Hijau |
      | 2 | Kabupaten Kudus | 70,25 | Kuning |
      """,
      [
        "Kota Metro: score 88.10, zone hijau, year 2023",
        "Kabupaten Kudus: score 70.25, zone kuning, year 2023",
      ]),
    Reads(
      """
      Hasil penilaian kepatuhan Ombudsman:
      || Pemda || 2021 || 2022 ||
      | Kota Metro | 70,25 | 88,10 |
      """,
      ["Kota Metro: score 70.25, year 2021", "Kota Metro: score 88.10, year 2022"]),
    Reads(
      """
      Nilai kepatuhan Ombudsman menurut rencana strategis Kota Metro:
      || Pemda || Realisasi 2022 || Target 2024 ||
      | Kota Metro | 70,25 | 88,10 |
      """,
      ["Kota Metro: score 70.25, year 2022"]),
    Reads(
      """
      Nilai kepatuhan Ombudsman dikelompokkan sebagai berikut:
      || Nilai || Zona || Kategori ||
      | 78,00 - 100 | Hijau | Kualitas Tinggi |
      | 54,00 - 77,99 | Kuning | Kualitas Sedang |
      """,
      []),
    Reads(
      """
      Hasil penilaian kepatuhan Ombudsman tahun 2023:
      || Peringkat || Kota || Nilai ||
      | 1 | Bandung | 95,10 |
      | 2 | Sukabumi | 94,74 |
      """,
      [
        "Kota Bandung: score 95.10, rank 1, year 2023",
        "Kota Sukabumi: score 94.74, rank 2, year 2023",
      ]),
  ])
  func tables(_ reads: Reads) throws { try reads.check() }

  @Test func aTableOfSomethingElseGivesNothing() throws {
    try Reads(
      """
      Jumlah penduduk tahun 2023:
      || Kota || Luas ||
      | Kota Metro | 68,74 |
      """
    ).check()
  }
}

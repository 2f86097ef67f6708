import Interpret
import Testing

/// What a sentence leans on: years, sets and leads of the sentences before it.
struct DiscourseTests {
  @Test(arguments: [
    // A year said of somebody in passing holds for nobody else in later paragraphs.
    Reads(
      """
      Kota Metro masuk zona hijau pada penilaian kepatuhan Ombudsman 2023.

      Pada 2022 Kota Metro masih zona kuning.

      Kabupaten Kudus berada di zona hijau.
      """,
      [
        "Kota Metro: zone hijau, year 2023", "Kota Metro: zone kuning, year 2022",
        "Kabupaten Kudus: zone hijau, year 2023",
      ]),
    // How long something lasted does not date it.
    Reads(
      """
      Hasil penilaian kepatuhan Ombudsman tahun 2023 sudah terbit. Kota Metro masuk zona hijau dengan nilai \
      80,02, pertama kali sejak lima kategori dipakai.
      """,
      ["Kota Metro: score 80.02, zone hijau, year 2023"]),
    // In the first months of a year the assessed year is still "tahun ini".
    Reads(
      """
      Tahun ini Kota Metro menempati posisi ke-3 dengan nilai 92,04. Penilaian kepatuhan Ombudsman 2023 itu \
      dilakukan atas 34 pemerintah daerah.
      """,
      ["Kota Metro: score 92.04, rank 3, year 2023"], published: 2024),
  ])
  func years(_ reads: Reads) throws { try reads.check() }

  @Test(arguments: [
    Reads(
      """
      Penilaian kepatuhan Ombudsman 2023 dipimpin Kota Metro (92,34), Kabupaten Kudus (91,80), dan Kota \
      Magelang (90,15). Ketiga daerah itu beropini Kualitas Tertinggi.
      """,
      [
        "Kota Metro: score 92.34, year 2023", "Kabupaten Kudus: score 91.80, year 2023",
        "Kota Magelang: score 90.15, year 2023",
        "Kota Metro: category Kualitas Tertinggi, year 2023",
        "Kabupaten Kudus: category Kualitas Tertinggi, year 2023",
        "Kota Magelang: category Kualitas Tertinggi, year 2023",
      ]),
    // Of three it stays open which two are meant.
    Reads(
      """
      Penilaian kepatuhan Ombudsman 2023 memuat Kota Metro (92,34), Kabupaten Kudus (91,80), dan Kota \
      Magelang (90,15). Kedua daerah itu zona hijau.
      """,
      [
        "Kota Metro: score 92.34, year 2023", "Kabupaten Kudus: score 91.80, year 2023",
        "Kota Magelang: score 90.15, year 2023",
      ]),
    Reads(
      """
      Posisi pertama dan kedua penilaian kepatuhan Ombudsman 2023 ditempati Kota Metro (93,41) dan Kabupaten \
      Kudus (92,08), ketiga dan keempat Kota Magelang (90,77) dan Kota Depok (89,95).
      """,
      [
        "Kota Metro: score 93.41, rank 1, year 2023",
        "Kabupaten Kudus: score 92.08, rank 2, year 2023",
        "Kota Magelang: score 90.77, rank 3, year 2023",
        "Kota Depok: score 89.95, rank 4, year 2023",
      ]),
    Reads(
      """
      Pada penilaian kepatuhan Ombudsman 2023 Kota Metro dan Kabupaten Kudus masing-masing menempati \
      peringkat 11 dan 27 dari 34 pemerintah daerah.
      """,
      ["Kota Metro: rank 11, year 2023", "Kabupaten Kudus: rank 27, year 2023"]),
  ])
  func sets(_ reads: Reads) throws { try reads.check() }

  @Test func aHeadingBetweenALeadAndItsLists() throws {
    try Reads(
      """
      Hasil penilaian kepatuhan Ombudsman tahun 2024 diumumkan. Semuanya zona hijau.

      Pemerintah kota

      1. Kota Metro (98,11).

      2. Kota Depok (97,50).
      """,
      [
        "Kota Metro: score 98.11, zone hijau, year 2024",
        "Kota Depok: score 97.50, zone hijau, year 2024",
      ]
    ).check()
  }

  /// A score off the scale of what was spoken of last takes what is said with it along.
  @Test func theInstrumentOfAScore() throws {
    let sample = try Sample(
      """
      Kota Metro masuk zona hijau pada penilaian kepatuhan Ombudsman 2021. Indeks pelayanan publik dinilai \
      Kementerian PANRB. RSUD Ahmad Yani Kota Metro meraih predikat B- dengan indeks 3,27.
      """)
    #expect(
      sample.reading.claims.filter { $0.values.grade != nil }.map(\.instrument) == ["ipp_panrb"])
  }
}

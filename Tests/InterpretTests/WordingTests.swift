import Testing

/// Wordings that are easily misread: comparisons, exclusions, conditions, several units.
struct WordingTests {
  @Test(arguments: [
    Reads(
      "Berbeda dengan Kota Metro yang meraih zona hijau, Kabupaten Kudus masih di zona merah dalam penilaian kepatuhan Ombudsman 2022.",
      ["Kota Metro: zone hijau, year 2022", "Kabupaten Kudus: zone merah, year 2022"]),
    Reads(
      "Baik Kota Metro maupun Kabupaten Kudus masuk zona hijau dalam penilaian kepatuhan Ombudsman 2022.",
      ["Kota Metro: zone hijau, year 2022", "Kabupaten Kudus: zone hijau, year 2022"]),
    Reads(
      "Kabupaten Bandung dan Sukabumi meraih zona hijau dalam penilaian kepatuhan Ombudsman 2022.",
      ["Kabupaten Bandung: zone hijau, year 2022", "Kabupaten Sukabumi: zone hijau, year 2022"]),
    Reads(
      "Kabupaten Solok meraih zona hijau dan Kota Solok meraih zona kuning dalam penilaian kepatuhan Ombudsman 2023.",
      ["Kabupaten Solok: zone hijau, year 2023", "Kota Solok: zone kuning, year 2023"]),
    Reads(
      "Kota Metro (zona hijau, 88,10) dan Kabupaten Kudus (zona kuning, 70,25) dinilai Ombudsman dalam penilaian kepatuhan 2023.",
      [
        "Kota Metro: score 88.10, zone hijau, year 2023",
        "Kabupaten Kudus: score 70.25, zone kuning, year 2023",
      ]),
  ])
  func twoBodies(_ reads: Reads) throws { try reads.check() }

  @Test(arguments: [
    Reads(
      "Kota Metro bukan zona merah, melainkan zona kuning dalam penilaian kepatuhan Ombudsman 2022.",
      ["Kota Metro: zone kuning, year 2022"]),
    Reads("Kota Metro gagal meraih zona hijau dalam penilaian kepatuhan Ombudsman 2022."),
    Reads("Kota Metro lepas dari zona merah dalam penilaian kepatuhan Ombudsman 2023."),
    Reads("Kota Metro tidak lagi di zona merah dalam penilaian kepatuhan Ombudsman 2022."),
    Reads("Ombudsman mengingatkan Kota Metro agar tidak masuk zona merah dalam penilaian 2024."),
    Reads("Kabupaten Kudus belum pernah meraih zona hijau dalam penilaian kepatuhan Ombudsman."),
    Reads(
      "Kota Metro belum masuk zona hijau; tahun 2023 nilainya 75,20 dalam penilaian kepatuhan Ombudsman.",
      ["Kota Metro: score 75.20, year 2023"]),
    Reads(
      "Kota Metro masuk zona kuning dengan nilai 75,20, kurang 2,80 poin dari zona hijau dalam penilaian kepatuhan Ombudsman 2023.",
      ["Kota Metro: score 75.20, zone kuning, year 2023"]),
    Reads(
      "Seandainya Kota Metro meraih nilai 90,00, maka masuk zona hijau penilaian kepatuhan Ombudsman."
    ),
    Reads(
      "\"Kami yakin tahun depan Kota Metro meraih zona hijau dari Ombudsman,\" kata Budi.",
      ["target Kota Metro: zone hijau, year 2025"], published: 2024),
  ])
  func deniedAndConditional(_ reads: Reads) throws { try reads.check() }

  @Test(arguments: [
    Reads(
      "Pada 2023 Dinas Kesehatan dan Dinas Sosial Kota Metro masuk zona hijau dalam penilaian kepatuhan Ombudsman, sedangkan Dinas Pendidikan masuk zona kuning.",
      [
        "Kota Metro, Dinas Kesehatan: zone hijau, year 2023",
        "Kota Metro, Dinas Sosial: zone hijau, year 2023",
        "Kota Metro, Dinas Pendidikan: zone kuning, year 2023",
      ]),
    Reads(
      "Dinas Kesehatan Kota Metro meraih nilai 91,40 dan Dinas Sosial 85,20 dalam penilaian kepatuhan Ombudsman 2023.",
      [
        "Kota Metro, Dinas Kesehatan: score 91.40, year 2023",
        "Kota Metro, Dinas Sosial: score 85.20, year 2023",
      ]),
    Reads(
      "Puskesmas Sukamaju Kota Metro meraih nilai 91,40 dalam penilaian kepatuhan Ombudsman tahun 2023.",
      ["Kota Metro, Puskesmas Sukamaju: score 91.40, year 2023"]),
  ])
  func unitsOfOneRegion(_ reads: Reads) throws { try reads.check() }

  @Test(arguments: [
    Reads(
      "Kota Metro yang pada 2021 berada di zona merah, tahun 2022 naik ke zona kuning dalam penilaian kepatuhan Ombudsman.",
      ["Kota Metro: zone merah, year 2021", "Kota Metro: zone kuning, year 2022"]),
    Reads(
      "Pada 2023, Ombudsman menyerahkan hasil penilaian kepatuhan 2022 kepada Kota Metro dengan nilai 88,10.",
      ["Kota Metro: score 88.10, year 2022"]),
    Reads(
      "KUDUS - Pemkab meraih zona hijau dalam penilaian kepatuhan Ombudsman 2023.",
      ["Kabupaten Kudus: zone hijau, year 2023"]),
  ])
  func yearsAndTopics(_ reads: Reads) throws { try reads.check() }
}

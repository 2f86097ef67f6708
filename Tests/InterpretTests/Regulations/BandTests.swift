import Interpret
import Testing

/// The scale bands that a regulation sets, and what looks like them.
struct BandTests {
  private func text(_ article: String) throws -> RegulationText {
    try RegulationText(
      """
      PERATURAN OMBUDSMAN REPUBLIK INDONESIA NOMOR 922 TAHUN 2022 TENTANG PENILAIAN
      Pasal 1
      Penilaian dilakukan tiap tahun.
      Pasal 2
      \(article)
      Pasal 3
      Peraturan Ombudsman ini mulai berlaku pada tanggal diundangkan.
      """)
  }

  @Test(arguments: [
    "Penilaian kepatuhan dibagi atas nilai 88,00 – 100 zona hijau kategori A; nilai 78,00 – 87,99 zona hijau kategori B; dan nilai 54,00 – 77,99 zona kuning kategori C.",
    "Penilaian kepatuhan dibagi atas:\n- nilai 88,00 – 100 zona hijau kategori A;\n- nilai 78,00 – 87,99 zona hijau kategori B; dan\n- nilai 54,00 – 77,99 zona kuning kategori C.",
    "Penilaian kepatuhan dibagi atas:\na. zona hijau kategori A dengan nilai 88,00 s.d. 100;\nb. zona hijau kategori B dengan nilai 78,00 s.d. 87,99; dan\nc. zona kuning kategori C dengan nilai 54,00 s.d. 77,99.",
    "Penilaian kepatuhan:\n| Nilai | Zona | Kategori |\n| 88,00 – 100 | Hijau | A |\n| 78,00 – 87,99 | Hijau | B |\n| 54,00 – 77,99 | Kuning | C |",
  ])
  func bands(_ article: String) throws {
    let text = try text(article)
    #expect(text.bands == ["88.00-100 hijau A", "78.00-87.99 hijau B", "54.00-77.99 kuning C"])
    #expect(text.reading.bands.allSatisfy { $0.instrument == "kepatuhan_ombudsman" })
    #expect(Set(text.reading.bands.map(\.group)) == [1])
    // A scale is no result.
    #expect(text.reading.claims.isEmpty)
  }

  /// One table may give a scale in two units side by side.
  @Test func twoUnitsInOneTable() throws {
    let text = try text(
      """
      Nilai Survei Kepuasan Masyarakat:
      | Nilai Interval | Nilai Konversi | Mutu | Kinerja |
      | 1,00 – 2,5996 | 25,00 – 64,99 | D | Tidak Baik |
      | 2,60 – 3,064 | 65,00 – 76,60 | C | Kurang Baik |
      """)
    #expect(
      text.bands == [
        "1.00-2.5996 D Tidak Baik", "2.60-3.064 C Kurang Baik", "25.00-64.99 D Tidak Baik",
        "65.00-76.60 C Kurang Baik",
      ])
    #expect(text.reading.bands.map(\.group) == [1, 1, 2, 2])
    #expect(text.reading.bands.allSatisfy { $0.instrument == "skm" })
  }

  @Test(arguments: [
    "Petugas berusia 21 – 35 tahun melayani 5 – 10 warga.",
    "Kota yang meraih nilai 88,00 – 100 diberi piagam.",
    "Anggaran tahun 2020 – 2022 dibagi; tahun 2023 – 2024 dihitung lagi.",
    "Sanksi denda 5 – 10 juta; kurungan 3 – 6 bulan.",
  ])
  func noBands(_ article: String) throws {
    #expect(try text(article).bands == [])
  }

  /// News that explains a scale sets none.
  @Test func newsSetsNoScale() throws {
    let text = try RegulationText(
      "Zona hijau kategori A untuk nilai 88 – 100; zona hijau kategori B untuk nilai 78 – 87,99.")
    #expect(text.bands == [])
  }
}

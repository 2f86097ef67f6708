import Interpret
import Testing

/// How a regulation is built, with each part's own words marked by its path.
struct StructureTests {
  private static let head = "PERATURAN BUPATI KUDUS NOMOR 947 TAHUN 2019 TENTANG LAYANAN KELILING\n"

  private func check(_ marked: String, _ place: SourceLocation = #_sourceLocation) throws {
    let text = try RegulationText(Self.head + marked)
    let found = try text.parts()
    #expect(found == text.expected, text.difference(found), sourceLocation: place)
  }

  @Test func aBlockForEachPart() throws {
    try check(
      """
      ⟦Menimbang:Menimbang :⟧
      ⟦Menimbang / a:a. bahwa warga berhak atas layanan;⟧
      ⟦Menimbang / b:b. bahwa berdasarkan pertimbangan sebagaimana dimaksud dalam huruf a perlu aturan;⟧
      ⟦Mengingat:Mengingat :⟧
      ⟦Mengingat / 1:1. Undang-Undang Nomor 25 Tahun 2009 tentang Pelayanan Publik;⟧
      ⟦Mengingat / 2:2. Undang-Undang Nomor 23 Tahun 2014 tentang Pemerintahan Daerah;⟧
      MEMUTUSKAN:
      ⟦Menetapkan:Menetapkan : PERATURAN BUPATI TENTANG LAYANAN KELILING.⟧
      ⟦BAB I:BAB I⟧
      KETENTUAN UMUM
      ⟦BAB I / Pasal 1:Pasal 1⟧
      Dalam Peraturan Bupati ini yang dimaksud dengan:
      ⟦BAB I / Pasal 1 / 1:1. Daerah adalah Kabupaten Kudus.⟧
      ⟦BAB I / Pasal 1 / 2:2. Bupati adalah Bupati Kudus.⟧
      ⟦BAB II:BAB II⟧
      PELAKSANAAN
      ⟦BAB II / Bagian Kesatu:Bagian Kesatu⟧
      Umum
      ⟦BAB II / Bagian Kesatu / Paragraf 1:Paragraf 1⟧
      Jadwal
      ⟦BAB II / Bagian Kesatu / Paragraf 1 / Pasal 2:Pasal 2⟧
      ⟦BAB II / Bagian Kesatu / Paragraf 1 / Pasal 2 / (1):(1) Layanan keliling dilakukan tiap pekan.⟧
      ⟦BAB II / Bagian Kesatu / Paragraf 1 / Pasal 2 / (2):(2) Layanan sebagaimana dimaksud pada ayat (1) meliputi:⟧
      ⟦BAB II / Bagian Kesatu / Paragraf 1 / Pasal 2 / (2) / a:a. pendaftaran; dan⟧
      ⟦BAB II / Bagian Kesatu / Paragraf 1 / Pasal 2 / (2) / b:b. pengaduan, yang terdiri atas:⟧ \
      ⟦BAB II / Bagian Kesatu / Paragraf 1 / Pasal 2 / (2) / b / 1):1) lisan; dan⟧ \
      ⟦BAB II / Bagian Kesatu / Paragraf 1 / Pasal 2 / (2) / b / 2):2) tertulis.⟧
      ⟦BAB II / Bagian Kedua:Bagian Kedua⟧
      Petugas
      ⟦BAB II / Bagian Kedua / Pasal 3:Pasal 3⟧
      Petugas ditunjuk sesuai dengan Pasal 2 ayat (2) huruf b.
      ⟦BAB II / Bagian Kedua / Pasal 3A:Pasal 3A⟧
      Petugas bekerja tiap hari.
      """)
  }

  /// Text out of a PDF has a block for each printed line.
  @Test func wrappedLines() throws {
    try check(
      """
      ⟦Menimbang:Menimbang :⟧ ⟦Menimbang / a:a. bahwa layanan warga merupakan hak yang harus
      dijaga oleh daerah bersama semua perangkatnya;⟧
      ⟦Menimbang / b:b. bahwa berdasarkan pertimbangan itu perlu menetapkan
      peraturan bupati;⟧
      ⟦Pasal 1:Pasal 1⟧
      ⟦Pasal 1 / (1):(1) Layanan dibuka tiap hari kerja sejak pukul tujuh
      pagi.⟧
      ⟦Pasal 1 / (2):(2) Layanan sebagaimana dimaksud pada ayat (1) ditutup
      sore hari.⟧
      ⟦Pasal 2:Pasal 2⟧
      Peraturan Bupati ini mulai berlaku pada tanggal
      diundangkan.
      """)
  }

  @Test func allInOneParagraph() throws {
    try check(
      """
      ⟦BAB I:BAB I KETENTUAN UMUM⟧ ⟦BAB I / Pasal 1:Pasal 1 Dalam Peraturan Bupati ini yang dimaksud dengan:⟧ \
      ⟦BAB I / Pasal 1 / 1:1. Daerah adalah Kabupaten Kudus.⟧ ⟦BAB I / Pasal 1 / 2:2. Bupati adalah Bupati Kudus.⟧ \
      ⟦BAB I / Pasal 2:Pasal 2⟧ ⟦BAB I / Pasal 2 / (1):(1) Layanan keliling dilakukan tiap pekan.⟧ \
      ⟦BAB I / Pasal 2 / (2):(2) Layanan sebagaimana dimaksud pada ayat (1) meliputi:⟧ \
      ⟦BAB I / Pasal 2 / (2) / a:a. pendaftaran; dan⟧ ⟦BAB I / Pasal 2 / (2) / b:b. pengaduan.⟧ \
      ⟦BAB II:BAB II PENUTUP⟧ ⟦BAB II / Pasal 3:Pasal 3 Peraturan Bupati ini mulai berlaku pada tanggal diundangkan.⟧
      """)
  }

  /// The marks of parts in running text begin nothing.
  @Test(arguments: [
    "Pelanggaran atas Pasal 2 dan Pasal 3 ayat (2) dicatat.",
    "Ketentuan Pasal 2 berlaku juga bagi camat.",
    "Sebagaimana dimaksud dalam Pasal 2 ayat (1) huruf a. Kepala dinas melapor.",
    "Nilai paling rendah 2. Nilai paling tinggi 5.",
    "Petugas menurut Bagian Kedua dan BAB II wajib hadir.",
  ])
  func referencesAreNoParts(sentence: String) throws {
    try check("⟦Pasal 1:Pasal 1⟧\n\(sentence)\n⟦Pasal 2:Pasal 2⟧\nPenutup.")
  }

  @Test func anAmendmentQuotesArticlesUnderItsPoints() throws {
    try check(
      """
      ⟦Pasal I:Pasal I⟧
      Beberapa ketentuan dalam Peraturan Bupati Kudus Nomor 901 Tahun 2018 diubah sebagai berikut:
      ⟦Pasal I / 1:1. Ketentuan Pasal 5 diubah sehingga berbunyi sebagai berikut:⟧
      ⟦Pasal I / 1 / Pasal 5:Pasal 5⟧
      ⟦Pasal I / 1 / Pasal 5 / (1):(1) Layanan dibuka pagi hari.⟧
      ⟦Pasal I / 1 / Pasal 5 / (2):(2) Layanan ditutup sore hari.⟧
      ⟦Pasal I / 2:2. Di antara Pasal 6 dan Pasal 7 disisipkan Pasal 6A sehingga berbunyi sebagai berikut:⟧
      ⟦Pasal I / 2 / Pasal 6A:Pasal 6A⟧
      Warga dapat menelepon.
      ⟦Pasal II:Pasal II⟧
      Peraturan Bupati ini mulai berlaku pada tanggal diundangkan.
      """)
  }

  @Test func explanationAndAnnexCountFromTheStart() throws {
    try check(
      """
      ⟦BAB I:BAB I⟧
      UMUM
      ⟦BAB I / Pasal 1:Pasal 1⟧
      Layanan dibuka.
      ⟦BAB I / Pasal 2:Pasal 2⟧
      Layanan ditutup.
      Ditetapkan di Kudus pada tanggal 2 Desember 2019
      ⟦LAMPIRAN I:LAMPIRAN I⟧
      Daftar layanan
      ⟦PENJELASAN:PENJELASAN⟧
      ATAS PERATURAN BUPATI KUDUS NOMOR 947 TAHUN 2019
      ⟦PENJELASAN / Pasal 1:Pasal 1⟧
      Cukup jelas.
      ⟦PENJELASAN / Pasal 2:Pasal 2⟧
      Cukup jelas.
      """)
  }

  @Test func titlesOfChapters() throws {
    let text = try RegulationText(
      Self.head + """
        BAB I
        KETENTUAN UMUM
        Pasal 1
        Layanan dibuka.
        BAB II PELAKSANAAN DAN PELAPORAN
        Bagian Kesatu
        Umum
        Pasal 2
        Layanan ditutup.
        """)
    let headings = try text.regulation().parts.map { $0.heading.map(text.sample.text) ?? "-" }
    #expect(headings == ["KETENTUAN UMUM", "-", "PELAKSANAAN DAN PELAPORAN", "Umum", "-"])
  }

  /// A part ends where its last part does; nothing of the signature belongs to it.
  @Test func whereAPartEnds() throws {
    let text = try RegulationText(
      Self.head + """
        BAB I
        UMUM
        Pasal 1
        (1) Layanan dibuka.
        (2) Layanan ditutup.
        Pasal 2
        Cukup.
        Ditetapkan di Kudus pada tanggal 2 Desember 2019
        """)
    let parts = try text.regulation().parts
    let ends = parts.map { part in
      "\(part.number): " + text.sample.text(part.text.lowerBound..<part.end).suffix(8)
    }
    #expect(ends == ["I: 2\nCukup.", "1: ditutup.", "1:  dibuka.", "2: ditutup.", "2: 2\nCukup."])
  }
}

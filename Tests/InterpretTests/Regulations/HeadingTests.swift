import Extract
import Interpret
import Testing

/// What a regulation is: type, number, year, title, issuer and the days of its life.
struct HeadingTests {
  struct Head: Sendable, CustomTestStringConvertible {
    let lines: String
    let citation: String
    let title: String
    let issuer: String
    var testDescription: String { citation }
  }

  /// Two articles make a text with a heading a regulation.
  private static let body = """

    Menimbang : bahwa layanan perlu diatur;
    MEMUTUSKAN:
    Pasal 1
    Setiap kantor melayani warga.
    Pasal 2
    Peraturan ini mulai berlaku pada tanggal ditetapkan.
    """

  @Test(arguments: [
    Head(
      lines: """
        UNDANG-UNDANG REPUBLIK INDONESIA
        NOMOR 925 TAHUN 2009
        TENTANG
        LAYANAN WARGA
        DENGAN RAHMAT TUHAN YANG MAHA ESA
        PRESIDEN REPUBLIK INDONESIA,
        """, citation: "UU 925/2009", title: "Layanan Warga", issuer: "DPR/Presiden"),
    Head(
      lines:
        "PERATURAN PEMERINTAH REPUBLIK INDONESIA NOMOR 996 TAHUN 2012 TENTANG PENILAIAN LAYANAN",
      citation: "PP 996/2012", title: "Penilaian Layanan", issuer: "Presiden"),
    Head(
      lines:
        "PERATURAN PRESIDEN REPUBLIK INDONESIA\nNOMOR 976 TAHUN 2013\nTENTANG\nPENGELOLAAN PENGADUAN",
      citation: "Perpres 976/2013", title: "Pengelolaan Pengaduan", issuer: "Presiden"),
    Head(
      lines: """
        SALINAN
        PERATURAN MENTERI PENDAYAGUNAAN APARATUR NEGARA DAN REFORMASI BIROKRASI REPUBLIK INDONESIA
        NOMOR 914 TAHUN 2017
        TENTANG
        PEDOMAN SURVEI DI LINGKUNGAN
        UNIT LAYANAN
        """, citation: "Permenpan RB 914/2017", title: "Pedoman Survei di Lingkungan Unit Layanan",
      issuer: "Kementerian PANRB"),
    Head(
      lines:
        "PERATURAN OMBUDSMAN REPUBLIK INDONESIA\nNOMOR 922 TAHUN 2016\nTENTANG PENELITIAN KEPATUHAN",
      citation: "Peraturan Ombudsman 922/2016", title: "Penelitian Kepatuhan",
      issuer: "Ombudsman RI"),
    Head(
      lines: "PERATURAN DAERAH KOTA METRO\nNOMOR 03 TAHUN 2021\nTENTANG\nPELAYANAN DAN PENGADUAN",
      citation: "Perda Kota Metro 3/2021", title: "Pelayanan dan Pengaduan",
      issuer: "Pemerintah Kota Metro"),
    Head(
      lines: "PERATURAN DAERAH PROVINSI LAMPUNG NOMOR 911 TAHUN 2018 TENTANG RETRIBUSI",
      citation: "Perda Provinsi Lampung 911/2018", title: "Retribusi",
      issuer: "Pemerintah Provinsi Lampung"),
    // The heading leaves the region out; who decides says it.
    Head(
      lines:
        "BUPATI KUDUS\nPROVINSI JAWA TENGAH\nPERATURAN DAERAH\nNOMOR 6 TAHUN 2023\nTENTANG\nCAGAR BUDAYA",
      citation: "Perda Kabupaten Kudus 6/2023", title: "Cagar Budaya",
      issuer: "Pemerintah Kabupaten Kudus"),
    Head(
      lines: "PERATURAN BUPATI KUDUS\nNOMOR 47 TAHUN 2011\nTENTANG\nTATA NASKAH",
      citation: "Perbup Kabupaten Kudus 47/2011", title: "Tata Naskah", issuer: "Bupati Kudus"),
    Head(
      lines: "PERATURAN WALI KOTA DEPOK NOMOR 21 TAHUN 2020 TENTANG LAYANAN KELILING",
      citation: "Perwali Kota Depok 21/2020", title: "Layanan Keliling", issuer: "Wali Kota Depok"),
    Head(
      lines: "PERATURAN GUBERNUR JAWA TENGAH\nNOMOR 17 TAHUN 2019\nT E N T A N G\nSTANDAR LAYANAN",
      citation: "Pergub Provinsi Jawa Tengah 17/2019", title: "Standar Layanan",
      issuer: "Gubernur Jawa Tengah"),
    Head(
      lines:
        "PERATURAN MENTERI PERHUBUNGAN REPUBLIK INDONESIA NOMOR PM 12 TAHUN 2020 TENTANG TERMINAL",
      citation: "Permen Perhubungan 12/2020", title: "Terminal", issuer: "Menteri Perhubungan"),
    Head(
      lines:
        "KEPUTUSAN MENTERI PENDAYAGUNAAN APARATUR NEGARA\nNOMOR: KEP/925/M.PAN/2/2004\nTENTANG\nPEDOMAN PENYUSUNAN INDEKS",
      citation: "Kepmenpan RB 925/2004", title: "Pedoman Penyusunan Indeks",
      issuer: "Kementerian PANRB"),
  ])
  func headings(_ head: Head) throws {
    let text = try RegulationText(head.lines + Self.body)
    #expect(try text.name() == head.citation)
    let regulation = try text.regulation()
    #expect(regulation.title == head.title)
    #expect(regulation.name.issuer(text.sample.interpreter.lexicon) == head.issuer)
    #expect(regulation.form == .text)
  }

  @Test func aDecreeWithDecisionsInsteadOfArticles() throws {
    let text = try RegulationText(
      """
      KEPUTUSAN BUPATI KUDUS
      NOMOR: 065/955/2021
      TENTANG
      UNIT YANG DINILAI
      Menimbang : bahwa unit perlu ditunjuk;
      MEMUTUSKAN:
      Menetapkan :
      ⟦Menetapkan / KESATU:KESATU : Unit yang dinilai ditunjuk.⟧
      ⟦Menetapkan / KEDUA:KEDUA : Keputusan ini mulai berlaku pada tanggal ditetapkan.⟧
      Ditetapkan di Kudus pada tanggal 8 Maret 2021
      """)
    #expect(try text.name() == "Kepbup Kabupaten Kudus 065/955/2021")
    let decisions = try text.regulation().parts.filter { $0.kind == .diktum }
    #expect(decisions.map { text.line($0.path, $0.text) } == text.expected)
    #expect(try text.regulation().effective == PublishedDate(year: 2021, month: 3, day: 8))
  }

  /// Days, and how the day is known from which it is in force.
  @Test(arguments: [
    ("pada tanggal diundangkan", "promulgation", "2017-05-18"),
    ("pada tanggal ditetapkan", "enactment", "2017-05-09"),
    ("sejak tanggal diundangkan", "promulgation", "2017-05-18"),
    ("pada tanggal 1 Januari 2018", "stated", "2018-01-01"),
    ("setelah 6 (enam) bulan terhitung sejak tanggal diundangkan", "later", nil),
  ])
  func daysOfItsLife(words: String, basis: String, effective: String?) throws {
    let text = try RegulationText(
      """
      PERATURAN OMBUDSMAN REPUBLIK INDONESIA NOMOR 922 TAHUN 2017 TENTANG PENILAIAN
      Pasal 1
      Penilaian dilakukan tiap tahun.
      Pasal 2
      Peraturan Ombudsman ini mulai berlaku \(words).
      Ditetapkan di Jakarta Selatan
      pada tanggal 9 Mei 2017
      Diundangkan di Jakarta
      pada tanggal 18 Mei 2017
      BERITA NEGARA REPUBLIK INDONESIA TAHUN 2017 NOMOR 9708
      """)
    let regulation = try text.regulation()
    #expect(regulation.place == "Jakarta Selatan")
    #expect(regulation.enacted == PublishedDate(year: 2017, month: 5, day: 9))
    #expect(regulation.promulgated == PublishedDate(year: 2017, month: 5, day: 18))
    #expect(RegulationText.day(regulation.effective) == effective)
    #expect(regulation.effectBasis?.rawValue == basis)
    #expect(regulation.gazette == "Berita Negara Republik Indonesia Tahun 2017 Nomor 9708")
  }

  /// The gazette stands at the end, or above the heading.
  @Test(arguments: [
    (
      "BERITA NEGARA REPUBLIK INDONESIA TAHUN 2017 NOMOR 9708",
      "Berita Negara Republik Indonesia Tahun 2017 Nomor 9708"
    ),
    (
      "BERITA NEGARA REPUBLIK INDONESIA No. 1114, 2019 KEMENDAGRI. Pencabutan.",
      "Berita Negara Republik Indonesia Tahun 2019 Nomor 1114"
    ),
    (
      "LEMBARAN DAERAH KABUPATEN KUDUS TAHUN 2019 NOMOR 9",
      "Lembaran Daerah Kabupaten Kudus Tahun 2019 Nomor 9"
    ),
    (
      "LEMBARAN DAERAH KOTA METRO NOMOR 12 TAHUN 2019",
      "Lembaran Daerah Kota Metro Tahun 2019 Nomor 12"
    ),
    ("(Lembaran Negara Republik Indonesia Tahun 2009 Nomor 112)", nil),
    ("TAMBAHAN LEMBARAN NEGARA REPUBLIK INDONESIA NOMOR 5038", nil),
  ])
  func gazettes(line: String, gazette: String?) throws {
    let text = try RegulationText(
      "PERATURAN BUPATI KUDUS NOMOR 9 TAHUN 2019 TENTANG LAYANAN\nPasal 1\nSatu.\nPasal 2\nDua.\n"
        + line)
    #expect(try text.regulation().gazette == gazette)
  }

  /// Pages about regulations, and texts with articles of something else.
  @Test(arguments: [
    "Peraturan Ombudsman Nomor 22 Tahun 2016 mulai berlaku tahun ini. Warga menyambut Pasal 3 dan Pasal 4.",
    "# UU 25/2009 Belum Dijalankan\nKudus - Pasal 15 UU Nomor 25 Tahun 2009 belum dijalankan.\nPasal 21 pun belum.",
    "PERJANJIAN SEWA\nPasal 1\nPihak pertama menyewakan rumah.\nPasal 2\nPihak kedua membayar sewa.",
    "Menimbang hal itu, warga meminta Perda Nomor 7 Tahun 2011 dicabut.",
  ])
  func noRegulations(_ text: String) throws {
    #expect(try RegulationText(text).reading.regulation == nil)
  }

  /// What a legal database says in pairs of name and value, in a table or in lines.
  @Test(arguments: [
    """
    # Penilaian Layanan
    | Jenis | Peraturan Ombudsman |
    | Nomor | 922 |
    | Tahun | 2016 |
    | Judul | Peraturan Ombudsman Nomor 922 Tahun 2016 tentang Penilaian Layanan |
    | Tanggal Penetapan | 9 Mei 2016 |
    | Tanggal Pengundangan | 18 Mei 2016 |
    | Tanggal Berlaku | 18 Mei 2016 |
    | Sumber | BN 2016 (9922) |
    | Status | Dicabut |
    | Dicabut dengan | Peraturan Ombudsman Nomor 961 Tahun 2025 |
    | Mencabut | Peraturan Ombudsman Nomor 917 Tahun 2015 |
    """,
    """
    # Penilaian Layanan
    Jenis: Peraturan Ombudsman
    Nomor: 922
    Tahun: 2016
    Judul: Peraturan Ombudsman Nomor 922 Tahun 2016 tentang Penilaian Layanan
    Tanggal Penetapan: 9 Mei 2016
    Tanggal Pengundangan: 18 Mei 2016
    Tanggal Berlaku: 18 Mei 2016
    Sumber: BN 2016 (9922)
    Status: Dicabut
    Dicabut dengan: Peraturan Ombudsman Nomor 961 Tahun 2025
    Mencabut: Peraturan Ombudsman Nomor 917 Tahun 2015
    """,
  ])
  func recordsOfDatabases(_ page: String) throws {
    let text = try RegulationText(page)
    #expect(try text.name() == "Peraturan Ombudsman 922/2016")
    let regulation = try text.regulation()
    #expect(regulation.form == .record)
    #expect(regulation.title == "Penilaian Layanan")
    #expect(RegulationText.day(regulation.enacted) == "2016-05-09")
    #expect(RegulationText.day(regulation.promulgated) == "2016-05-18")
    #expect(RegulationText.day(regulation.effective) == "2016-05-18")
    #expect(regulation.effectBasis == .stated)
    #expect(regulation.gazette == "BN 2016 (9922)")
    #expect(regulation.status == "Dicabut")
    #expect(
      text.relations == [
        "Peraturan Ombudsman 961/2025 repeals Peraturan Ombudsman 922/2016: "
          + "Peraturan Ombudsman Nomor 961 Tahun 2025",
        "repeals Peraturan Ombudsman 917/2015: Peraturan Ombudsman Nomor 917 Tahun 2015",
      ])
  }
}

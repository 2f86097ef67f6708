import Testing

/// Where a text cites regulations, and which articles of them.
struct CitationTests {
  /// Each text is read by itself; marks are all of its citations.
  @Test(arguments: [
    "Menurut ⟦UU 25/2009 Pasal 5 (2) a:Pasal 5 ayat (2) huruf a UU No. 25 Tahun 2009⟧, layanan terbuka.",
    "Menurut ⟦UU 25/2009:UU 25/2009⟧, layanan terbuka.",
    "Menurut ⟦UU 25/2009:Undang-Undang Republik Indonesia Nomor 25 Tahun 2009⟧, layanan terbuka.",
    "Hal itu diatur ⟦UU 25/2009 Pasal 21 (1):Pasal 21 ayat 1 Undang-Undang Nomor 25 Tahun 2009⟧.",
    "Hal itu diatur ⟦UU 25/2009 Pasal 15 & UU 25/2009 Pasal 21:Pasal 15 dan Pasal 21 UU Nomor 25 Tahun 2009⟧.",
    "Hal itu diatur ⟦UU 25/2009 Pasal 15 & UU 25/2009 Pasal 21:pasal 15 dan 21 UU Nomor 25 Tahun 2009⟧.",
    "Lihat ⟦UU 25/2009 Pasal 36 & UU 25/2009 Pasal 37 & UU 25/2009 Pasal 38:Pasal 36 sampai dengan Pasal 38 UU 25/2009⟧.",
    "Lihat ⟦UU 23/2014 Pasal 351 (4) a & UU 23/2014 Pasal 351 (4) c:Pasal 351 ayat (4) huruf a dan huruf c UU 23/2014⟧.",
    "Lihat ⟦UU 23/2014 Pasal 12 (1) b 3:Pasal 12 ayat (1) huruf b angka 3 UU 23/2014⟧.",
    "Lihat ⟦UU 23/2014 Pasal 12A (2):Pasal 12A ayat (2) dalam UU 23/2014⟧.",
    "Lihat ⟦UU 23/2014 Pasal 9 (1) & UU 23/2014 Pasal 9 (2):Pasal 9 ayat (1) dan ayat (2) UU 23/2014⟧.",
    "⟦UU 23/2014 Pasal 351:UU Nomor 23 Tahun 2014 tentang Pemerintahan Daerah, khususnya Pasal 351⟧.",
    "⟦UUD 1945 Pasal 18 (6):Pasal 18 ayat (6) Undang-Undang Dasar Negara Republik Indonesia Tahun 1945⟧",
    "Dasarnya ⟦PP 96/2012:PP Nomor 96 Tahun 2012⟧ dan ⟦Permenpan RB 14/2017:PermenPAN-RB Nomor 14 Tahun 2017⟧.",
    "Dasarnya ⟦Peraturan Ombudsman 22/2016 Pasal 4:Pasal 4 Peraturan Ombudsman RI Nomor 22 Tahun 2016⟧.",
    "Dasarnya ⟦Keputusan Ketua Ombudsman 252/2024:Keputusan Ketua Ombudsman RI Nomor 252 Tahun 2024⟧.",
    "Layanan diatur menurut ⟦PP 96/2012 Pasal 3 (1):Pasal 3\nayat (1) Peraturan Pemerintah Nomor 96\nTahun 2012⟧ itu.",
    "Layanan diatur oleh ⟦Perda Kota Metro 3/2021:Peraturan Daerah\nKota Metro Nomor 3 Tahun 2021⟧ itu.",
    "Dasarnya ⟦Perda Kota Metro 3/2021:Perda Kota Metro Nomor 3 Tahun 2021⟧.",
    "Dasarnya ⟦Permen Perhubungan 12/2020:Peraturan Menteri Perhubungan Nomor 12 Tahun 2020⟧.",
    "Dasarnya ⟦Kepmenpan RB 25/2004:Keputusan Menteri PAN Nomor KEP/25/M.PAN/2/2004⟧.",
    "Dasarnya ⟦Kepbup Kabupaten Kudus 065/900/2021:Keputusan Bupati Kudus Nomor 065/900 Tahun 2021⟧.",
  ])
  func stated(_ marked: String) throws { try check(marked) }

  /// The regulation is not named by number and year, or not wholly.
  @Test(arguments: [
    "Warga meminta ⟦UU 25/2009 Pasal 15 | short_name:UU Pelayanan Publik pasal 15⟧ dijalankan.",
    "⟦UU 23/2014:UU Nomor 23 Tahun 2014⟧ berlaku. ⟦UU 23/2014 Pasal 352 | earlier:Pasal 352 undang-undang tersebut⟧ mengatur sanksi.",
    "⟦Perda Kota Metro 3/2021:Perda Kota Metro Nomor 3 Tahun 2021⟧ berlaku. ⟦Perda Kota Metro 3/2021 | earlier:Peraturan daerah tersebut⟧ mengatur sanksi.",
    "⟦UU 25/2009:UU Nomor 25 Tahun 2009⟧ berlaku. Menurut ⟦UU 25/2009 Pasal 21 | earlier:Pasal 21⟧, loket terbuka.",
    "⟦Perda Kota Metro 3/2021:Perda Kota Metro Nomor 3 Tahun 2021⟧ berlaku. ⟦Perda Kota Metro 3/2021 | earlier:Perda ini⟧ mengatur sanksi.",
    "⟦UU 23/2014:UU 23/2014⟧ berlaku. ⟦UU 23/2014 Pasal 5 (2) | earlier:Pasal 5 ayat (2) peraturan tersebut⟧ lain.",
    "⟦UU 23/2014:UU 23/2014⟧ berlaku. Warga menilai ⟦UU 23/2014 | earlier:aturan itu⟧ baik.",
    "⟦PP 96/2012:PP 96/2012⟧ dan ⟦UU 25/2009:UU 25/2009⟧ berlaku; ⟦PP 96/2012 Pasal 3 | earlier:Pasal 3 peraturan pemerintah tersebut⟧ lain.",
    "⟦UU 25/2009:UU Nomor 25 Tahun 2009⟧ berlaku. ⟦UU 25/2009 | year_inferred:UU Nomor 25⟧ itu tua.",
    "Perkara itu diatur dalam ⟦UU 37/2008 | year_inferred:UU Nomor 37⟧ itu.",
    "Perkara itu diatur dalam ⟦UU 1999 | year_unknown:UU Nomor 1999⟧ itu.",
    "⟦Perda 7/2011 | issuer_unknown:Perda Nomor 7 Tahun 2011⟧ dinilai usang.",
    "Ia didakwa dengan ⟦? Pasal 2 (1) | article_only:Pasal 2 ayat (1)⟧.",
  ])
  func resolved(_ marked: String) throws { try check(marked) }

  /// A name passes from one regulation to the next; the document's day tells which is meant.
  @Test(arguments: [(2015, "PP 53/2010"), (2023, "PP 94/2021")])
  func aNameThatHasPassedOn(year: Int, citation: String) throws {
    let text = try RegulationText(
      "Petugas melanggar PP Disiplin PNS karena membolos.", published: (year, 3, 1))
    #expect(text.citations == ["\(citation) | short_name: PP Disiplin PNS"])
  }

  @Test(arguments: [
    "Undang-undang itu sudah lama dibahas.", "Kepala daerah menerbitkan peraturan bupati baru.",
    "Pedagang di pasal itu mengeluh.", "UU tersebut belum disahkan.",
    "Peraturan tersebut belum dibaca.", "Aturan itu dibuat warga sendiri.",
    "Sebanyak 25 warga datang pada tahun 2009.",
  ])
  func nothingIsCited(_ text: String) throws {
    #expect(try RegulationText(text).citations == [])
  }

  /// Within a regulation, its own articles are cited without its name; its heading cites nothing.
  @Test func withinARegulation() throws {
    try check(
      """
      PERATURAN BUPATI KUDUS NOMOR 947 TAHUN 2019 TENTANG LAYANAN KELILING
      BAB I
      UMUM
      Pasal 1
      (1) Layanan dibuka menurut ⟦PP 96/2012 Pasal 3:Pasal 3 Peraturan Pemerintah Nomor 96 Tahun 2012⟧.
      (2) Layanan sebagaimana dimaksud pada ayat (1) dicatat sesuai dengan ⟦Perda Kabupaten Kudus 910/2016:Peraturan Daerah Nomor 910 Tahun 2016⟧.
      Pasal 2
      Ketentuan dalam ⟦Perbup Kabupaten Kudus 947/2019 Pasal 1 (2) | itself:Pasal 1 ayat (2)⟧ berlaku bagi semua.
      Pasal 3
      Peraturan Bupati ini mulai berlaku pada tanggal diundangkan.
      """)
  }

  /// An amendment speaks of the articles of what it changes.
  @Test func withinAnAmendment() throws {
    try check(
      """
      PERATURAN BUPATI KUDUS NOMOR 948 TAHUN 2020 TENTANG PERUBAHAN ATAS ⟦Perbup Kabupaten Kudus 947/2019:PERATURAN BUPATI KUDUS NOMOR 947 TAHUN 2019⟧
      Pasal I
      Beberapa ketentuan dalam ⟦Perbup Kabupaten Kudus 947/2019:Peraturan Bupati Kudus Nomor 947 Tahun 2019⟧ diubah sebagai berikut:
      1. Ketentuan ⟦Perbup Kabupaten Kudus 947/2019 Pasal 5 | earlier:Pasal 5⟧ diubah sehingga berbunyi sebagai berikut:
      Pasal 5
      Layanan menurut ⟦Perbup Kabupaten Kudus 947/2019 Pasal 4 (1) | earlier:Pasal 4 ayat (1)⟧ dibuka pagi hari.
      Pasal II
      Peraturan Bupati ini mulai berlaku pada tanggal diundangkan. ⟦Perbup Kabupaten Kudus 948/2020 Pasal I | itself:Pasal I⟧ berlaku bagi semua.
      """)
  }

  private func check(_ marked: String, _ place: SourceLocation = #_sourceLocation) throws {
    let text = try RegulationText(marked)
    let found = text.citations
    #expect(found == text.expected, text.difference(found), sourceLocation: place)
  }
}

import Testing

/// What regulations are to one another.
struct RelationTests {
  /// What any text may say of two regulations.
  @Test(arguments: [
    "⟦UU 9/2015 amends UU 23/2014:UU 23/2014 sebagaimana diubah dengan UU 9/2015⟧ berlaku.",
    "⟦UU 9/2015 amends UU 23/2014:Undang-Undang Nomor 23 Tahun 2014 tentang Pemerintahan Daerah sebagaimana telah diubah beberapa kali, terakhir dengan Undang-Undang Nomor 9 Tahun 2015⟧ berlaku.",
    "⟦Peraturan Ombudsman 61/2025 repeals Peraturan Ombudsman 22/2016:Peraturan Ombudsman 22/2016 telah dicabut dengan Peraturan Ombudsman 61/2025⟧.",
    "⟦PP 94/2021 repeals PP 53/2010:PP Nomor 53 Tahun 2010 digantikan oleh PP Nomor 94 Tahun 2021⟧.",
    "⟦UU 9/2015 amends UU 23/2014:UU Nomor 9 Tahun 2015 tentang Perubahan Kedua atas UU Nomor 23 Tahun 2014⟧ berlaku.",
    "⟦PP 96/2012 implements UU 25/2009:PP Nomor 96 Tahun 2012 tentang Pelaksanaan UU Nomor 25 Tahun 2009⟧ berlaku.",
  ])
  func betweenOthers(_ marked: String) throws { try check(marked) }

  @Test(arguments: [
    "UU 23/2014 dan UU 9/2015 berlaku.", "UU 23/2014 diubah; UU 25/2009 tidak.",
    "UU 23/2014 belum diubah, sama dengan nasib warga menurut UU 25/2009.",
    "Rancangan itu diubah sesuai dengan UU 25/2009 dan UU 23/2014.",
  ])
  func none(_ text: String) throws { #expect(try RegulationText(text).relations == []) }

  /// Title, Mengingat and the last articles.
  @Test func ofTheDocumentItself() throws {
    try check(
      """
      PERATURAN BUPATI KUDUS
      NOMOR 948 TAHUN 2020
      TENTANG
      PERUBAHAN ATAS ⟦amends Perbup Kabupaten Kudus 947/2019:PERATURAN BUPATI KUDUS NOMOR 947 TAHUN 2019⟧ TENTANG LAYANAN KELILING
      Mengingat :
      1. ⟦based_on UU 25/2009:Undang-Undang Nomor 25 Tahun 2009⟧ tentang Pelayanan Publik;
      2. ⟦based_on PP 96/2012:Peraturan Pemerintah Nomor 96 Tahun 2012⟧ tentang Pelayanan;
      Pasal I
      Beberapa ketentuan dalam ⟦amends Perbup Kabupaten Kudus 947/2019:Peraturan Bupati Kudus Nomor 947 Tahun 2019⟧ diubah sebagai berikut:
      1. Ketentuan Pasal 5 diubah sehingga berbunyi sebagai berikut:
      Pasal 5
      Layanan mengikuti Peraturan Presiden Nomor 76 Tahun 2013.
      Pasal II
      Peraturan Bupati ini mulai berlaku pada tanggal diundangkan.
      """)
  }

  /// What an article or decision repeals, in one sentence or in a list, and what it keeps.
  @Test(arguments: [
    "Pada saat Peraturan Bupati ini mulai berlaku, ⟦repeals Perbup Kabupaten Kudus 901/2018:Peraturan Bupati Kudus Nomor 901 Tahun 2018⟧ tentang Loket dicabut dan dinyatakan tidak berlaku.",
    """
    Pada saat Peraturan Bupati ini mulai berlaku:
    a. ⟦repeals Perbup Kabupaten Kudus 901/2018:Peraturan Bupati Kudus Nomor 901 Tahun 2018⟧; dan
    b. ⟦repeals Perbup Kabupaten Kudus 902/2018:Peraturan Bupati Kudus Nomor 902 Tahun 2018⟧,
    dicabut dan dinyatakan tidak berlaku.
    """,
    """
    Pada saat Peraturan Bupati ini mulai berlaku:
    a. ⟦repeals Perbup Kabupaten Kudus 901/2018:Peraturan Bupati Kudus Nomor 901 Tahun 2018⟧ dicabut dan dinyatakan tidak berlaku; dan
    b. semua pelaksanaan Peraturan Bupati Kudus Nomor 902 Tahun 2018 dinyatakan tetap berlaku.
    """,
  ])
  func repeals(_ article: String) throws {
    try check(
      """
      PERATURAN BUPATI KUDUS NOMOR 947 TAHUN 2019 TENTANG LAYANAN KELILING
      Pasal 1
      Layanan mengikuti Peraturan Presiden Nomor 76 Tahun 2013.
      Pasal 2
      \(article)
      Pasal 3
      Peraturan Bupati ini mulai berlaku pada tanggal diundangkan.
      """)
  }

  private func check(_ marked: String, _ place: SourceLocation = #_sourceLocation) throws {
    let text = try RegulationText(marked)
    let found = text.relations
    #expect(found == text.expected, text.difference(found), sourceLocation: place)
  }
}

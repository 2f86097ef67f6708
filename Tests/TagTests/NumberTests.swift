import Lexicon
import Tag
import Testing

/// Numbers as Indonesian pages write them.
struct NumberTests {
  private func label(_ item: Item) -> String? {
    switch item.content {
    case .number(let value): "\(value)"
    case .range(let low, let high): "\(low)-\(high)"
    default: nil
    }
  }

  private func expect(_ marked: String, _ place: SourceLocation = #_sourceLocation) throws {
    let text = MarkedText(marked)
    #expect(
      try Sample(text.text).items(label) == Sample.expected(text), "\(marked)",
      sourceLocation: place)
  }

  @Test(arguments: [
    "nilai ⟦80.85:80,85⟧ poin", "nilai ⟦98.02:98.02⟧ poin", "sebanyak ⟦1000:1.000⟧ warga",
    "sebanyak ⟦1250000:1.250.000⟧ warga", "nilai ⟦97.437:97,437⟧ poin", "nilai ⟦81.00:81,00⟧.",
    "sebesar ⟦1000.50:1.000,50⟧ juta", "sebesar ⟦1250.75:1,250.75⟧ juta", "nilai ⟦80.8:80,8⟧, lalu",
    "nilai ⟦3.5324:3,5324⟧ poin", "skor ⟦4:4⟧ dan ⟦5:5⟧", "nilai ⟦80.85:80,85⟧. Lalu",
    "(⟦94.74:94,74⟧)", "kode 999999999999999",
  ])
  func numbers(_ marked: String) throws { try expect(marked) }

  @Test(arguments: [
    "nilai ⟦82-84:82-84⟧ poin", "nilai ⟦81.00-100:81,00 – 100⟧ poin",
    "antara ⟦85-87:85 hingga 87⟧ poin", "antara ⟦0-50:0 sampai 50⟧ poin",
    "antara ⟦0-50:0 s.d. 50⟧ poin",
    // The smaller number stands first in a range.
    "nilai ⟦90:90⟧-⟦80:80⟧ poin",
  ])
  func ranges(_ marked: String) throws { try expect(marked) }
}

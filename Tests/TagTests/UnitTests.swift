import Lexicon
import Tag
import Testing

/// Service units with their own names. Marks are the unit's abbreviation or name and, behind `|`, its
/// proper name.
struct UnitTests {
  private func expect(_ marked: String, _ place: SourceLocation = #_sourceLocation) throws {
    let text = MarkedText(marked)
    let sample = try Sample(text.text)
    let found = sample.items { item in
      guard case .unit(let mention) = item.content else { return nil }
      let unit = sample.lexicon.units[Int(mention.unit)]
      let name = mention.properName.map { "|" + sample.document.text($0) } ?? ""
      return unit.id + name
    }
    #expect(found == Sample.expected(text), "\(marked)", sourceLocation: place)
  }

  @Test(arguments: [
    "Nilai ⟦dinsos:Dinas Sosial⟧ Metro naik.", "Nilai ⟦dinsos:Dinsos⟧ naik.",
    "Nilai ⟦dinsos:DINAS SOSIAL⟧ naik.",
  ])
  func unitsWithoutOwnNames(_ marked: String) throws { try expect(marked) }

  @Test(arguments: [
    "Nilai ⟦puskesmas|Sukamaju:Puskesmas Sukamaju⟧ naik.",
    "Nilai ⟦puskesmas|Tanjung Sari:Puskesmas Tanjung Sari⟧ dan ⟦puskesmas|Cilegon:Puskesmas Cilegon⟧ naik.",
    "Nilai ⟦puskesmas:Puskesmas⟧ di Kota Metro naik.",
    "Nilai ⟦puskesmas|Sukamaju:Puskesmas Sukamaju⟧ masuk zona hijau.",
    "Nilai ⟦puskesmas|Sukamaju:Puskesmas Sukamaju⟧ Meraih predikat baik.",
  ])
  func properNames(_ marked: String) throws { try expect(marked) }

  @Test func theNameEndsAtTheSentence() throws {
    try expect("Kami ke ⟦puskesmas|Sukamaju:Puskesmas Sukamaju⟧. Kota Metro menang.")
  }

  @Test(arguments: [
    "Nilai ⟦polres|Sigi:Polres Sigi⟧ naik.", "Nilai ⟦polres|Kudus:Polres Kudus⟧ Timur naik.",
  ])
  func verticalUnitsBearARegionsName(_ marked: String) throws {
    try expect(marked)
    let sample = try Sample(MarkedText(marked).text)
    for item in sample.document.items {
      if case .unit(let mention) = item.content {
        #expect(sample.lexicon.units[Int(mention.unit)].isVertical)
      }
      if case .region = item.content { Issue.record("the region is part of the unit's name") }
    }
  }
}

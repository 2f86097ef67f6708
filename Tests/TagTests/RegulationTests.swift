import Tag
import Testing

/// Citations of regulations come out in one short form.
struct RegulationTests {
  @Test(arguments: [
    "menurut ⟦UU 25/2009:UU 25/2009⟧ itu", "menurut ⟦UU 25/2009:UU No. 25 Tahun 2009⟧ itu",
    "menurut ⟦UU 25/2009:Undang-Undang Nomor 25 Tahun 2009⟧ itu",
    "menurut ⟦UU 25/2009:Undang-undang (UU) RI No 25 tahun 2009⟧ itu",
    "menurut ⟦UU 25/2009:Undang-Undang Republik Indonesia Nomor 25 Tahun 2009⟧ itu",
    "menurut ⟦UU 37/2008:undang-undang nomor 37 tahun 2008⟧ itu",
    "menurut ⟦PP 96/2012:Peraturan Pemerintah Nomor 96 Tahun 2012⟧ itu",
    "menurut ⟦Permenpan RB 14/2017:Permenpan RB 14/2017⟧ itu",
    "menurut ⟦Permenpan RB 14/2017:PermenPAN-RB Nomor 14 Tahun 2017⟧ itu",
    "menurut ⟦Perda 3/2021:Perda Nomor 3 Tahun 2021⟧ itu",
    "⟦UU 25/2009:UU No. 25 Tahun 2009⟧ dan ⟦UU 37/2008:UU 37/2008⟧",
  ])
  func citations(_ marked: String) throws { try expect(marked) }

  @Test(arguments: [
    "menurut UU itu, 25 warga tahun 2009", "UU lama", "Peraturan Pemerintah baru", "UU Nomor 25",
    "UU 25/1900",
  ])
  func noCitations(_ text: String) throws { try expect(text) }

  private func expect(_ marked: String, _ place: SourceLocation = #_sourceLocation) throws {
    let text = MarkedText(marked)
    let found = try Sample(text.text).items { item in
      if case .regulation(let citation) = item.content { citation } else { nil }
    }
    #expect(found == Sample.expected(text), "\(marked)", sourceLocation: place)
  }
}

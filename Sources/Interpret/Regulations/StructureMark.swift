import Tag

/// A mark at which a part of a regulation may begin.
struct StructureMark {
  enum Style: Hashable {
    case preamble(RegulationPart.Kind)
    case bab, bagian, paragraf, pasal, amendment
    /// "(1)", "a.", "1.", "a)", "1)".
    case ayat, letter, number, letterParenthesis, numberParenthesis
    case diktum, lampiran, penjelasan
    /// "MEMUTUSKAN": no part, but the end of the recitals.
    case decision
    /// "Ditetapkan di …": no part, but the end of the last one.
    case closing
  }

  let style: Style
  /// As it is counted; 0 without a number.
  let ordinal: Int
  /// "A" in "12A": a part put between two others.
  let suffix: String
  let label: String
  /// Items of the mark itself.
  let items: Range<Int>
  let isBlockStart: Bool
}

/// Recognises marks one by one; whether a part does begin there is for `StructureReader` to say.
struct StructureMarks {
  let view: DraftingView

  func mark(at item: Int, to limit: Int) -> StructureMark? {
    let first = view.text[view.items[item].range.lowerBound]
    switch first {
    case UInt8(ascii: "("): return ayat(item, limit)
    case 0x30...0x39: return number(item, limit)
    default: break
    }
    if view.items[item].range.count <= 2, item + 1 < limit,
      let letter = letter(item, limit)
    {
      return letter
    }
    switch first | 0x20 {
    case UInt8(ascii: "b"): return division(item, limit)
    case UInt8(ascii: "p"):
      return pasal(item, limit) ?? division(item, limit) ?? preamble(item, limit)
    case UInt8(ascii: "m"): return preamble(item, limit)
    case UInt8(ascii: "k"): return diktum(item, limit)
    case UInt8(ascii: "l"): return annex(item, limit)
    case UInt8(ascii: "d"): return closing(item, limit)
    default: return nil
    }
  }

  private func made(
    _ style: StructureMark.Style, _ ordinal: Int, _ label: String, _ items: Range<Int>,
    suffix: String = ""
  ) -> StructureMark {
    StructureMark(
      style: style, ordinal: ordinal, suffix: suffix, label: label, items: items,
      isBlockStart: view.isBlockStart(items.lowerBound))
  }

  private func ayat(_ item: Int, _ limit: Int) -> StructureMark? {
    guard item + 2 < limit, let number = view.integer(item + 1), (1...99).contains(number) else {
      return nil
    }
    if view.items[item + 2].isMark(")") {
      return made(.ayat, number, "(\(number))", item..<item + 3)
    }
    guard item + 3 < limit, view.items[item + 3].isMark(")"), view.areGlued(item + 1, item + 2),
      view.items[item + 2].range.count == 1
    else { return nil }
    let suffix = view.string(item + 2)
    return made(.ayat, number, "(\(number)\(suffix))", item..<item + 4, suffix: suffix)
  }

  /// "1." or "1)" with white space behind.
  private func number(_ item: Int, _ limit: Int) -> StructureMark? {
    guard let number = view.integer(item), (1...999).contains(number), item + 1 < limit,
      view.areGlued(item, item + 1),
      item + 2 >= limit || !view.areGlued(item + 1, item + 2)
        || view.startsUpper(item + 2)
    else { return nil }
    if view.items[item + 1].isMark(".") {
      return made(.number, number, "\(number)", item..<item + 2)
    }
    if view.items[item + 1].isMark(")") {
      return made(.numberParenthesis, number, "\(number))", item..<item + 2)
    }
    return nil
  }

  private func letter(_ item: Int, _ limit: Int) -> StructureMark? {
    let bytes = view.bytes(item)
    guard view.areGlued(item, item + 1), bytes.allSatisfy({ $0 >= 0x61 && $0 <= 0x7A }),
      let first = bytes.first, bytes.allSatisfy({ $0 == first })
    else { return nil }
    // Behind "z" come "aa", "bb".
    let ordinal = Int(first - 0x60) + (bytes.count - 1) * 26
    let label = view.string(item)
    if view.items[item + 1].isMark(".") { return made(.letter, ordinal, label, item..<item + 2) }
    if view.items[item + 1].isMark(")") {
      return made(.letterParenthesis, ordinal, label + ")", item..<item + 2)
    }
    return nil
  }

  private func division(_ item: Int, _ limit: Int) -> StructureMark? {
    guard item + 1 < limit, view.startsUpper(item) else { return nil }
    if view.isWord(item, "bab"), let number = DraftingText.roman(view.bytes(item + 1)) {
      return made(.bab, number, view.string(item + 1), item..<item + 2)
    }
    if view.isWord(item, "bagian"), view.startsUpper(item + 1), let number = ordinal(item + 1) {
      return made(.bagian, number, DraftingText.titled(view.string(item + 1)), item..<item + 2)
    }
    if view.isWord(item, "paragraf"), let number = view.integer(item + 1) {
      return made(.paragraf, number, String(number), item..<item + 2)
    }
    return nil
  }

  private func ordinal(_ item: Int) -> Int? {
    if view.isWord(item, "kesatu") { return 1 }
    guard view.items[item].classes.intersects(view.ordinal) else { return nil }
    return view.document.value(of: view.items[item], as: "ordinal").flatMap { Int($0) }
  }

  private func pasal(_ item: Int, _ limit: Int) -> StructureMark? {
    guard item + 1 < limit, view.isWord(item, "pasal"), view.startsUpper(item) else { return nil }
    guard let number = view.integer(item + 1) else {
      guard let roman = DraftingText.roman(view.bytes(item + 1)), roman < 20 else { return nil }
      return made(.amendment, roman, view.string(item + 1), item..<item + 2)
    }
    var end = item + 2
    var suffix = ""
    if end < limit, view.areGlued(item + 1, end), view.items[end].range.count <= 2,
      view.isCapitals(end)
    {
      suffix = view.string(end)
      end += 1
    }
    return made(.pasal, number, "\(number)\(suffix)", item..<end, suffix: suffix)
  }

  private func preamble(_ item: Int, _ limit: Int) -> StructureMark? {
    guard view.startsUpper(item) else { return nil }
    let isAnnounced = item + 1 < limit && view.items[item + 1].isMark(":")
    guard isAnnounced || view.isBlockStart(item) else {
      return nil
    }
    let items = item..<item + (isAnnounced ? 2 : 1)
    if view.isWord(item, "menimbang") { return made(.preamble(.menimbang), 0, "", items) }
    if view.isWord(item, "mengingat") { return made(.preamble(.mengingat), 0, "", items) }
    if view.isWord(item, "memperhatikan") { return made(.preamble(.memperhatikan), 0, "", items) }
    if view.isWord(item, "menetapkan") { return made(.preamble(.menetapkan), 0, "", items) }
    if view.isWord(item, "memutuskan") { return made(.decision, 0, "", items) }
    if view.isWord(item, "penjelasan"), view.isCapitals(item), view.isBlockStart(item),
      item + 1 >= limit || view.isWord(item + 1, among: ["atas", "pasal"])
    {
      return made(.penjelasan, 0, "", item..<item + 1)
    }
    return nil
  }

  private func diktum(_ item: Int, _ limit: Int) -> StructureMark? {
    guard view.isCapitals(item, atLeast: 5), let number = ordinal(item) else { return nil }
    let isAnnounced = item + 1 < limit && view.items[item + 1].isMark(":")
    guard isAnnounced || view.isBlockStart(item) else { return nil }
    return made(.diktum, number, view.string(item), item..<item + (isAnnounced ? 2 : 1))
  }

  private func closing(_ item: Int, _ limit: Int) -> StructureMark? {
    guard item + 1 < limit, view.startsUpper(item), view.isWord(item + 1, "di"),
      view.isWord(item, among: ["ditetapkan", "disahkan", "diundangkan"])
    else { return nil }
    return made(.closing, 0, "", item..<item + 1)
  }

  private func annex(_ item: Int, _ limit: Int) -> StructureMark? {
    guard view.isWord(item, "lampiran"), view.isBlockStart(item), view.startsUpper(item) else {
      return nil
    }
    if item + 1 < limit, let number = DraftingText.roman(view.bytes(item + 1)) {
      return made(.lampiran, number, view.string(item + 1), item..<item + 2)
    }
    guard view.isCapitals(item) || item + 1 == limit else { return nil }
    return made(.lampiran, 0, "", item..<item + 1)
  }
}

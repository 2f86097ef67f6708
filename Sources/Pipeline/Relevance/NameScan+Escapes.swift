/// Letters that a page writes in another way than by themselves.
extension NameScan {
  /// A character that is written by an entity or an escape of JSON.
  struct Escape {
    /// A letter or digit; 0 for everything else.
    var byte: UInt8
    var length: Int
    /// It may just as well stand for itself.
    var isOpen = false
  }

  func escape(at index: Int) -> Escape? {
    page[index] == UInt8(ascii: "&") ? entity(at: index) : jsonEscape(at: index)
  }

  private func entity(at index: Int) -> Escape? {
    guard index + 2 < page.count else { return nil }
    var at = index + 1
    guard page[at] == UInt8(ascii: "#") else {
      while at < page.count, at - index < 10, classOf[Int(page[at])] != NameTrie.none { at += 1 }
      guard at < page.count, page[at] == UInt8(ascii: ";"), at > index + 1 else { return nil }
      return Escape(byte: 0, length: at + 1 - index, isOpen: true)
    }
    at += 1
    let isHexadecimal = page[at] | 0x20 == 0x78
    if isHexadecimal { at += 1 }
    let digits = at
    var scalar = 0
    while at < page.count, at - digits < 12, let digit = Self.digit(page[at]),
      digit < (isHexadecimal ? 16 : 10)
    {
      scalar = min(scalar * (isHexadecimal ? 16 : 10) + digit, 0x11_0000)
      at += 1
    }
    guard at > digits else { return nil }
    if at < page.count, page[at] == UInt8(ascii: ";") { at += 1 }
    return Escape(byte: letter(scalar), length: at - index)
  }

  private func jsonEscape(at index: Int) -> Escape? {
    guard index + 1 < page.count else { return nil }
    switch page[index + 1] {
    case UInt8(ascii: "n"), UInt8(ascii: "t"), UInt8(ascii: "r"):
      return Escape(byte: 0, length: 2, isOpen: true)
    case UInt8(ascii: "u"):
      var scalar = 0
      guard index + 5 < page.count else { return nil }
      for at in index + 2...index + 5 {
        guard let digit = Self.digit(page[at]) else { return nil }
        scalar = scalar * 16 + digit
      }
      return Escape(byte: letter(scalar), length: 6)
    default: return nil
    }
  }

  private func letter(_ scalar: Int) -> UInt8 {
    scalar < 0x80 && classOf[scalar] != NameTrie.none ? UInt8(scalar) : 0
  }

  private static func digit(_ byte: UInt8) -> Int? {
    if byte >= 0x30, byte <= 0x39 { return Int(byte) - 0x30 }
    let letter = byte | 0x20
    return letter >= 0x61 && letter <= 0x66 ? Int(letter) - 0x61 + 10 : nil
  }
}

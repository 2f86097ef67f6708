/// 64 bits that stand for what a passage says, so that two passages can be compared without keeping
/// their text.
///
/// Letters count in small letters; white space, marks and invisible characters do not count, since
/// pages set them anew each time. Digits do count: two sentences that differ in a figure say two
/// things. Counters ("Dibaca 1.234 kali"), which differ in nothing else, are lines of `boilerplate.csv`.
enum PassageKey {
  /// FNV-1a (Fowler, Noll, Vo), which needs no table and no state beside the hash.
  static func of(_ text: some Sequence<UInt8>) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    func add(_ byte: UInt8) { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    /// Bytes of a character that does not count, still to come.
    var passing = 0
    /// The first byte of a character that may not count.
    var held: UInt8 = 0
    for byte in text {
      if passing > 0 {
        passing -= 1
      } else if held != 0 {
        if isInvisible(held, byte) {
          passing = held == 0xC2 ? 0 : 1
        } else {
          add(held)
          add(byte)
        }
        held = 0
      } else if byte == 0xC2 || byte == 0xE2 || byte == 0xEF {
        held = byte
      } else if isLetter(byte) {
        add(byte | 0x20)
      } else if isDigit(byte) || byte >= 0x80 {
        add(byte)
      }
    }
    return hash
  }

  /// Latin-1's and General Punctuation's marks and spaces, and the byte order mark, by two bytes.
  private static func isInvisible(_ first: UInt8, _ second: UInt8) -> Bool {
    switch first {
    case 0xC2: true
    case 0xE2: second == 0x80 || second == 0x81
    default: second == 0xBB
    }
  }
}

extension Article {
  /// The share of this body's bytes that stand in another article's body too, from 0 to 1.
  public func share(in other: Article) -> Double {
    let keys = Set(
      other.blocks.lazy.filter { $0.kind != .title }.map { PassageKey.of(other.text[$0.range]) })
    var all = 0
    var shared = 0
    for block in blocks where block.kind != .title {
      all += block.range.count
      if keys.contains(PassageKey.of(text[block.range])) { shared += block.range.count }
    }
    return all == 0 ? 0 : Double(shared) / Double(all)
  }
}

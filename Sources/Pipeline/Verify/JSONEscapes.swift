/// Escapes of JSON strings, in which a page may hold its title.
enum JSONEscapes {
  /// The text with its escapes read; nil when it holds none.
  static func read(_ text: [UInt8]) -> [UInt8]? {
    guard text.contains(UInt8(ascii: "\\")) else { return nil }
    var units: [UInt16] = []
    let source = Array(String(decoding: text, as: UTF8.self).utf16)
    var place = 0
    while place < source.count {
      guard source[place] == 0x5C, place + 1 < source.count else {
        units.append(source[place])
        place += 1
        continue
      }
      if source[place + 1] == 0x75, place + 5 < source.count,
        let unit = UInt16(
          String(decoding: source[place + 2..<place + 6], as: UTF16.self), radix: 16)
      {
        units.append(unit)
        place += 6
      } else {
        // \n, \t and the like are white space, which is not compared.
        let isSpace = [0x6E, 0x74, 0x72, 0x62, 0x66].contains(source[place + 1])
        units.append(isSpace ? 0x20 : source[place + 1])
        place += 2
      }
    }
    return Array(String(decoding: units, as: UTF16.self).utf8)
  }
}

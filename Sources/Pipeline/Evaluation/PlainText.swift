/// Text brought to the form in which facts are compared: lower case, ASCII letters, digits, `+` and
/// `-` only, one space for anything else.
///
/// This and the rest of the folder count exactly as `score.py` does, so that a figure means the same
/// wherever it was measured. Compatibility forms that occur in Indonesian pages (full width, narrow
/// digits, ligatures) stand for their plain letters; any other letter is a space, as it is there.
enum PlainText {
  static func of(_ text: String) -> String {
    var bytes: [UInt8] = []
    var isAfterSpace = true
    func add(_ byte: UInt8) {
      bytes.append(byte)
      isAfterSpace = false
    }
    for character in text {
      let scalars = character.unicodeScalars
      let plain = scalars.count == 1 ? scalars.first.flatMap(ascii) : nil
      if let plain {
        for byte in plain { add(byte) }
      } else if !isAfterSpace {
        bytes.append(0x20)
        isAfterSpace = true
      }
    }
    if bytes.last == 0x20 { bytes.removeLast() }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// What a character is kept as; nil for one that is not kept.
  private static func ascii(_ scalar: Unicode.Scalar) -> [UInt8]? {
    switch scalar.value {
    case 0x30...0x39, 0x61...0x7A, 0x2B, 0x2D: [UInt8(scalar.value)]
    case 0x41...0x5A: [UInt8(scalar.value + 0x20)]
    case 0xFF01...0xFF5E: Unicode.Scalar(scalar.value - 0xFEE0).flatMap(ascii)
    case 0xB2, 0xB3: [UInt8(scalar.value - 0x80)]
    case 0xB9: [0x31]
    case 0x2070, 0x2074...0x2079: [UInt8(scalar.value - 0x2040)]
    case 0x2080...0x2089: [UInt8(scalar.value - 0x2050)]
    case 0xAA: [0x61]
    case 0xBA: [0x6F]
    case 0x17F: [0x73]
    case 0x212A: [0x6B]
    case 0x2122: Array("tm".utf8)
    case 0xDF: Array("ss".utf8)
    case 0xFB00: Array("ff".utf8)
    case 0xFB01: Array("fi".utf8)
    case 0xFB02: Array("fl".utf8)
    default: nil
    }
  }
}

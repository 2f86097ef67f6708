/// How a page's bytes become characters.
enum Charset: Hashable {
  case utf8, utf16LittleEndian, utf16BigEndian, windows1252
  /// Only where the page declares it.
  case legacy(LegacyCharset)

  var name: String {
    switch self {
    case .utf8: "utf-8"
    case .utf16LittleEndian: "utf-16le"
    case .utf16BigEndian: "utf-16be"
    case .windows1252: "windows-1252"
    case .legacy(let charset): charset.name
    }
  }

  /// Reads the character set off the bytes themselves: a byte order mark, the zeros of UTF-16, or
  /// whether they are UTF-8. What the page declares is asked only when its bytes are not UTF-8: a
  /// declaration is wrong far more often than well-formed UTF-8 is an accident.
  /// Returns the set and the length of the byte order mark.
  static func detect(_ bytes: UnsafeBufferPointer<UInt8>) -> (Charset, mark: Int) {
    if bytes.count >= 3, bytes[0] == 0xEF, bytes[1] == 0xBB, bytes[2] == 0xBF { return (.utf8, 3) }
    if bytes.count >= 2, bytes[0] == 0xFF, bytes[1] == 0xFE { return (.utf16LittleEndian, 2) }
    if bytes.count >= 2, bytes[0] == 0xFE, bytes[1] == 0xFF { return (.utf16BigEndian, 2) }
    // `<` or white space as a 16-bit unit, for the first units of the page.
    let sample = min(bytes.count, 64) & ~1
    if sample >= 8 {
      var evenZeros = 0
      var oddZeros = 0
      for index in stride(from: 0, to: sample, by: 2) {
        if bytes[index] == 0 { evenZeros += 1 }
        if bytes[index + 1] == 0 { oddZeros += 1 }
      }
      if oddZeros * 4 >= sample / 2 * 3, evenZeros == 0 { return (.utf16LittleEndian, 0) }
      if evenZeros * 4 >= sample / 2 * 3, oddZeros == 0 { return (.utf16BigEndian, 0) }
    }
    return (.utf8, 0)
  }

  /// Windows-1252 for 0x80 to 0x9F; zero where it defines nothing. ISO 8859-1 on the web means this
  /// set, and numeric entities of the C1 range do too (WHATWG, Encoding and HTML standards).
  static let windows1252Controls: [UInt16] = [
    0x20AC, 0, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039,
    0x0152, 0, 0x017D, 0, 0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC,
    0x2122, 0x0161, 0x203A, 0x0153, 0, 0x017E, 0x0178,
  ]

  /// The character that a byte from 0x80 on stands for in windows-1252, or nil.
  static func windows1252(_ byte: UInt8) -> UInt32? {
    guard byte < 0xA0 else { return UInt32(byte) }
    let scalar = windows1252Controls[Int(byte) - 0x80]
    return scalar == 0 ? nil : UInt32(scalar)
  }
}

/// The length of the well-formed UTF-8 sequence at `index`, or nil (Unicode 16, table 3-7).
@inline(__always)
func sequenceLength(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> Int? {
  let first = bytes[index]
  if first < 0x80 { return 1 }
  if first < 0xC2 || first > 0xF4 { return nil }
  let left = bytes.count - index
  guard left > 1 else { return nil }
  let second = bytes[index + 1]
  if first < 0xE0 { return second & 0xC0 == 0x80 ? 2 : nil }
  guard left > 2, bytes[index + 2] & 0xC0 == 0x80 else { return nil }
  if first < 0xF0 {
    let low: UInt8 = first == 0xE0 ? 0xA0 : 0x80
    let high: UInt8 = first == 0xED ? 0x9F : 0xBF
    return second >= low && second <= high ? 3 : nil
  }
  guard left > 3, bytes[index + 3] & 0xC0 == 0x80 else { return nil }
  let low: UInt8 = first == 0xF0 ? 0x90 : 0x80
  let high: UInt8 = first == 0xF4 ? 0x8F : 0xBF
  return second >= low && second <= high ? 4 : nil
}

/// Appends a character as UTF-8 and returns how many bytes it took.
@discardableResult
@inline(__always)
func appendScalar(_ scalar: UInt32, to out: inout [UInt8]) -> Int {
  switch scalar {
  case 0..<0x80:
    out.append(UInt8(scalar))
    return 1
  case 0x80..<0x800:
    out.append(UInt8(0xC0 | scalar >> 6))
    out.append(UInt8(0x80 | scalar & 0x3F))
    return 2
  case 0x800..<0x10000:
    out.append(UInt8(0xE0 | scalar >> 12))
    out.append(UInt8(0x80 | scalar >> 6 & 0x3F))
    out.append(UInt8(0x80 | scalar & 0x3F))
    return 3
  default:
    out.append(UInt8(0xF0 | scalar >> 18))
    out.append(UInt8(0x80 | scalar >> 12 & 0x3F))
    out.append(UInt8(0x80 | scalar >> 6 & 0x3F))
    out.append(UInt8(0x80 | scalar & 0x3F))
    return 4
  }
}

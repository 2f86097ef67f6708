/// Reads a slice of a saved page as text, in every way in which it may be meant.
///
/// The dataset does not say in which character set a page is; a slice is first taken for what it can
/// be taken for strictly.
enum Charset {
  /// UTF-8, one byte sequence per reading, the likeliest first.
  /// - Parameter mark: the first bytes of the page, which tell UTF-16 apart.
  static func readings(of slice: ArraySlice<UInt8>, mark: ArraySlice<UInt8>) -> [[UInt8]] {
    if mark.starts(with: [0xFF, 0xFE]) { return [utf16(slice, isBigEndian: false)] }
    if mark.starts(with: [0xFE, 0xFF]) { return [utf16(slice, isBigEndian: true)] }
    if slice.allSatisfy({ $0 < 0x80 }) { return [Array(slice)] }
    if String(validating: slice, as: UTF8.self) != nil {
      return [Array(slice), windows1252(slice)]
    }
    return [windows1252(slice), Array(String(decoding: slice, as: UTF8.self).utf8)]
  }

  /// Code points of the bytes 0x80 to 0x9F in windows-1252 (WHATWG Encoding, index windows-1252).
  private static let upper: [UInt16] = [
    0x20AC, 0x0081, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039,
    0x0152, 0x008D, 0x017D, 0x008F, 0x0090, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
    0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x009D, 0x017E, 0x0178,
  ]

  /// A control character of 0x80 to 0x9F as what windows-1252 has there; any other as it is. HTML
  /// reads numeric references in the same way.
  static func mapped(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    guard (0x80...0x9F).contains(scalar.value) else { return scalar }
    return Unicode.Scalar(upper[Int(scalar.value - 0x80)]) ?? scalar
  }

  private static func windows1252(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    var text = String.UnicodeScalarView()
    for byte in bytes { text.append(mapped(Unicode.Scalar(byte))) }
    return Array(String(text).utf8)
  }

  private static func utf16(_ bytes: ArraySlice<UInt8>, isBigEndian: Bool) -> [UInt8] {
    var units: [UInt16] = []
    var place = bytes.startIndex
    while place + 1 < bytes.endIndex {
      let (first, second) = (UInt16(bytes[place]), UInt16(bytes[place + 1]))
      units.append(isBigEndian ? first << 8 | second : second << 8 | first)
      place += 2
    }
    return Array(String(decoding: units, as: UTF16.self).utf8)
  }
}

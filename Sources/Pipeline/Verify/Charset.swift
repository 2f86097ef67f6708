#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Reads a slice of a saved page as text, in every way in which it may be meant.
///
/// The dataset does not say in which character set a page is; a slice is first taken for what it can
/// be taken for strictly.
enum Charset {
  /// UTF-8, one byte sequence per reading, the likeliest first.
  /// - Parameters:
  ///   - page: its first bytes tell UTF-16 apart, its head may declare another set.
  ///   - transport: the set that the server gave.
  static func readings(
    of slice: ArraySlice<UInt8>, page: [UInt8], transport: String? = nil
  ) -> [[UInt8]] {
    if page.starts(with: [0xFF, 0xFE]) { return [utf16(slice, isBigEndian: false)] }
    if page.starts(with: [0xFE, 0xFF]) { return [utf16(slice, isBigEndian: true)] }
    if slice.allSatisfy({ $0 < 0x80 }) { return [Array(slice)] }
    if String(validating: slice, as: UTF8.self) != nil {
      return [Array(slice), windows1252(slice)]
    }
    let labels = (transport.map { [$0] } ?? []) + declaredLabels(page)
    let declared = labels.compactMap { converted(slice, from: $0) }
    return [windows1252(slice), Array(String(decoding: slice, as: UTF8.self).utf8)] + declared
  }

  /// What stands behind `charset=` or `encoding=` near the page's beginning.
  private static func declaredLabels(_ page: [UInt8]) -> [String] {
    let head = page.prefix(1 << 16)
    var labels: [String] = []
    for name in ["charset=", "encoding="] {
      var rest = head
      while let found = rest.firstRange(ofIgnoringCase: Array(name.utf8)) {
        rest = rest[found.upperBound...]
        let label = rest.drop { [0x20, 0x22, 0x27, 0x3D].contains($0) }
          .prefix { $0 > 0x20 && $0 < 0x7F && ![0x22, 0x27, 0x2F, 0x3B, 0x3E].contains($0) }
        let text = String(decoding: label, as: UTF8.self)
        if !text.isEmpty, text.utf8.count < 40, !labels.contains(text) { labels.append(text) }
      }
    }
    return labels
  }

  /// The slice as the C library reads it under that name; nil when it cannot.
  private static func converted(_ slice: ArraySlice<UInt8>, from label: String) -> [UInt8]? {
    // Browsers read these labels as a larger set than the one that they name.
    let larger = ["gb2312": "GB18030", "gbk": "GB18030", "shift_jis": "CP932", "euc-kr": "UHC"]
    let name = larger[label.lowercased()] ?? label.replacing("windows-", with: "CP")
    guard let handle = iconv_open("UTF-8", name), handle != iconv_t(bitPattern: -1) else {
      return nil
    }
    defer { iconv_close(handle) }
    var input = slice.map { CChar(bitPattern: $0) }
    var output = [CChar](repeating: 0, count: slice.count * 4 + 16)
    let written = input.withUnsafeMutableBufferPointer { source in
      output.withUnsafeMutableBufferPointer { target -> Int? in
        var (from, to) = (source.baseAddress, target.baseAddress)
        var (fromLeft, toLeft) = (source.count, target.count)
        let isDone = iconv(handle, &from, &fromLeft, &to, &toLeft) != -1
        return isDone ? target.count - toLeft : nil
      }
    }
    return written.map { output.prefix($0).map { UInt8(bitPattern: $0) } }
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

extension ArraySlice<UInt8> {
  /// Where small letters stand, in small letters or capitals.
  fileprivate func firstRange(ofIgnoringCase word: [UInt8]) -> Range<Int>? {
    guard count >= word.count else { return nil }
    for start in startIndex...(endIndex - word.count)
    where self[start] | 0x20 == word[0]
      && zip(self[start..<start + word.count], word).allSatisfy({ $0 == $1 || $0 | 0x20 == $1 })
    {
      return start..<start + word.count
    }
    return nil
  }
}

/// A page as well-formed UTF-8 without control characters, and the way back to its bytes.
struct DecodedPage {
  /// Nil when the page's own bytes need no change, which is the common case.
  var bytes: [UInt8]?
  var map = OffsetMap()
  var charset = Charset.utf8
  /// Characters that could not be decoded and stand as U+FFFD.
  var replaced = 0
  /// Control characters (NUL above all) that were taken out.
  var removed = 0
  /// UTF-8 that had been made UTF-8 twice, and was mended.
  var isDoubleEncoded = false
  /// What is to be said of a declared character set that could not be used; nil as a rule.
  var remark: String?

  /// The declared character set matters only for bytes that are not UTF-8.
  /// - Parameters:
  ///   - isMarkup: whether the page can declare one.
  ///   - transport: what the server said, which goes before what the page says (HTML Standard,
  ///     "determining the character encoding").
  init(_ raw: UnsafeBufferPointer<UInt8>, isMarkup: Bool = true, transport: String? = nil) {
    let (charset, mark) = Charset.detect(raw)
    self.charset = charset
    switch charset {
    case .utf16LittleEndian, .utf16BigEndian:
      decodeUTF16(raw, from: mark, littleEndian: charset == .utf16LittleEndian)
    case .utf8, .windows1252, .legacy:
      let (clean, suspects) = Self.cleanPrefix(raw, from: mark)
      if clean == raw.count, mark == 0 {
        if suspects >= DoubleEncoding.least {
          bytes = DoubleEncoding.repair(raw, &map)
          isDoubleEncoded = bytes != nil
        }
        return
      }
      let declared =
        mark == 0 ? DeclaredCharset(transport: transport) ?? (isMarkup ? .find(raw) : nil) : nil
      var missing = false
      if case .legacy(let charset)? = declared?.meaning, !Self.isUTF8(raw, against: charset) {
        if let decoder = IconvDecoder(charset) {
          take(decoder.decode(raw), of: charset)
          return
        }
        missing = true
      }
      decodeUTF8(raw, from: mark, clean: clean)
      if let declared, missing {
        remark = "this system cannot decode “\(declared.label)”; read as \(self.charset.name)"
      } else if let declared, declared.meaning == .unknown,
        self.charset == .windows1252 || replaced + removed > 0
      {
        remark = "unknown character set “\(declared.label)”; read as \(self.charset.name)"
      }
    }
  }

  private mutating func take(_ text: consuming DecodedCharacters, of charset: LegacyCharset) {
    self.charset = .legacy(charset)
    bytes = text.bytes
    map = text.map
    replaced = text.replaced
    removed = text.removed
  }

  /// Whether a page that is not UTF-8 throughout is so nevertheless, in spite of what it declares: most
  /// of its bytes beyond ASCII make UTF-8, which they hardly do in another set.
  private static func isUTF8(
    _ raw: UnsafeBufferPointer<UInt8>, against charset: LegacyCharset
  ) -> Bool {
    var wellFormed = 0
    var stray = 0
    var index = 0
    while index < raw.count {
      if raw[index] < 0x80 {
        index += 1
      } else if let length = sequenceLength(raw, index) {
        wellFormed += 1
        index += length
      } else {
        stray += 1
        index += 1
      }
    }
    if wellFormed + stray == 0 { return charset.form != .escaped }
    return wellFormed > 4 * stray
  }

  /// Where the first byte stands that is not well-formed UTF-8 or that the parser would not take: a
  /// control character other than tab, line feed and carriage return, or U+FFFE and U+FFFF.
  /// Counts `Â`, `Ã` and `â` on the way, with which characters begin that were encoded twice.
  static func cleanPrefix(
    _ raw: UnsafeBufferPointer<UInt8>, from start: Int
  ) -> (end: Int, suspects: Int) {
    var index = start
    var suspects = 0
    let count = raw.count
    guard count > 0, let base = raw.baseAddress else { return (count, 0) }
    let top = SIMD16<UInt8>(repeating: 0x7F)
    let low = SIMD16<UInt8>(repeating: 0x20)
    while index < count {
      // Sixteen bytes of plain ASCII at a time.
      while index + 16 <= count {
        let chunk = UnsafeRawPointer(base + index).loadUnaligned(as: SIMD16<UInt8>.self)
        let odd = (chunk .>= top) .| (chunk .< low)
        if any(odd) {
          var plain = true
          for lane in 0..<16 where odd[lane] {
            let byte = chunk[lane]
            if byte != 10, byte != 13, byte != 9 {
              plain = false
              break
            }
          }
          if !plain { break }
        }
        index += 16
      }
      let end = min(count, index + 16)
      while index < end {
        let byte = raw[index]
        if byte < 0x80 {
          guard byte >= 0x20 || byte == 9 || byte == 10 || byte == 13 else {
            return (index, suspects)
          }
          index += 1
        } else {
          guard let length = sequenceLength(raw, index) else {
            return (index, suspects)
          }
          if length == 3, byte == 0xEF, raw[index + 1] == 0xBF, raw[index + 2] >= 0xBE {
            return (index, suspects)
          }
          if byte == 0xC3 {
            let next = raw[index + 1]
            if next == 0xA2 || next == 0x82 || next == 0x83 { suspects += 1 }
          }
          index += length
        }
      }
    }
    return (count, suspects)
  }

  /// UTF-8 with what is not UTF-8 in it: single bytes are read as windows-1252, broken sequences of
  /// a page that is UTF-8 otherwise become U+FFFD.
  private mutating func decodeUTF8(
    _ raw: UnsafeBufferPointer<UInt8>, from start: Int, clean: Int
  ) {
    var out = [UInt8]()
    out.reserveCapacity(raw.count + raw.count / 16)
    var copyFrom = start
    var index = clean
    var wellFormed = 0
    var single = 0
    func flush(_ end: Int, _ map: inout OffsetMap, _ out: inout [UInt8]) {
      guard end > copyFrom else { return }
      map.append(derived: out.count, source: copyFrom, count: end - copyFrom)
      out.append(contentsOf: UnsafeBufferPointer(rebasing: raw[copyFrom..<end]))
    }
    // Whether the page has multi-byte characters that are right, before the first wrong byte.
    var scan = start
    while scan < clean {
      if raw[scan] >= 0xC2 { wellFormed += 1 }
      scan += 1
    }
    while index < raw.count {
      let byte = raw[index]
      if byte < 0x80 {
        if byte >= 0x20 || byte == 9 || byte == 10 || byte == 13 {
          index += 1
        } else {
          flush(index, &map, &out)
          removed += 1
          index += 1
          copyFrom = index
        }
        continue
      }
      if let length = sequenceLength(raw, index) {
        if length == 3, byte == 0xEF, raw[index + 1] == 0xBF, raw[index + 2] >= 0xBE {
          flush(index, &map, &out)
          removed += 1
          copyFrom = index + 3
        }
        wellFormed += 1
        index += length
        continue
      }
      flush(index, &map, &out)
      // A sequence that breaks off: a lead byte and at least one right continuation.
      var width = 1
      if byte >= 0xE0, byte <= 0xF4, index + 1 < raw.count, raw[index + 1] & 0xC0 == 0x80,
        wellFormed > single
      {
        width = 2
        if byte >= 0xF0, index + 2 < raw.count, raw[index + 2] & 0xC0 == 0x80 { width = 3 }
        let at = out.count
        appendScalar(0xFFFD, to: &out)
        replaced += 1
        map.append(derived: at, source: index, derivedWidth: 3, sourceWidth: width, count: 1)
      } else {
        single += 1
        let at = out.count
        let scalar = Charset.windows1252(byte)
        if scalar == nil { replaced += 1 }
        let taken = appendScalar(scalar ?? 0xFFFD, to: &out)
        map.append(derived: at, source: index, derivedWidth: taken, sourceWidth: 1, count: 1)
      }
      index += width
      copyFrom = index
    }
    flush(raw.count, &map, &out)
    if single > wellFormed { charset = .windows1252 }
    bytes = out
  }

  private mutating func decodeUTF16(
    _ raw: UnsafeBufferPointer<UInt8>, from start: Int, littleEndian: Bool
  ) {
    var out = [UInt8]()
    out.reserveCapacity(raw.count / 2 + 64)
    var index = start
    func unit(_ at: Int) -> UInt32 {
      littleEndian
        ? UInt32(raw[at]) | UInt32(raw[at + 1]) << 8 : UInt32(raw[at]) << 8 | UInt32(raw[at + 1])
    }
    while index + 1 < raw.count {
      var scalar = unit(index)
      var width = 2
      if scalar >= 0xD800, scalar < 0xE000 {
        if scalar < 0xDC00, index + 3 < raw.count, unit(index + 2) & 0xFC00 == 0xDC00 {
          scalar = 0x10000 + (scalar & 0x3FF) << 10 + (unit(index + 2) & 0x3FF)
          width = 4
        } else {
          scalar = 0xFFFD
          replaced += 1
        }
      }
      if scalar < 0x20 && scalar != 9 && scalar != 10 && scalar != 13 || scalar == 0xFFFE
        || scalar == 0xFFFF || scalar == 0xFEFF
      {
        removed += 1
      } else {
        let at = out.count
        let taken = appendScalar(scalar, to: &out)
        map.append(derived: at, source: index, derivedWidth: taken, sourceWidth: width, count: 1)
      }
      index += width
    }
    bytes = out
  }
}

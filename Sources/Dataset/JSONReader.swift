extension JSON {
  /// Reads one JSON value (RFC 8259). Numbers keep their digits; a name that stands twice is kept
  /// twice.
  /// - Parameters:
  ///   - file: named in errors.
  ///   - line: number of the first line of `bytes`.
  /// - Throws: `DatasetError.malformed`.
  public static func parse(
    _ bytes: [UInt8], file: String = "JSON", line: Int = 1
  ) throws(DatasetError) -> JSON {
    var reader = JSONReader(bytes: bytes[...], file: file, line: line)
    let value = try reader.value(depth: 0)
    try reader.end()
    return value
  }

  /// Reads JSON Lines: one value a line, empty lines skipped.
  public static func parseLines(
    _ bytes: [UInt8], file: String = "JSON Lines"
  ) throws(DatasetError) -> [JSON] {
    var values: [JSON] = []
    for (number, line) in bytes.split(separator: 10, omittingEmptySubsequences: false).enumerated()
    where !line.allSatisfy({ $0 == 32 || $0 == 13 || $0 == 9 }) {
      var reader = JSONReader(bytes: line, file: file, line: number + 1)
      values.append(try reader.value(depth: 0))
      try reader.end()
    }
    return values
  }
}

/// A recursive descent over bytes; nesting beyond `deepest` is refused rather than recursed into.
private struct JSONReader {
  let bytes: ArraySlice<UInt8>
  let file: String
  var line: Int
  private var place: Int
  private static let deepest = 200

  init(bytes: ArraySlice<UInt8>, file: String, line: Int) {
    self.bytes = bytes
    self.file = file
    self.line = line
    place = bytes.startIndex
  }

  mutating func value(depth: Int) throws(DatasetError) -> JSON {
    guard depth < Self.deepest else { throw wrong("nested too deep") }
    skipSpace()
    switch peek {
    case UInt8(ascii: "{"): return try object(depth)
    case UInt8(ascii: "["): return try array(depth)
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "t"): return try word("true", .boolean(true))
    case UInt8(ascii: "f"): return try word("false", .boolean(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    default: return try number()
    }
  }

  mutating func end() throws(DatasetError) {
    skipSpace()
    guard peek == nil else { throw wrong("something follows the value") }
  }

  private mutating func object(_ depth: Int) throws(DatasetError) -> JSON {
    place += 1
    var members: [JSON.Member] = []
    skipSpace()
    if take("}") { return .object([]) }
    repeat {
      skipSpace()
      guard peek == UInt8(ascii: "\"") else { throw wrong("a name in quotes is missing") }
      let name = try string()
      skipSpace()
      guard take(":") else { throw wrong("\":\" is missing after \"\(name)\"") }
      members.append(.init(name, try value(depth: depth + 1)))
      skipSpace()
    } while take(",")
    guard take("}") else { throw wrong("\"}\" is missing") }
    return .object(members)
  }

  private mutating func array(_ depth: Int) throws(DatasetError) -> JSON {
    place += 1
    var elements: [JSON] = []
    skipSpace()
    if take("]") { return .array([]) }
    repeat {
      elements.append(try value(depth: depth + 1))
      skipSpace()
    } while take(",")
    guard take("]") else { throw wrong("\"]\" is missing") }
    return .array(elements)
  }

  private mutating func number() throws(DatasetError) -> JSON {
    let start = place
    while let byte = peek, (48...57).contains(byte) || "+-.eE".utf8.contains(byte) { place += 1 }
    let written = String(decoding: bytes[start..<place], as: UTF8.self)
    guard Double(written) != nil else { throw wrong("a value is missing") }
    return .number(written)
  }

  private mutating func word(_ text: String, _ json: JSON) throws(DatasetError) -> JSON {
    guard bytes[place...].starts(with: text.utf8) else { throw wrong("\(text) expected") }
    place += text.utf8.count
    return json
  }

  private mutating func string() throws(DatasetError) -> String {
    place += 1
    var text: [UInt8] = []
    while let byte = peek {
      place += 1
      switch byte {
      case UInt8(ascii: "\""): return String(decoding: text, as: UTF8.self)
      case UInt8(ascii: "\\"): try escape(into: &text)
      case 0..<32: throw wrong("a control character in a string")
      default: text.append(byte)
      }
    }
    throw wrong("a string does not end")
  }

  private mutating func escape(into text: inout [UInt8]) throws(DatasetError) {
    guard let byte = peek else { throw wrong("a string does not end") }
    place += 1
    switch byte {
    case UInt8(ascii: "n"): text.append(10)
    case UInt8(ascii: "t"): text.append(9)
    case UInt8(ascii: "r"): text.append(13)
    case UInt8(ascii: "b"): text.append(8)
    case UInt8(ascii: "f"): text.append(12)
    case UInt8(ascii: "u"):
      var code = try fourDigits()
      if (0xD800..<0xDC00).contains(code), bytes[place...].starts(with: "\\u".utf8) {
        place += 2
        let low = try fourDigits()
        if (0xDC00..<0xE000).contains(low) {
          code = 0x10000 + (code - 0xD800) << 10 + (low - 0xDC00)
        }
      }
      text += String(Unicode.Scalar(code) ?? "\u{FFFD}").utf8
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(byte)
    default: throw wrong("an unknown escape in a string")
    }
  }

  private mutating func fourDigits() throws(DatasetError) -> UInt32 {
    let digits = String(decoding: bytes[place...].prefix(4), as: UTF8.self)
    guard digits.utf8.count == 4, let code = UInt32(digits, radix: 16) else {
      throw wrong("four hexadecimal digits expected")
    }
    place += 4
    return code
  }

  private var peek: UInt8? { place < bytes.endIndex ? bytes[place] : nil }

  private mutating func take(_ mark: Unicode.Scalar) -> Bool {
    guard peek == UInt8(ascii: mark) else { return false }
    place += 1
    return true
  }

  private mutating func skipSpace() {
    while let byte = peek, byte == 32 || byte == 9 || byte == 10 || byte == 13 {
      if byte == 10 { line += 1 }
      place += 1
    }
  }

  private func wrong(_ reason: String) -> DatasetError {
    .malformed(file: file, line: line, reason: reason)
  }
}

/// A line of `Name: value`, as HTTP, MIME and WARC write it.
struct HeaderField {
  /// In small letters.
  let name: String
  /// Without white space around it.
  let value: String

  init?(_ line: some Collection<UInt8>) {
    guard let colon = line.firstIndex(of: UInt8(ascii: ":")) else { return nil }
    let name = line[..<colon].map { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 }
    self.name = String(decoding: Self.trimmed(name), as: UTF8.self)
    value = String(decoding: Self.trimmed(Array(line[line.index(after: colon)...])), as: UTF8.self)
  }

  /// The fields of a head; a line that begins with white space belongs to the one before it.
  static func all(_ lines: [[UInt8]]) -> [HeaderField] {
    var joined: [[UInt8]] = []
    for line in lines {
      if let first = line.first, first == 0x20 || first == 0x09, !joined.isEmpty {
        joined[joined.count - 1] += line
      } else {
        joined.append(line)
      }
    }
    return joined.compactMap { HeaderField($0) }
  }

  static func trimmed(_ bytes: [UInt8]) -> ArraySlice<UInt8> {
    guard let start = bytes.firstIndex(where: { $0 > 0x20 }),
      let end = bytes.lastIndex(where: { $0 > 0x20 })
    else { return [] }
    return bytes[start...end]
  }
}

/// `text/html; charset=utf-8` (RFC 9110, section 8.3.1).
struct MediaType: Sendable, Hashable {
  /// In small letters, without parameters.
  let name: String
  private let parameters: [String: String]

  init(_ text: String) {
    var parts = Self.parts(Array(text.utf8))
    name = parts.isEmpty ? "" : parts.removeFirst().lowercased()
    var parameters: [String: String] = [:]
    for part in parts {
      guard let equals = part.utf8.firstIndex(of: UInt8(ascii: "=")) else { continue }
      let key = Self.bare(part[..<equals]).lowercased()
      if parameters[key] == nil {
        parameters[key] = Self.bare(part[part.utf8.index(after: equals)...])
      }
    }
    self.parameters = parameters
  }

  func parameter(_ name: String) -> String? {
    parameters[name].flatMap { $0.isEmpty ? nil : $0 }
  }

  var charset: String? { parameter("charset") }

  /// How a page of this type is read; nil for what is no page.
  var format: PageFormat? {
    switch name {
    case "text/html", "application/xhtml+xml": .html
    case "text/plain": .text
    default: nil
    }
  }

  /// Split at semicolons outside of quotation marks.
  private static func parts(_ text: [UInt8]) -> [String] {
    var parts: [[UInt8]] = [[]]
    var isQuoted = false
    for byte in text {
      if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
      if byte == UInt8(ascii: ";"), !isQuoted {
        parts.append([])
      } else {
        parts[parts.count - 1].append(byte)
      }
    }
    return parts.map { bare(String(decoding: $0, as: UTF8.self)[...]) }
  }

  private static func bare(_ text: Substring) -> String {
    let bytes = HeaderField.trimmed(Array(text.utf8))
    let mark = UInt8(ascii: "\"")
    let isQuoted = bytes.count > 1 && bytes.first == mark && bytes.last == mark
    return String(decoding: isQuoted ? bytes.dropFirst().dropLast() : bytes, as: UTF8.self)
  }
}

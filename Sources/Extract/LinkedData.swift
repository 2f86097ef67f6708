/// The few values of JSON-LD that are of use, found by their keys: pages break JSON in many ways, and
/// a strict parser would lose all of it.
struct LinkedData {
  private(set) var headline: String?
  private(set) var published: String?
  private(set) var modified: String?
  private(set) var publisher: String?
  private(set) var author: String?
  private(set) var isArticle = false

  mutating func read(_ json: UnsafeBufferPointer<UInt8>) {
    if let type = Self.string("@type", in: json), type.hasSuffix("Article") { isArticle = true }
    headline = headline ?? Self.string("headline", in: json)
    published = published ?? Self.string("datePublished", in: json)
    modified = modified ?? Self.string("dateModified", in: json)
    publisher = publisher ?? Self.name(of: "publisher", in: json)
    author = author ?? Self.name(of: "author", in: json)
  }

  /// The place behind `"key":`, or nil.
  private static func place(_ key: String, in json: UnsafeBufferPointer<UInt8>, from: Int = 0)
    -> Int?
  {
    let quoted = Array("\"\(key)\"".utf8)
    var index = from
    while index + quoted.count < json.count {
      if json[index] == 0x22,
        json[index + 1] == quoted[1],
        UnsafeBufferPointer(rebasing: json[index..<(index + quoted.count)]).elementsEqual(quoted)
      {
        var next = index + quoted.count
        while next < json.count, isSpace(json[next]) { next += 1 }
        if next < json.count, json[next] == UInt8(ascii: ":") {
          next += 1
          while next < json.count, isSpace(json[next]) { next += 1 }
          return next
        }
      }
      index += 1
    }
    return nil
  }

  static func string(_ key: String, in json: UnsafeBufferPointer<UInt8>) -> String? {
    guard let start = place(key, in: json) else { return nil }
    return literal(at: start, in: json)
  }

  /// The name of an object, of the first object of a list, or a bare string.
  private static func name(of key: String, in json: UnsafeBufferPointer<UInt8>) -> String? {
    guard var start = place(key, in: json) else { return nil }
    while start < json.count, json[start] == UInt8(ascii: "[") || isSpace(json[start]) {
      start += 1
    }
    guard start < json.count else { return nil }
    if json[start] == 0x22 { return literal(at: start, in: json) }
    guard json[start] == UInt8(ascii: "{") else { return nil }
    // Within the object, as far as its braces go.
    var depth = 0
    var end = start
    while end < json.count, end - start < 4000 {
      if json[end] == UInt8(ascii: "{") { depth += 1 }
      if json[end] == UInt8(ascii: "}") {
        depth -= 1
        if depth == 0 { break }
      }
      end += 1
    }
    return string("name", in: UnsafeBufferPointer(rebasing: json[start..<end]))
  }

  /// The string that begins at a quotation mark, its escapes undone.
  private static func literal(at start: Int, in json: UnsafeBufferPointer<UInt8>) -> String? {
    guard start < json.count, json[start] == 0x22 else { return nil }
    var bytes: [UInt8] = []
    var index = start + 1
    while index < json.count, json[index] != 0x22, bytes.count < 2000 {
      guard json[index] == UInt8(ascii: "\\"), index + 1 < json.count else {
        bytes.append(json[index])
        index += 1
        continue
      }
      index += 1
      switch json[index] {
      case UInt8(ascii: "n"), UInt8(ascii: "t"), UInt8(ascii: "r"): bytes.append(0x20)
      case UInt8(ascii: "u"):
        var scalar: UInt32 = 0
        var digits = 0
        while digits < 4, index + 1 < json.count, let digit = hex(json[index + 1]) {
          scalar = scalar << 4 | digit
          index += 1
          digits += 1
        }
        appendScalar(scalar >= 0xD800 && scalar < 0xE000 ? 0xFFFD : scalar, to: &bytes)
      default: bytes.append(json[index])
      }
      index += 1
    }
    return HTMLText.unescape(String(decoding: bytes, as: UTF8.self))
  }

  private static func hex(_ byte: UInt8) -> UInt32? {
    if isDigit(byte) { return UInt32(byte - 0x30) }
    let letter = (byte | 0x20) &- 0x61
    return letter < 6 ? UInt32(letter) + 10 : nil
  }
}

/// The few entities that turn up in text that is no HTML.
enum HTMLText {
  static func unescape(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "&")) else { return text }
    let known: [(String, String)] = [
      ("&quot;", "\""), ("&#34;", "\""), ("&#39;", "'"), ("&#039;", "'"), ("&apos;", "'"),
      ("&lt;", "<"), ("&gt;", ">"), ("&nbsp;", " "), ("&#8217;", "’"), ("&#8216;", "‘"),
      ("&#8220;", "“"), ("&#8221;", "”"), ("&#8211;", "–"), ("&#038;", "&"), ("&amp;", "&"),
    ]
    var result = text
    for (entity, character) in known {
      var parts: [Substring] = []
      var rest = result[...]
      while let found = rest.firstRange(of: entity) {
        parts.append(rest[..<found.lowerBound])
        rest = rest[found.upperBound...]
      }
      guard !parts.isEmpty else { continue }
      parts.append(rest)
      result = parts.joined(separator: character)
    }
    return result
  }
}

/// The page of a file in which a browser saved it with its pictures (RFC 2557): the part that the root
/// names, else the first one of HTML.
struct MHTMLPart {
  let bytes: [UInt8]
  private(set) var url: String?
  private(set) var charset: String?
  /// When it was saved, in ISO 8601.
  private(set) var date: String?

  /// Levels of `multipart` in `multipart`.
  private static let depth = 8

  init?(_ file: [UInt8]) {
    guard let found = Self.find(file[...], depth: 0) else { return nil }
    self = found
    let head = Self.head(file[...]).fields
    // Chromium tells the page's own address here, which its part may have as well.
    url =
      url ?? Self.value("snapshot-content-location", head) ?? Self.value("content-location", head)
    date = Self.value("date", head).flatMap(MessageDate.iso)
  }

  private init(bytes: [UInt8], url: String?, charset: String?) {
    self.bytes = bytes
    self.url = url
    self.charset = charset
  }

  private static func find(_ entity: ArraySlice<UInt8>, depth: Int) -> MHTMLPart? {
    let (fields, body) = head(entity)
    let type = MediaType(value("content-type", fields) ?? "text/plain")
    if type.name.hasPrefix("multipart/") {
      guard depth < Self.depth, let boundary = type.parameter("boundary") else { return nil }
      let parts = parts(body, boundary: Array(boundary.utf8))
      let start = type.parameter("start")
      if let start,
        let root = parts.first(where: { value("content-id", head($0).fields) == start }),
        let found = find(root, depth: depth + 1)
      {
        return found
      }
      for part in parts {
        if let found = find(part, depth: depth + 1) { return found }
      }
      return nil
    }
    guard type.format == .html else { return nil }
    let location = value("content-location", fields)
    return MHTMLPart(
      bytes: decoded(body, value("content-transfer-encoding", fields)?.lowercased()),
      url: location.flatMap { $0.hasPrefix("http") || $0.hasPrefix("file") ? $0 : nil },
      charset: type.charset)
  }

  private static func value(_ name: String, _ fields: [HeaderField]) -> String? {
    fields.first { $0.name == name }?.value
  }

  private static func head(
    _ entity: ArraySlice<UInt8>
  ) -> (fields: [HeaderField], body: ArraySlice<UInt8>) {
    var lines: [[UInt8]] = []
    var rest = entity
    while !rest.isEmpty, lines.count < 1000 {
      let end = rest.firstIndex(of: 0x0A) ?? rest.endIndex
      var line = Array(rest[..<end])
      if line.last == 0x0D { line.removeLast() }
      rest = end < rest.endIndex ? rest[(end + 1)...] : []
      if line.isEmpty { break }
      lines.append(line)
    }
    return (HeaderField.all(lines), rest)
  }

  /// What stands between lines of the boundary (RFC 2046, section 5.1.1).
  private static func parts(_ body: ArraySlice<UInt8>, boundary: [UInt8]) -> [ArraySlice<UInt8>] {
    let mark = Array("--".utf8) + boundary
    var parts: [ArraySlice<UInt8>] = []
    var start: Int?
    var place = body.startIndex
    while place < body.endIndex {
      let end = body[place...].firstIndex(of: 0x0A) ?? body.endIndex
      if body[place..<end].starts(with: mark) {
        if let start {
          // The line end in front of a boundary belongs to the boundary.
          var last = max(start, place - 1)
          if last > start, body[last - 1] == 0x0D { last -= 1 }
          parts.append(body[start..<last])
        }
        if body[place..<end].dropFirst(mark.count).starts(with: "--".utf8) { return parts }
        start = min(end + 1, body.endIndex)
      }
      place = min(end, body.endIndex - 1) + 1
    }
    if let start { parts.append(body[start...]) }
    return parts
  }

  private static func decoded(_ body: ArraySlice<UInt8>, _ encoding: String?) -> [UInt8] {
    switch encoding {
    case "quoted-printable": quotedPrintable(body)
    case "base64": base64(body)
    default: Array(body)
    }
  }

  /// RFC 2045, section 6.7; what is no escape stands as it is.
  private static func quotedPrintable(_ body: ArraySlice<UInt8>) -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(body.count)
    var place = body.startIndex
    while place < body.endIndex {
      let byte = body[place]
      place += 1
      guard byte == UInt8(ascii: "=") else {
        text.append(byte)
        continue
      }
      var after = place
      while after < body.endIndex, body[after] == 0x20 || body[after] == 0x09 || body[after] == 0x0D
      {
        after += 1
      }
      if after == body.endIndex || body[after] == 0x0A {
        place = min(after + 1, body.endIndex)
      } else if place + 1 < body.endIndex, let high = digit(body[place]),
        let low = digit(body[place + 1])
      {
        text.append(high << 4 | low)
        place += 2
      } else {
        text.append(byte)
      }
    }
    return text
  }

  private static func digit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x30...0x39: byte - 0x30
    case 0x41...0x46: byte - 0x41 + 10
    case 0x61...0x66: byte - 0x61 + 10
    default: nil
    }
  }

  private static func base64(_ body: ArraySlice<UInt8>) -> [UInt8] {
    var bytes: [UInt8] = []
    var bits: UInt32 = 0
    var count = 0
    for byte in body {
      let value: UInt32
      switch byte {
      case 0x41...0x5A: value = UInt32(byte) - 0x41
      case 0x61...0x7A: value = UInt32(byte) - 0x61 + 26
      case 0x30...0x39: value = UInt32(byte) - 0x30 + 52
      case UInt8(ascii: "+"): value = 62
      case UInt8(ascii: "/"): value = 63
      case UInt8(ascii: "="): return bytes
      default: continue
      }
      bits = bits << 6 | value
      count += 6
      if count >= 8 {
        count -= 8
        bytes.append(UInt8(truncatingIfNeeded: bits >> UInt32(count)))
      }
    }
    return bytes
  }
}

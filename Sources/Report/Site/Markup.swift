import Dataset

/// Text on its way into HTML.
enum Markup {
  /// Escaped for element content and for attributes in quotes; control characters, which HTML
  /// cannot hold, become U+FFFD.
  static func escape(_ text: String) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count)
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "<"): bytes += "&lt;".utf8
      case UInt8(ascii: ">"): bytes += "&gt;".utf8
      case UInt8(ascii: "&"): bytes += "&amp;".utf8
      case UInt8(ascii: "\""): bytes += "&quot;".utf8
      case UInt8(ascii: "'"): bytes += "&#39;".utf8
      case 9, 10: bytes.append(byte)
      case 0..<32, 127: bytes += "\u{FFFD}".utf8
      default: bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// A page without control characters, which HTML cannot hold and templates let through.
  static func printable(_ page: [UInt8]) -> [UInt8] {
    func isControl(_ byte: UInt8) -> Bool { byte < 32 && byte != 9 && byte != 10 || byte == 127 }
    guard page.contains(where: isControl) else { return page }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(page.count)
    for byte in page {
      if isControl(byte) { bytes += "\u{FFFD}".utf8 } else { bytes.append(byte) }
    }
    return bytes
  }

  /// Letters, digits, `.` and `-` only: safe as a file's name and in an address. Never empty and
  /// never beginning with a point, and short enough for any file system.
  static func fileName(_ text: String) -> String {
    var bytes: [UInt8] = []
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): bytes.append(byte | 0x20)
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"):
        bytes.append(byte)
      case UInt8(ascii: ".") where !bytes.isEmpty: bytes.append(byte)
      default: if let last = bytes.last, last != 45 { bytes.append(45) }
      }
    }
    bytes = Array(bytes.prefix(100))
    while bytes.last == 45 || bytes.last == 46 { bytes.removeLast() }
    return bytes.isEmpty ? "x" : String(decoding: bytes, as: UTF8.self)
  }

  /// Only addresses that a browser opens as a web page; nothing that runs.
  static func webAddress(_ value: Value) -> String? {
    guard let text = value.text else { return nil }
    let isWeb = text.lowercased().hasPrefix("https://") || text.lowercased().hasPrefix("http://")
    return isWeb ? text : nil
  }

  /// A JSON value for a `<script type="application/json">`: nothing in it can end the element.
  static func data(_ json: JSON) -> String {
    json.line.replacing("<", with: "\\u003c")
  }
}

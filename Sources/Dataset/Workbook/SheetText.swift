/// Text on its way into a cell.
enum SheetText {
  /// As the format can hold it: no longer than a cell, without what XML cannot hold, and with an
  /// underscore spelled out where it would be read as the format's own escape (`_x0041_`).
  static func cell(_ text: String) -> String {
    let text = cut(text)
    var last: UInt8 = 0
    let mayNeedChange = text.utf8.contains { byte in
      defer { last = byte }
      return byte == 0 || byte == 0xEF || byte == 0x78 && last == 0x5F
    }
    guard mayNeedChange else { return text }
    var scalars = String.UnicodeScalarView()
    var rest = text.unicodeScalars[...]
    while let scalar = rest.first {
      switch scalar.value {
      case 0, 0xFFFE, 0xFFFF: scalars.append("\u{FFFD}")
      case 0x5F where isEscape(rest): scalars.append(contentsOf: "_x005F_".unicodeScalars)
      default: scalars.append(scalar)
      }
      rest = rest.dropFirst()
    }
    return String(scalars)
  }

  /// The first characters that a cell can hold, the last of them an ellipsis where some are lost.
  private static func cut(_ text: String) -> String {
    guard text.utf8.count > Sheet.textLimit, text.utf16.count > Sheet.textLimit else { return text }
    var scalars = String.UnicodeScalarView()
    var units = 1
    for scalar in text.unicodeScalars {
      units += UTF16.width(scalar)
      if units > Sheet.textLimit { break }
      scalars.append(scalar)
    }
    return String(scalars) + "…"
  }

  /// `_xHHHH_`
  private static func isEscape(_ text: Substring.UnicodeScalarView) -> Bool {
    let start = Array(text.prefix(7))
    return start.count == 7 && start[1] == "x" && start[6] == "_"
      && start[2...5].allSatisfy { $0.properties.isASCIIHexDigit }
  }

  /// The address when a spreadsheet opens it as a web page; nil for anything else, which stays text.
  static func webAddress(_ text: String) -> String? {
    let isWeb = ["https://", "http://"].contains { text.lowercased().hasPrefix($0) }
    let isPlain = text.utf8.allSatisfy { $0 > 0x20 && $0 != 0x7F }
    return isWeb && isPlain && text.utf8.count <= Sheet.addressLimit ? text : nil
  }
}

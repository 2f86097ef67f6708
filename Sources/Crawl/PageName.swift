/// What a file's name says of a page: how it is to be read.
struct PageName: Sendable, Hashable {
  let format: PageFormat
  let isCompressed: Bool
  /// Whether it was saved with its pictures in one file.
  let isMHTML: Bool

  private static let endings: [(ending: String, format: PageFormat)] = [
    (".html", .html), (".htm", .html), (".xhtml", .html), (".txt", .text), (".mhtml", .html),
    (".mht", .html),
  ]

  /// Nil for a file that is no document: another ending, hidden, or a note on the corpus itself.
  init?(_ name: [UInt8]) {
    guard let parts = Self.split(name) else { return nil }
    let stem = Self.lowercased(parts.stem)
    if stem.isEmpty || stem.first == UInt8(ascii: ".") { return nil }
    if parts.format == .text, stem == Array("readme".utf8) { return nil }
    format = parts.format
    isCompressed = parts.isCompressed
    isMHTML = parts.isMHTML
  }

  var codings: [Coding] {
    (isCompressed ? [.gzip(isCertain: true)] : []) + (isMHTML ? [.mhtml] : [])
  }

  /// The name of the folder in which browsers keep the pictures and styles of a page saved under
  /// `name`; nil when that is no web page.
  static func companion(of name: [UInt8]) -> [UInt8]? {
    guard let parts = split(name), parts.format == .html, !parts.stem.isEmpty else { return nil }
    return parts.stem + "_files".utf8
  }

  private static func split(
    _ name: [UInt8]
  ) -> (stem: [UInt8], format: PageFormat, isCompressed: Bool, isMHTML: Bool)? {
    var rest = name[...]
    let isCompressed = lowercased(rest).suffix(3).elementsEqual(".gz".utf8)
    if isCompressed { rest = rest.dropLast(3) }
    let lower = lowercased(rest)
    for (ending, format) in endings where lower.suffix(ending.utf8.count).elementsEqual(ending.utf8)
    {
      return (
        Array(rest.dropLast(ending.utf8.count)), format, isCompressed, ending.hasPrefix(".mht")
      )
    }
    return nil
  }

  private static func lowercased(_ bytes: some Collection<UInt8>) -> [UInt8] {
    bytes.map { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 }
  }
}

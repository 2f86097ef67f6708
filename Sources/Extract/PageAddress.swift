/// The address of a page, taken apart as far as pages of one site are compared by it.
struct PageAddress: Sendable, Hashable {
  /// Small letters, without port and without the prefixes under which sites keep the same pages for
  /// other devices; empty for an address within a site.
  var host: String
  var path: [Substring]
  var query: [Substring]

  private static let prefixes = ["www.", "m.", "amp."]
  /// What says whence a reader came, and not which page.
  private static func isTracking(_ item: Substring) -> Bool {
    let name = item.prefix { $0 != "=" }
    return name.hasPrefix("utm_") || name == "fbclid" || name == "gclid" || name == "ref"
  }

  /// - Parameter path: path and query within a site, or the name of a file.
  init(within path: String) {
    host = ""
    self.path = []
    query = []
    read(path.utf8[...])
  }

  /// - Returns: nil for what is no address of a web page.
  init?(_ text: String) {
    // By bytes: asked of every page of a crawl.
    var rest = text.utf8[...].drop { $0 == UInt8(ascii: " ") }
    while rest.last == UInt8(ascii: " ") { rest.removeLast() }
    rest = rest.prefix { $0 != UInt8(ascii: "#") }
    var host = ""
    if let (scheme, behind) = Self.scheme(rest) {
      guard scheme == "http" || scheme == "https" else { return nil }
      let name = behind.prefix { $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: "?") }
      rest = behind[name.endIndex...]
      host = Substring(name.prefix { $0 != UInt8(ascii: ":") }).lowercased()
      guard !host.isEmpty else { return nil }
    }
    for prefix in Self.prefixes
    where host.hasPrefix(prefix) && host.dropFirst(prefix.utf8.count).contains(".") {
      host.removeFirst(prefix.utf8.count)
      break
    }
    self.host = host
    path = []
    query = []
    read(rest)
  }

  /// What stands in front of the first `://`, in small letters, and what behind it.
  private static func scheme(
    _ text: Substring.UTF8View
  ) -> (name: String, rest: Substring.UTF8View)? {
    var place = text.startIndex
    while let colon = text[place...].firstIndex(of: UInt8(ascii: ":")) {
      if text[colon...].starts(with: "://".utf8) {
        return (Substring(text[..<colon]).lowercased(), text[colon...].dropFirst(3))
      }
      place = text.index(after: colon)
    }
    return nil
  }

  private mutating func read(_ rest: Substring.UTF8View) {
    let mark = rest.firstIndex(of: UInt8(ascii: "?")) ?? rest.endIndex
    path = rest[..<mark].split(separator: UInt8(ascii: "/")).map { Substring($0) }
    query = rest[mark...].dropFirst().split(separator: UInt8(ascii: "&")).map { Substring($0) }
      .filter { !Self.isTracking($0) }
  }

  /// Host, path and query: equal for two addresses of one page.
  var key: String {
    host + path.map { "/" + $0 }.joined()
      + (query.isEmpty ? "" : "?" + query.joined(separator: "&"))
  }
}

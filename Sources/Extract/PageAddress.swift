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
    read(path[...])
  }

  /// - Returns: nil for what is no address of a web page.
  init?(_ text: String) {
    var rest = text[...].drop { $0 == " " }
    while rest.last == " " { rest.removeLast() }
    if let hash = rest.firstIndex(of: "#") { rest = rest[..<hash] }
    var host = ""
    if let colon = rest.firstRange(of: "://") {
      let scheme = rest[..<colon.lowerBound].lowercased()
      guard scheme == "http" || scheme == "https" else { return nil }
      rest = rest[colon.upperBound...]
      let name = rest.prefix { $0 != "/" && $0 != "?" }
      rest = rest[name.endIndex...]
      host = name.prefix { $0 != ":" }.lowercased()
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

  private mutating func read(_ rest: Substring) {
    let mark = rest.firstIndex(of: "?") ?? rest.endIndex
    path = rest[..<mark].split(separator: "/")
    query = rest[mark...].dropFirst().split(separator: "&").filter { !Self.isTracking($0) }
  }

  /// Host, path and query: equal for two addresses of one page.
  var key: String {
    host + path.map { "/" + $0 }.joined()
      + (query.isEmpty ? "" : "?" + query.joined(separator: "&"))
  }
}

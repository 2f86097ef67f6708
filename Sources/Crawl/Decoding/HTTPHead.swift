/// What stands in front of a page in an HTTP response (RFC 9112).
struct HTTPHead {
  let status: Int
  private(set) var contentType: MediaType?
  private(set) var location: String?
  /// How the body is to be read, outermost first.
  private(set) var codings: [Coding] = []

  /// - Parameter lines: up to the empty one.
  /// - Returns: nil when the first line is not that of a response.
  init?(_ lines: [[UInt8]]) {
    guard let first = lines.first, first.starts(with: "HTTP/".utf8) else { return nil }
    let words = first.split(separator: 0x20)
    guard words.count > 1, let status = Int(String(decoding: words[1], as: UTF8.self)),
      (100...999).contains(status)
    else { return nil }
    self.status = status
    var content: [Coding] = []
    for field in HeaderField.all(Array(lines.dropFirst())) {
      switch field.name {
      case "content-type": contentType = contentType ?? MediaType(field.value)
      case "location": location = location ?? field.value
      case "transfer-encoding": codings += Self.codings(field.value).reversed()
      case "content-encoding": content += Self.codings(field.value)
      default: break
      }
    }
    codings += content.reversed()
  }

  private static func codings(_ value: String) -> [Coding] {
    value.split(separator: ",").compactMap { word in
      let name = String(word).split(whereSeparator: \.isWhitespace).joined().lowercased()
      return switch name {
      case "", "identity", "none", "utf-8": nil
      case "chunked": .chunked
      case "gzip", "x-gzip": .gzip(isCertain: false)
      case "deflate": .deflate
      case "br": .brotli
      default: .unknown(name)
      }
    }
  }
}

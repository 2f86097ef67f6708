/// The named fields of a WARC record that matter here (ISO 28500:2017, section 5).
struct WarcHeader: Sendable, Hashable {
  enum Kind: Sendable, Hashable {
    case response, resource, conversion, revisit, continuation
    /// warcinfo, request, metadata, and what later versions may bring.
    case other
  }

  var kind = Kind.other
  /// Of the block behind the header, in bytes; nil when it is missing or no number.
  var length: Int?
  var url: String?
  var date: String?
  var identifier: String?
  var contentType: MediaType?
  var payloadDigest: String?
  var refersTo: String?
  var refersToURL: String?
  var segment: Int?
  /// Why the crawler did not save all of it: length, time, disconnect, unspecified.
  var truncated: String?

  /// Whether a line is the first of a record.
  static func isVersion(_ line: [UInt8]) -> Bool {
    line.starts(with: "WARC/".utf8) && line.count > 5 && line[5] >= 0x30 && line[5] <= 0x39
  }

  mutating func set(_ field: HeaderField) {
    let value = field.value
    switch field.name {
    case "warc-type":
      switch value.lowercased() {
      case "response": kind = .response
      case "resource": kind = .resource
      case "conversion": kind = .conversion
      case "revisit": kind = .revisit
      case "continuation": kind = .continuation
      default: kind = .other
      }
    case "content-length": length = Int(value).flatMap { $0 >= 0 ? $0 : nil }
    case "warc-target-uri": url = Self.address(value)
    case "warc-date": date = Self.date(value)
    case "warc-record-id": identifier = Self.address(value)
    case "content-type": contentType = MediaType(value)
    case "warc-payload-digest": payloadDigest = value
    case "warc-refers-to": refersTo = Self.address(value)
    case "warc-refers-to-target-uri": refersToURL = Self.address(value)
    case "warc-segment-number": segment = Int(value)
    case "warc-truncated": truncated = value
    default: break
    }
  }

  /// WARC 1.0 was read by some as asking for angle brackets around every URI.
  private static func address(_ value: String) -> String? {
    let bare =
      value.hasPrefix("<") && value.hasSuffix(">") ? String(value.dropFirst().dropLast()) : value
    return bare.isEmpty ? nil : bare
  }

  /// `YYYY-MM-DDThh:mm:ssZ`, in version 1.1 with less or with fractions; nil for anything else.
  static func date(_ value: String) -> String? {
    let text = Array(value.utf8)
    let shape = Array("0000-00-00T00:00:00".utf8)
    guard text.count >= 4, text.count <= 40 else { return nil }
    for (byte, wanted) in zip(text, shape) where byte != UInt8(ascii: "Z") {
      let isRight = wanted == UInt8(ascii: "0") ? byte >= 0x30 && byte <= 0x39 : byte == wanted
      guard isRight else { return nil }
    }
    guard text.dropFirst(shape.count).allSatisfy({ $0 > 0x20 && $0 < 0x7F }) else { return nil }
    return value
  }
}

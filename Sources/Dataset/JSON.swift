/// A JSON value whose members keep their order and whose numbers keep their digits.
public indirect enum JSON: Sendable, Hashable {
  case null
  case boolean(Bool)
  /// As written, unchecked: `80.85`.
  case number(String)
  case string(String)
  case array([JSON])
  case object([Member])

  /// A name and its value; objects keep the order in which theirs were given.
  public struct Member: Sendable, Hashable {
    /// Without quotes and escapes.
    public let name: String
    /// Of any kind.
    public let value: JSON

    public init(_ name: String, _ value: JSON) {
      self.name = name
      self.value = value
    }
  }

  /// The value as JSON writes it; decimals keep their digits.
  public init(_ value: Dataset.Value) {
    switch value {
    case .null: self = .null
    case .text(let text): self = .string(text)
    case .boolean(let truth): self = .boolean(truth)
    case .integer, .decimal: self = .number(value.written)
    }
  }

  /// The first member of that name.
  public subscript(name: String) -> JSON? {
    guard case .object(let members) = self else { return nil }
    return members.first { $0.name == name }?.value
  }

  /// The text; nil where it is none.
  public var string: String? {
    if case .string(let text) = self { text } else { nil }
  }

  /// The elements; nil where it is no array.
  public var array: [JSON]? {
    if case .array(let elements) = self { elements } else { nil }
  }

  /// On one line, as in JSON Lines.
  public var line: String {
    var bytes: [UInt8] = []
    JSONWriter.append(self, to: &bytes, indent: nil)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Over several lines, two spaces a level, with a line feed at the end.
  public var pretty: String {
    var bytes: [UInt8] = []
    JSONWriter.append(self, to: &bytes, indent: 0)
    return String(decoding: bytes, as: UTF8.self) + "\n"
  }
}

extension JSON: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral,
  ExpressibleByBooleanLiteral, ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
  public init(stringLiteral text: String) { self = .string(text) }
  public init(integerLiteral number: Int) { self = .number(String(number)) }
  public init(booleanLiteral truth: Bool) { self = .boolean(truth) }
  public init(arrayLiteral elements: JSON...) { self = .array(elements) }
  public init(dictionaryLiteral members: (String, JSON)...) {
    self = .object(members.map { Member($0.0, $0.1) })
  }
}

/// Writes JSON: members in the order given, only what must be escaped is.
enum JSONWriter {
  /// - Parameter indent: the level of a value spread over lines; `nil` keeps it on one.
  static func append(_ json: JSON, to bytes: inout [UInt8], indent: Int?) {
    switch json {
    case .null: bytes += "null".utf8
    case .boolean(let truth): bytes += (truth ? "true" : "false").utf8
    case .number(let written): bytes += written.utf8
    case .string(let text): append(text.utf8, to: &bytes)
    case .array(let elements):
      list(elements, "[", "]", &bytes, indent) { append($0, to: &$1, indent: $2) }
    case .object(let members):
      list(members, "{", "}", &bytes, indent) { member, bytes, inner in
        append(member.name.utf8, to: &bytes)
        bytes += ": ".utf8
        append(member.value, to: &bytes, indent: inner)
      }
    }
  }

  private static func list<Element>(
    _ elements: [Element], _ open: String, _ close: String, _ bytes: inout [UInt8],
    _ indent: Int?, _ each: (Element, inout [UInt8], Int?) -> Void
  ) {
    bytes += open.utf8
    let inner = elements.isEmpty ? nil : indent.map { $0 + 1 }
    for (position, element) in elements.enumerated() {
      if position > 0 { bytes += (inner == nil ? ", " : ",").utf8 }
      newLine(inner, &bytes)
      each(element, &bytes, inner)
    }
    if inner != nil { newLine(indent, &bytes) }
    bytes += close.utf8
  }

  private static func newLine(_ indent: Int?, _ bytes: inout [UInt8]) {
    guard let indent else { return }
    bytes.append(10)
    bytes.append(contentsOf: repeatElement(32, count: 2 * indent))
  }

  private static let hexadecimal = Array("0123456789abcdef".utf8)

  static func append(_ text: some Collection<UInt8>, to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "\""))
    guard text.contains(where: { $0 < 32 || $0 == 127 || $0 == 0x22 || $0 == 0x5C }) else {
      bytes += text
      bytes.append(UInt8(ascii: "\""))
      return
    }
    for byte in text {
      switch byte {
      case UInt8(ascii: "\""): bytes += "\\\"".utf8
      case UInt8(ascii: "\\"): bytes += "\\\\".utf8
      case 10: bytes += "\\n".utf8
      case 13: bytes += "\\r".utf8
      case 9: bytes += "\\t".utf8
      case 0..<32, 127:
        bytes += "\\u00".utf8
        bytes.append(hexadecimal[Int(byte >> 4)])
        bytes.append(hexadecimal[Int(byte & 15)])
      default: bytes.append(byte)
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }
}

/// Cuts a template into text and tags.
struct TagReader {
  enum Kind: Equatable {
    case value, unescaped, section, inverted, end, partial, comment, delimiters

    /// Whether the tag gives no text by itself.
    var mayStandAlone: Bool { self != .value && self != .unescaped }
  }

  struct Tag {
    let kind: Kind
    /// A name, without white space around it.
    let content: String
    let line: Int
    var indent: [UInt8] = []
  }

  enum Piece {
    case text([UInt8])
    case tag(Tag)
  }

  private let source: [UInt8]
  private var place = 0
  private var line = 1
  private var open = Array("{{".utf8)
  private var close = Array("}}".utf8)

  init(_ source: [UInt8]) { self.source = source }

  /// - Throws: `TemplateProblem` for a tag without an end, or without a name.
  mutating func pieces() throws(TemplateProblem) -> [Piece] {
    var pieces: [Piece] = []
    while let start = find(open, from: place) {
      if start > place { pieces.append(.text(take(upTo: start))) }
      pieces.append(.tag(try tag()))
    }
    if place < source.count { pieces.append(.text(take(upTo: source.count))) }
    return pieces
  }

  private mutating func tag() throws(TemplateProblem) -> Tag {
    let line = line
    _ = take(upTo: place + open.count)
    let kind = kind
    var end = close
    if kind == .unescaped, source[place] == UInt8(ascii: "{") { end = [UInt8(ascii: "}")] + close }
    if kind == .delimiters { end = [UInt8(ascii: "=")] + close }
    if kind != .value { place += 1 }
    guard let stop = find(end, from: place) else {
      throw TemplateProblem(
        line: line, reason: "a tag has no \(String(decoding: end, as: UTF8.self))")
    }
    let words = take(upTo: stop).split { $0 == 32 || $0 == 9 || $0 == 10 || $0 == 13 }
    _ = take(upTo: stop + end.count)
    let tag = Tag(
      kind: kind, content: String(decoding: Array(words.joined(separator: [32])), as: UTF8.self),
      line: line)
    switch kind {
    case .comment: break
    case .delimiters:
      guard words.count == 2 else {
        throw TemplateProblem(line: line, reason: "{{= =}} needs two delimiters")
      }
      (open, close) = (Array(words[0]), Array(words[1]))
    default:
      guard words.count == 1 else {
        throw TemplateProblem(line: line, reason: "“\(tag.content)” is no name")
      }
    }
    return tag
  }

  private var kind: Kind {
    guard place < source.count else { return .value }
    return switch source[place] {
    case UInt8(ascii: "{"), UInt8(ascii: "&"): .unescaped
    case UInt8(ascii: "#"): .section
    case UInt8(ascii: "^"): .inverted
    case UInt8(ascii: "/"): .end
    case UInt8(ascii: ">"): .partial
    case UInt8(ascii: "!"): .comment
    case UInt8(ascii: "="): .delimiters
    default: .value
    }
  }

  private func find(_ mark: [UInt8], from start: Int) -> Int? {
    guard start + mark.count <= source.count else { return nil }
    return (start...source.count - mark.count).first {
      source[$0..<$0 + mark.count].elementsEqual(mark)
    }
  }

  private mutating func take(upTo end: Int) -> [UInt8] {
    let bytes = Array(source[place..<end])
    line += bytes.count { $0 == 10 }
    place = end
    return bytes
  }
}

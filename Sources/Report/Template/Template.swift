/// A template in the Mustache language, without lambdas: values (`{{name}}`, `{{a.b}}`, `{{.}}`, unescaped
/// `{{{name}}}` and `{{&name}}`), sections, inverted sections, partials, comments and other delimiters.
///
/// See <https://mustache.github.io/mustache.5.html>. Everything is bytes of UTF-8, so that no mark that joins a
/// quotation mark to one character with it keeps that from being escaped.
struct Template: Sendable {
  enum Part: Sendable {
    case text([UInt8])
    case value(Name, isEscaped: Bool)
    case section(Name, [Part], isInverted: Bool)
    /// - Parameter indent: of a partial on a line of its own, which all its lines get.
    case partial(String, indent: [UInt8])
  }

  /// Names one inside the other; none for what stands at the top.
  typealias Name = [String]

  let parts: [Part]

  /// - Throws: `TemplateProblem` with the line of what is wrong.
  init(_ source: [UInt8]) throws(TemplateProblem) {
    var tags = TagReader(source)
    var pieces = try tags.pieces()
    Self.dropStandaloneLines(of: &pieces)
    var place = 0
    parts = try Self.parts(pieces, &place, inside: nil)
  }

  private static func parts(
    _ pieces: [TagReader.Piece], _ place: inout Int, inside section: (name: String, line: Int)?
  ) throws(TemplateProblem) -> [Part] {
    var parts: [Part] = []
    while place < pieces.count {
      let piece = pieces[place]
      place += 1
      switch piece {
      case .text(let bytes): if !bytes.isEmpty { parts.append(.text(bytes)) }
      case .tag(let tag):
        let name = Self.name(tag.content)
        switch tag.kind {
        case .value: parts.append(.value(name, isEscaped: true))
        case .unescaped: parts.append(.value(name, isEscaped: false))
        case .section, .inverted:
          let inner = try Self.parts(pieces, &place, inside: (tag.content, tag.line))
          parts.append(.section(name, inner, isInverted: tag.kind == .inverted))
        case .end:
          guard let section, section.name == tag.content else {
            throw TemplateProblem(
              line: tag.line,
              reason: "{{/\(tag.content)}} closes "
                + (section.map { "{{#\($0.name)}} of line \($0.line)" } ?? "nothing"))
          }
          return parts
        case .partial: parts.append(.partial(tag.content, indent: tag.indent))
        case .comment, .delimiters: break
        }
      }
    }
    if let section {
      throw TemplateProblem(line: section.line, reason: "{{#\(section.name)}} is never closed")
    }
    return parts
  }

  private static func name(_ content: String) -> Name {
    content == "." ? [] : content.split(separator: ".").map(String.init)
  }

  /// A line with nothing but white space and one tag that gives no text is not there in the page.
  private static func dropStandaloneLines(of pieces: inout [TagReader.Piece]) {
    // White space goes when all tags are known, so that one line's end is not taken for another's beginning.
    var cuts: [(place: Int, before: Int, after: Int, indent: [UInt8])] = []
    for (place, piece) in pieces.enumerated() {
      guard case .tag(let tag) = piece, tag.kind.mayStandAlone,
        let before = blankEnd(of: pieces, place), let after = blankStart(of: pieces, place)
      else { continue }
      var indent: [UInt8] = []
      if before > 0, case .text(let bytes) = pieces[place - 1] {
        indent = Array(bytes.suffix(before))
      }
      cuts.append((place, before, after, indent))
    }
    for cut in cuts {
      if cut.after > 0, case .text(let bytes) = pieces[cut.place + 1] {
        pieces[cut.place + 1] = .text(Array(bytes.dropFirst(cut.after)))
      }
      guard case .tag(var tag) = pieces[cut.place] else { continue }
      tag.indent = cut.indent
      pieces[cut.place] = .tag(tag)
    }
    for cut in cuts where cut.before > 0 {
      if case .text(let bytes) = pieces[cut.place - 1] {
        pieces[cut.place - 1] = .text(Array(bytes.dropLast(min(cut.before, bytes.count))))
      }
    }
  }

  /// Bytes of white space between the line's beginning and a tag; nil when something else stands there.
  private static func blankEnd(of pieces: [TagReader.Piece], _ place: Int) -> Int? {
    guard place > 0 else { return 0 }
    guard case .text(let bytes) = pieces[place - 1] else { return nil }
    let blank = bytes.reversed().prefix { $0 == 32 || $0 == 9 }.count
    guard blank < bytes.count else { return place == 1 ? blank : nil }
    return bytes[bytes.count - blank - 1] == 10 ? blank : nil
  }

  /// Bytes of white space between a tag and the next line; nil when something else stands there.
  private static func blankStart(of pieces: [TagReader.Piece], _ place: Int) -> Int? {
    guard place + 1 < pieces.count else { return 0 }
    guard case .text(let bytes) = pieces[place + 1] else { return nil }
    var blank = bytes.prefix { $0 == 32 || $0 == 9 }.count
    if blank < bytes.count, bytes[blank] == 13 { blank += 1 }
    guard blank < bytes.count else { return place + 2 == pieces.count ? blank : nil }
    return bytes[blank] == 10 ? blank + 1 : nil
  }
}

/// What is wrong with a template, for people.
struct TemplateProblem: Error, CustomStringConvertible {
  let line: Int
  let reason: String

  var description: String { "line \(line): \(reason)" }
}

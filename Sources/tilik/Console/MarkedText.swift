import Pipeline

/// A text with its mentions marked.
enum MarkedText {
  enum Style { case brackets, colours }

  static func of(_ text: [UInt8], _ mentions: [MentionRow], style: Style) -> String {
    var written: [UInt8] = []
    var position = 0
    for mention in mentions where mention.range.lowerBound >= position {
      written += text[position..<mention.range.lowerBound]
      let words = text[mention.range]
      switch style {
      case .brackets:
        written += "⟦\(mention.kind):".utf8
        written += words
        written += "⟧".utf8
      case .colours:
        written += "\u{1B}[\(colour(of: mention.kind))m".utf8
        written += words
        written += "\u{1B}[0m".utf8
      }
      position = mention.range.upperBound
    }
    written += text[position...]
    return String(decoding: written, as: UTF8.self)
  }

  /// The kinds that occur, each in its colour.
  static func legend(_ mentions: [MentionRow]) -> String {
    Set(mentions.map(\.kind)).sorted().map { "\u{1B}[\(colour(of: $0))m\($0)\u{1B}[0m" }
      .joined(separator: " ")
  }

  /// Select Graphic Rendition of ECMA-48.
  private static func colour(of kind: String) -> String {
    switch kind {
    case "region": "1;34"
    case "unit", "institution": "34"
    case "assessor", "instrument", "instrument_cue": "35"
    case "score", "zone", "grade", "category", "rank": "1;32"
    case "year", "date": "36"
    case "regulation": "33"
    case "number", "range": "2"
    default: "31"
    }
  }
}

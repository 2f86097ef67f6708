/// A claim's sentence with the values in it marked, after the claim's `evidence` column
/// (`field:start-end` pairs joined by `;`, code points in the same part as `start` and `end`).
struct MarkedQuote {
  struct Span: Equatable {
    let field: String
    /// Code points in the quote.
    let range: Range<Int>
  }

  /// Code points of a quote that are shown; a page that is one sentence of a megabyte stays readable.
  static let longest = 4_000

  let html: String
  /// Fields whose value stands outside the sentence (a heading, the sentence before).
  let elsewhere: [String]
  /// Code points that are not shown.
  let cut: Int

  /// - Parameters:
  ///   - start: where the quote begins, in code points of its part.
  ///   - name: what readers call a field.
  init(
    quote: String, start: Int, end: Int, evidence: String, name: (String) -> String = { $0 }
  ) {
    let all = Array(quote.unicodeScalars)
    let scalars = Array(all.prefix(Self.longest))
    cut = all.count - scalars.count
    var inside: [Span] = []
    var outside: [String] = []
    for (column, range) in Self.pairs(evidence) {
      let field = name(column)
      let shifted = range.lowerBound - start..<range.upperBound - start
      if all.count == end - start, shifted.lowerBound >= 0, shifted.upperBound <= scalars.count {
        inside.append(Span(field: field, range: shifted))
      } else {
        outside.append(field)
      }
    }
    html = Self.mark(scalars, Self.joined(inside))
    elsewhere = outside
  }

  static func pairs(_ evidence: String) -> [(field: String, range: Range<Int>)] {
    evidence.split(separator: ";").compactMap { pair in
      let halves = pair.split(separator: ":")
      guard halves.count == 2 else { return nil }
      let ends = halves[1].split(separator: "-", omittingEmptySubsequences: false)
      guard ends.count == 2, let start = Int(ends[0]), let end = Int(ends[1]), start < end else {
        return nil
      }
      return (String(halves[0]), start..<end)
    }
  }

  /// In order and without overlaps: of two that overlap, the one that begins first and is longer
  /// stays; fields with one and the same span share a mark.
  private static func joined(_ spans: [Span]) -> [Span] {
    let ordered = spans.sorted {
      ($0.range.lowerBound, -$0.range.upperBound, $0.field)
        < ($1.range.lowerBound, -$1.range.upperBound, $1.field)
    }
    var kept: [Span] = []
    for span in ordered {
      guard let last = kept.last, span.range.lowerBound < last.range.upperBound else {
        kept.append(span)
        continue
      }
      if last.range == span.range {
        kept[kept.count - 1] = Span(field: last.field + ", " + span.field, range: span.range)
      }
    }
    return kept
  }

  private static func mark(_ scalars: [Unicode.Scalar], _ spans: [Span]) -> String {
    func text(_ range: Range<Int>) -> String {
      var view = String.UnicodeScalarView()
      view.append(contentsOf: scalars[range])
      return Markup.escape(String(view))
    }
    var html = ""
    var place = 0
    for span in spans {
      let field = Markup.escape(span.field)
      html += text(place..<span.range.lowerBound)
      html += "<mark data-field=\"\(field)\" title=\"\(field)\">\(text(span.range))</mark>"
      place = span.range.upperBound
    }
    return html + text(place..<scalars.count)
  }
}

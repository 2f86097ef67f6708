/// What a public edition shows of a quote: so many characters around what was read from it, without
/// the names of persons.
struct QuoteExcerpt {
  /// Stands where a name stood.
  static let removed = "[nama]"
  static let ellipsis: Unicode.Scalar = "…"
  let limit: Int

  /// - Parameters:
  ///   - spans: what should stay in sight, the most important first; in code points from the
  ///     quote's start.
  ///   - names: what is to be left out, counted likewise, in order and apart from each other.
  func text(_ quote: String, showing spans: [Range<Int>], without names: [Range<Int>]) -> String {
    let scalars = Array(quote.unicodeScalars)
    let window = window(of: scalars, showing: spans.filter { $0.upperBound <= scalars.count })
    var shown = String.UnicodeScalarView()
    if window.lowerBound > 0 { shown.append(Self.ellipsis) }
    var place = window.lowerBound
    for name in names where name.overlaps(window) {
      if name.lowerBound > place { shown += scalars[place..<name.lowerBound] }
      shown += Self.removed.unicodeScalars
      place = name.upperBound
    }
    if place < window.upperBound { shown += scalars[place..<window.upperBound] }
    if window.upperBound < scalars.count { shown.append(Self.ellipsis) }
    return String(shown)
  }

  /// The part that is shown, cut between words where there are any.
  private func window(of scalars: [Unicode.Scalar], showing spans: [Range<Int>]) -> Range<Int> {
    guard scalars.count > limit else { return 0..<scalars.count }
    let room = limit - 2
    var wanted = spans.first ?? 0..<0
    for span in spans.dropFirst() {
      let both =
        min(wanted.lowerBound, span.lowerBound)..<max(wanted.upperBound, span.upperBound)
      if both.count <= room { wanted = both }
    }
    if wanted.count > room { wanted = wanted.lowerBound..<wanted.lowerBound + room }
    let middle = (wanted.lowerBound + wanted.upperBound - room) / 2
    var start = max(0, min(middle, scalars.count - room))
    var end = min(scalars.count, start + room)
    if start > 0, let space = (start...wanted.lowerBound).first(where: { isSpace(scalars[$0 - 1]) })
    {
      start = space
    }
    if end < scalars.count,
      let space = (wanted.upperBound..<end + 1).last(where: { isSpace(scalars[$0]) })
    {
      end = space
    }
    return start..<max(start, end)
  }

  private func isSpace(_ scalar: Unicode.Scalar) -> Bool { scalar.properties.isWhitespace }

  /// Whether the excerpt can have been made from a text: its pieces stand in it, one behind another,
  /// white space aside.
  static func stands(_ excerpt: String, in text: [UInt8]) -> Bool {
    var rest = text[...]
    for part in excerpt.split(separator: "…").flatMap({ pieces(of: String($0)) }) {
      let part = PageSlice.withoutSpace(Array(part.utf8))
      guard !part.isEmpty else { continue }
      guard let place = rest.indices.first(where: { rest[$0...].starts(with: part) }) else {
        return false
      }
      rest = rest[(place + part.count)...]
    }
    return true
  }

  private static func pieces(of text: String) -> [String] {
    var pieces = [""]
    var rest = text[...]
    while !rest.isEmpty {
      if rest.hasPrefix(removed) {
        pieces.append("")
        rest = rest.dropFirst(removed.count)
      } else {
        pieces[pieces.count - 1].append(rest.removeFirst())
      }
    }
    return pieces
  }
}

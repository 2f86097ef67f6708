extension PageSlice {
  /// Most pieces of which each may be there or not.
  private static let mostOptional = 12

  /// Whether the pieces say a quote of which only a hash and an excerpt are known. As in
  /// `says(_:)`, those between the first and the last may be skipped; with more than twelve of them
  /// only the whole, and the whole without one run of pieces, are tried.
  func says(quoteWithHash hash: String, excerpt: String) -> Bool {
    func isQuote(_ chosen: [[UInt8]]) -> Bool {
      let text = Array(chosen.joined())
      return Identifier.sha256(text) == hash && QuoteExcerpt.stands(excerpt, in: text)
    }
    if isQuote(pieces) { return true }
    let between = pieces.indices.dropFirst().dropLast()
    guard !between.isEmpty else { return false }
    if between.count <= Self.mostOptional {
      return (1..<1 << between.count).contains { skipped in
        isQuote(
          pieces.enumerated().filter { position, _ in
            !between.contains(position) || skipped & 1 << (position - 1) == 0
          }.map(\.element))
      }
    }
    return between.contains { first in
      (first..<between.endIndex).contains { last in
        isQuote(Array(pieces[..<first] + pieces[(last + 1)...]))
      }
    }
  }
}

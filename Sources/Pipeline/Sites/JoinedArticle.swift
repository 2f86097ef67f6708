import Extract
import Interpret

/// The parts of an article one behind the other, and the way back to each.
///
/// Read as one text, a sentence of the third part knows the year that the first one named. The titles of
/// later parts are left out: they are the first one's.
struct JoinedArticle {
  let article: Article
  private let pieces: [Piece]

  private struct Piece {
    /// In the joined text.
    let range: Range<Int>
    /// From the joined text to the part's own.
    let shift: Int
  }

  /// - Parameter parts: in order, at least one.
  init(_ parts: [Article]) {
    var joined = parts[0]
    joined.published = parts.lazy.compactMap(\.published).first
    var pieces = [Piece(range: 0..<joined.text.count, shift: 0)]
    for part in parts.dropFirst() {
      joined.text.append(0x0A)
      let start = joined.text.count
      let offset = start - part.bodyStart
      let groups = joined.blocks.lazy.map(\.group).max() ?? 0
      joined.text += part.text[part.bodyStart...]
      joined.blocks += part.blocks.lazy.filter { $0.range.lowerBound >= part.bodyStart }
        .map { $0.moved(by: offset, groups: groups) }
      pieces.append(Piece(range: start..<joined.text.count, shift: -offset))
    }
    article = joined
    self.pieces = pieces
  }

  /// What was read from the whole, by the parts in which it stands, in places of their own texts.
  ///
  /// A statement belongs to the part of its sentence; evidence that stands in another part is left out,
  /// as a place there cannot be told in this one.
  func split(_ reading: Reading) -> [Reading] {
    pieces.map { piece in
      func place(_ range: Range<Int>) -> Range<Int>? {
        guard piece.range.contains(range.upperBound - 1) else { return nil }
        let low = max(range.lowerBound, piece.range.lowerBound)
        return low + piece.shift..<range.upperBound + piece.shift
      }
      var part = Reading()
      for var claim in reading.claims {
        guard let quote = place(claim.quote) else { continue }
        claim.quote = quote
        claim.evidence = claim.evidence.compactMap { evidence in
          place(evidence.range).map { Evidence(field: evidence.field, range: $0) }
        }
        part.claims.append(claim)
      }
      for var total in reading.totals {
        guard let quote = place(total.quote) else { continue }
        total.quote = quote
        part.totals.append(total)
      }
      part.citations = reading.citations.compactMap { citation in
        place(citation.range).map { citation.moved(to: $0) }
      }
      part.takeRegulation(of: reading, place)
      part.diagnostics = reading.diagnostics.compactMap { diagnostic in
        place(diagnostic.range).map {
          Diagnostic(kind: diagnostic.kind, message: diagnostic.message, range: $0)
        }
      }
      part.matches = reading.matches.compactMap { match in
        place(match.range).map { RuleMatch(rule: match.rule, range: $0) }
      }
      return part
    }
  }
}

extension Block {
  fileprivate func moved(by offset: Int, groups: Int) -> Block {
    func moved(_ range: Range<Int>) -> Range<Int> {
      range.lowerBound + offset..<range.upperBound + offset
    }
    return Block(
      kind: kind, range: moved(range), level: level, number: number,
      group: group == 0 ? 0 : group + groups,
      cells: cells.map {
        Cell(
          range: moved($0.range), isHeader: $0.isHeader, column: $0.column, height: $0.height)
      })
  }
}

/// Which bytes of a source each stretch of a derived text was made from: a list of stretches in the
/// order of both. A stretch is a number of characters of equal width on each side, so that UTF-16 costs
/// one entry for a run of ASCII and not one a letter.
struct OffsetMap {
  struct Stretch {
    /// Where the stretch begins on each side.
    var derived: Int32
    var source: Int32
    /// Bytes of one character on each side; 1 and 1 mean a copy.
    var derivedWidth: Int32
    var sourceWidth: Int32
    var count: Int32

    var derivedEnd: Int32 { derived + derivedWidth * count }
    var sourceEnd: Int32 { source + sourceWidth * count }
    var isCopy: Bool { derivedWidth == 1 && sourceWidth == 1 }
  }

  /// Empty means that both sides are the same.
  private(set) var stretches: [Stretch] = []
  /// Whether the map says anything: without it every offset stands for itself.
  private(set) var isIdentity = true

  /// Adds `count` characters behind the last ones.
  mutating func append(
    derived: Int, source: Int, derivedWidth: Int = 1, sourceWidth: Int = 1, count: Int
  ) {
    isIdentity = false
    guard count > 0 else { return }
    if let last = stretches.last, last.derivedWidth == derivedWidth,
      last.sourceWidth == sourceWidth,
      last.derivedEnd == derived, last.sourceEnd == source
    {
      stretches[stretches.count - 1].count += Int32(count)
    } else {
      stretches.append(
        Stretch(
          derived: Int32(derived), source: Int32(source), derivedWidth: Int32(derivedWidth),
          sourceWidth: Int32(sourceWidth), count: Int32(count)))
    }
  }

  /// The stretch that holds a derived offset, searched from `cursor` on, which is moved there.
  /// Offsets asked for in rising order cost one step each.
  func stretch(at offset: Int, cursor: inout Int) -> Stretch? {
    if cursor >= stretches.count || Int(stretches[cursor].derived) > offset { cursor = 0 }
    if cursor < stretches.count, Int(stretches[cursor].derivedEnd) <= offset {
      // A few steps, then a binary search.
      var steps = 0
      while cursor < stretches.count, Int(stretches[cursor].derivedEnd) <= offset, steps < 8 {
        cursor += 1
        steps += 1
      }
      if cursor < stretches.count, Int(stretches[cursor].derivedEnd) <= offset {
        var low = cursor
        var high = stretches.count
        while low < high {
          let middle = (low + high) / 2
          if Int(stretches[middle].derivedEnd) <= offset { low = middle + 1 } else { high = middle }
        }
        cursor = low
      }
    }
    guard cursor < stretches.count else { return nil }
    return stretches[cursor]
  }

  /// A piece of derived text and what it was made from.
  struct Piece {
    var derived: Range<Int>
    var source: Range<Int>
    var isCopy: Bool
  }

  /// Calls `body` with the pieces that make up `range`, in order: copies as long as they go, all other
  /// characters one by one and whole.
  @inline(__always)
  func pieces(of range: Range<Int>, cursor: inout Int, _ body: (Piece) -> Void) {
    if isIdentity {
      body(Piece(derived: range, source: range, isCopy: true))
      return
    }
    var offset = range.lowerBound
    while offset < range.upperBound, let stretch = stretch(at: offset, cursor: &cursor) {
      let start = Int(stretch.derived)
      guard start < range.upperBound else { return }
      if start > offset { offset = start }
      if stretch.isCopy {
        let end = min(range.upperBound, Int(stretch.derivedEnd))
        let source = Int(stretch.source) + offset - start
        body(
          Piece(derived: offset..<end, source: source..<(source + end - offset), isCopy: true))
        offset = end
      } else {
        let width = Int(stretch.derivedWidth)
        let index = (offset - start) / width
        let from = start + index * width
        let source = Int(stretch.source) + index * Int(stretch.sourceWidth)
        body(
          Piece(
            derived: from..<(from + width), source: source..<(source + Int(stretch.sourceWidth)),
            isCopy: false))
        offset = from + width
      }
    }
  }
}

/// Writes passages into an article's text: white space collapsed, blocks a line feed apart, every
/// stretch mapped to the page's own bytes.
struct TextWriter {
  let page: PageNodes
  let filtered: UnsafeBufferPointer<UInt8>
  let skipped: [Bool]
  /// Filtered page to decoded page to saved page.
  let filterMap: OffsetMap
  let decodeMap: OffsetMap

  private(set) var text: [UInt8] = []
  private(set) var blocks: [Block] = []
  private(set) var sourceMap = SourceMap()

  private var filterCursor = 0
  private var decodeCursor = 0
  /// White space seen since the last character, in the filtered page.
  private var space: Range<Int>?
  private var spacePending = false
  private var lineStart = 0

  init(
    page: PageNodes, filtered: UnsafeBufferPointer<UInt8>, skipped: [Bool], filterMap: OffsetMap,
    decodeMap: OffsetMap
  ) {
    self.page = page
    self.filtered = filtered
    self.skipped = skipped
    self.filterMap = filterMap
    self.decodeMap = decodeMap
  }

  /// Writes one passage as a block.
  mutating func write(_ passage: Passage, as kind: BlockKind? = nil) {
    let before = text.count
    if !text.isEmpty { text.append(0x0A) }
    let start = text.count
    var cells: [Cell] = []
    if passage.cells.isEmpty {
      writeNodes(passage.nodes)
    } else {
      for (place, cell) in passage.cells.enumerated() {
        if place > 0 { text.append(0x09) }
        let from = text.count
        writeNodes(cell.nodes)
        cells.append(
          Cell(
            range: from..<text.count, isHeader: cell.isHeader, column: cell.column,
            height: cell.height))
      }
    }
    guard text.count > start else {
      text.removeLast(text.count - before)
      return
    }
    blocks.append(
      Block(
        kind: kind ?? passage.kind, range: start..<text.count, level: passage.level,
        number: passage.number, group: passage.group, cells: cells))
  }

  private mutating func writeNodes(_ range: Range<Int>) {
    lineStart = text.count
    space = nil
    spacePending = false
    var index = range.lowerBound
    while index < range.upperBound {
      let node = page.nodes[index]
      if node.tag == .text {
        if isCardField(index) { spacePending = true }
        if node.marks.contains(.entity) { writeEntity(node) } else { writeText(node) }
        index += 1
      } else if skipped[index] {
        index = max(index + 1, Int(node.end))
      } else {
        if !TagTable.shared.isInline[Int(node.tag.rawValue)] { spacePending = true }
        index += 1
      }
    }
  }

  /// Styled spans side by side with nothing between (`<span class="year">2021</span><span
  /// class="zone">`) are fields of a card, which a style sheet sets apart; their texts are no one word.
  private func isCardField(_ index: Int) -> Bool {
    let parent = Int(page.nodes[index].parent)
    guard parent > 0, index == parent + 1, page.nodes[parent].tag == .span,
      page.nodes[parent].length > 0, page.nodes[index].length > 1
    else { return false }
    let before = Int(page.nodes[parent - 1].parent)
    return before > 0 && page.nodes[before].tag == .span && page.nodes[before].length > 0
      && Int(page.nodes[before].end) == parent && page.nodes[parent - 1].length > 1
      && page.nodes[before].parent == page.nodes[parent].parent
  }

  private mutating func flushSpace() {
    guard spacePending else { return }
    spacePending = false
    defer { space = nil }
    guard text.count > lineStart else { return }
    let at = text.count
    text.append(0x20)
    if let space {
      // A single space is a copy; longer white space, or a line feed, is not.
      map(space, at: at, length: 1, isCopy: space.count == 1 && filtered[space.lowerBound] == 0x20)
    }
  }

  private mutating func writeText(_ node: Node) {
    let start = Int(node.start)
    let end = start + Int(node.length)
    var index = start
    var runStart = start
    while index < end {
      let byte = filtered[index]
      var width = 0
      var isWhite = true
      if isSpace(byte) {
        width = 1
      } else if byte == 0xC2, index + 1 < end, filtered[index + 1] == 0xA0 {
        width = 2
      } else if byte == 0xC2, index + 1 < end, filtered[index + 1] == 0xAD {
        // Soft hyphen.
        width = 2
        isWhite = false
      } else if byte == 0xE2, index + 2 < end, filtered[index + 1] == 0x80,
        filtered[index + 2] == 0x8B
      {
        // Zero width space.
        width = 3
        isWhite = false
      } else if byte == 0xEF, index + 2 < end, filtered[index + 1] == 0xBB,
        filtered[index + 2] == 0xBF
      {
        width = 3
        isWhite = false
      }
      if width == 0 {
        index += 1
        continue
      }
      copy(runStart, index)
      if isWhite {
        space = (space?.lowerBound ?? index)..<(index + width)
        spacePending = true
      }
      index += width
      runStart = index
    }
    copy(runStart, end)
  }

  private mutating func copy(_ from: Int, _ end: Int) {
    guard end > from else { return }
    flushSpace()
    let at = text.count
    text.append(contentsOf: UnsafeBufferPointer(rebasing: filtered[from..<end]))
    map(from..<end, at: at, length: end - from, isCopy: true)
  }

  private mutating func writeEntity(_ node: Node) {
    let source = Int(node.from)..<Int(node.from + node.fromLength)
    let bytes = page.spare[Int(node.start)..<Int(node.start + node.length)]
    let isWhite =
      bytes.elementsEqual([0xC2, 0xA0]) || bytes.count == 1 && isSpace(bytes.first!)
      || bytes.count == 3 && bytes.first == 0xE2 && bytes.dropFirst().first == 0x80
        && (0x80...0x8A).contains(bytes.last!)
    if isWhite {
      space = (space?.lowerBound ?? source.lowerBound)..<source.upperBound
      spacePending = true
      return
    }
    if bytes.elementsEqual([0xC2, 0xAD]) || bytes.elementsEqual([0xE2, 0x80, 0x8B]) { return }
    flushSpace()
    let at = text.count
    text.append(contentsOf: bytes)
    map(source, at: at, length: bytes.count, isCopy: false)
  }

  /// Records what `length` bytes of text at `at` were made from.
  private mutating func map(_ source: Range<Int>, at: Int, length: Int, isCopy: Bool) {
    if isCopy {
      var offset = Int32(at)
      filterMap.pieces(of: source, cursor: &filterCursor) { piece in
        decodeMap.pieces(of: piece.source, cursor: &decodeCursor) { inner in
          let count = Int32(inner.derived.count)
          sourceMap.append(
            SourceMap.Run(
              text: offset, textLength: count, raw: Int32(inner.source.lowerBound),
              rawLength: Int32(inner.source.count), isCopy: inner.isCopy))
          offset += count
        }
      }
      return
    }
    guard let raw = raw(source) else { return }
    sourceMap.append(
      SourceMap.Run(
        text: Int32(at), textLength: Int32(length), raw: Int32(raw.lowerBound),
        rawLength: Int32(raw.count), isCopy: false))
  }

  /// The saved page's bytes from the first to the last of a range of the filtered page.
  private mutating func raw(_ source: Range<Int>) -> Range<Int>? {
    var result: Range<Int>?
    let decode = decodeMap
    var cursor = decodeCursor
    filterMap.pieces(of: source, cursor: &filterCursor) { piece in
      decode.pieces(of: piece.source, cursor: &cursor) { inner in
        result =
          (result?.lowerBound ?? inner.source.lowerBound)..<inner.source.upperBound
      }
    }
    decodeCursor = cursor
    return result
  }
}

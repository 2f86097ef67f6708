/// Cuts a page's nodes into passages, in the order of the page, in one walk without recursion.
struct PassageReader {
  let page: PageNodes
  let filtered: UnsafeBufferPointer<UInt8>
  /// By node: what is within is not read.
  let skipped: [Bool]
  let senses: [Senses]
  private(set) var passages: [Passage] = []

  private struct Open {
    var node: Int
    var end: Int
    var tag: Tag
    /// For lists: their group, the next number or nil.
    var group = 0
    var number: Int?
    var step = 1
    /// For items: whether their text is still to come.
    var itemIsNew = false
  }

  private var open: [Open] = []
  private var groups = 0
  private var first = -1
  private var behind = -1
  private let tags = TagTable.shared

  init(page: PageNodes, filtered: UnsafeBufferPointer<UInt8>, skipped: [Bool], senses: [Senses]) {
    self.senses = senses
    self.page = page
    self.filtered = filtered
    self.skipped = skipped
    passages.reserveCapacity(page.nodes.count / 4 + 8)
  }

  mutating func read() -> [Passage] {
    let nodes = page.nodes
    var index = 0
    while index < nodes.count {
      while let last = open.last, last.end <= index {
        flush()
        open.removeLast()
      }
      let node = nodes[index]
      if node.tag == .text {
        if first < 0 { first = index }
        behind = index + 1
        index += 1
        continue
      }
      if skipped[index] {
        index = max(index + 1, Int(node.end))
        continue
      }
      if tags.isInline[Int(node.tag.rawValue)],
        !node.marks.contains(.custom) || senses[index].isEmpty
      {
        index += 1
        continue
      }
      if node.tag == .br {
        if !isOneLine { flush() }
        index += 1
        continue
      }
      flush()
      if node.tag == .table, let table = TableLayout(page, index, skipped: skipped) {
        readTable(table, at: index)
        index = max(index + 1, Int(node.end))
        continue
      }
      push(index, node)
      index += 1
    }
    flush()
    return passages
  }

  /// Whether a line break is white space here and no end of a passage.
  private var isOneLine: Bool {
    for element in open.reversed() {
      switch element.tag {
      case .h1, .h2, .h3, .h4, .h5, .h6, .li, .figcaption, .caption: return true
      case .p, .div, .td, .section, .article: return false
      default: continue
      }
    }
    return false
  }

  private mutating func push(_ index: Int, _ node: Node) {
    var element = Open(node: index, end: Int(node.end), tag: node.tag)
    switch node.tag {
    case .ul, .ol, .dir, .menu, .dl:
      groups += 1
      element.group = groups
      if node.tag == .ol {
        element.number = page.number(.start, of: index) ?? 1
        if page.value(.reversed, of: index) != nil { element.step = -1 }
      }
    case .li, .dt, .dd:
      element.itemIsNew = true
      if node.tag == .li, let list = open.lastIndex(where: { $0.group > 0 }),
        open[list].number != nil
      {
        if let value = page.number(.value, of: index) { open[list].number = value }
        element.number = open[list].number
        open[list].number! += open[list].step
      }
    default: break
    }
    if element.end > index + 1 { open.append(element) }
  }

  private mutating func flush() {
    guard first >= 0 else { return }
    defer { first = -1 }
    var passage = Passage(
      kind: .paragraph, nodes: first..<behind, parent: open.last?.node ?? 0)
    guard measure(&passage) else { return }
    var depth = 0
    search: for place in open.indices.reversed() {
      let element = open[place]
      if senses[element.node].contains(.caption), element.tag != .table {
        passage.kind = .caption
        break search
      }
      switch element.tag {
      case .h1, .h2, .h3, .h4, .h5, .h6:
        passage.kind = .heading
        passage.level = Int(element.tag.rawValue - Tag.h1.rawValue) + 1
        break search
      case .figcaption, .caption, .figure:
        passage.kind = .caption
        break search
      case .blockquote:
        passage.kind = .quote
        break search
      case .li:
        if element.itemIsNew {
          passage.kind = .listItem
          passage.number = element.number
          open[place].itemIsNew = false
        }
        for other in open[..<place] where other.group > 0 && other.tag != .dl { depth += 1 }
        passage.level = depth
        passage.group = open[..<place].last(where: { $0.group > 0 })?.group ?? 0
        break search
      case .table, .section, .article, .body:
        break search
      default: continue
      }
    }
    passages.append(passage)
  }

  private mutating func readTable(_ table: TableLayout, at index: Int) {
    groups += 1
    for row in table.rows {
      var passage = Passage(
        kind: row.isCaption ? .caption : .tableRow, nodes: row.nodes, group: groups,
        parent: index)
      passage.cells = row.isCaption ? [] : row.cells
      guard measure(&passage) else { continue }
      passages.append(passage)
    }
  }

  /// Counts what a passage holds in one pass over its bytes; false when it is empty.
  private func measure(_ passage: inout Passage) -> Bool {
    var length = 0
    var linked = 0
    var stops = 0
    var words = 1
    var source = 0
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    var pending = false
    page.nodes.withUnsafeBufferPointer { nodes in
      page.spare.withUnsafeBufferPointer { spare in
        var index = passage.nodes.lowerBound
        while index < passage.nodes.upperBound {
          let node = nodes[index]
          guard node.tag == .text else {
            if skipped[index] {
              index = max(index + 1, Int(node.end))
            } else {
              if node.tag == .br || node.tag == .td || node.tag == .th { pending = true }
              index += 1
            }
            continue
          }
          let isEntity = node.marks.contains(.entity)
          let isLink = node.marks.contains(.link)
          source += Int(isEntity ? node.fromLength : node.length)
          let bytes = UnsafeBufferPointer(
            rebasing: (isEntity ? spare : filtered)[
              Int(node.start)..<Int(node.start + node.length)])
          let before = length
          var at = 0
          while at < bytes.count {
            let byte = bytes[at]
            if isSpace(byte) {
              pending = true
              at += 1
              continue
            }
            if byte == 0xC2, at + 1 < bytes.count, bytes[at + 1] == 0xA0 {
              pending = true
              at += 2
              continue
            }
            if pending {
              if length > 0 {
                length += 1
                words += 1
              }
              pending = false
            }
            length += 1
            if isLetter(byte) {
              hash = (hash ^ UInt64(byte | 0x20)) &* 0x100_0000_01b3
            } else if byte >= 0x80 || isDigit(byte) {
              hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3
            } else if byte == UInt8(ascii: ".") || byte == UInt8(ascii: ",")
              || byte == UInt8(ascii: "!") || byte == UInt8(ascii: "?")
            {
              stops += 1
            }
            at += 1
          }
          if isLink { linked += length - before }
          index += 1
        }
      }
    }
    passage.length = length
    passage.linkLength = linked
    passage.stops = stops
    passage.words = words
    passage.hash = hash
    passage.sourceLength = source
    return length > 0
  }
}

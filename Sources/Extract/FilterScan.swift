internal import CLibXML2

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#endif

/// The scan itself, over raw pointers.
struct FilterScan {
  let base: UnsafePointer<UInt8>
  let count: Int
  var out: UnsafeMutablePointer<UInt8>
  var length = 0
  var map = OffsetMap()
  var jsonLD: [Range<Int>] = []
  var cut = 0
  var droppedTags = 0
  var textBytes = 0

  private var depth = 0
  /// Open elements by tag, as far as tags tell.
  private var openTags = [Int32](repeating: 0, count: 256)
  private let tags = TagTable.shared
  private let attributes = AttributeTable.shared
  /// Elements that were looked for to the end of the page and have no end tag.
  private var unclosed: Set<Tag> = []
  /// Where the next quotation mark of each kind stands, as far as known.
  private var nextDouble = -1
  private var nextSingle = -1

  init(base: UnsafePointer<UInt8>, count: Int) {
    self.base = base
    self.count = count
    out = UnsafeMutablePointer(bitPattern: 16)!
  }

  @inline(__always)
  private func find(_ byte: UInt8, from index: Int) -> Int? {
    guard index < count, let hit = memchr(base + index, Int32(byte), count - index) else {
      return nil
    }
    return UnsafeRawPointer(hit) - UnsafeRawPointer(base)
  }

  @inline(__always)
  private mutating func copy(_ from: Int, _ end: Int) {
    guard end > from else { return }
    memcpy(out + length, base + from, end - from)
    length += end - from
  }

  private mutating func copyText(_ from: Int, _ end: Int) {
    guard end > from else { return }
    map.append(derived: length, source: from, count: end - from)
    textBytes += end - from
    copy(from, end)
  }

  mutating func run() {
    var index = 0
    while index < count {
      guard let open = find(UInt8(ascii: "<"), from: index) else {
        copyText(index, count)
        return
      }
      copyText(index, open)
      index = markup(at: open)
    }
  }

  /// Deals with the markup at `<` and returns where to go on.
  private mutating func markup(at open: Int) -> Int {
    guard open + 1 < count else {
      copyText(open, open + 1)
      return open + 1
    }
    let next = base[open + 1]
    if isLetter(next) { return startTag(at: open) }
    if next == UInt8(ascii: "/") { return endTag(at: open) }
    if next == UInt8(ascii: "!") { return comment(at: open) }
    if next == UInt8(ascii: "?") {
      return find(UInt8(ascii: ">"), from: open).map { $0 + 1 } ?? count
    }
    copyText(open, open + 1)
    return open + 1
  }

  private mutating func comment(at open: Int) -> Int {
    if open + 3 < count, base[open + 2] == UInt8(ascii: "-"), base[open + 3] == UInt8(ascii: "-") {
      if !unclosed.contains(.other) {
        // `<!-->` is a whole comment.
        if let end = memmem(base + open + 2, count - open - 2, "-->", 3) {
          return UnsafeRawPointer(end) - UnsafeRawPointer(base) + 3
        }
        unclosed.insert(.other)
      }
    }
    return find(UInt8(ascii: ">"), from: open).map { $0 + 1 } ?? count
  }

  private mutating func endTag(at open: Int) -> Int {
    var index = open + 2
    guard index < count, isLetter(base[index]) else {
      return find(UInt8(ascii: ">"), from: open).map { $0 + 1 } ?? count
    }
    let nameStart = index
    while index < count, isNameByte(base[index]) { index += 1 }
    let tag = tags.tag(base + nameStart, index - nameStart)
    let end = find(UInt8(ascii: ">"), from: index).map { $0 + 1 } ?? count
    // Text behind `</body>` and `</html>` belongs to the page all the same.
    if tag == .body || tag == .html { return end }
    // An end tag without a start: the parser would search all open elements for it.
    let slot = Int(tag.rawValue)
    guard openTags[slot] > 0 || tag == .br else { return end }
    openTags[slot] -= 1
    if Self.countsAsDepth(tag) { depth -= 1 }
    copy(open, index)
    out[length] = UInt8(ascii: ">")
    length += 1
    return end
  }

  private mutating func startTag(at open: Int) -> Int {
    var index = open + 1
    while index < count, isNameByte(base[index]) { index += 1 }
    let nameEnd = index
    let tag = tags.tag(base + open + 1, nameEnd - open - 1)
    let mark = length
    copy(open, nameEnd)
    var isJSONLD = false
    var kept = 0
    // Attributes.
    while index < count {
      let byte = base[index]
      if byte == UInt8(ascii: ">") { break }
      if isSpace(byte) || byte == UInt8(ascii: "/") || byte == UInt8(ascii: "\"")
        || byte == UInt8(ascii: "'") || byte == UInt8(ascii: "=")
      {
        index += 1
        continue
      }
      if byte == UInt8(ascii: "<"), index > nameEnd {
        // A tag within a tag: the first was never closed.
        break
      }
      let nameStart = index
      while index < count {
        let byte = base[index]
        if isSpace(byte) || byte == UInt8(ascii: "=") || byte == UInt8(ascii: ">")
          || byte == UInt8(ascii: "/")
        {
          break
        }
        index += 1
      }
      let nameEnd = index
      var valueStart = index
      var valueEnd = index
      while index < count, isSpace(base[index]) { index += 1 }
      if index < count, base[index] == UInt8(ascii: "=") {
        index += 1
        while index < count, isSpace(base[index]) { index += 1 }
        guard index < count else { break }
        let quote = base[index]
        if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
          valueStart = index + 1
          if let close = closing(quote, from: valueStart), close - valueStart < Prefilter.valueLimit
          {
            valueEnd = close
            index = close + 1
          } else {
            // No closing mark: the value ends with the tag.
            while index < count, base[index] != UInt8(ascii: ">") { index += 1 }
            valueEnd = index
          }
        } else {
          valueStart = index
          while index < count, !isSpace(base[index]), base[index] != UInt8(ascii: ">") {
            index += 1
          }
          valueEnd = index
        }
      }
      let attribute = attributes.attribute(base + nameStart, nameEnd - nameStart)
      guard attribute != .none, kept < Prefilter.attributeLimit else { continue }
      if tag == .script {
        if attribute == .type, contains("ld+json", valueStart, valueEnd) { isJSONLD = true }
        continue
      }
      if isWanted(attribute, of: tag, valueStart, valueEnd) {
        write(attribute, of: tag, nameStart, nameEnd, valueStart, valueEnd)
        kept += 1
      }
    }
    let selfClosing = index < count && index > nameEnd && base[index - 1] == UInt8(ascii: "/")
    if index < count, base[index] == UInt8(ascii: ">") { index += 1 }
    switch tag {
    case .script, .style, .svg, .noscript, .iframe, .textarea, .select, .template:
      length = mark
      if selfClosing, tag == .svg { return index }
      if unclosed.contains(tag) { return index }
      if let end = closingTag(tag, from: index) {
        if isJSONLD { jsonLD.append(index..<end.start) }
        return end.after
      }
      unclosed.insert(tag)
      if tag == .script || tag == .style {
        cut += count - index
        return count
      }
      return index
    default:
      break
    }
    if Self.countsAsDepth(tag) {
      if depth >= Prefilter.depthLimit {
        length = mark
        droppedTags += 1
        return index
      }
      depth += 1
    }
    openTags[Int(tag.rawValue)] += 1
    out[length] = UInt8(ascii: ">")
    length += 1
    return index
  }

  /// Elements whose end tags pages leave out are closed by the next of them and do not nest.
  private static let shallow: [Bool] = {
    var result = Array(repeating: false, count: 256)
    for tag in Tag.void { result[Int(tag.rawValue)] = true }
    for tag: Tag in [.p, .li, .td, .th, .tr, .dt, .dd, .option, .tbody, .thead, .tfoot] {
      result[Int(tag.rawValue)] = true
    }
    return result
  }()

  @inline(__always)
  private static func countsAsDepth(_ tag: Tag) -> Bool { !shallow[Int(tag.rawValue)] }

  @inline(__always)
  private func isWanted(_ attribute: Attribute, of tag: Tag, _ start: Int, _ end: Int) -> Bool {
    switch attribute {
    case .classes, .id, .itemprop, .role, .hidden, .ariaHidden, .datetime: true
    case .content: tag == .meta || end - start < 100
    case .property, .name, .charset: tag == .meta
    case .href, .rel, .type: tag == .link
    case .style: contains("none", start, end) || contains("hidden", start, end)
    case .title: tag == .abbr
    case .value, .start, .reversed: tag == .li || tag == .ol
    case .colspan, .rowspan: tag == .td || tag == .th
    case .lang: tag == .html
    case .none: false
    }
  }

  private mutating func write(
    _ attribute: Attribute, of tag: Tag, _ nameStart: Int, _ nameEnd: Int, _ valueStart: Int,
    _ valueEnd: Int
  ) {
    out[length] = UInt8(ascii: " ")
    length += 1
    copy(nameStart, nameEnd)
    guard valueEnd > valueStart || attribute != .hidden else { return }
    // Long addresses and style rules are evidence in their first bytes only.
    var end = valueEnd
    if tag != .meta, tag != .link, end - valueStart > 160 {
      end = valueStart + 160
      while end > valueStart, base[end] & 0xC0 == 0x80 { end -= 1 }
    }
    var quote = UInt8(ascii: "\"")
    if memchr(base + valueStart, Int32(quote), end - valueStart) != nil {
      quote = UInt8(ascii: "'")
      if let single = memchr(base + valueStart, Int32(quote), end - valueStart) {
        end = UnsafeRawPointer(single) - UnsafeRawPointer(base)
      }
    }
    out[length] = UInt8(ascii: "=")
    out[length + 1] = quote
    length += 2
    copy(valueStart, end)
    out[length] = quote
    length += 1
  }

  private func contains(_ needle: StaticString, _ start: Int, _ end: Int) -> Bool {
    memmem(base + start, end - start, needle.utf8Start, needle.utf8CodeUnitCount) != nil
  }

  /// The next quotation mark of a kind; what was found once is remembered, so that a page of open
  /// quotations is read once and not once a tag.
  private mutating func closing(_ quote: UInt8, from start: Int) -> Int? {
    let isDouble = quote == UInt8(ascii: "\"")
    let known = isDouble ? nextDouble : nextSingle
    if known == Int.max { return nil }
    if known >= start, known - start > 4096 { return known }
    let found = find(quote, from: start) ?? Int.max
    if isDouble { nextDouble = found } else { nextSingle = found }
    return found == Int.max ? nil : found
  }

  private func closingTag(_ tag: Tag, from start: Int) -> (start: Int, after: Int)? {
    var index = start
    while let open = find(UInt8(ascii: "<"), from: index) {
      index = open + 1
      guard open + 2 < count, base[open + 1] == UInt8(ascii: "/") else { continue }
      let nameStart = open + 2
      var nameEnd = nameStart
      while nameEnd < count, nameEnd - nameStart < 12, isNameByte(base[nameEnd]) { nameEnd += 1 }
      guard nameEnd > nameStart, tags.tag(base + nameStart, nameEnd - nameStart) == tag else {
        continue
      }
      return (open, find(UInt8(ascii: ">"), from: nameEnd).map { $0 + 1 } ?? count)
    }
    return nil
  }
}

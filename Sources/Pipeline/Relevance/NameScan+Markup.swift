#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// What may stand between two letters of a name without being read.
extension NameScan {
  /// A tag or comment: where it may end, by several readings of broken markup.
  struct Markup {
    /// Where another tag begins in it, were it never closed.
    var inner: Int?
    /// Behind its first `>`, where that is not its end.
    var first: Int?
    /// Behind all of it.
    var end: Int
    /// What it holds is not shown, so that the text may go on behind its end tag.
    var isUnread = false
  }

  /// What looking at a tag costs, in bytes.
  private static let tagCost = 64

  mutating func markup(at open: Int) -> Markup? {
    guard open + 1 < page.count else { return nil }
    let mark = page[open + 1]
    budget -= Self.tagCost
    switch mark {
    case UInt8(ascii: "!"): return comment(open)
    case UInt8(ascii: "/"), UInt8(ascii: "?"):
      let end = find(UInt8(ascii: ">"), from: open + 1).map { $0 + 1 } ?? page.count
      budget -= end - open
      return Markup(end: end)
    default: return classOf[Int(mark)] < 26 ? tag(open) : nil
    }
  }

  private mutating func tag(_ open: Int) -> Markup {
    var (inner, first): (Int?, Int?)
    var quote: UInt8 = 0
    var isUnread = Self.unread.contains(tagName(behind: open))
    var place = open + 1
    while place < page.count, !isUnread {
      let byte = page[place]
      place += 1
      switch byte {
      case UInt8(ascii: ">"):
        if quote == 0 {
          budget -= place - open
          return Markup(inner: inner, first: first, end: place)
        }
        first = first ?? place
      // Quoted values may hold `>`.
      case UInt8(ascii: "\""), UInt8(ascii: "'"):
        if quote == 0 { quote = byte } else if quote == byte { quote = 0 }
      case UInt8(ascii: "<") where first == nil: inner = inner ?? place - 1
      case UInt8(ascii: "h"), UInt8(ascii: "H"):
        if first == nil, says("idden", at: place) { isUnread = true }
      case UInt8(ascii: "n"), UInt8(ascii: "N"):
        if first == nil, says("one", at: place) { isUnread = true }
      default: break
      }
      // Nobody can tell at this price.
      if place - open > budget { isUnread = true }
    }
    budget -= place - open
    return Markup(inner: inner, first: first, end: page.count, isUnread: isUnread)
  }

  /// A comment ends behind `-->`, and by another reading behind the first `>`.
  private mutating func comment(_ open: Int) -> Markup {
    var place = open
    var first: Int?
    while let mark = find(UInt8(ascii: ">"), from: place) {
      place = mark + 1
      let dashes = mark - 2
      if dashes >= open + 2, page[dashes] == 0x2D, page[dashes + 1] == 0x2D {
        budget -= place - open
        return Markup(first: first, end: place)
      }
      first = first ?? place
      if place - open > budget { break }
    }
    budget -= page.count - open
    return Markup(end: first ?? page.count)
  }

  /// The letters of a tag's name in one number; 0 for a name longer than those of `unread`.
  private func tagName(behind open: Int) -> UInt64 {
    var name: UInt64 = 0
    var place = open + 1
    while place < page.count, classOf[Int(page[place])] != NameTrie.none {
      guard place - open <= 8 else { return 0 }
      name = name << 8 | UInt64(page[place] | 0x20)
      place += 1
    }
    return name
  }

  private static let unread = unreadNames.map { name in
    name.utf8.reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
  }

  private static let unreadNames: [String] = [
    "script", "style", "noscript", "template", "svg", "iframe", "textarea", "select", "option",
    "optgroup", "datalist", "object", "embed", "canvas", "audio", "video", "applet", "frameset",
    "noframes", "head", "title", "button", "input", "dialog", "math",
  ]

  private func says(_ letters: StaticString, at place: Int) -> Bool {
    let count = letters.utf8CodeUnitCount
    guard place + count <= page.count else { return false }
    return (0..<count).allSatisfy { page[place + $0] | 0x20 == letters.utf8Start[$0] }
  }

  func find(_ byte: UInt8, from start: Int) -> Int? {
    guard start < page.count, let base = page.baseAddress,
      let hit = memchr(base + start, Int32(byte), page.count - start)
    else { return nil }
    return UnsafeRawPointer(hit) - UnsafeRawPointer(base)
  }
}

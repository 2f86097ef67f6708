#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Names that are looked for in the raw bytes of pages, as a trie over their letters and digits.
///
/// Nothing else counts: what stands between two letters of a name in a page (white space, marks, tags,
/// entities, soft hyphens in whatever character set) is passed by. So a page may be said to hold a name
/// that its text does not hold; never the reverse.
struct NameTrie: Sendable {
  /// How a name must be written to count, and what its find means.
  struct Accept: OptionSet, Sendable {
    let rawValue: UInt8
    static let any = Accept(rawValue: 1)
    /// Begins with a capital.
    static let name = Accept(rawValue: 2)
    /// No small letter in it.
    static let capitals = Accept(rawValue: 4)
    /// No name: the mark of a link to another part of the article.
    static let link = Accept(rawValue: 8)
    /// No name: the mark of an address that the page gives for itself.
    static let address = Accept(rawValue: 16)
  }

  static let width = 36
  /// What `classOf` says of a byte that is neither an ASCII letter nor a digit.
  static let none: UInt8 = 0xFF
  /// Letters by either case 0 to 25, digits 26 to 35.
  static let classOf: [UInt8] = (0..<256).map { byte in
    switch UInt8(byte) {
    case 0x41...0x5A: UInt8(byte) - 0x41
    case 0x61...0x7A: UInt8(byte) - 0x61
    case 0x30...0x39: UInt8(byte) - 0x30 + 26
    default: none
    }
  }

  /// `next[state * width + class]`; 0 for none. State 0 is the root, never a target.
  private(set) var next = [Int32](repeating: 0, count: width)
  /// By state.
  private(set) var accepts: [Accept] = [[]]

  /// - Returns: whether the name has a letter or digit by which it can be found.
  @discardableResult
  mutating func add(_ name: some Sequence<UInt8>, _ accept: Accept) -> Bool {
    var state = 0
    for byte in name where Self.classOf[Int(byte)] != Self.none {
      let slot = state * Self.width + Int(Self.classOf[Int(byte)])
      if next[slot] == 0 {
        next[slot] = Int32(accepts.count)
        accepts.append([])
        next += [Int32](repeating: 0, count: Self.width)
      }
      state = Int(next[slot])
    }
    guard state > 0 else { return false }
    accepts[state].formUnion(accept)
    return true
  }
}

/// One pass over the bytes of a page.
struct NameScan {
  /// What a page turned out to hold.
  enum Verdict: Sendable, Hashable {
    /// A name, or something of which nobody can tell without parsing.
    case mayHold
    case holdsNone
  }

  /// Places of marks in front of addresses that the page gives for itself.
  private(set) var addresses: [Int] = []

  private let page: UnsafeBufferPointer<UInt8>
  private let next: UnsafeBufferPointer<Int32>
  private let accepts: UnsafeBufferPointer<NameTrie.Accept>
  private let classOf: UnsafeBufferPointer<UInt8>
  /// Bytes that attempts may still look at, so that a page made of beginnings of names costs its length
  /// and not its square.
  private var budget: Int
  /// Branches within one attempt.
  private static let depthLimit = 32
  private static let budgetPerByte = 4
  private static let addressLimit = 16
  /// What looking at a tag costs, in bytes.
  private static let tagCost = 64

  init(
    _ page: UnsafeBufferPointer<UInt8>, next: UnsafeBufferPointer<Int32>,
    accepts: UnsafeBufferPointer<NameTrie.Accept>, classOf: UnsafeBufferPointer<UInt8>
  ) {
    self.page = page
    self.next = next
    self.accepts = accepts
    self.classOf = classOf
    budget = page.count * Self.budgetPerByte + 4096
  }

  mutating func run() -> Verdict {
    // UTF-16 and its kin, and the character sets that are switched by escapes.
    if find(0x00, from: 0) != nil || find(0x1B, from: 0) != nil { return .mayHold }
    var index = 0
    let count = page.count
    while index < count {
      let byte = page[index]
      let letter = classOf[Int(byte)]
      if letter == NameTrie.none {
        if byte == UInt8(ascii: "&") || byte == UInt8(ascii: "\\"),
          let escape = escape(at: index)
        {
          if attempt(at: index) { return .mayHold }
          // What may stand for itself is read as text too: "&RB;", "\\nilai".
          if escape.isOpen, attempt(at: index + escape.length) { return .mayHold }
          index += escape.isOpen ? 1 : escape.length
        } else {
          index += 1
        }
        continue
      }
      let start = index
      var state = Int(next[Int(letter)])
      index += 1
      // Most words leave the names within a few letters, so that what may stand between letters is not looked at.
      while state != 0, index < count {
        let letter = classOf[Int(page[index])]
        if letter == NameTrie.none { break }
        state = Int(next[state * NameTrie.width + Int(letter)])
        index += 1
      }
      if state != 0, attempt(at: start) { return .mayHold }
      while index < count, classOf[Int(page[index])] != NameTrie.none { index += 1 }
    }
    return .holdsNone
  }

  private mutating func attempt(at index: Int) -> Bool {
    walk(from: index, state: 0, start: index, hasLower: false, beginsUpper: nil, depth: 0)
  }

  /// Follows names from here.
  /// - Returns: whether one ends, or nobody can tell.
  private mutating func walk(
    from start: Int, state: Int, start first: Int, hasLower: Bool, beginsUpper: Bool?, depth: Int
  ) -> Bool {
    guard depth < Self.depthLimit else { return true }
    var (index, state, hasLower, beginsUpper) = (start, state, hasLower, beginsUpper)
    while index < page.count {
      budget -= 1
      if budget < 0 { return true }
      var byte = page[index]
      var length = 1
      if classOf[Int(byte)] == NameTrie.none {
        switch byte {
        case UInt8(ascii: "<") where state > 0:
          guard let tag = tag(at: index) else { break }
          if tag.isUnread { return true }
          for end in tag.ends.dropLast()
          where walk(
            from: end, state: state, start: first, hasLower: hasLower, beginsUpper: beginsUpper,
            depth: depth + 1)
          {
            return true
          }
          index = tag.ends[tag.ends.count - 1]
          continue
        case UInt8(ascii: "&"), UInt8(ascii: "\\"):
          guard let escape = escape(at: index) else { break }
          byte = escape.byte
          length = escape.length
          // `&RB;` may be text too.
          if escape.isOpen, state > 0,
            walk(
              from: index + length, state: state, start: first, hasLower: hasLower,
              beginsUpper: beginsUpper, depth: depth + 1)
          {
            return true
          }
          if escape.isOpen { length = 1 }
        default: break
        }
        if classOf[Int(byte)] == NameTrie.none {
          if state == 0 { return false }
          index += length
          continue
        }
      }
      let target = next[state * NameTrie.width + Int(classOf[Int(byte)])]
      guard target != 0 else { return false }
      state = Int(target)
      index += length
      hasLower = hasLower || byte >= 0x61
      if beginsUpper == nil { beginsUpper = byte >= 0x41 && byte <= 0x5A }
      if !accepts[state].isEmpty, index >= page.count || classOf[Int(page[index])] == NameTrie.none,
        isFound(accepts[state], first, hasLower, beginsUpper ?? false)
      {
        return true
      }
    }
    return false
  }

  private mutating func isFound(
    _ accept: NameTrie.Accept, _ start: Int, _ hasLower: Bool, _ beginsUpper: Bool
  ) -> Bool {
    if accept.contains(.any) || accept.contains(.name) && beginsUpper
      || accept.contains(.capitals) && !hasLower
    {
      return true
    }
    if accept.contains(.address), addresses.count < Self.addressLimit { addresses.append(start) }
    return accept.contains(.link) && isInLink(start)
  }

  /// Whether a place lies in a `<link>`; also where its tag begins far away.
  private func isInLink(_ place: Int) -> Bool {
    let low = max(0, place - 1000)
    guard let open = (low..<place).last(where: { page[$0] == UInt8(ascii: "<") }) else {
      return low > 0
    }
    let name = page[open...].dropFirst().prefix(4).map { $0 | 0x20 }
    return name.elementsEqual("link".utf8)
  }

  // MARK: What may stand between two letters

  /// A character that is written by an entity or an escape of JSON.
  private struct Escape {
    /// A letter or digit; 0 for everything else.
    var byte: UInt8
    var length: Int
    /// It may just as well stand for itself.
    var isOpen = false
  }

  private func escape(at index: Int) -> Escape? {
    page[index] == UInt8(ascii: "&") ? entity(at: index) : jsonEscape(at: index)
  }

  private func entity(at index: Int) -> Escape? {
    guard index + 2 < page.count else { return nil }
    var at = index + 1
    guard page[at] == UInt8(ascii: "#") else {
      while at < page.count, at - index < 10, classOf[Int(page[at])] != NameTrie.none { at += 1 }
      guard at < page.count, page[at] == UInt8(ascii: ";"), at > index + 1 else { return nil }
      return Escape(byte: 0, length: at + 1 - index, isOpen: true)
    }
    at += 1
    let isHexadecimal = page[at] | 0x20 == 0x78
    if isHexadecimal { at += 1 }
    let digits = at
    var scalar = 0
    while at < page.count, at - digits < 12, let digit = Self.digit(page[at]),
      digit < (isHexadecimal ? 16 : 10)
    {
      scalar = min(scalar * (isHexadecimal ? 16 : 10) + digit, 0x11_0000)
      at += 1
    }
    guard at > digits else { return nil }
    if at < page.count, page[at] == UInt8(ascii: ";") { at += 1 }
    return Escape(byte: letter(scalar), length: at - index)
  }

  private func jsonEscape(at index: Int) -> Escape? {
    guard index + 1 < page.count else { return nil }
    switch page[index + 1] {
    case UInt8(ascii: "n"), UInt8(ascii: "t"), UInt8(ascii: "r"):
      return Escape(byte: 0, length: 2, isOpen: true)
    case UInt8(ascii: "u"):
      var scalar = 0
      guard index + 5 < page.count else { return nil }
      for at in index + 2...index + 5 {
        guard let digit = Self.digit(page[at]) else { return nil }
        scalar = scalar * 16 + digit
      }
      return Escape(byte: letter(scalar), length: 6)
    default: return nil
    }
  }

  private func letter(_ scalar: Int) -> UInt8 {
    scalar < 0x80 && classOf[scalar] != NameTrie.none ? UInt8(scalar) : 0
  }

  private static func digit(_ byte: UInt8) -> Int? {
    if byte >= 0x30, byte <= 0x39 { return Int(byte) - 0x30 }
    let letter = byte | 0x20
    return letter >= 0x61 && letter <= 0x66 ? Int(letter) - 0x61 + 10 : nil
  }

  /// A tag or comment: where it may end, by several readings of broken markup.
  private struct Markup {
    var ends: [Int]
    /// What it holds is not shown, so that the text may go on behind its end tag.
    var isUnread: Bool
  }

  private mutating func tag(at open: Int) -> Markup? {
    guard open + 1 < page.count else { return nil }
    let mark = page[open + 1]
    let isName = classOf[Int(mark)] < 26
    guard
      isName || mark == UInt8(ascii: "/") || mark == UInt8(ascii: "!") || mark == UInt8(ascii: "?")
    else { return nil }
    let first = find(UInt8(ascii: ">"), from: open + 1).map { $0 + 1 } ?? page.count
    budget -= first - open + Self.tagCost
    if mark == UInt8(ascii: "!") {
      let comment = commentEnd(open)
      return Markup(ends: comment == first ? [first] : [comment, first], isUnread: false)
    }
    guard isName else { return Markup(ends: [first], isUnread: false) }
    let isHidden = contains("hidden", in: open..<first) || contains("none", in: open..<first)
    let isUnread = isHidden || Self.unread.contains(tagName(behind: open))
    let quoted = quotedEnd(open)
    // A tag within a tag: the first was never closed.
    let inner = find(UInt8(ascii: "<"), from: open + 1) ?? first
    return Markup(ends: Set([quoted, min(inner, first), first]).sorted(), isUnread: isUnread)
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

  /// Behind the tag when quoted values may hold `>`.
  private mutating func quotedEnd(_ open: Int) -> Int {
    var quote: UInt8 = 0
    var index = open + 1
    while index < page.count {
      let byte = page[index]
      if quote != 0 {
        if byte == quote { quote = 0 }
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        quote = byte
      } else if byte == UInt8(ascii: ">") {
        break
      }
      index += 1
      budget -= 1
      if budget < 0 { break }
    }
    return min(index + 1, page.count)
  }

  private mutating func commentEnd(_ open: Int) -> Int {
    var index = open + 2
    while index + 2 < page.count {
      if page[index] == 0x2D, page[index + 1] == 0x2D, page[index + 2] == 0x3E { return index + 3 }
      index += 1
      budget -= 1
      if budget < 0 { break }
    }
    return find(UInt8(ascii: ">"), from: open).map { $0 + 1 } ?? page.count
  }

  private func contains(_ word: StaticString, in range: Range<Int>) -> Bool {
    let letters = UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount)
    var start = range.lowerBound
    while start + letters.count <= range.upperBound {
      if page[start] == letters[0] {
        var same = 1
        while same < letters.count, page[start + same] == letters[same] { same += 1 }
        if same == letters.count { return true }
      }
      start += 1
    }
    return false
  }

  private func find(_ byte: UInt8, from start: Int) -> Int? {
    guard start < page.count, let base = page.baseAddress,
      let hit = memchr(base + start, Int32(byte), page.count - start)
    else { return nil }
    return UnsafeRawPointer(hit) - UnsafeRawPointer(base)
  }
}

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

  let page: UnsafeBufferPointer<UInt8>
  let classOf: UnsafeBufferPointer<UInt8>
  private let next: UnsafeBufferPointer<Int32>
  private let accepts: UnsafeBufferPointer<NameTrie.Accept>
  /// Bytes that attempts may still look at, so that a page made of beginnings of names costs its length
  /// and not its square.
  var budget: Int
  /// Branches within one attempt.
  private static let depthLimit = 32
  private static let budgetPerByte = 4
  private static let addressLimit = 16

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
      if state != 0, mayGoOn(state, behind: index), attempt(at: start) { return .mayHold }
      while index < count, classOf[Int(page[index])] != NameTrie.none { index += 1 }
    }
    return .holdsNone
  }

  /// Whether a name may end with a word or go on behind it: where plain text follows, that is soon told.
  private func mayGoOn(_ state: Int, behind word: Int) -> Bool {
    guard accepts[state].isEmpty else { return true }
    for place in word..<page.count {
      let letter = classOf[Int(page[place])]
      if letter != NameTrie.none { return next[state * NameTrie.width + Int(letter)] != 0 }
      switch page[place] {
      case UInt8(ascii: "<"), UInt8(ascii: "&"), UInt8(ascii: "\\"): return true
      default: break
      }
    }
    return false
  }

  private mutating func attempt(at index: Int) -> Bool {
    follow(Trail(start: index, place: index), depth: 0)
  }

  /// How far names were followed, and by which letters.
  private struct Trail {
    let start: Int
    var place: Int
    var state = 0
    var hasLower = false
    var beginsUpper: Bool?

    func at(_ place: Int) -> Trail {
      var other = self
      other.place = place
      return other
    }
  }

  /// - Returns: whether a name ends ahead, or nobody can tell.
  private mutating func follow(_ begun: Trail, depth: Int) -> Bool {
    guard depth < Self.depthLimit else { return true }
    var trail = begun
    while trail.place < page.count {
      budget -= 1
      if budget < 0 { return true }
      var byte = page[trail.place]
      var length = 1
      if classOf[Int(byte)] == NameTrie.none {
        switch byte {
        case UInt8(ascii: "<") where trail.state > 0:
          guard let markup = markup(at: trail.place) else { break }
          if markup.isUnread { return true }
          if let end = markup.inner, follow(trail.at(end), depth: depth + 1) { return true }
          if let end = markup.first, follow(trail.at(end), depth: depth + 1) { return true }
          trail.place = markup.end
          continue
        case UInt8(ascii: "&"), UInt8(ascii: "\\"):
          guard let escape = escape(at: trail.place) else { break }
          byte = escape.byte
          length = escape.length
          // `&RB;` may be text too.
          if escape.isOpen, trail.state > 0,
            follow(trail.at(trail.place + length), depth: depth + 1)
          {
            return true
          }
          if escape.isOpen { length = 1 }
        default: break
        }
        if classOf[Int(byte)] == NameTrie.none {
          if trail.state == 0 { return false }
          trail.place += length
          continue
        }
      }
      let target = Int(next[trail.state * NameTrie.width + Int(classOf[Int(byte)])])
      guard target != 0 else { return false }
      trail.state = target
      trail.place += length
      trail.hasLower = trail.hasLower || byte >= 0x61
      if trail.beginsUpper == nil { trail.beginsUpper = byte >= 0x41 && byte <= 0x5A }
      if !accepts[target].isEmpty, endsWord(at: trail.place), isFound(accepts[target], trail) {
        return true
      }
    }
    return false
  }

  private func endsWord(at place: Int) -> Bool {
    place >= page.count || classOf[Int(page[place])] == NameTrie.none
  }

  private mutating func isFound(_ accept: NameTrie.Accept, _ trail: Trail) -> Bool {
    if accept.contains(.any) || accept.contains(.name) && trail.beginsUpper == true
      || accept.contains(.capitals) && !trail.hasLower
    {
      return true
    }
    if accept.contains(.address), addresses.count < Self.addressLimit {
      addresses.append(trail.start)
    }
    return accept.contains(.link) && isInLink(trail.start)
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
}

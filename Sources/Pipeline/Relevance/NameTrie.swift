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

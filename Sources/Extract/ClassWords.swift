/// What the words in an element's class and id say; a set because several may.
struct Senses: OptionSet {
  let rawValue: UInt8
  static let junk = Senses(rawValue: 1 << ContentRules.Sense.junk.rawValue)
  static let comments = Senses(rawValue: 1 << ContentRules.Sense.comments.rawValue)
  static let body = Senses(rawValue: 1 << ContentRules.Sense.body.rawValue)
  static let article = Senses(rawValue: 1 << ContentRules.Sense.article.rawValue)
  static let hidden = Senses(rawValue: 1 << ContentRules.Sense.hidden.rawValue)
  static let byline = Senses(rawValue: 1 << ContentRules.Sense.byline.rawValue)
  static let embed = Senses(rawValue: 1 << ContentRules.Sense.embed.rawValue)
  static let caption = Senses(rawValue: 1 << ContentRules.Sense.caption.rawValue)
}

/// Finds all words of `ContentRules.words` in a name in one pass (Aho and Corasick's automaton with
/// its failure links worked into the table).
struct ClassWords: Sendable {
  private static let width = 29
  private var next: [UInt16] = Array(repeating: 0, count: width)
  /// By state: for each fit the senses of the words that end there, and the longest such word.
  private var ends: [[(length: Int, fit: ContentRules.Fit, sense: Senses)]] = [[]]

  /// By state, whether any word ends there.
  private var isEnd: [Bool] = []

  static let shared = ClassWords(ContentRules.words)

  init(_ words: [(String, ContentRules.Fit, ContentRules.Sense)]) {
    for (word, fit, sense) in words {
      var state = 0
      for byte in word.utf8 {
        let column = Self.column(byte)
        var target = Int(next[state * Self.width + column])
        if target == 0 {
          target = ends.count
          ends.append([])
          next.append(contentsOf: Array(repeating: 0, count: Self.width))
          next[state * Self.width + column] = UInt16(target)
        }
        state = target
      }
      ends[state].append((word.utf8.count, fit, Senses(rawValue: 1 << sense.rawValue)))
    }
    var failure = Array(repeating: 0, count: ends.count)
    var queue: [Int] = []
    for column in 0..<Self.width where next[column] != 0 { queue.append(Int(next[column])) }
    var head = 0
    while head < queue.count {
      let state = queue[head]
      head += 1
      ends[state] += ends[failure[state]]
      for column in 0..<Self.width {
        let slot = state * Self.width + column
        let fallback = next[failure[state] * Self.width + column]
        if next[slot] == 0 {
          next[slot] = fallback
        } else {
          failure[Int(next[slot])] = Int(fallback)
          queue.append(Int(next[slot]))
        }
      }
    }
    isEnd = ends.map { !$0.isEmpty }
  }

  @inline(__always)
  private static func column(_ byte: UInt8) -> Int {
    let letter = (byte | 0x20) &- 0x61
    if letter < 26 { return Int(letter) }
    if byte == UInt8(ascii: "-") { return 26 }
    if byte == UInt8(ascii: "_") { return 27 }
    return 28
  }

  func senses(_ name: UnsafeBufferPointer<UInt8>) -> Senses {
    var result: Senses = []
    var state = 0
    for index in 0..<name.count {
      state = Int(next[state * Self.width + Self.column(name[index])])
      if !isEnd[state] { continue }
      for (length, fit, sense) in ends[state] {
        let start = index + 1 - length
        switch fit {
        case .anywhere: break
        case .start:
          guard isBoundary(name, start) else { continue }
        case .name:
          guard start == 0 || isSpace(name[start - 1]),
            index + 1 == name.count || isSpace(name[index + 1])
          else { continue }
        case .whole:
          guard isBoundary(name, start), isBoundary(name, index + 1) else { continue }
        }
        result.formUnion(sense)
      }
    }
    return result
  }

  /// Whether a word may begin or end before `index`.
  @inline(__always)
  private func isBoundary(_ name: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
    if index <= 0 || index >= name.count { return true }
    let before = name[index - 1]
    let after = name[index]
    if !isLetter(before) || !isLetter(after) { return true }
    return before & 0x20 != 0 && after & 0x20 == 0
  }
}

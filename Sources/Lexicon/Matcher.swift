/// Finds any pattern at word boundaries in one pass: a trie over folded bytes, entered at the start of
/// each word, the longest match taken.
///
/// ASCII letters are folded to lower case, a run of white space (no-break spaces included) counts as one
/// space; a line feed parts the blocks of a text and a tab the cells of a row, and no pattern reaches across them.
/// The tables are flat: a state's row of transitions by byte class.
struct Matcher: Sendable {
  private var classOf: [UInt8]
  private let classCount: Int
  /// `next[state * classCount + class]`; 0 for none. State 0 is the root, never a target.
  private let next: [Int32]
  /// The pattern that ends in a state, -1 for none.
  private var accepts: [Int32]

  /// - Parameter patterns: folded bytes; a pattern's number is its place here.
  init(_ patterns: [[UInt8]]) {
    var used = [Bool](repeating: false, count: 256)
    for pattern in patterns { for byte in pattern { used[Int(byte)] = true } }
    var classOf = [UInt8](repeating: 0, count: 256)
    var count = 1
    for byte in 0..<256 where used[byte] {
      classOf[byte] = UInt8(count)
      count += 1
    }
    for byte in 0x41...0x5A { classOf[byte] = classOf[byte | 0x20] }
    var next = [Int32](repeating: 0, count: count)
    var accepts: [Int32] = [-1]
    for (number, pattern) in patterns.enumerated() {
      var state = 0
      for byte in pattern {
        let slot = state * count + Int(classOf[Int(byte)])
        if next[slot] == 0 {
          next[slot] = Int32(accepts.count)
          accepts.append(-1)
          next += [Int32](repeating: 0, count: count)
        }
        state = Int(next[slot])
      }
      accepts[state] = Int32(number)
    }
    self.classOf = classOf
    classCount = count
    self.next = next
    self.accepts = accepts
  }

  /// The same without one pattern; the others keep their numbers.
  func without(_ pattern: Int32) -> Matcher {
    var matcher = self
    if let state = accepts.firstIndex(of: pattern) { matcher.accepts[state] = -1 }
    return matcher
  }

  func matches(in text: [UInt8]) -> [Match] {
    var found: [Match] = []
    let isWord = Bytes.asciiWord
    text.withUnsafeBufferPointer { bytes in
      next.withUnsafeBufferPointer { next in
        classOf.withUnsafeBufferPointer { classOf in
          isWord.withUnsafeBufferPointer { isWord in
            var position = 0
            var isInside = false
            while position < bytes.count {
              let byte = bytes[position]
              let isPart = byte < 0x80 ? isWord[Int(byte)] : Bytes.isWordByte(bytes, position)
              // Inside a word: patterns begin at its start only.
              if !(isPart && isInside), !Bytes.isFraction(bytes, position),
                next[Int(classOf[Int(byte)])] != 0 || byte >= 0x80,
                let (end, pattern) = longest(bytes, position, next, classOf)
              {
                found.append(Match(start: Int32(position), end: Int32(end), pattern: pattern))
                position = end
                isInside = Bytes.isWordByte(bytes, end - 1)
                continue
              }
              position += 1
              isInside = isPart
              if isPart {
                while position < bytes.count, isWord[Int(bytes[position])] { position += 1 }
              }
            }
          }
        }
      }
    }
    return found
  }

  @inline(__always)
  private func longest(
    _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ next: UnsafeBufferPointer<Int32>,
    _ classOf: UnsafeBufferPointer<UInt8>
  ) -> (end: Int, pattern: Int32)? {
    var state = 0
    var position = start
    var best: (Int, Int32)?
    while position < bytes.count {
      var byte = bytes[position]
      var width = 1
      if byte <= 0x20 || byte == 0xC2 {
        let space = Bytes.spaceRun(bytes, position)
        if space > 0 {
          guard position > start else { return nil }
          byte = 0x20
          width = space
        }
      } else if byte == 0xE2, Bytes.isDash(bytes, position) {
        byte = 0x2D
        width = 3
      }
      let target = next[state * classCount + Int(classOf[Int(byte)])]
      guard target != 0 else { break }
      state = Int(target)
      position += width
      if accepts[state] >= 0, Bytes.isBoundary(bytes, position) {
        best = (position, accepts[state])
      }
    }
    return best.map { ($0.0, $0.1) }
  }
}

/// What a byte of UTF-8 text is for finding words.
enum Bytes {
  /// Whether a byte is an ASCII letter or digit, by its value.
  static let asciiWord: [Bool] = (0..<256).map { byte in
    (0x30...0x39).contains(byte) || byte < 0x80 && (0x61...0x7A).contains(byte | 0x20)
  }

  /// A letter or digit, or part of a letter outside ASCII.
  @inline(__always)
  static func isWordByte(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
    let byte = bytes[index]
    if byte < 0x80 {
      let lower = byte | 0x20
      return (lower >= 0x61 && lower <= 0x7A) || (byte >= 0x30 && byte <= 0x39)
    }
    var lead = index
    while lead > 0, bytes[lead] & 0xC0 == 0x80 { lead -= 1 }
    // U+0080 to U+00BF and U+2000 to U+206F are marks and spaces.
    if bytes[lead] == 0xC2 { return false }
    return !(bytes[lead] == 0xE2 && lead + 1 < bytes.count && bytes[lead + 1] <= 0x81)
  }

  /// Whether the byte before belongs to a word too.
  @inline(__always)
  static func isWordEnd(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
    isWordByte(bytes, index - 1)
  }

  /// Whether a word may end in front of `index`.
  @inline(__always)
  static func isBoundary(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
    index == bytes.count || index == 0 || !isWordByte(bytes, index)
      || !isWordByte(bytes, index - 1)
  }

  /// Whether the digits behind a decimal mark begin at `index` ("3" in "79,3"): no word begins there.
  @inline(__always)
  static func isFraction(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
    guard index >= 2, isDigit(bytes[index]), isDigit(bytes[index - 2]) else { return false }
    return bytes[index - 1] == 0x2C || bytes[index - 1] == 0x2E
  }

  @inline(__always)
  private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

  /// A hyphen or dash outside ASCII (U+2010 to U+2015); they all count as "-".
  @inline(__always)
  static func isDash(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
    index + 2 < bytes.count && bytes[index + 1] == 0x80 && bytes[index + 2] >= 0x90
      && bytes[index + 2] <= 0x95
  }

  /// Length in bytes of the white space that begins at `index`; line feeds and tabs are none.
  @inline(__always)
  static func spaceRun(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> Int {
    var end = index
    while end < bytes.count {
      let byte = bytes[end]
      if byte == 0x20 || (byte >= 11 && byte <= 13) {
        end += 1
      } else if byte == 0xC2, end + 1 < bytes.count, bytes[end + 1] == 0xA0 {
        end += 2
      } else {
        break
      }
    }
    return end - index
  }

  /// As texts are read: lower case for ASCII, white space as single spaces, every dash as "-".
  static func folded(_ text: String) -> [UInt8] {
    var result: [UInt8] = []
    for scalar in text.unicodeScalars {
      if (0x2010...0x2015).contains(scalar.value) || scalar.value == 0xA0 {
        let byte: UInt8 = scalar.value == 0xA0 ? 0x20 : 0x2D
        if byte == 0x2D || result.last != 0x20 { result.append(byte) }
        continue
      }
      for byte in String(scalar).utf8 {
        if byte == 0x20 || (byte >= 9 && byte <= 13) {
          if result.last != 0x20 { result.append(0x20) }
        } else {
          result.append(byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte)
        }
      }
    }
    return result
  }
}

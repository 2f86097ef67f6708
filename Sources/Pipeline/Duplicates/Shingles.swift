import Extract

/// The runs of three words in a document's body, as hashes: what two wordings have in common shows in
/// how many of them they share (Broder, "On the resemblance and containment of documents", 1997).
///
/// The title does not count, since desks set their own over a wire copy. Case, marks and white space do
/// not count; figures are words.
struct Shingles {
  /// Words of a run. Of two words, common phrases make strangers alike; of four, one changed word in
  /// twenty takes a third of them (figures in docs/refresh.md).
  static let length = 3
  /// Bodies with fewer runs are compared as a whole only: in so short a text one word decides.
  static let least = 12

  /// Each once, in ascending order.
  let hashes: [UInt64]

  init(_ article: Article) { self.init(article.text[article.bodyStart...]) }

  init(_ text: ArraySlice<UInt8>) {
    var words: [UInt64] = []
    var hash: UInt64 = 0
    var isInside = false
    /// Bytes of a mark outside ASCII, still to come.
    var passing = 0
    for (place, byte) in zip(text.indices, text) {
      if passing == 0 { passing = Self.lengthOfMark(text, place) }
      guard passing == 0 else {
        passing -= 1
        if isInside { words.append(Hash64.mixed(hash)) }
        isInside = false
        continue
      }
      let small = byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte
      let isWord = small >= 0x80 || small >= 0x61 && small <= 0x7A || small >= 0x30 && small <= 0x39
      if isWord {
        hash = ((isInside ? hash : 0xcbf2_9ce4_8422_2325) ^ UInt64(small)) &* 0x100_0000_01b3
      } else if isInside {
        words.append(Hash64.mixed(hash))
      }
      isInside = isWord
    }
    if isInside { words.append(Hash64.mixed(hash)) }
    guard words.count >= Self.length else {
      hashes = []
      return
    }
    var runs: [UInt64] = []
    runs.reserveCapacity(words.count)
    for index in 0...words.count - Self.length {
      // Multipliers tell orders apart.
      let run = words[index] &* 3 &+ words[index + 1] &* 5 &+ words[index + 2] &* 7
      runs.append(Hash64.mixed(run))
    }
    runs.sort()
    var distinct: [UInt64] = []
    distinct.reserveCapacity(runs.count)
    for run in runs where distinct.last != run { distinct.append(run) }
    hashes = distinct
  }

  /// Bytes of the dash, quotation mark or space that begins at a place; 0 for everything else.
  private static func lengthOfMark(_ text: ArraySlice<UInt8>, _ place: Int) -> Int {
    // U+0080 to U+00BF and U+2000 to U+206F.
    if text[place] == 0xC2 { return min(2, text.endIndex - place) }
    guard text[place] == 0xE2, place + 2 < text.endIndex, text[place + 1] <= 0x81 else { return 0 }
    return 3
  }

  /// Those that both have by those that either has (the Jaccard index), 0 to 1.
  func resemblance(to other: Shingles) -> Double {
    var (left, right, shared) = (0, 0, 0)
    while left < hashes.count, right < other.hashes.count {
      if hashes[left] == other.hashes[right] {
        shared += 1
        left += 1
        right += 1
      } else if hashes[left] < other.hashes[right] {
        left += 1
      } else {
        right += 1
      }
    }
    let either = hashes.count + other.hashes.count - shared
    return either == 0 ? 0 : Double(shared) / Double(either)
  }
}

/// The smallest values of the shingles under several hash functions: two documents have the same smallest
/// value under one of them as often as they resemble one another.
struct MinHash {
  /// Documents meet when all values of a band are equal: at a resemblance of 0.5, 96 of 100 pairs do, at
  /// 0.6 99.6, at 0.2 18, at 0.1 2.
  static let rows = 3
  static let bands = 24
  private static let functions: [(factor: UInt64, term: UInt64)] = (0..<UInt64(rows * bands)).map {
    (Hash64.mixed(2 * $0 + 1) | 1, Hash64.mixed(2 * $0 + 2))
  }

  /// A key per band.
  let keys: [UInt64]

  init(_ shingles: Shingles) {
    var least = [UInt32](repeating: .max, count: Self.functions.count)
    least.withUnsafeMutableBufferPointer { least in
      Self.functions.withUnsafeBufferPointer { functions in
        for hash in shingles.hashes {
          for index in 0..<least.count {
            let function = functions[index]
            let value = UInt32(truncatingIfNeeded: (hash &* function.factor &+ function.term) >> 32)
            if value < least[index] { least[index] = value }
          }
        }
      }
    }
    keys = (0..<Self.bands).map { band in
      var key = UInt64(band)
      for row in 0..<Self.rows { key = Hash64.mixed(key ^ UInt64(least[band * Self.rows + row])) }
      return key
    }
  }
}

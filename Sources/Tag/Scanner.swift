import Lexicon

/// Cuts a block into items: what the lexicon matched, and words, numbers and marks between.
struct Scanner {
  let lexicon: Lexicon
  let classes: WordClasses
  let text: [UInt8]

  /// Appends the items of `range`; `matches` are the lexicon's, `next` the first that may lie in it.
  func scan(
    _ range: Range<Int>, matches: [Match], next: inout Int, into items: inout [Item]
  ) {
    var position = range.lowerBound
    while position < range.upperBound {
      while next < matches.count, Int(matches[next].start) < position { next += 1 }
      if next < matches.count, Int(matches[next].start) == position,
        Int(matches[next].end) <= range.upperBound
      {
        let match = matches[next]
        next += 1
        items.append(item(of: match))
        position = Int(match.end)
        continue
      }
      let byte = text[position]
      if isSpace(byte) {
        position += 1
      } else if isDigit(byte) {
        let end = number(from: position, to: range.upperBound)
        if let value = value(of: position..<end) {
          items.append(Item(.number(value), position..<end))
        } else {
          items.append(Item(.word, position..<end))
        }
        position = end
      } else if let mark = mark(at: position, to: range.upperBound) {
        items.append(Item(.punctuation(mark.code), position..<(position + mark.length)))
        position += mark.length
      } else {
        var end = position
        while end < range.upperBound, isWordByte(end, to: range.upperBound) { end += 1 }
        end = max(end, position + 1)
        items.append(Item(.word, position..<end))
        position = end
      }
    }
  }

  /// A lexicon match as an item: the strongest of its readings is its content, and the classes of all
  /// its words go with it.
  private func item(of match: Match) -> Item {
    let range = Int(match.start)..<Int(match.end)
    var item = Item(.word, range)
    item.word = match.pattern
    var regions: [Int32] = []
    var needsCue = true
    for entry in lexicon.entries(of: match, in: text) {
      switch entry.kind {
      case .region:
        regions.append(entry.index)
        needsCue = needsCue && entry.needsCue
      case .unit: item.content = .unit(UnitMention(unit: entry.index, properName: nil))
      case .institution: if item.content == .word { item.content = .institution(entry.index) }
      case .assessor:
        // A ministry that assesses nothing of ours is more often assessed itself.
        if case .institution = item.content, !lexicon.assessors[Int(entry.index)].isInScope {
          continue
        }
        item.content = .assessor(entry.index)
      case .instrument: item.content = .instrument(entry.index)
      case .instrumentCue:
        if item.content == .word { item.content = .instrumentCue(entry.index) }
      case .category:
        if item.content == .word { item.content = .category(lexicon.categories[Int(entry.index)]) }
      case .regulationType: break
      case .word: item.classes.formUnion(classes.ofWord[Int(entry.index)])
      }
    }
    if !regions.isEmpty, item.content == .word {
      item.content = .region(
        RegionMention(
          candidates: regions.sorted(), level: nil, isOffice: false, needsCue: needsCue,
          role: .plain))
    }
    return item
  }

  /// Digits with single dots or commas between them: "1.000", "80,85", "98.02".
  private func number(from start: Int, to limit: Int) -> Int {
    var end = start
    while end < limit {
      if isDigit(text[end]) {
        end += 1
      } else if text[end] == UInt8(ascii: ",") || text[end] == UInt8(ascii: "."),
        end + 1 < limit, isDigit(text[end + 1])
      {
        end += 2
      } else {
        break
      }
    }
    return end
  }

  /// The number that the digits write in Indonesian: a decimal comma or point with one or two digits
  /// behind it, or three behind a comma; groups of three behind a point are thousands.
  private func value(of range: Range<Int>) -> FixedPoint? {
    var separators: [Int] = []
    for index in range where !isDigit(text[index]) { separators.append(index) }
    guard let last = separators.last else {
      return range.count <= 12 ? FixedPoint(parsing: text[range], decimal: UInt8(ascii: ",")) : nil
    }
    let decimals = range.upperBound - last - 1
    let mark = text[last]
    let isDecimal =
      separators.count == 1
      ? (mark == UInt8(ascii: ",") ? decimals <= 4 : decimals != 3)
      : separators.dropLast().allSatisfy { text[$0] != mark } && decimals <= 2
    // Thousands come in threes; "1.2.3" numbers a version.
    let groups = isDecimal ? separators.dropLast() : separators[...]
    for (place, separator) in groups.enumerated() {
      let end = place + 1 < separators.count ? separators[place + 1] : range.upperBound
      if end - separator - 1 != 3 { return nil }
    }
    var digits: [UInt8] = []
    for index in range {
      if isDigit(text[index]) {
        digits.append(text[index])
      } else if isDecimal, index == last {
        digits.append(UInt8(ascii: "."))
      }
    }
    return digits.count <= 14
      ? FixedPoint(parsing: digits, decimal: UInt8(ascii: ".")) : nil
  }

  private func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (byte >= 9 && byte <= 13) }

  private func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

  private func isWordByte(_ index: Int, to limit: Int) -> Bool {
    let byte = text[index]
    if byte >= 0x80 { return mark(at: index, to: limit) == nil }
    let lower = byte | 0x20
    if (lower >= 0x61 && lower <= 0x7A) || isDigit(byte) { return true }
    // An apostrophe inside a word: Jum'at.
    return byte == 0x27 && index > 0 && index + 1 < limit && text[index + 1] | 0x20 >= 0x61
      && text[index + 1] | 0x20 <= 0x7A && text[index - 1] | 0x20 >= 0x61
  }

  /// A punctuation mark; dashes and quotes in all their forms come out as one code each.
  private func mark(at index: Int, to limit: Int) -> (code: UInt8, length: Int)? {
    let byte = text[index]
    if byte < 0x80 {
      let lower = byte | 0x20
      if (lower >= 0x61 && lower <= 0x7A) || isDigit(byte) { return nil }
      if byte == 0x27, index + 1 < limit, text[index + 1] == 0x27 {
        return (UInt8(ascii: "\""), 2)
      }
      if byte == UInt8(ascii: "_") {
        var end = index
        while end < limit, text[end] == byte { end += 1 }
        return (UInt8(ascii: "-"), end - index)
      }
      return (byte, 1)
    }
    if byte == 0xC2, index + 1 < limit {
      switch text[index + 1] {
      case 0xA0: return (0x20, 2)
      case 0xAB, 0xBB: return (UInt8(ascii: "\""), 2)
      case 0xB7: return (UInt8(ascii: "*"), 2)
      default: return nil
      }
    }
    if byte == 0xE2, index + 2 < limit, text[index + 1] == 0x80 {
      switch text[index + 2] {
      case 0x90...0x95: return (UInt8(ascii: "-"), 3)
      case 0x98, 0x99: return (UInt8(ascii: "'"), 3)
      case 0x9A...0x9F: return (UInt8(ascii: "\""), 3)
      case 0xA2: return (UInt8(ascii: "*"), 3)
      case 0xA6: return (UInt8(ascii: "."), 3)
      default: return nil
      }
    }
    return nil
  }
}

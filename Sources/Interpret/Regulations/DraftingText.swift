import Extract
import Lexicon
import Tag

/// The words by which regulations are built. They are fixed by the annex on drafting technique of the law
/// on making legislation (UU 12/2011, Lampiran II), not by the subject, so they stand here and not in a
/// pipeline's tables.
enum DraftingText {
  /// Lower-case ASCII words of a text.
  static func words(_ text: some Sequence<UInt8>) -> [[UInt8]] {
    var words: [[UInt8]] = [[]]
    for byte in text {
      let lower = byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte
      let isWord = lower >= 0x61 && lower <= 0x7A || lower >= 0x30 && lower <= 0x39 || lower > 0xC3
      if isWord {
        words[words.count - 1].append(lower)
      } else if !words[words.count - 1].isEmpty {
        words.append([])
      }
    }
    if words.last?.isEmpty == true { words.removeLast() }
    return words
  }

  /// A Roman number in capitals; nil for anything else.
  static func roman(_ letters: some Collection<UInt8>) -> Int? {
    var total = 0
    var previous = 0
    guard !letters.isEmpty, letters.count <= 8 else { return nil }
    for letter in Array(letters).reversed() {
      let value: Int
      switch letter {
      case UInt8(ascii: "I"): value = 1
      case UInt8(ascii: "V"): value = 5
      case UInt8(ascii: "X"): value = 10
      case UInt8(ascii: "L"): value = 50
      default: return nil
      }
      total += value < previous ? -value : value
      previous = max(previous, value)
    }
    return total
  }

  /// Words that titles leave in small letters.
  private static let small: Set<String> = [
    "dan", "atau", "di", "ke", "dari", "pada", "untuk", "dengan", "atas", "terhadap", "tentang",
    "yang", "serta", "oleh", "dalam", "bagi", "sebagai", "antara", "secara", "menjadi", "kepada",
  ]

  /// A title written in capitals, in those of a headline; others as they are.
  static func titled(_ title: String) -> String {
    guard !title.utf8.contains(where: { $0 >= 0x61 && $0 <= 0x7A }) else { return title }
    return title.split(separator: " ").enumerated().map { place, word in
      let lower = word.lowercased()
      if place > 0, small.contains(lower) { return lower }
      // "DAN/ATAU" has two words.
      return lower.split(separator: "/", omittingEmptySubsequences: false).map {
        small.contains(String($0)) ? String($0) : $0.prefix(1).uppercased() + $0.dropFirst()
      }.joined(separator: "/")
    }.joined(separator: " ")
  }
}

/// A tagged document as the readers of regulations look at it: items by their place, within blocks.
struct DraftingView: Sendable {
  let document: TaggedArticle
  /// The items of each block that has any, in order.
  let lines: [Range<Int>]
  /// The block of each line.
  let blocks: [Int]
  /// The line of each item.
  let lineOf: [Int32]
  /// Lines that belong together: text out of a PDF has a block for each line that was printed.
  private var paragraphs: [Range<Int>] = []
  private var paragraphOf: [Int32] = []
  let yearWord: ClassSet
  let rangeTo: ClassSet
  let ordinal: ClassSet
  let joins: ClassSet

  init(_ document: TaggedArticle) {
    self.document = document
    var lines: [Range<Int>] = []
    var blocks: [Int] = []
    for sentence in document.sentences {
      if blocks.last == sentence.block, let last = lines.last {
        lines[lines.count - 1] = last.lowerBound..<sentence.items.upperBound
      } else {
        lines.append(sentence.items)
        blocks.append(sentence.block)
      }
    }
    self.lines = lines
    self.blocks = blocks
    var lineOf = [Int32](repeating: 0, count: document.items.count)
    for (number, line) in lines.enumerated() {
      for item in line { lineOf[item] = Int32(number) }
    }
    self.lineOf = lineOf
    yearWord = document.classes.set("year_word")
    rangeTo = document.classes.set("range_to")
    ordinal = document.classes.set("ordinal")
    joins = document.classes.set("and", "or")
    var joined: [Range<Int>] = []
    for line in lines.indices {
      if let last = joined.last, goesOn(from: line - 1, to: line) {
        joined[joined.count - 1] = last.lowerBound..<lines[line].upperBound
      } else {
        joined.append(lines[line])
      }
    }
    paragraphs = joined
    paragraphOf = [Int32](repeating: 0, count: document.items.count)
    for (number, items) in joined.enumerated() {
      for item in items { paragraphOf[item] = Int32(number) }
    }
  }

  /// Whether a sentence goes on from one line to the next: nothing ends it, and no part of a regulation
  /// begins.
  private func goesOn(from line: Int, to next: Int) -> Bool {
    guard kind(line) == .paragraph, kind(next) == .paragraph else { return false }
    let last = lines[line].upperBound - 1
    if [".", ";", ":"].contains(where: { (mark: Character) in items[last].isMark(mark) }) {
      return false
    }
    let marks = StructureMarks(view: self)
    // "Pasal 7" by itself is a heading.
    if let mark = marks.mark(at: lines[line].lowerBound, to: lines[line].upperBound),
      mark.items.upperBound == lines[line].upperBound
    {
      return false
    }
    return marks.mark(at: lines[next].lowerBound, to: lines[next].upperBound) == nil
  }

  private func kind(_ line: Int) -> BlockKind { document.article.blocks[blocks[line]].kind }

  var items: [Item] { document.items }
  var text: [UInt8] { document.article.text }

  func line(of item: Int) -> Range<Int> { lines[Int(lineOf[item])] }

  func paragraph(of item: Int) -> Range<Int> { paragraphs[Int(paragraphOf[item])] }

  func areTogether(_ left: Int, _ right: Int) -> Bool { paragraphOf[left] == paragraphOf[right] }

  func isBlockStart(_ item: Int) -> Bool { line(of: item).lowerBound == item }

  /// Whether an item is this word, given in small letters, however it is written.
  func isWord(_ item: Int, _ word: StaticString) -> Bool {
    let range = document.items[item].range
    guard range.count == word.utf8CodeUnitCount else { return false }
    return word.withUTF8Buffer { letters in
      var place = range.lowerBound
      for letter in letters {
        let byte = document.article.text[place]
        guard (byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte) == letter else { return false }
        place += 1
      }
      return true
    }
  }

  func isWord(_ item: Int, among words: [StaticString]) -> Bool {
    words.contains { isWord(item, $0) }
  }

  /// Written in capitals, letters only.
  func isCapitals(_ item: Int, atLeast count: Int = 1) -> Bool {
    let range = document.items[item].range
    guard range.count >= count else { return false }
    var letters = 0
    for place in range {
      let byte = document.article.text[place]
      if byte >= 0x61 && byte <= 0x7A { return false }
      if byte >= 0x41 && byte <= 0x5A { letters += 1 }
    }
    return letters > 0
  }

  func startsUpper(_ item: Int) -> Bool {
    let byte = document.article.text[document.items[item].range.lowerBound]
    return byte >= 0x41 && byte <= 0x5A
  }

  func bytes(_ item: Int) -> ArraySlice<UInt8> { document.article.text[document.items[item].range] }

  func string(_ item: Int) -> String { String(decoding: bytes(item), as: UTF8.self) }

  func string(_ range: Range<Int>) -> String {
    String(decoding: document.article.text[range], as: UTF8.self)
      .split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// The text from one item to another.
  func range(_ items: Range<Int>) -> Range<Int> {
    document.items[items.lowerBound].range
      .lowerBound..<document.items[items.upperBound - 1].range.upperBound
  }

  func integer(_ item: Int) -> Int? {
    switch document.items[item].content {
    case .number(let value) where value.scale == 0: Int(value.units)
    case .year(let year, isSpan: false): year
    default: nil
    }
  }

  func areGlued(_ left: Int, _ right: Int) -> Bool {
    document.items[left].range.upperBound == document.items[right].range.lowerBound
  }
}

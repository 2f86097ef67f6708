import Extract
import Lexicon

/// Ends sentences at full stops, question and exclamation marks, but not behind initials, titles and
/// abbreviations.
///
/// What goes on for longer than any sentence is cut, so that the work per sentence has a bound and that of
/// a document grows with its length.
struct SentenceSplitter {
  /// The most items of a sentence. A list of a hundred winners with their works takes some 1,000.
  static let limit = 2_000
  /// Once a sentence is longer than this, it is cut behind its next semicolon or comma.
  static let softLimit = 1_500

  let text: [UInt8]
  let abbreviations: ClassSet

  /// The sentences of a block whose items are `items[range]`.
  func split(_ items: [Item], _ range: Range<Int>, block: Int) -> [Sentence] {
    var sentences: [Sentence] = []
    var start = range.lowerBound
    var index = range.lowerBound
    while index < range.upperBound {
      if endsSentence(at: index, items, range) {
        var end = index + 1
        // A quotation mark or bracket right behind the stop still belongs to the sentence.
        while end < range.upperBound,
          items[end].range.lowerBound == items[end - 1].range.upperBound,
          items[end].isMark("\"") || items[end].isMark(")") || items[end].isMark("'")
        {
          end += 1
        }
        append(items, start..<end, block, to: &sentences)
        start = end
        index = end
      } else if isTooLong(index - start + 1, items[index]) {
        append(items, start..<index + 1, block, to: &sentences)
        index += 1
        start = index
      } else {
        index += 1
      }
    }
    append(items, start..<range.upperBound, block, to: &sentences)
    return sentences
  }

  private func isTooLong(_ count: Int, _ last: Item) -> Bool {
    count >= Self.limit || count > Self.softLimit && (last.isMark(";") || last.isMark(","))
  }

  private func append(
    _ items: [Item], _ range: Range<Int>, _ block: Int, to sentences: inout [Sentence]
  ) {
    guard let first = items[range].first, let last = items[range].last else { return }
    sentences.append(
      Sentence(
        items: range, range: first.range.lowerBound..<last.range.upperBound, block: block))
  }

  private func endsSentence(at index: Int, _ items: [Item], _ range: Range<Int>) -> Bool {
    let item = items[index]
    if item.isMark("!") || item.isMark("?") { return true }
    guard item.isMark(".") else { return false }
    guard index > range.lowerBound else { return false }
    let previous = items[index - 1]
    // "1. Pemkab ...", "1). Pemkab ...": the number of a list's item.
    if index == range.lowerBound + 1, case .number = previous.content { return false }
    if index == range.lowerBound + 2, previous.isMark(")"),
      case .number = items[range.lowerBound].content
    {
      return false
    }
    if case .word = previous.content, previous.range.upperBound == item.range.lowerBound {
      if previous.range.count == 1 { return false }
      if previous.classes.intersects(abbreviations), index + 1 < range.upperBound { return false }
    }
    guard index + 1 < range.upperBound else { return true }
    let next = items[index + 1]
    let isGlued = !isSpace(item.range.upperBound)
    if next.isMark("\"") || next.isMark(")") { return true }
    // A mention may leave out the cue it begins with: what counts is the letter behind the stop.
    var at = item.range.upperBound
    while at < next.range.lowerBound, isSpace(at) { at += 1 }
    let first = text[at]
    let isUpper = first >= 0x41 && first <= 0x5A
    if isGlued {
      // "pemda.Empat" lacks its space; "KOMPAS.com", "S.Sos" and "2.1" do not end there.
      let before = text[previous.range.upperBound - 1]
      let isLower = before >= 0x61 && before <= 0x7A
      return isUpper && previous.range.count > 2 && (isLower || isDecimal(previous))
    }
    let isDigit = first >= 0x30 && first <= 0x39
    return isUpper || isDigit || first >= 0x80 || next.isMark("-")
  }

  private func isDecimal(_ item: Item) -> Bool {
    if case .number(let value) = item.content { value.scale > 0 } else { false }
  }

  /// White space, no-break spaces (C2 A0) included.
  private func isSpace(_ index: Int) -> Bool {
    text[index] <= 0x20 || text[index] == 0xC2 || text[index] == 0xA0
  }
}

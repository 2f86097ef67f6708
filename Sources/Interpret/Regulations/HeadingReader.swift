import Extract
import Lexicon
import Tag

/// The line by which a regulation begins, and the title below it.
struct RegulationHeading {
  let mention: RegulationMention
  /// What it is about: the text behind "tentang".
  var title: Range<Int>?
  /// The first item behind heading and title.
  var end: Int
}

/// Finds the heading of a document that is a regulation: "PERATURAN … NOMOR 14 TAHUN 2017 TENTANG …", in
/// one line or in several.
struct HeadingReader {
  let view: DraftingView
  let scanner: MentionScanner

  /// A heading stands within so many lines and items.
  private static let lines = 40
  private static let items = 400
  /// A title has no more lines than this.
  private static let titleLines = 8

  /// The first heading with a number and a year; in capitals or at the start of a line. The page's title
  /// counts where the text has none.
  func heading() -> RegulationHeading? {
    let lines = view.lines.prefix(Self.lines)
    func isTitle(_ line: Range<Int>) -> Bool {
      let block = view.blocks[Int(view.lineOf[line.lowerBound])]
      return view.document.article.blocks[block].kind == .title
    }
    return lines.lazy.compactMap { isTitle($0) ? nil : heading(in: $0) }.first
      ?? lines.lazy.compactMap { isTitle($0) ? heading(in: $0) : nil }.first
  }

  private func heading(in line: Range<Int>) -> RegulationHeading? {
    for item in line.prefix(while: { $0 < Self.items }) {
      let isFirst = item == line.lowerBound
      guard isFirst || view.isCapitals(item, atLeast: 4) && !isObject(item) else { continue }
      // Its lines are read as one; number and title may stand below.
      let limit = view.lines[min(Int(view.lineOf[item]) + 6, view.lines.count - 1)].upperBound
      guard let mention = scanner.mention(at: item, to: limit),
        case .stated = mention.manner, mention.name.number != nil
      else { continue }
      let (title, end) = title(behind: mention.items.upperBound)
      // A sentence about it goes on at once ("Peraturan … mulai berlaku"), a heading ends or is titled.
      let isHeading =
        title != nil || mention.items.upperBound >= line.upperBound
        || view.isCapitals(item, atLeast: 4)
      guard isHeading else { continue }
      return RegulationHeading(mention: mention, title: title, end: end)
    }
    return nil
  }

  /// "PERUBAHAN ATAS PERATURAN …": what a title is about is not the regulation itself.
  private func isObject(_ item: Int) -> Bool {
    view.isWord(
      item - 1,
      among: ["atas", "tentang", "pelaksanaan", "pencabutan", "perubahan", "dari", "dengan", "dan"])
  }

  /// "TENTANG", in the same line or the next, and what stands behind it.
  func title(behind item: Int) -> (title: Range<Int>?, end: Int) {
    var at = item
    guard at < view.items.count else { return (nil, at) }
    // Spaced letters: "T E N T A N G".
    var letters: [UInt8] = []
    var spaced = at
    while spaced < view.items.count, view.items[spaced].range.count == 1, letters.count < 7 {
      letters.append(view.bytes(spaced).first ?? 0)
      spaced += 1
    }
    if letters == Array("TENTANG".utf8) {
      at = spaced
    } else if view.isWord(at, "tentang") {
      at += 1
    } else {
      return (nil, item)
    }
    guard at < view.items.count else { return (nil, at) }
    let start = at
    var end = at
    var line = Int(view.lineOf[at])
    let isCapitals = view.isCapitals(at)
    let last = min(line + Self.titleLines, view.lines.count)
    while line < last {
      let limit = view.lines[line].upperBound
      while at < limit, !endsTitle(at) { at += 1 }
      end = at
      guard at == limit, line + 1 < last, isCapitals, goesOn(view.lines[line + 1]) else { break }
      line += 1
    }
    guard end > start else { return (nil, start) }
    return (view.range(start..<end), end)
  }

  /// "DENGAN RAHMAT TUHAN YANG MAHA ESA", the recitals, a gazette in brackets.
  private func endsTitle(_ item: Int) -> Bool {
    if view.isWord(item, "dengan"), item + 1 < view.items.count, view.isWord(item + 1, "rahmat") {
      return true
    }
    return view.startsUpper(item) && view.isWord(item, among: ["menimbang", "mengingat"])
      || view.isCapitals(item) && view.isWord(item, "bab")
      || view.items[item].isMark("|")
  }

  /// One more line of a title: capitals that are no heading of their own.
  private func goesOn(_ line: Range<Int>) -> Bool {
    guard let first = line.first else { return false }
    // "BUPATI KLATEN,": who decides.
    if let last = line.last, view.items[last].isMark(",") { return false }
    return line.allSatisfy { item in
      if case .punctuation = view.items[item].content { return true }
      return view.isCapitals(item) || view.integer(item) != nil
    } && !endsTitle(first) && StructureMarks(view: view).mark(at: first, to: line.upperBound) == nil
      && scanner.type(at: first) == nil
  }
}

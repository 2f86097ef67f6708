import Tag

/// Reads how a regulation is built, in one pass over its items.
///
/// The same marks stand in running text ("sebagaimana dimaksud dalam Pasal 7 ayat (1)"). A part begins
/// where its mark stands as a beginning does (at a block's start, behind a full stop, a semicolon or a
/// heading) and its number goes on from the one before.
struct StructureReader {
  private let view: DraftingView
  private let marks: StructureMarks
  private var open: [Open] = []
  private(set) var parts: [RegulationPart] = []
  /// Where the last part's mark begins and ends.
  private var lastLabel = 0..<0
  /// The numbers that came last, by style.
  private var last: [StructureMark.Style: StructureMark] = [:]
  private var kinds: Set<RegulationPart.Kind> = []
  /// Items that are marks of parts, by their first.
  private(set) var labels: Set<Int> = []

  /// A part whose end is not known yet.
  private struct Open {
    let part: Int
    let style: StructureMark.Style
    let ordinal: Int
    let depth: Int
    let path: String
  }

  init(_ view: DraftingView) {
    self.view = view
    marks = StructureMarks(view: view)
  }

  /// - Parameter start: the first item behind the heading.
  mutating func read(from start: Int) {
    var line = start < view.items.count ? Int(view.lineOf[start]) : view.lines.count
    while line < view.lines.count {
      let items = view.lines[line]
      var item = max(items.lowerBound, start)
      while item < items.upperBound {
        if let mark = marks.mark(at: item, to: items.upperBound), begins(mark, items) {
          begin(mark, items)
          item = mark.items.upperBound
        } else {
          item += 1
        }
      }
      line += 1
    }
    close(downTo: -1, at: view.items.last?.range.upperBound ?? 0)
  }

  /// How many kinds of parts that only regulations have were found.
  var variety: Int { kinds.subtracting([.huruf, .angka, .ayat]).count }

  // MARK: Does a part begin here?

  private func begins(_ mark: StructureMark, _ line: Range<Int>) -> Bool {
    switch mark.style {
    case .preamble(let kind):
      // "Menetapkan" stands once; what comes behind the first chapter is text.
      return last[.bab] == nil && last[.pasal] == nil && !kinds.contains(kind)
    case .closing, .decision: return !parts.isEmpty
    case .bab, .bagian, .paragraf:
      guard isHeadingPlace(mark) else { return false }
      let before = last[mark.style]?.ordinal ?? 0
      return mark.isBlockStart ? true : mark.ordinal == before + 1
    case .pasal: return beginsPasal(mark, line)
    case .amendment:
      return isHeadingPlace(mark) && isAlone(mark, line)
        && mark.ordinal == (last[.amendment]?.ordinal ?? 0) + 1
    case .diktum:
      return (last[.decision] ?? last[.preamble(.menetapkan)]) != nil
        && mark.ordinal == (last[.diktum]?.ordinal ?? 0) + 1
    case .lampiran, .penjelasan: return !parts.isEmpty
    case .ayat, .letter, .number, .letterParenthesis, .numberParenthesis:
      return beginsItem(mark)
    }
  }

  private func beginsPasal(_ mark: StructureMark, _ line: Range<Int>) -> Bool {
    guard isHeadingPlace(mark), isAlone(mark, line) else { return false }
    let before = last[.pasal]
    let follows =
      mark.ordinal == (before?.ordinal ?? 0) + 1
      || !mark.suffix.isEmpty && mark.ordinal == before?.ordinal
    // Extracts leave articles out; amendments quote whichever they change.
    return follows || mark.isBlockStart && (mark.ordinal > before?.ordinal ?? 0 || isAmending)
      || isAmending && isBehindColon(mark)
  }

  private var isAmending: Bool { open.contains { $0.style == .amendment } }

  private func isBehindColon(_ mark: StructureMark) -> Bool {
    let before = mark.items.lowerBound - 1
    return before >= 0 && (view.items[before].isMark(":") || view.items[before].isMark("\""))
  }

  /// A heading has nothing of a sentence behind its number.
  private func isAlone(_ mark: StructureMark, _ line: Range<Int>) -> Bool {
    let next = mark.items.upperBound
    guard next < line.upperBound else { return true }
    if view.items[next].isMark(".") || view.items[next].isMark(":") {
      return mark.isBlockStart && next + 1 == line.upperBound
    }
    if view.items[next].isMark("(") { return view.integer(next + 1) != nil }
    if view.items[next].isMark("\"") { return true }
    if case .punctuation = view.items[next].content { return false }
    return view.startsUpper(next) || view.integer(next) == 1
      || view.items[next].range.count == 1 && view.isWord(next, "a")
  }

  private func isHeadingPlace(_ mark: StructureMark) -> Bool {
    if mark.isBlockStart { return true }
    let before = mark.items.lowerBound - 1
    if labels.contains(before) || lastLabel.upperBound == mark.items.lowerBound { return true }
    if case .punctuation = view.items[before].content {
      return ["." as Character, ";", ":", "\""].contains { view.items[before].isMark($0) }
    }
    // A heading in capitals, or one of its words: "Bagian Kesatu Umum Pasal 3".
    return view.isCapitals(before, atLeast: 3)
      || lastHeading?.contains(view.items[before].range.lowerBound) == true
  }

  private var lastHeading: Range<Int>? {
    guard let part = parts.last, [.bab, .bagian, .paragraf].contains(part.kind) else { return nil }
    return part.text.lowerBound..<(part.text.lowerBound + 200)
  }

  /// An item of a list: it goes on with an open list, or is the first of a new one.
  private func beginsItem(_ mark: StructureMark) -> Bool {
    guard !open.isEmpty else { return false }
    if list(goingOnWith: mark) != nil { return isItemPlace(mark) }
    guard mark.ordinal == 1, isListPlace(mark) else { return false }
    // Paragraphs do not nest in lists.
    return mark.style != .ayat || !open[scope...].contains { $0.style.isListItem }
  }

  /// The open list whose next item a mark is: the innermost, but that of an amendment for its own points.
  private func list(goingOnWith mark: StructureMark) -> Open? {
    func goesOn(_ list: Open) -> Bool {
      list.style == mark.style
        && (mark.ordinal == list.ordinal + 1
          || !mark.suffix.isEmpty && mark.ordinal == list.ordinal)
    }
    if mark.style == .number, isAmending, isPointOfAmendment(mark) {
      return open.first(where: goesOn)
    }
    return open.last(where: goesOn)
  }

  /// "2. Ketentuan Pasal 5 diubah …", "3. Di antara Pasal 5 dan Pasal 6 disisipkan …".
  private func isPointOfAmendment(_ mark: StructureMark) -> Bool {
    let next = mark.items.upperBound
    return next < view.items.count
      && view.isWord(next, among: ["ketentuan", "di", "diantara", "judul", "lampiran", "pasal"])
  }

  /// The first open part within the innermost article, decision or recital.
  private var scope: Int {
    (open.lastIndex { !$0.style.isListItem && $0.style != .ayat } ?? -1) + 1
  }

  private func isItemPlace(_ mark: StructureMark) -> Bool {
    if mark.isBlockStart || isBehindCellEdge(mark) { return true }
    var before = mark.items.lowerBound - 1
    // "…; dan/atau b. …"
    let isJoined = view.items[before].classes.intersects(view.joins)
    while before > 0,
      view.items[before].classes.intersects(view.joins) || view.items[before].isMark("/")
    {
      before -= 1
    }
    if isJoined, view.items[before].isMark(",") { return true }
    return [";" as Character, ".", ":", "\"", ")"].contains { view.items[before].isMark($0) }
  }

  private func isListPlace(_ mark: StructureMark) -> Bool {
    if mark.isBlockStart || lastLabel.upperBound == mark.items.lowerBound { return true }
    let before = mark.items.lowerBound - 1
    return view.items[before].isMark(":") || mark.style == .ayat && view.items[before].isMark(".")
      || isBehindCellEdge(mark)
  }

  /// In a row of a table, the first of a cell: recitals are often laid out so.
  private func isBehindCellEdge(_ mark: StructureMark) -> Bool {
    let start = view.items[mark.items.lowerBound].range.lowerBound
    return start > 0 && view.text[start - 1] == 0x09
  }

  // MARK: Taking it in

  private mutating func begin(_ mark: StructureMark, _ line: Range<Int>) {
    let range = view.range(mark.items)
    // Recitals end where the regulation's body begins.
    if let first = open.first, case .preamble = first.style, mark.style.isBody {
      close(downTo: 0, at: range.lowerBound)
    }
    let depth = depth(of: mark)
    close(downTo: depth, at: range.lowerBound)
    guard mark.style != .closing, mark.style != .decision else {
      last[mark.style] = mark
      return
    }
    kinds.insert(mark.kind)
    let end = view.range(view.paragraph(of: mark.items.lowerBound)).upperBound
    let path = (open.last.map { $0.path + " / " } ?? "") + mark.pathLabel
    parts.append(
      RegulationPart(
        kind: mark.kind, number: mark.number, path: path, heading: heading(mark, line),
        text: range.lowerBound..<end,
        end: range.upperBound))
    open.append(
      Open(
        part: parts.count - 1, style: mark.style, ordinal: mark.ordinal, depth: depth, path: path))
    labels.insert(mark.items.lowerBound)
    lastLabel = mark.items
    last[mark.style] = mark
    switch mark.style {
    case .lampiran, .penjelasan:
      for style in [StructureMark.Style.bab, .bagian, .paragraf, .pasal] { last[style] = nil }
    case .bab:
      last[.bagian] = nil
      last[.paragraf] = nil
    case .bagian: last[.paragraf] = nil
    default: break
    }
  }

  /// Ends the parts of this depth and deeper.
  private mutating func close(downTo depth: Int, at end: Int) {
    if let last = parts.indices.last, parts[last].text.upperBound > end {
      parts[last].text =
        parts[last].text.lowerBound..<trimmed(end, from: parts[last].text.lowerBound)
    }
    while let part = open.last, part.depth >= depth {
      parts[part.part].end = trimmed(end, from: parts[part.part].text.lowerBound)
      open.removeLast()
    }
  }

  private func trimmed(_ end: Int, from start: Int) -> Int {
    var end = end
    while end > start + 1, view.text[end - 1] <= 0x20 { end -= 1 }
    return end
  }

  private func depth(of mark: StructureMark) -> Int {
    switch mark.style {
    case .lampiran, .penjelasan, .preamble, .decision, .closing: return 0
    case .bab: return isInAnnex ? 1 : 0
    case .bagian: return 2
    case .paragraf: return 3
    case .amendment: return 0
    case .pasal:
      // An amendment quotes the article under one of its points.
      guard let amendment = open.firstIndex(where: { $0.style == .amendment }) else { return 4 }
      let point = open[(amendment + 1)...].first.flatMap { $0.style == .number ? $0 : nil }
      return (point ?? open[amendment]).depth + 1
    case .diktum: return 1
    case .ayat, .letter, .number, .letterParenthesis, .numberParenthesis:
      if let list = list(goingOnWith: mark) { return list.depth }
      if let same = open[scope...].first(where: { $0.style == mark.style }) { return same.depth }
      return max((open.last?.depth ?? 0) + 1, 5)
    }
  }

  private var isInAnnex: Bool {
    guard let first = open.first else { return false }
    return first.style == .lampiran || first.style == .penjelasan
  }

  /// The title of a chapter: behind its number, or in the blocks below until the next mark.
  private func heading(_ mark: StructureMark, _ line: Range<Int>) -> Range<Int>? {
    guard [.bab, .bagian, .paragraf].contains(mark.style) else { return nil }
    var start = mark.items.upperBound
    var limit = line.upperBound
    if start == limit {
      let next = Int(view.lineOf[mark.items.lowerBound]) + 1
      guard next < view.lines.count else { return nil }
      start = view.lines[next].lowerBound
      limit = view.lines[next].upperBound
    }
    var end = start
    while end < limit, end < start + 24, marks.mark(at: end, to: limit) == nil { end += 1 }
    guard end > start, end == limit || end < start + 24 else { return nil }
    return view.range(start..<end)
  }
}

extension StructureMark.Style {
  /// What stands below the recitals.
  var isBody: Bool {
    switch self {
    case .bab, .bagian, .paragraf, .pasal, .amendment: true
    default: false
    }
  }

  var isListItem: Bool {
    switch self {
    case .letter, .number, .letterParenthesis, .numberParenthesis: true
    default: false
    }
  }
}

extension StructureMark {
  var kind: RegulationPart.Kind {
    switch style {
    case .preamble(let kind): kind
    case .bab: .bab
    case .bagian: .bagian
    case .paragraf: .paragraf
    case .pasal, .amendment: .pasal
    case .ayat: .ayat
    case .letter, .letterParenthesis: .huruf
    case .number, .numberParenthesis: .angka
    case .diktum: .diktum
    case .lampiran: .lampiran
    case .penjelasan, .decision, .closing: .penjelasan
    }
  }

  /// As the parts table has it.
  var number: String {
    switch style {
    case .ayat, .letterParenthesis, .numberParenthesis:
      label.filter { $0 != "(" && $0 != ")" }
    default: label
    }
  }

  var pathLabel: String {
    switch style {
    case .preamble(let kind): kind.rawValue.prefix(1).uppercased() + kind.rawValue.dropFirst()
    case .bab: "BAB \(label)"
    case .bagian: "Bagian \(label)"
    case .paragraf: "Paragraf \(label)"
    case .pasal, .amendment: "Pasal \(label)"
    case .lampiran: label.isEmpty ? "LAMPIRAN" : "LAMPIRAN \(label)"
    case .penjelasan, .decision, .closing: "PENJELASAN"
    case .ayat, .letter, .number, .letterParenthesis, .numberParenthesis, .diktum: label
    }
  }
}

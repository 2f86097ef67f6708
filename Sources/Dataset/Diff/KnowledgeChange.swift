/// An entry of the table `knowledge` that two datasets do not share.
struct KnowledgeChange: Sendable {
  let cause: Cause
  /// What must stand in a sentence for the entry as it was, or as it is, to be at work there: of each list
  /// of folded texts one.
  private let ways: [[[[UInt8]]]]
  let refers: Set<String>

  private typealias Row = DatasetSnapshot.Row

  /// In the order of file and line.
  static func all(_ old: DatasetSnapshot, _ new: DatasetSnapshot) -> [KnowledgeChange] {
    guard old.hasKnowledge, new.hasKnowledge else { return [] }
    var removed: [Row] = []
    var added: [Row] = []
    var changes: [KnowledgeChange] = []
    for (key, row) in old.knowledge {
      guard let other = new.knowledge[key] else {
        removed.append(row)
        continue
      }
      if other["content"] != row["content"] { changes.append(.init(row, other, old, new)) }
    }
    for (key, row) in new.knowledge where old.knowledge[key] == nil { added.append(row) }
    // A row whose key was edited went and came on the same line.
    for row in removed {
      let twin = added.firstIndex { $0["file"] == row["file"] && $0["line"] == row["line"] }
      changes.append(.init(row, twin.map { added.remove(at: $0) }, old, new))
    }
    changes += added.map { .init(nil, $0, old, new) }
    return changes.sorted { Cause.precedes($0.cause, $1.cause) }
  }

  private init(_ old: Row?, _ new: Row?, _ before: DatasetSnapshot, _ after: DatasetSnapshot) {
    let row = new ?? old ?? .empty
    let kind: Cause.Kind =
      switch row["kind"] {
      case "rule": .rule
      case "scale": .scale
      case "setting": .setting
      case "program": .program
      default: .lexicon
      }
    let change: Cause.Change = old == nil ? .added : new == nil ? .removed : .changed
    cause = Cause(
      kind, change, file: row["file"], line: Int(row["line"]), name: row["entry"],
      old: old?["content"] ?? "", new: new?["content"] ?? "")
    let both = [old, new].compactMap { $0 }
    refers = Set(both.flatMap { $0.list("refers", by: "|") })
    ways = both.map { row in
      guard kind == .rule else { return [Self.folded(row.list("words", by: "|"))] }
      return row["words"].split(separator: " & ").map { part in
        let needed = part.split(separator: "|").map(String.init)
        let classes = needed.filter { $0.hasPrefix("@") }
        return Self.folded(
          needed.filter { !$0.hasPrefix("@") } + Self.words(of: classes, before)
            + Self.words(of: classes, after))
      }
    }
  }

  /// The words that have one of the classes.
  private static func words(of classes: [String], _ dataset: DatasetSnapshot) -> [String] {
    guard !classes.isEmpty else { return [] }
    return dataset.knowledge.values.filter { entry in
      !Set(classes).isDisjoint(with: entry.list("refers", by: "|"))
    }.flatMap { $0.list("words", by: "|") }
  }

  private static func folded(_ texts: [String]) -> [[UInt8]] {
    Set(texts).map { FoldedText($0).bytes }.filter { !$0.isEmpty }
  }

  /// Whether the entry can be at work in a text.
  func occurs(in text: FoldedText) -> Bool {
    ways.contains { needs in
      (cause.kind == .rule || needs.contains { !$0.isEmpty })
        && needs.allSatisfy { words in words.contains { text.holds($0) } }
    }
  }
}

/// A text as the lexicon's matcher sees it: small letters, one space between words; hyphens too are
/// spaces here, since a name may be written with either or joined.
struct FoldedText: Sendable {
  let bytes: [UInt8]
  private let joined: [UInt8]

  init(_ text: String) {
    var bytes: [UInt8] = []
    for byte in text.utf8 {
      switch byte {
      case 0x41...0x5A: bytes.append(byte | 0x20)
      case 0x30...0x39, 0x61...0x7A, 0x80...: bytes.append(byte)
      default: if let last = bytes.last, last != 0x20 { bytes.append(0x20) }
      }
    }
    if bytes.last == 0x20 { bytes.removeLast() }
    self.bytes = bytes
    joined = bytes.filter { $0 != 0x20 }
  }

  /// Whether whole words stand in the text, or stand there as one.
  func holds(_ words: [UInt8]) -> Bool {
    if Self.find(words, in: bytes, wholeWords: true) { return true }
    guard words.contains(0x20) else { return false }
    return Self.find(words.filter { $0 != 0x20 }, in: bytes, wholeWords: true)
  }

  private static func find(_ words: [UInt8], in text: [UInt8], wholeWords: Bool) -> Bool {
    guard let first = words.first, words.count <= text.count else { return false }
    for place in 0...text.count - words.count
    where text[place] == first && text[place..<place + words.count].elementsEqual(words) {
      let end = place + words.count
      if place == 0 || text[place - 1] == 0x20, end == text.count || text[end] == 0x20 {
        return true
      }
    }
    return false
  }
}

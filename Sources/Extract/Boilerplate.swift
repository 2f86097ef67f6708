/// A line that pages of many sites carry in their text and that is nobody's text, as it stands in the
/// pipeline's `boilerplate.csv`.
public struct BoilerplateLine: Sendable, Hashable {
  /// How much of a page a line of the table makes furniture.
  public enum Kind: String, Sendable, Hashable {
    /// A line that begins with the text.
    case prefix
    /// A line that is the text, numbers and punctuation aside.
    case line
    /// A heading from which on everything is furniture (comments, other stories).
    case heading
    /// Words that make one of the last short passages furniture, wherever they stand in it.
    case tail
    /// Words that make a short passage the caption of a picture.
    case credit
  }

  public let kind: Kind
  public let text: String

  public init(kind: Kind, text: String) {
    self.kind = kind
    self.text = text
  }

  /// Reads the table: a header with the columns `kind` and `text`, further columns are passed over.
  /// Lines of an unknown kind are left out; the pipeline checks the table.
  public static func read(csv: [UInt8]) -> [BoilerplateLine] {
    var records: [[String]] = []
    var record: [String] = []
    var field: [UInt8] = []
    var quoted = false
    var index = 0
    while index <= csv.count {
      let byte = index < csv.count ? csv[index] : 0x0A
      if quoted {
        if byte == 0x22, index + 1 < csv.count, csv[index + 1] == 0x22 {
          field.append(0x22)
          index += 1
        } else if byte == 0x22 {
          quoted = false
        } else {
          field.append(byte)
        }
      } else if byte == 0x22, field.isEmpty {
        quoted = true
      } else if byte == 0x2C || byte == 0x0A {
        record.append(String(decoding: field, as: UTF8.self))
        field = []
        if byte == 0x0A {
          if record != [""] { records.append(record) }
          record = []
        }
      } else if byte != 0x0D {
        field.append(byte)
      }
      index += 1
    }
    guard let header = records.first, let kind = header.firstIndex(of: "kind"),
      let text = header.firstIndex(of: "text")
    else { return [] }
    return records.dropFirst().compactMap { record in
      guard record.count > max(kind, text), let known = Kind(rawValue: record[kind]) else {
        return nil
      }
      return BoilerplateLine(kind: known, text: record[text])
    }
  }
}

/// The lines ready for comparing: letters and digits only, in small letters.
struct Boilerplate: Sendable {
  private let prefixes: [[UInt8]]
  private let lines: Set<[UInt8]>
  private let headings: Set<[UInt8]>
  private let tails: [[UInt8]]
  private let credits: [[UInt8]]

  init(_ lines: [BoilerplateLine]) {
    func folded(_ kind: BoilerplateLine.Kind) -> [[UInt8]] {
      lines.filter { $0.kind == kind }.map { Self.fold(Array($0.text.utf8)) }
        .filter { !$0.isEmpty }
    }
    prefixes = folded(.prefix)
    tails = folded(.tail)
    credits = folded(.credit)
    self.lines = Set(folded(.line).map { $0.filter { !isDigit($0) } })
    headings = Set(folded(.heading).map { $0.filter { !isDigit($0) } })
  }

  /// Small letters, digits, and `:` (it tells `Baca:` from `Baca`); a single space between words.
  static func fold(_ text: some Sequence<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    var space = false
    for byte in text {
      if isLetter(byte) || isDigit(byte) || byte >= 0x80 || byte == UInt8(ascii: ":")
        || byte == UInt8(ascii: "[")
      {
        if space, !result.isEmpty { result.append(0x20) }
        space = false
        result.append(isLetter(byte) ? byte | 0x20 : byte)
      } else {
        space = true
      }
    }
    return result
  }

  func isBoilerplate(_ text: some Sequence<UInt8>, isShort: Bool) -> Bool {
    if prefixes.isEmpty && lines.isEmpty { return false }
    let folded = Self.fold(text.prefix(200))
    for prefix in prefixes where folded.starts(with: prefix) {
      // Whole words only.
      if folded.count == prefix.count || !isLetter(folded[prefix.count])
        || !isLetter(prefix[prefix.count - 1])
      {
        return true
      }
    }
    guard isShort else { return false }
    return lines.contains(Self.withoutNumbers(folded))
  }

  func isTail(_ text: some Sequence<UInt8>) -> Bool { Self.holds(tails, text) }

  /// Whether a passage ends with the credit of a picture.
  func isCredited(_ passage: Passage, _ plain: (Passage) -> [UInt8]) -> Bool {
    guard !credits.isEmpty else { return false }
    return Self.holds(credits, plain(passage).suffix(60))
  }

  private static func holds(_ phrases: [[UInt8]], _ text: some Sequence<UInt8>) -> Bool {
    if phrases.isEmpty { return false }
    let folded = [0x20] + fold(text) + [0x20]
    return phrases.contains { phrase in
      let word = [0x20] + phrase + [0x20]
      guard word.count <= folded.count else { return false }
      for start in 0...(folded.count - word.count)
      where folded[start + 1] == word[1] && folded[start..<(start + word.count)].elementsEqual(word)
      {
        return true
      }
      return false
    }
  }

  func isClosingHeading(_ text: some Sequence<UInt8>) -> Bool {
    if headings.isEmpty { return false }
    return headings.contains(Self.withoutNumbers(Self.fold(text.prefix(200))))
  }

  private static func withoutNumbers(_ folded: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    for byte in folded where !isDigit(byte) && byte != UInt8(ascii: ":") {
      if byte == 0x20, result.last ?? 0x20 == 0x20 { continue }
      result.append(byte)
    }
    if result.last == 0x20 { result.removeLast() }
    return result
  }
}

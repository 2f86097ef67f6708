import Lexicon
import Tag

/// A place where a text names a regulation.
struct RegulationMention: Sendable {
  enum Manner: Sendable {
    /// By number and year.
    case stated
    /// By its number alone.
    case withoutYear
    /// By its short name: "UU Pelayanan Publik".
    case shortName
    /// One that was named before: "UU tersebut".
    case earlier
    /// The one named last, of whatever type ("peraturan tersebut"); the mention's own name says nothing.
    case latest
    /// The document itself: "Peraturan Bupati ini".
    case itself
  }

  var name: RegulationName
  var manner: Manner
  let items: Range<Int>
}

/// Finds where a text names regulations.
///
/// Number and year are read from the text itself, since numbers of decrees are written in many ways:
/// "Nomor 14 Tahun 2017", "No. 25/2009", "NOMOR: KEP/25/M.PAN/2/2004", "Nomor 065/900 Tahun 2021".
struct MentionScanner {
  let view: DraftingView
  let index: RegulationIndex
  /// The year in which the document speaks, for names that went from one regulation to the next.
  let year: Int?

  /// So many items may stand between type and number: the longest names of ministries.
  private static let reach = 18

  private var lexicon: Lexicon { view.document.lexicon }

  /// All mentions of the document, each within one paragraph.
  func mentions() -> [RegulationMention] {
    var found: [RegulationMention] = []
    var item = 0
    while item < view.items.count {
      if let mention = mention(at: item, to: view.paragraph(of: item).upperBound) {
        found.append(mention)
        item = mention.items.upperBound
      } else {
        item += 1
      }
    }
    return found
  }

  /// The type that an item names.
  func type(at item: Int) -> Int32? {
    let pattern = view.items[item].word
    guard pattern >= 0 else { return nil }
    for entry in lexicon.entries(pattern: pattern) where entry.kind == .regulationType {
      // Abbreviations of three letters are ordinary words in small letters.
      if view.items[item].range.count <= 3, !view.isCapitals(item) { return nil }
      return entry.index
    }
    return nil
  }

  /// The mention that begins at an item.
  /// - Parameter limit: it ends before this item, which may lie in a later block.
  func mention(at item: Int, to limit: Int) -> RegulationMention? {
    if case .regulation(let citation) = view.items[item].content {
      return folded(citation, item, limit)
    }
    guard let type = type(at: item) else { return generic(item, limit) }
    var name = RegulationName(type: type)
    if lexicon.regulationTypes[Int(type)].distinction == .itself {
      return RegulationMention(name: name, manner: .stated, items: item..<item + 1)
    }
    let owner = owner(of: &name, from: item + 1, to: limit)
    if let (end, manner) = number(of: &name, from: owner, to: limit) {
      return RegulationMention(name: name, manner: manner, items: item..<end)
    }
    return short(type, item, limit) ?? pointing(type, item, limit)
  }

  /// What the tagger has folded already: number and year are known, the body may stand within.
  private func folded(_ citation: String, _ item: Int, _ limit: Int) -> RegulationMention? {
    guard var name = RegulationName(citation: citation, lexicon) else { return nil }
    var end = item + 1
    let type = lexicon.regulationTypes[Int(name.type)]
    switch type.distinction {
    case .body:
      name.body = body(in: view.items[item].range, of: type)
    case .region(let level):
      // "Perda Nomor 3 Tahun 2021 Kota X".
      if end < limit, let region = region(at: end, level), view.bytes(end).count > 3 {
        name.region = region
        end += 1
      }
    case .none, .itself: break
    }
    return RegulationMention(name: name, manner: .stated, items: item..<end)
  }

  /// The words between the type and "Nomor".
  private func body(in range: Range<Int>, of type: RegulationType) -> String? {
    let words = view.string(range).split(separator: " ")
    guard
      let end = words.firstIndex(where: {
        let plain = $0.lowercased()
        return plain.hasPrefix("no")
          && (plain.hasPrefix("nomor") || plain.dropFirst(2).allSatisfy { !$0.isLetter })
      })
    else { return nil }
    for form in [type.name, type.abbreviation] {
      let own = form.split(separator: " ")
      guard words.count > own.count,
        zip(words, own).allSatisfy({ $0.lowercased() == $1.lowercased() })
      else { continue }
      return Self.bodyName(words[min(own.count, end)..<end].joined(separator: " "))
    }
    return nil
  }

  /// Without the country, which every ministry's name may end with.
  private static func bodyName(_ text: String) -> String? {
    var words = DraftingText.titled(text).split(separator: " ")
    let country = ["republik", "indonesia"]
    if words.suffix(2).map({ $0.lowercased() }) == country { words.removeLast(2) }
    if words.last == "RI" || words.last == "Ri" { words.removeLast() }
    return words.isEmpty ? nil : words.joined(separator: " ")
  }

  // MARK: Whose it is

  /// Reads the body or region behind the type, and returns where the number may begin.
  private func owner(of name: inout RegulationName, from start: Int, to limit: Int) -> Int {
    var at = start
    switch lexicon.regulationTypes[Int(name.type)].distinction {
    case .region(let level):
      while at < min(limit, start + 4) {
        if let region = region(at: at, level) {
          name.region = region
          at += 1
          break
        }
        // "Kabupaten" apart from its name, a hyphen or the like.
        guard !isNumberWord(at), view.integer(at) == nil, !view.items[at].isMark("."), !isTitle(at)
        else { break }
        guard view.startsUpper(at) else { break }
        at += 1
      }
      if name.region == nil, !(at < limit && isNumberWord(at)) { at = start }
    case .body:
      while at < min(limit, start + Self.reach), !isNumberWord(at), !isTitle(at) {
        if view.integer(at) != nil { break }
        if case .punctuation(let mark) = view.items[at].content,
          ![UInt8(ascii: ","), UInt8(ascii: "/"), UInt8(ascii: "-"), UInt8(ascii: "&")]
            .contains(mark)
        {
          break
        }
        at += 1
      }
      if at < limit, at > start, isNumberWord(at) {
        name.body = Self.bodyName(view.string(view.range(start..<at)))
      } else {
        at = start
      }
    case .none, .itself: break
    }
    // "Republik Indonesia", "RI", "(Perpres)".
    while at < min(limit, start + Self.reach),
      view.isWord(at, among: ["republik", "indonesia", "ri"]) || view.items[at].isMark("(")
        || view.items[at].isMark(")")
        || at > start && view.items[at - 1].isMark("(") && type(at: at) != nil
    {
      at += 1
    }
    return at
  }

  /// A regulation that is named by its title ("Peraturan Bupati tentang …"): what follows is not its owner.
  private func isTitle(_ item: Int) -> Bool {
    view.isWord(item, "tentang") || type(at: item) != nil
  }

  private func region(at item: Int, _ level: RegionLevel?) -> Int32? {
    guard case .region(let mention) = view.items[item].content else { return nil }
    let wanted = level ?? mention.level
    let fitting = mention.candidates.filter {
      let region = lexicon.regions[Int($0)]
      return region.validTo == nil && (wanted == nil || region.level == wanted)
    }
    return fitting.count == 1 ? fitting.first : nil
  }

  // MARK: Number and year

  private func isNumberWord(_ item: Int) -> Bool {
    view.isWord(item, among: ["nomor", "no", "no.", "nomer"]) || isRank(item)
  }

  /// "NOMOR 14" at the start of a line is one item, which could be a place in a list of the best.
  private func isRank(_ item: Int) -> Bool {
    guard case .rank = view.items[item].content else { return false }
    return view.bytes(item).prefix(2).elementsEqual("no".utf8) { $0 | 0x20 == $1 }
  }

  /// - Returns: the item behind the number and year.
  private func number(
    of name: inout RegulationName, from start: Int, to limit: Int
  ) -> (end: Int, manner: RegulationMention.Manner)? {
    var at = start
    var isAnnounced = false
    while at < limit, !isRank(at),
      isNumberWord(at) || view.items[at].isMark(":") || view.items[at].isMark(".")
    {
      isAnnounced = isAnnounced || isNumberWord(at)
      at += 1
    }
    guard at < limit, isAnnounced || isRank(at) || view.integer(at) != nil else { return nil }
    let first = view.items[at].range.first { isRank(at) ? Self.isDigit(view.text[$0]) : true }
    let token = token(from: first ?? view.items[at].range.lowerBound)
    guard token.contains(where: { $0 >= 0x30 && $0 <= 0x39 }) else { return nil }
    var end = at + 1
    while end < limit, view.items[end].range.lowerBound < token.endIndex { end += 1 }
    let parts = token.split(separator: UInt8(ascii: "/"))
    if end + 1 < limit, view.items[end].classes.intersects(view.yearWord),
      let year = self.year(end + 1)
    {
      name.number = Self.plain(token)
      name.year = year
      return (end + 2, .stated)
    }
    // The year as the last part: "25/2009", "KEP/25/M.PAN/2/2004".
    if parts.count > 1, let last = parts.last, last.count == 4,
      let year = Int(String(decoding: last, as: UTF8.self)), (1945...2049).contains(year)
    {
      name.year = year
      name.number = Self.number(of: parts.dropLast())
      return (end, .stated)
    }
    guard isAnnounced || isRank(at), isRank(at) || view.integer(at) != nil, end == at + 1 else {
      return nil
    }
    name.number = Self.plain(token)
    return (end, .withoutYear)
  }

  private func year(_ item: Int) -> Int? {
    switch view.items[item].content {
    case .number(let value) where value.scale == 0:
      (1945...2049).contains(Int(value.units)) ? Int(value.units) : nil
    case .year(let year, isSpan: false): year
    default: nil
    }
  }

  /// What stands until the next white space, without marks at its end.
  private func token(from start: Int) -> ArraySlice<UInt8> {
    let text = view.text
    let stops = Array(" \t\n,;()\"".utf8)
    var end = start
    while end < text.count, end < start + 40, !stops.contains(text[end]), text[end] != 0xC2 {
      end += 1
    }
    while end > start, text[end - 1] == UInt8(ascii: ".") || text[end - 1] == UInt8(ascii: ":") {
      end -= 1
    }
    return text[start..<end]
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

  /// A number is cited without the zeros in front of it.
  private static func plain(_ token: some Collection<UInt8>) -> String {
    let digits = token.drop { $0 == UInt8(ascii: "0") }
    let isDigits = token.allSatisfy { $0 >= 0x30 && $0 <= 0x39 }
    return String(
      decoding: isDigits && !digits.isEmpty ? Array(digits) : Array(token), as: UTF8.self)
  }

  /// "25" of "KEP/25/M.PAN/2": the first part of digits where others have letters; else all of it.
  private static func number(of parts: ArraySlice<ArraySlice<UInt8>>) -> String {
    let hasLetters = parts.contains { $0.contains { ($0 | 0x20) >= 0x61 && ($0 | 0x20) <= 0x7A } }
    if hasLetters, let digits = parts.first(where: { $0.allSatisfy { $0 >= 0x30 && $0 <= 0x39 } }) {
      return plain(digits)
    }
    if parts.count == 1, let only = parts.first { return plain(only) }
    return parts.map { String(decoding: $0, as: UTF8.self) }.joined(separator: "/")
  }

  // MARK: Without a number

  private func short(_ type: Int32, _ item: Int, _ limit: Int) -> RegulationMention? {
    var at = item + 1
    if at < limit, view.isWord(at, "tentang") { at += 1 }
    var words: [[UInt8]] = []
    var best: (name: RegulationName, end: Int)?
    while at < limit, words.count < index.longest {
      if case .punctuation = view.items[at].content { break }
      words += DraftingText.words(view.bytes(at))
      at += 1
      if let name = index.regulation(type: type, words: words[...], in: year) {
        best = (name, at)
      }
    }
    return best.map { RegulationMention(name: $0.name, manner: .shortName, items: item..<$0.end) }
  }

  /// "peraturan tersebut", "aturan itu", "regulasi ini".
  private func generic(_ item: Int, _ limit: Int) -> RegulationMention? {
    guard item + 1 < limit,
      view.isWord(item, among: ["peraturan", "aturan", "regulasi", "beleid"]),
      view.isWord(item + 1, among: ["tersebut", "itu", "ini", "dimaksud"])
    else { return nil }
    return RegulationMention(
      name: RegulationName(type: 0), manner: .latest, items: item..<item + 2)
  }

  /// "UU tersebut", "undang-undang yang sama", "Peraturan Daerah ini".
  private func pointing(_ type: Int32, _ item: Int, _ limit: Int) -> RegulationMention? {
    let at = item + 1
    guard at < limit else { return nil }
    let name = RegulationName(type: type)
    if view.isWord(at, "ini") {
      return RegulationMention(name: name, manner: .itself, items: item..<at + 1)
    }
    if view.isWord(at, among: ["tersebut", "itu", "dimaksud"]) {
      return RegulationMention(name: name, manner: .earlier, items: item..<at + 1)
    }
    if at + 1 < limit, view.isWord(at, "yang"), view.isWord(at + 1, "sama") {
      return RegulationMention(name: name, manner: .earlier, items: item..<at + 2)
    }
    return nil
  }
}

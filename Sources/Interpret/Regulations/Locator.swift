import Lexicon
import Tag

/// A place within a regulation: article, paragraph, letter, number.
struct Locator: Sendable, Hashable {
  var article: String
  /// The last article, where a run of them is meant.
  var lastArticle: String?
  var paragraph: String?
  var letter: String?
  var number: String?
}

/// Where a text names places within a regulation.
struct LocatorRun: Sendable {
  let locators: [Locator]
  let items: Range<Int>
}

/// Reads "Pasal 7 dan Pasal 8", "pasal 36 sampai dengan 38", "Pasal 351 ayat (4) huruf a dan huruf c".
struct LocatorReader {
  let view: DraftingView

  /// The run that begins at the word "Pasal".
  func run(at start: Int, to limit: Int) -> LocatorRun? {
    guard view.isWord(start, among: ["pasal", "pasal-pasal", "psl"]) else { return nil }
    var at = start + 1
    guard let first = article(&at, limit) else { return nil }
    var locators = [first]
    var level = Level.article
    var end = at
    while at < limit {
      let isRange = view.items[at].classes.intersects(view.rangeTo)
      let before = at
      while at < limit, isJoin(at) { at += 1 }
      if at < limit, view.items[at].classes.intersects(view.rangeTo) || view.items[at].isMark("-") {
        at += 1
      }
      guard at < limit, read(&at, limit, &level, &locators, isRange: isRange, isJoined: at > before)
      else { break }
      end = at
    }
    return LocatorRun(locators: locators, items: start..<end)
  }

  private enum Level { case article, paragraph, letter, number }

  private func isJoin(_ item: Int) -> Bool {
    view.items[item].classes.intersects(view.joins) || view.items[item].isMark(",")
      || view.items[item].isMark("/")
      || view.isWord(item, among: ["jo", "jo.", "juncto", "dan/atau"])
  }

  /// One more place of the run.
  private func read(
    _ at: inout Int, _ limit: Int, _ level: inout Level, _ locators: inout [Locator], isRange: Bool,
    isJoined: Bool
  ) -> Bool {
    var last = locators[locators.count - 1]
    func set(_ change: (inout Locator) -> Void, again: Bool) {
      change(&last)
      if again { locators.append(last) } else { locators[locators.count - 1] = last }
    }
    if view.isWord(at, among: ["pasal", "psl"]) {
      at += 1
      guard let next = article(&at, limit) else { return false }
      if isRange {
        set({ $0.lastArticle = next.article }, again: false)
      } else {
        locators.append(next)
      }
      level = .article
      return true
    }
    if view.isWord(at, "ayat") {
      at += 1
      guard let paragraph = paragraph(&at, limit) else { return false }
      // "Pasal 5 ayat (1), ayat (2)": the article again.
      set(
        {
          $0.paragraph = paragraph
          $0.letter = nil
          $0.number = nil
        }, again: isJoined && last.paragraph != nil)
      level = .paragraph
      return true
    }
    if view.isWord(at, "huruf") {
      at += 1
      guard let letter = letter(&at, limit) else { return false }
      set(
        {
          $0.letter = letter
          $0.number = nil
        }, again: isJoined && last.letter != nil)
      level = .letter
      return true
    }
    if view.isWord(at, among: ["angka", "butir"]) {
      at += 1
      guard at < limit, let number = view.integer(at) else { return false }
      at += 1
      set({ $0.number = String(number) }, again: isJoined && last.number != nil)
      level = .number
      return true
    }
    guard isJoined else { return false }
    switch level {
    case .article:
      guard var next = article(&at, limit), isEnded(at, limit) else { return false }
      if isRange, let first = Int(last.article), let to = Int(next.article), to > first {
        set({ $0.lastArticle = next.article }, again: false)
      } else {
        next.paragraph = nil
        locators.append(next)
      }
    case .paragraph:
      guard view.items[at].isMark("("), let paragraph = paragraph(&at, limit) else { return false }
      set(
        {
          $0.paragraph = paragraph
          $0.letter = nil
        }, again: true)
    case .letter:
      guard let letter = letter(&at, limit), isEnded(at, limit) else { return false }
      set({ $0.letter = letter }, again: true)
    case .number: return false
    }
    return true
  }

  /// "12", "12A", a span of articles, or the "I" of an amendment.
  private func article(_ at: inout Int, _ limit: Int) -> Locator? {
    guard at < limit else { return nil }
    if case .range(let low, let high) = view.items[at].content, low.scale == 0, high.scale == 0 {
      at += 1
      return Locator(article: low.description, lastArticle: high.description)
    }
    if let number = view.integer(at) {
      at += 1
      if at < limit, view.areGlued(at - 1, at), view.items[at].range.count <= 2, view.isCapitals(at)
      {
        at += 1
        return Locator(article: "\(number)\(view.string(at - 1))")
      }
      return Locator(article: String(number))
    }
    guard DraftingText.roman(view.bytes(at)) != nil else { return nil }
    at += 1
    return Locator(article: view.string(at - 1))
  }

  /// "(2)" or "2".
  private func paragraph(_ at: inout Int, _ limit: Int) -> String? {
    let isBracketed = at < limit && view.items[at].isMark("(")
    var place = isBracketed ? at + 1 : at
    guard place < limit, let number = view.integer(place) else { return nil }
    var text = String(number)
    place += 1
    if place < limit, view.areGlued(place - 1, place), view.items[place].range.count == 1,
      case .word = view.items[place].content
    {
      text += view.string(place)
      place += 1
    }
    if isBracketed {
      guard place < limit, view.items[place].isMark(")") else { return nil }
      place += 1
    }
    at = place
    return text
  }

  private func letter(_ at: inout Int, _ limit: Int) -> String? {
    guard at < limit, view.items[at].range.count <= 2, let byte = view.bytes(at).first,
      byte >= 0x61, byte <= 0x7A, !view.isWord(at, "di"), !view.isWord(at, "ke")
    else { return nil }
    at += 1
    return view.string(at - 1)
  }

  /// Whether what follows a bare number lets it be one more article: "Pasal 15 dan 21 UU", not
  /// "Pasal 15 dan 21 orang".
  private func isEnded(_ at: Int, _ limit: Int) -> Bool {
    guard at < limit else { return true }
    switch view.items[at].content {
    case .punctuation, .regulation: return true
    default:
      return view.startsUpper(at) || isJoin(at)
        || view.isWord(
          at,
          among: [
            "ayat", "huruf", "angka", "undang-undang", "uu", "dalam", "pada", "dari", "yang",
            "sampai",
          ])
    }
  }
}

/// How the parts of an article that a site splits over several pages are told apart: in addresses
/// (`?page=2`, `?halaman=2`, `/page/2`, `/judul-berita/2`, `?page=all`) and in titles ("… - Halaman 2",
/// "… (2)").
enum PartMark: Sendable, Hashable {
  /// From 1. `isNamed` where a word says that it counts pages; a bare number may count something else.
  case number(Int, isNamed: Bool)
  /// All parts on one page.
  case whole

  /// Articles have a handful of parts; a larger number is an identifier or a year.
  static let limit = 99

  private static let words: Set<String> = [
    "page", "halaman", "hal", "hlm", "laman", "paged", "pg", "part", "bagian",
  ]
  private static let all: Set<String> = ["all", "semua", "full"]
  private static let between: Set<String> = ["dari", "of", "/"]

  static func isWord(_ text: some StringProtocol) -> Bool { words.contains(text.lowercased()) }

  static func isAll(_ text: some StringProtocol) -> Bool { all.contains(text.lowercased()) }

  static func number(_ text: some StringProtocol) -> Int? {
    guard let number = Int(text), (1...limit).contains(number), !text.hasPrefix("0") else {
      return nil
    }
    return number
  }

  /// Takes the mark off the end of a title.
  static func split(title: String) -> (title: String, mark: PartMark?) {
    var words = title.split(whereSeparator: \.isWhitespace)
    var mark: PartMark?
    if let last = words.last, last.hasPrefix("("), last.hasSuffix(")") {
      // "(2)", "(2/3)"
      let inner = last.dropFirst().dropLast().split(separator: "/")
      if inner.count <= 2, let first = inner.first, let number = number(first) {
        mark = .number(number, isNamed: false)
        words.removeLast()
      }
    }
    if mark == nil, words.count > 3, number(bare(words[words.count - 1])) != nil,
      between.contains(bare(words[words.count - 2]).lowercased()),
      number(bare(words[words.count - 3])) != nil
    {
      // "Halaman 2 dari 3": how many there are says nothing more.
      words.removeLast(2)
    }
    if mark == nil, words.count > 2, isWord(bare(words[words.count - 2])) {
      let last = bare(words[words.count - 1])
      mark = number(last).map { .number($0, isNamed: true) } ?? (isAll(last) ? .whole : nil)
      if mark != nil { words.removeLast(2) }
    }
    guard mark != nil else { return (title, nil) }
    while let last = words.last, bare(last).isEmpty { words.removeLast() }
    return (words.joined(separator: " "), mark)
  }

  /// A word without brackets, dashes and stops around it.
  private static func bare(_ word: Substring) -> Substring {
    func isAround(_ character: Character) -> Bool { "()[].,:;|-–—·".contains(character) }
    var word = word.drop(while: isAround)
    while let last = word.last, isAround(last) { word.removeLast() }
    return word
  }
}

extension PageAddress {
  /// Whether it names a page at all, and not only a site.
  var isOfPage: Bool { !path.isEmpty || !query.isEmpty }

  /// Takes the mark of a part off; what is left is equal for all parts of an article.
  func split() -> (address: PageAddress, mark: PartMark?) {
    var rest = self
    for (place, item) in query.enumerated() {
      let pair = item.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard pair.count == 2,
        let mark = Self.mark(name: pair[0], value: pair[1], isBare: path.isEmpty)
      else { continue }
      rest.query.remove(at: place)
      return (rest, mark)
    }
    guard let last = path.last, path.count > 1 else { return (self, nil) }
    let before = path[path.count - 2]
    if PartMark.isWord(before), let number = PartMark.number(last) {
      rest.path.removeLast(2)
      return (rest, .number(number, isNamed: true))
    }
    let pair = last.split(separator: "-")
    if pair.count == 2, PartMark.isWord(pair[0]), let number = PartMark.number(pair[1]) {
      rest.path.removeLast()
      return (rest, .number(number, isNamed: true))
    }
    // Behind the words of a headline; behind a year or a section the number is a day or an identifier.
    guard before.contains("-"), before.contains(where: \.isLetter) else { return (self, nil) }
    if let number = PartMark.number(last) {
      rest.path.removeLast()
      return (rest, .number(number, isNamed: false))
    }
    guard PartMark.isAll(last) else { return (self, nil) }
    rest.path.removeLast()
    return (rest, .whole)
  }

  /// - Parameter isBare: there is no path, so that `?p=2` is the name of an article itself.
  private static func mark(name: Substring, value: Substring, isBare: Bool) -> PartMark? {
    let name = name.lowercased()
    if PartMark.isWord(name) || name == "showpage" || name == "view" {
      if PartMark.isAll(value) { return .whole }
      return PartMark.isWord(name)
        ? PartMark.number(value).map { .number($0, isNamed: true) } : nil
    }
    if name == "single" || name == "showall", value == "1" { return .whole }
    if name == "p", !isBare { return PartMark.number(value).map { .number($0, isNamed: false) } }
    return nil
  }
}

/// Tells news, regulations and lists apart, by what the text itself looks like.
enum PageKindReader {
  /// Words that regulations begin with, and those of their parts.
  private static let regulations = [
    "peraturan", "keputusan", "undang-undang", "instruksi", "perda", "perwal", "perbup", "pergub",
    "qanun", "surat edaran", "perpres", "permen",
  ]
  private static let parts = [
    "menimbang", "mengingat", "memutuskan", "menetapkan", "pasal", "bab", "kesatu", "kedua",
    "ketiga",
    "lampiran",
  ]

  static func kind(
    _ article: Article, isListing: Bool, isDeclaredArticle: Bool
  ) -> PageKind {
    let body = article.text.count - article.bodyStart
    guard body > 0 else { return .other }
    if isRegulation(article) { return .regulation }
    if isListing { return .list }
    // A table with a few lines around it.
    var rows = 0
    var table = 0
    for block in article.blocks where block.kind == .tableRow {
      rows += 1
      table += block.range.count
    }
    if rows >= 4, table * 5 > body * 2, !isDeclaredArticle { return .list }
    return body < 80 ? .other : .news
  }

  private static func isRegulation(_ article: Article) -> Bool {
    var found: Set<String> = []
    var opens = false
    for block in article.blocks {
      if block.kind == .tableRow { continue }
      let text = Boilerplate.fold(article.text[block.range].prefix(80))
      if block.kind == .title || block.kind == .heading,
        regulations.contains(where: { text.starts(with: Boilerplate.fold($0.utf8)) })
      {
        opens = true
      }
      if let part = part(text) { found.insert(part) }
    }
    return opens && found.count >= 2 || found.count >= 4
  }

  /// The part of a regulation that a line begins.
  /// - Parameter text: the line as `Boilerplate.fold` gives it.
  static func part(_ text: [UInt8]) -> String? {
    parts.first { part in
      text.starts(with: part.utf8)
        && (text.count == part.utf8.count || !isLetter(text[part.utf8.count]))
    }
  }

  /// "Pasal 7", "BAB II": a line that is the number of a regulation's part.
  static func isNumberOfPart(_ line: [UInt8]) -> Bool {
    guard line.count < 16 else { return false }
    let words = Boilerplate.fold(line).split(separator: 0x20)
    return words.count == 2
      && (words[0].elementsEqual("pasal".utf8) || words[0].elementsEqual("bab".utf8))
  }
}

import Extract
import Foundation
import Interpret
import Lexicon
import Tag

/// Reads texts made for a test with the tables and rules of the project.
struct Sample {
  static let fixtures = root.appending(path: "Tests/Fixtures").path
  static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  private static let loaded = Result {
    let folder = root.appending(path: "pipelines/compliance")
    let lexicon = try Lexicon(folder: folder.appending(path: "lexicon").path)
    let rules = try RuleSet(folder: folder.appending(path: "rules").path, lexicon: lexicon)
    return Interpreter(lexicon: lexicon, rules: rules)
  }

  static func interpreter() throws -> Interpreter { try loaded.get() }

  let article: Article
  let reading: Reading
  let interpreter: Interpreter

  init(_ article: Article) throws {
    self.article = article
    interpreter = try Self.interpreter()
    reading = interpreter.interpret(Tagger(lexicon: interpreter.lexicon).tag(article))
  }

  /// One block per line: `# ` begins the title, `- ` an item of a list, `3) ` an item with a number,
  /// `| a | b |` a row of a table; `|| a || b ||` a row of header cells.
  init(_ text: String, published: (year: Int, month: Int, day: Int)? = nil) throws {
    var article = Self.article(text)
    if let (year, month, day) = published {
      article.published = Sourced(
        PublishedDate(year: year, month: month, day: day), source: "sample")
    }
    try self.init(article)
  }

  static func article(_ text: String) -> Article { ArticleWriter(text).article }

  /// Lines of the facts and targets, as `tilik check` compares them; the others only when asked for.
  func lines(all: Bool = false) -> [String] {
    reading.claims
      .filter { all || $0.status == .achieved || $0.status == .target }
      .map(interpreter.summary).sorted()
  }

  var diagnostics: [String] { reading.diagnostics.map(\.kind) }

  func text(_ range: Range<Int>) -> String { String(decoding: article.text[range], as: UTF8.self) }
}

/// Builds an article from lines.
private struct ArticleWriter {
  var article = Article(address: "sample")
  private var group = 0
  private var lastKind = BlockKind.paragraph

  init(_ text: String) {
    for line in text.split(separator: "\n") { add(line) }
  }

  private mutating func add(_ line: Substring) {
    if line.hasPrefix("|") {
      row(line)
    } else if line.hasPrefix("# ") {
      block(.title, line.dropFirst(2))
      article.bodyStart = article.text.count
    } else if line.hasPrefix("- ") {
      block(.listItem, line.dropFirst(2))
    } else if let end = line.firstIndex(of: ")"), let number = Int(line[..<end]) {
      block(.listItem, line[end...].dropFirst(2), number: number)
    } else {
      block(.paragraph, line)
    }
  }

  private mutating func begin(_ kind: BlockKind) -> Int {
    if !article.text.isEmpty { article.text.append(0x0A) }
    if kind != lastKind, kind == .listItem || kind == .tableRow { group += 1 }
    lastKind = kind
    return article.text.count
  }

  private mutating func block(_ kind: BlockKind, _ text: Substring, number: Int? = nil) {
    let start = begin(kind)
    article.text += Array(text.utf8)
    article.blocks.append(
      Block(
        kind: kind, range: start..<article.text.count, level: kind == .listItem ? 1 : 0,
        number: number, group: kind == .listItem ? group : 0))
  }

  private mutating func row(_ line: Substring) {
    let isHeader = line.hasPrefix("||")
    let start = begin(.tableRow)
    var cells: [Cell] = []
    for text in line.split(separator: "|") where !isHeader || text != "" {
      if !cells.isEmpty { article.text.append(0x09) }
      let from = article.text.count
      article.text += Array(
        text.drop(while: \.isWhitespace).reversed()
          .drop(while: \.isWhitespace).reversed().map(String.init).joined().utf8)
      cells.append(
        Cell(range: from..<article.text.count, isHeader: isHeader, column: cells.count))
    }
    article.blocks.append(
      Block(kind: .tableRow, range: start..<article.text.count, group: group, cells: cells))
  }
}

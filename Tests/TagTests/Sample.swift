import Extract
import Foundation
import Lexicon
import Tag

/// Tags single paragraphs with the tables of the project.
struct Sample {
  let document: TaggedArticle

  private static let tagger = Result {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    return Tagger(
      lexicon: try Lexicon(folder: root.appending(path: "pipelines/compliance/lexicon").path))
  }

  init(_ text: String) throws {
    var article = Article(address: "sample")
    article.text = Array(text.utf8)
    article.blocks = [Block(kind: .paragraph, range: 0..<article.text.count)]
    document = try Self.tagger.get().tag(article)
  }

  /// Items for which `label` has one, as `label@start..<end`.
  func items(_ label: (Item) -> String?) -> [String] {
    document.items.compactMap { item in
      label(item).map { "\($0)@\(item.range.lowerBound)..<\(item.range.upperBound)" }
    }
  }

  /// What items are, by the marks of a text.
  static func expected(_ marked: MarkedText) -> [String] {
    marked.marks.map { "\($0.label)@\($0.range.lowerBound)..<\($0.range.upperBound)" }
  }

  var lexicon: Lexicon { document.lexicon }
}

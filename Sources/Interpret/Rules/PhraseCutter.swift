import Extract
import Lexicon
import Tag

/// Cuts the phrases of patterns as the tagger cuts texts, so that a phrase matches wherever it stands.
struct PhraseCutter {
  private let tagger: Tagger

  init(_ lexicon: Lexicon) { tagger = Tagger(lexicon: lexicon) }

  /// - Parameter phrase: in small letters.
  /// - Returns: the bytes of its items; the phrase itself where it has none.
  func cut(_ phrase: [UInt8]) -> [[UInt8]] {
    var article = Article(address: "")
    article.text = phrase
    article.blocks = [Block(kind: .paragraph, range: 0..<phrase.count)]
    let items = tagger.tag(article).items.map { Array(phrase[$0.range]) }
    return items.isEmpty ? [phrase] : items
  }
}

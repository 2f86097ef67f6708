public import Extract
public import Lexicon

/// An article with everything found in it that the lexicon or the readers know.
public struct TaggedArticle: Sendable {
  public let article: Article
  public let items: [Item]
  public let sentences: [Sentence]
  public let lexicon: Lexicon
  public let classes: WordClasses

  /// The text between two UTF-8 byte offsets.
  public func text(_ range: Range<Int>) -> String {
    String(decoding: article.text[range], as: UTF8.self)
  }

  /// The value that `words.csv` gives the word of an item under a class, if it has that class.
  public func value(of item: Item, as wordClass: String) -> String? {
    let set = classes.set(wordClass)
    guard item.classes.intersects(set), item.word >= 0 else { return nil }
    for entry in lexicon.entries(pattern: item.word) where entry.kind == .word {
      let word = lexicon.words[Int(entry.index)]
      if word.wordClass == wordClass { return word.value }
    }
    return nil
  }
}

import Lexicon
import Tag

/// Finds where a document cites regulations, with article and paragraph: "Pasal 21 ayat (1) UU No. 25
/// Tahun 2009".
struct CitationReader {
  let document: TaggedArticle
  /// "Pasal 21 ayat (2) huruf a" reaches this many items in front of the regulation.
  private static let reach = 9

  func citations() -> [Citation] {
    var citations: [Citation] = []
    for (index, item) in document.items.enumerated() {
      guard case .regulation(let id) = item.content else { continue }
      var article: String?
      var paragraph: String?
      var start = item.range.lowerBound
      for at in max(0, index - Self.reach)..<index {
        let word = document.text(document.items[at].range).lowercased()
        if word == "pasal", let number = number(after: at, before: index) {
          article = number
          paragraph = nil
          start = document.items[at].range.lowerBound
        } else if word == "ayat", article != nil {
          paragraph = number(after: at, before: index)
        }
      }
      citations.append(
        Citation(
          regulation: id, article: article, paragraph: paragraph,
          range: start..<item.range.upperBound))
    }
    return citations
  }

  private func number(after index: Int, before end: Int) -> String? {
    for at in index + 1..<min(end, index + 3) {
      if case .number(let value) = document.items[at].content { return value.description }
    }
    return nil
  }
}

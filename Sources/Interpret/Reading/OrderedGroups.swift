import Extract
import Lexicon
import Tag

/// Tables and numbered lists that stand in the order of their scores: the numbers of their rows are places.
enum OrderedGroups {
  /// Fewer rows may stand so by chance.
  private static let fewest = 5

  /// The groups of blocks in which the first decimals never rise.
  static func ranked(_ document: TaggedArticle) -> Set<Int> {
    var last: [Int: FixedPoint] = [:]
    var rows: [Int: Int] = [:]
    var unordered: Set<Int> = []
    for sentence in document.sentences {
      let block = document.article.blocks[sentence.block]
      guard block.kind == .tableRow || block.kind == .listItem,
        let score = firstDecimal(sentence, document)
      else { continue }
      if let before = last[block.group], before < score { unordered.insert(block.group) }
      last[block.group] = score
      rows[block.group, default: 0] += 1
    }
    return Set(
      rows.lazy.filter { $0.value >= fewest && !unordered.contains($0.key) }.map(\.key))
  }

  private static func firstDecimal(_ sentence: Sentence, _ document: TaggedArticle) -> FixedPoint? {
    for index in sentence.items {
      if case .number(let value) = document.items[index].content, value.scale > 0 { return value }
    }
    return nil
  }
}

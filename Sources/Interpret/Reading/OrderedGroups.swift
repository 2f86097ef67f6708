import Extract
import Lexicon
import Tag

/// Tables and numbered lists that stand in the order of their scores: the numbers of their rows are places.
enum OrderedGroups {
  /// Fewer rows may stand so by chance.
  private static let fewest = 5

  /// What holds rows: a table or list of the page, or lines that the page numbers as text.
  private enum Group: Hashable {
    case marked(Int)
    case typed(Int)
  }

  private struct Rows {
    var blocks: [Int] = []
    var last: FixedPoint?
    var isOrdered = true
    var isTable = false
  }

  /// The blocks whose number is a place.
  static func ranked(_ document: TaggedArticle) -> Set<Int> {
    let groups = Array(self.groups(document).values)
    // Several short lists, each in order, are no chance either: those of kabupaten, of kota, of provinsi.
    let lists = groups.filter { !$0.isTable && $0.blocks.count > 1 }
    let areAllOrdered =
      lists.allSatisfy(\.isOrdered) && lists.reduce(0) { $0 + $1.blocks.count } >= fewest
    let ranked = groups.filter { group in
      group.isOrdered
        && (group.blocks.count >= fewest
          || areAllOrdered && !group.isTable && group.blocks.count > 1)
    }
    return Set(ranked.flatMap(\.blocks))
  }

  private static func groups(_ document: TaggedArticle) -> [Group: Rows] {
    var groups: [Group: Rows] = [:]
    var typed: (first: Int, number: Int)?
    for sentence in document.sentences {
      let block = document.article.blocks[sentence.block]
      let isMarked = block.kind == .tableRow || block.kind == .listItem
      var group = Group.marked(block.group)
      if !isMarked {
        guard let number = document.listNumber(of: sentence) else { continue }
        // "1." begins a list, the next number goes on with it.
        let first = typed.flatMap { $0.number + 1 == number ? $0.first : nil } ?? sentence.block
        typed = (first, number)
        group = .typed(first)
      }
      guard let score = firstDecimal(sentence, document) else { continue }
      var rows = groups[group] ?? Rows()
      if let last = rows.last, last < score { rows.isOrdered = false }
      rows.last = score
      rows.isTable = block.kind == .tableRow
      rows.blocks.append(sentence.block)
      groups[group] = rows
    }
    return groups
  }

  private static func firstDecimal(_ sentence: Sentence, _ document: TaggedArticle) -> FixedPoint? {
    for index in sentence.items {
      if case .number(let value) = document.items[index].content, value.scale > 0 { return value }
    }
    return nil
  }
}

extension TaggedArticle {
  /// The number in front of a list's item, also where the page writes it as text.
  func listNumber(of sentence: Sentence) -> Int? {
    let block = article.blocks[sentence.block]
    if let number = block.number { return number }
    guard sentence.range.lowerBound == block.range.lowerBound, sentence.items.count > 2,
      case .number(let value) = items[sentence.items.lowerBound].content, value.scale == 0,
      value.units < 600
    else { return nil }
    let mark = items[sentence.items.lowerBound + 1]
    return mark.isMark(".") || mark.isMark(")") ? Int(value.units) : nil
  }
}

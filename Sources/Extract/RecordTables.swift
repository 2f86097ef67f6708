/// Finds the record of what a page holds: the table of number, year, day and state that stands between
/// the headline and the text of a regulation, a form or a data set, beside the element of the text.
struct RecordTables {
  let page: PageNodes
  let junk: [Bool]

  /// Fewer pairs are the layout of a line or two.
  private static let leastRows = 3
  /// A name of a pair is no longer than this many bytes, and the pair no longer than that many.
  private static let longestName = 40
  private static let longestPair = 300

  /// The record tables that stand behind the page's headline and in front of its text, in order.
  /// - Parameter text: where the text was found.
  func before(_ text: [Range<Int>], _ passages: [Passage]) -> [Range<Int>] {
    guard let start = text.first?.lowerBound,
      let headline = page.nodes.firstIndex(where: { $0.tag == .h1 }), headline < start
    else { return [] }
    var tables: [Range<Int>] = []
    var rows: [Int: (pairs: Int, others: Int)] = [:]
    var order: [Int] = []
    for passage in passages where !passage.cells.isEmpty {
      let table = passage.parent
      guard table > headline, table < start, !junk[table] else { continue }
      if rows[table] == nil { order.append(table) }
      if isPair(passage) {
        rows[table, default: (0, 0)].pairs += 1
      } else {
        rows[table, default: (0, 0)].others += 1
      }
    }
    for table in order {
      let end = Int(page.nodes[table].end)
      // A table around the text is its layout.
      guard let found = rows[table], end <= start, found.pairs >= Self.leastRows,
        found.others * 4 <= found.pairs
      else { continue }
      tables.append(table..<end)
    }
    return tables
  }

  /// "Nomor | 14", "Status | : | Berlaku": a short name and its value, which leads nowhere else.
  private func isPair(_ passage: Passage) -> Bool {
    guard (2...3).contains(passage.cells.count), passage.length <= Self.longestPair,
      passage.linkLength * 2 <= passage.length
    else { return false }
    var name = 0
    for index in passage.cells[0].nodes where page.nodes[index].tag == .text {
      name += Int(page.nodes[index].length)
    }
    return name > 0 && name <= Self.longestName
  }
}

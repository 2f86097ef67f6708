/// The rows and cells of a table of data, laid out after their spans.
struct TableLayout {
  struct Row {
    var nodes: Range<Int>
    var cells: [PassageCell]
    var isCaption = false
  }

  private(set) var rows: [Row] = []

  /// More columns than this are a mistake of the page.
  static let columnLimit = 256
  /// A cell longer than this, in bytes, that holds most of the table is a page laid out in a table.
  static let longCell = 500

  /// Nil when the table only lays out the page: one row or one column, tables or headings within cells,
  /// or a cell that holds the text of the page.
  init?(_ page: PageNodes, _ table: Int, skipped: [Bool]) {
    if let role = page.string(.role, of: table), role == "presentation" || role == "none" {
      return nil
    }
    let nodes = page.nodes
    let end = Int(nodes[table].end)
    var index = table + 1
    var occupied: [Int] = []
    var inHead = false
    var headEnd = 0
    var widest = 0
    var longest = 0
    var total = 0
    var rowEnd = 0
    var hasHeader = false
    while index < end {
      let node = nodes[index]
      if inHead, index >= headEnd { inHead = false }
      switch node.tag {
      case .table, .h1, .h2, .form:
        return nil
      case .caption:
        rows.append(
          Row(nodes: (index + 1)..<max(index + 1, Int(node.end)), cells: [], isCaption: true))
        index = max(index + 1, Int(node.end))
        continue
      case .thead:
        inHead = true
        headEnd = Int(node.end)
      case .tr:
        if skipped[index] {
          index = max(index + 1, Int(node.end))
          continue
        }
        rows.append(Row(nodes: (index + 1)..<max(index + 1, Int(node.end)), cells: []))
        rowEnd = Int(node.end)
        occupied = occupied.map { max(0, $0 - 1) }
      case .td, .th:
        guard index < rowEnd, let row = rows.indices.last else { break }
        var column = 0
        while column < occupied.count, occupied[column] > 0 { column += 1 }
        let columns = min(max(1, page.number(.colspan, of: index) ?? 1), Self.columnLimit)
        let height = min(max(1, page.number(.rowspan, of: index) ?? 1), 65534)
        let isHeader = node.tag == .th || inHead
        hasHeader = hasHeader || node.tag == .th
        if column < Self.columnLimit, !skipped[index] {
          rows[row].cells.append(
            PassageCell(
              nodes: (index + 1)..<max(index + 1, Int(node.end)), isHeader: isHeader,
              column: column, height: height))
        }
        // The cell itself counts for this row and is taken off when the next begins.
        while occupied.count < min(column + columns, Self.columnLimit) { occupied.append(0) }
        for place in column..<min(column + columns, occupied.count) { occupied[place] = height }
        widest = max(widest, occupied.count)
        // What the cell holds.
        var length = 0
        var inner = index + 1
        var blocks = 0
        while inner < Int(node.end) {
          switch nodes[inner].tag {
          case .text: length += Int(nodes[inner].length)
          case .table, .h1, .h2, .form: return nil
          case .p, .div: blocks += 1
          default: break
          }
          inner += 1
        }
        total += length
        longest = max(longest, length)
        if blocks > 6 { return nil }
        index = max(index + 1, Int(node.end))
        continue
      default: break
      }
      index += 1
    }
    rows.removeAll { $0.cells.isEmpty && !$0.isCaption }
    guard rows.count > 1, widest > 1 else { return nil }
    if longest > Self.longCell, longest * 2 > total, !hasHeader { return nil }
  }
}

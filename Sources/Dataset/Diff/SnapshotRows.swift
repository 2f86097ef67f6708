extension DatasetSnapshot {
  /// A row, read by column name; empty for a column that the table does not have.
  struct Row: Sendable {
    let columns: Columns
    let cells: [String]

    static let empty = Row(columns: Columns([]), cells: [])

    subscript(column: String) -> String { columns.positions[column].map { cells[$0] } ?? "" }

    /// A cell's parts.
    func list(_ column: String, by mark: Character = ";") -> [String] {
      self[column].split(separator: mark).map(String.init)
    }
  }

  /// The columns of a table, which all of its rows share.
  final class Columns: Sendable {
    let positions: [String: Int]

    init(_ names: [String]) {
      positions = Dictionary(zip(names, names.indices)) { first, _ in first }
    }
  }

  /// A table in the order of its key, of which no more is in memory than is being read.
  struct Rows: Sequence, Sendable {
    let columns: [String]
    private let table: Table
    private let shared: Columns
    /// Nil where the key is not the first column.
    private let finder: RowFinder?

    /// - Throws: `DatasetError.file` when rows are sorted on disk and it is full.
    init(_ table: Table) throws(DatasetError) {
      let sorted = try table.sorted()
      self.table = sorted
      columns = sorted.schema.columns.map(\.name)
      shared = Columns(columns)
      finder = sorted.schema.primaryKey.first == columns.first ? sorted.finder() : nil
    }

    var count: Int { table.count }

    /// The first row with that value in the first column.
    subscript(key: String) -> Row? { finder?[key].map { row($0.values) } }

    func makeIterator() -> AnyIterator<Row> {
      var rows = table.rows.makeIterator()
      return AnyIterator { rows.next().map(row) }
    }

    private func row(_ values: [Value]) -> Row {
      Row(columns: shared, cells: values.map(\.written))
    }

    /// The rows of two tables with the same first column, side by side.
    static func pairs(_ old: Rows, _ new: Rows) -> AnyIterator<(old: Row?, new: Row?)> {
      let (olds, news) = (old.makeIterator(), new.makeIterator())
      var (before, after) = (olds.next(), news.next())
      return AnyIterator {
        let pair = (old: before, new: after)
        if let left = before?.cells.first, let right = after?.cells.first, left != right {
          if DatasetDiff.precedes(left, right) {
            before = olds.next()
            return (pair.old, nil)
          }
          after = news.next()
          return (nil, pair.new)
        }
        guard pair.old != nil || pair.new != nil else { return nil }
        (before, after) = (olds.next(), news.next())
        return pair
      }
    }
  }
}

/// A sheet of a workbook: typed cells under a header.
struct Sheet {
  /// What stands in a cell.
  enum Cell {
    case value(Value)
    /// Text that leads to a web page.
    case address(String)
    /// Text that leads to a row of another sheet, counted from 0 below the header.
    case row(text: String, sheet: String, Int)
  }

  let name: String
  let columns: [Column]
  let rowCount: Int
  /// As many, made one by one as they are asked for.
  let rows: AnySequence<[Cell]>

  /// The most rows and characters (UTF-16) that a sheet and a cell can hold, and the most links that
  /// a sheet can: Excel's limits.
  static let rowLimit = 1_048_575
  static let textLimit = 32_767
  static let linkLimit = 65_530
  /// Longest address that Excel opens.
  static let addressLimit = 2_079

  init(_ name: String, _ columns: [Column], rows: [[Cell]]) {
    self.init(name, columns, rowCount: rows.count, rows: rows)
  }

  init(_ name: String, _ columns: [Column], rowCount: Int, rows: some Sequence<[Cell]>) {
    self.name = name
    self.columns = columns
    self.rowCount = rowCount
    self.rows = AnySequence(rows)
  }

  /// A table as it is.
  init(_ name: String, _ table: Table) {
    self.init(
      name, table.schema.columns, rowCount: table.count,
      rows: table.rows.lazy.map { row in row.map { Cell.value($0) } })
  }
}

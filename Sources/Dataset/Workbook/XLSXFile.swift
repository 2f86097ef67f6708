import CXLSXWriter

/// Writes sheets as an Office Open XML workbook (ECMA-376) through libxlsxwriter: a header that
/// stays in sight, a filter over the columns, cells of the columns' types, zones in their colour.
///
/// The bytes depend on the sheets and on the version of the library only: the library dates the
/// files in its ZIP 1980-01-01, and the properties get that date too. Text is written as text,
/// never read for formulas.
struct XLSXFile {
  private let book: UnsafeMutablePointer<lxw_workbook>
  private let path: String
  private var styles: XLSXStyles

  /// - Throws: `DatasetError.file` when the file, or the library's temporary files beside it, cannot
  ///   be written.
  static func write(_ sheets: [Sheet], title: String, to path: String) throws(DatasetError) {
    var file = try XLSXFile(title: title, path: path)
    for sheet in sheets { try file.add(sheet) }
    try file.close()
  }

  private init(title: String, path: String) throws(DatasetError) {
    self.path = path
    let folder = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
    let book = folder.withMutableCString { folder in
      // Rows go to a temporary file as they come, so that a long sheet takes no memory.
      var options = lxw_workbook_options()
      options.constant_memory = 1
      options.tmpdir = folder
      return workbook_new_opt(path, &options)
    }
    guard let book else { throw .file(path: path, reason: "no memory for a workbook") }
    self.book = book
    styles = XLSXStyles(book)
    title.withMutableCString { title in
      "Tilik".withMutableCString { program in
        var properties = lxw_doc_properties()
        properties.title = title
        properties.author = program
        properties.created = 315_532_800  // 1980-01-01T00:00:00Z
        workbook_set_properties(book, &properties)
      }
    }
  }

  private func close() throws(DatasetError) {
    try check(workbook_close(book))
  }

  private func check(_ error: lxw_error) throws(DatasetError) {
    guard error != LXW_NO_ERROR else { return }
    throw .file(path: path, reason: "libxlsxwriter: " + String(cString: lxw_strerror(error)))
  }

  private mutating func add(_ sheet: Sheet) throws(DatasetError) {
    guard let page = workbook_add_worksheet(book, sheet.name) else {
      throw .file(path: path, reason: "no sheet can be named \(sheet.name)")
    }
    var widths = sheet.columns.map { $0.name.utf8.count + 3 }
    for (position, column) in sheet.columns.enumerated() {
      try check(
        worksheet_write_string(page, 0, lxw_col_t(position), column.name, styles.header))
    }
    var links = 0
    for (number, row) in sheet.rows.prefix(Sheet.rowLimit).enumerated() {
      for (position, cell) in row.enumerated() {
        let place = Place(page: page, row: lxw_row_t(number + 1), column: lxw_col_t(position))
        let width = try write(cell, sheet.columns[position], at: place, &links)
        widths[position] = max(widths[position], width + 1)
      }
    }
    for (position, width) in widths.enumerated() {
      let column = lxw_col_t(position)
      try check(worksheet_set_column(page, column, column, Double(min(width, 48)), nil))
    }
    worksheet_freeze_panes(page, 1, 0)
    let lastRow = lxw_row_t(min(sheet.rowCount, Sheet.rowLimit))
    try check(
      worksheet_autofilter(page, 0, 0, lastRow, lxw_col_t(max(sheet.columns.count, 1) - 1)))
    for (position, column) in sheet.columns.enumerated() where Self.isZone(column) && lastRow > 0 {
      try colour(lxw_col_t(position), to: lastRow, of: page)
    }
  }

  /// Columns of the contract that hold a zone's name.
  private static func isZone(_ column: Column) -> Bool {
    column.name.split(separator: "_").contains("zone") && !column.name.hasSuffix("shade")
  }

  /// A rule rather than a cell's own colour, so that a zone that a person changes changes colour.
  private func colour(
    _ column: lxw_col_t, to lastRow: lxw_row_t, of page: UnsafeMutablePointer<lxw_worksheet>
  ) throws(DatasetError) {
    for (zone, style) in styles.zones {
      let error = "\"\(zone)\"".withMutableCString { name in
        var rule = lxw_conditional_format()
        rule.type = UInt8(LXW_CONDITIONAL_TYPE_CELL.rawValue)
        rule.criteria = UInt8(LXW_CONDITIONAL_CRITERIA_EQUAL_TO.rawValue)
        rule.value_string = name
        rule.format = style
        return worksheet_conditional_format_range(page, 1, column, lastRow, column, &rule)
      }
      try check(error)
    }
  }

  private struct Place {
    let page: UnsafeMutablePointer<lxw_worksheet>
    let row: lxw_row_t
    let column: lxw_col_t
  }

  /// - Returns: how many characters wide the cell is shown.
  private mutating func write(
    _ cell: Sheet.Cell, _ column: Column, at place: Place, _ links: inout Int
  ) throws(DatasetError) -> Int {
    switch cell {
    case .value(let value):
      return try write(value, column, at: place)
    case .address(let address):
      return try link(SheetText.webAddress(address), text: address, at: place, &links)
    case .row(let text, let sheet, let row):
      // Below the header, and counted from 1.
      return try link("internal:'\(sheet)'!A\(row + 2)", text: text, at: place, &links)
    }
  }

  private func link(
    _ target: String?, text: String, at place: Place, _ links: inout Int
  ) throws(DatasetError) -> Int {
    guard let target, links < Sheet.linkLimit else { return try write(text, at: place) }
    links += 1
    try check(
      worksheet_write_url_opt(
        place.page, place.row, place.column, target, styles.link, SheetText.cell(text), nil))
    return text.utf8.count
  }

  private func write(_ text: String, at place: Place) throws(DatasetError) -> Int {
    try check(
      worksheet_write_string(place.page, place.row, place.column, SheetText.cell(text), nil))
    return text.utf8.count
  }

  private mutating func write(
    _ value: Value, _ column: Column, at place: Place
  ) throws(DatasetError) -> Int {
    switch value {
    case .null: return 0
    case .text(let text):
      guard column.type == .date, var day = Self.day(text) else {
        return try write(text, at: place)
      }
      try check(
        worksheet_write_datetime(place.page, place.row, place.column, &day, styles.date))
    case .integer(let number):
      try check(
        worksheet_write_number(
          place.page, place.row, place.column, Double(number), styles.number(places: 0)))
    case .decimal(_, let scale):
      try check(
        worksheet_write_number(
          place.page, place.row, place.column, value.double ?? 0, styles.number(places: scale)))
    case .boolean(let truth):
      try check(
        worksheet_write_boolean(place.page, place.row, place.column, truth ? 1 : 0, nil))
    }
    return value.written.utf8.count
  }

  /// A day that a spreadsheet can count: none before 1900.
  private static func day(_ text: String) -> lxw_datetime? {
    let parts = text.split(separator: "-").compactMap { CInt($0) }
    guard parts.count == 3, parts[0] >= 1900 else { return nil }
    return lxw_datetime(year: parts[0], month: parts[1], day: parts[2], hour: 0, min: 0, sec: 0)
  }
}

extension String {
  /// The library takes its texts as `char *` and copies them.
  fileprivate func withMutableCString<Result>(
    _ body: (UnsafeMutablePointer<CChar>) -> Result
  ) -> Result {
    var bytes = utf8CString
    return bytes.withUnsafeMutableBufferPointer { buffer in
      // A C string has at least its end.
      body(buffer.baseAddress!)
    }
  }
}

/// What each column of a workbook's sheets means, in both languages.
enum DictionarySheet {
  static let name = "data dictionary"

  static func sheet(of sheets: [Sheet]) -> Sheet {
    var rows: [[Sheet.Cell]] = []
    for sheet in sheets {
      for column in sheet.columns {
        let texts = [
          sheet.name, column.name, column.type.rawValue, column.unit,
          column.enumeration?.joined(separator: ", "), column.description, column.deskripsi,
          column.example,
        ]
        rows.append(texts.map { .value(Value($0)) })
      }
      if sheet.rowCount > Sheet.rowLimit { rows.append(cut(sheet)) }
    }
    return Sheet(name, columns, rows: rows)
  }

  /// Says that a sheet does not hold all rows.
  private static func cut(_ sheet: Sheet) -> [Sheet.Cell] {
    let (held, all) = (Sheet.rowLimit, sheet.rowCount)
    let texts: [String?] = [
      sheet.name, nil, nil, nil, nil,
      "The sheet holds the first \(held) of \(all) rows, the most that a sheet can; the CSV holds "
        + "all.",
      "Lembar ini memuat \(held) baris pertama dari \(all), batas sebuah lembar; CSV memuat semua.",
      nil,
    ]
    return texts.map { .value(Value($0)) }
  }

  private static let columns = [
    Column("sheet", "Sheet.", id: "Lembar."),
    Column("column", "Column.", id: "Kolom."),
    Column("type", "What its cells hold.", id: "Jenis isi sel."),
    Column("unit", "Unit of measure.", id: "Satuan."),
    Column("allowed", "The only values allowed.", id: "Nilai yang diizinkan."),
    Column("description", "What it means.", id: "Makna dalam bahasa Inggris."),
    Column("deskripsi", "What it means, in Indonesian.", id: "Makna."),
    Column("example", "A value.", id: "Contoh nilai."),
  ]
}

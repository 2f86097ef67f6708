import Dataset

/// The data dictionary in Markdown: every table and column, and the views of `tilik.sqlite`.
enum DataDictionary {
  static var markdown: String {
    var lines = [
      "# Data dictionary", "",
      "<!-- Written by `tilik schema`; do not edit by hand. -->", "",
      "Every table stands as `NAME.csv`, as `NAME.jsonl` and as a table of `tilik.sqlite`;",
      "`datapackage.json` holds the same descriptions for programs, in English and Indonesian.",
      "In CSV, text that a spreadsheet would take for a formula (`=`, `+`, `-`, `@`, a tab or a line",
      "break in front) stands behind an apostrophe: take away the first character of a cell that",
      "begins with `'=` and the like.",
      "A column in **bold** is never empty; ⚿ marks the primary key.", "",
    ]
    for table in Schema.all { lines += section(table) }
    lines += ["## Views of tilik.sqlite", "", "| view | question |", "|---|---|"]
    lines += View.all.map { "| `\($0.name)` | \($0.question) |" }
    return lines.joined(separator: "\n")
  }

  private static func section(_ table: TableSchema) -> [String] {
    ["## `\(table.name)`", "", table.description, "", "| column | type | what it holds |"]
      + ["|---|---|---|"] + table.columns.map { row($0, in: table) } + [""]
  }

  private static func row(_ column: Column, in table: TableSchema) -> String {
    let key = table.primaryKey.contains(column.name) ? " ⚿" : ""
    let name = column.isRequired ? "**`\(column.name)`**" : "`\(column.name)`"
    var text = column.description
    if let unit = column.unit { text += " Unit: \(unit)." }
    if let target = column.reference { text += " Refers to `\(target.table).\(target.column)`." }
    if let example = column.example { text += " Example: `\(example)`." }
    return "| \(name)\(key) | \(column.type.rawValue) | \(text.replacingBars) |"
  }
}

extension String {
  /// A bar would end a cell of a Markdown table.
  fileprivate var replacingBars: String {
    split(separator: "|", omittingEmptySubsequences: false).joined(separator: "\\|")
  }
}

/// A table as JSON Lines: one object a row, members in the order of the columns, null spelled out.
public enum JSONLines {
  /// A line for each row, the columns in the order of the schema.
  public static func write(_ table: Table) -> [UInt8] {
    var bytes: [UInt8] = []
    let names = names(table.schema)
    table.rows.forEachPacked { append($0, names, to: &bytes) }
    return bytes
  }

  /// What stands in front of each cell of a row.
  static func names(_ schema: TableSchema) -> [[UInt8]] {
    schema.columns.enumerated().map { position, column in
      var bytes = Array((position > 0 ? ", " : "{").utf8)
      JSONWriter.append(column.name.utf8, to: &bytes)
      return bytes + ": ".utf8
    }
  }

  static func append(_ row: [PackedCell], _ names: [[UInt8]], to bytes: inout [UInt8]) {
    for (position, cell) in row.enumerated() {
      bytes += names[position]
      switch cell {
      case .null: bytes += "null".utf8
      case .text(let text): JSONWriter.append(text, to: &bytes)
      default: cell.appendWritten(to: &bytes)
      }
    }
    bytes += "}\n".utf8
  }
}

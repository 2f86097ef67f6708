/// A table as JSON Lines: one object a row, members in the order of the columns, null spelled out.
public enum JSONLines {
  /// A line for each row, the columns in the order of the schema.
  public static func write(_ table: Table) -> [UInt8] {
    var bytes: [UInt8] = []
    for row in table.rows { append(row, table.schema, to: &bytes) }
    return bytes
  }

  static func append(_ row: [Value], _ schema: TableSchema, to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "{"))
    for (position, value) in row.enumerated() {
      if position > 0 { bytes += ", ".utf8 }
      JSONWriter.append(schema.columns[position].name, to: &bytes)
      bytes += ": ".utf8
      JSONWriter.append(JSON(value), to: &bytes, indent: nil)
    }
    bytes += "}\n".utf8
  }
}

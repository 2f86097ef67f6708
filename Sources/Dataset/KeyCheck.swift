/// Primary and foreign keys over a set of tables, before anything is written.
public enum KeyCheck {
  /// Every key that stands twice and every reference that leads nowhere, in the order of the tables.
  /// A reference into a table that is not among `tables` counts as leading nowhere.
  public static func problems(in tables: [Table]) -> [KeyProblem] {
    var keys: [Reference: Set<[UInt8]>] = [:]
    for target in Set(tables.flatMap { $0.schema.foreignKeys.map(\.reference) }) {
      guard let table = tables.first(where: { $0.schema.name == target.table }),
        let position = table.schema.position(of: target.column)
      else { continue }
      keys[target] = Set(table.rows.map { Array($0[position].written.utf8) })
    }
    var problems: [KeyProblem] = []
    for table in tables {
      problems += duplicates(in: table)
      for (column, target) in table.schema.foreignKeys {
        guard let position = table.schema.position(of: column) else { continue }
        let known = keys[target] ?? []
        var reported: Set<[UInt8]> = []
        for row in table.rows where !row[position].isNull {
          let value = Array(row[position].written.utf8)
          if !known.contains(value), reported.insert(value).inserted {
            problems.append(
              .dangling(
                table: table.schema.name, column: column, value: row[position].written,
                target: target))
          }
        }
      }
    }
    return problems
  }

  private static func duplicates(in table: Table) -> [KeyProblem] {
    let positions = table.schema.keyPositions
    var seen: Set<[UInt8]> = []
    var problems: [KeyProblem] = []
    for row in table.rows {
      let parts = positions.map { row[$0].written }
      if !seen.insert(Array(parts.joined(separator: "\u{1F}").utf8)).inserted {
        problems.append(
          .duplicate(table: table.schema.name, key: parts.joined(separator: ", ")))
      }
    }
    return problems
  }
}

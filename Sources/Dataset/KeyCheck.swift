/// Primary and foreign keys over a set of tables, before anything is written.
public enum KeyCheck {
  /// Every key that stands twice and every reference that leads nowhere, in the order of the tables.
  /// A reference into a table that is not among `tables` counts as leading nowhere.
  public static func problems(in tables: [Table]) -> [KeyProblem] {
    var keys: [Reference: KeySet] = [:]
    for target in Set(tables.flatMap { $0.schema.foreignKeys.map(\.reference) }) {
      guard let table = tables.first(where: { $0.schema.name == target.table }),
        let position = table.schema.position(of: target.column)
      else { continue }
      keys[target] = KeySet(table.rows.lazy.map { $0[position].written })
    }
    return tables.flatMap { table in
      duplicates(in: table) + dangling(in: table, keys)
    }
  }

  private static func duplicates(in table: Table) -> [KeyProblem] {
    let positions = table.schema.keyPositions
    var seen: Set<[UInt8]> = []
    var last: [UInt8]?
    var problems: [KeyProblem] = []
    for row in table.rows {
      let parts = positions.map { row[$0].written }
      let key = Array(parts.joined(separator: "\u{1F}").utf8)
      // In a sorted table equal keys are neighbours, and no other row need be remembered.
      let isKnown = table.isSorted ? key == last : !seen.insert(key).inserted
      last = key
      if isKnown {
        problems.append(
          .duplicate(table: table.schema.name, key: parts.joined(separator: ", ")))
      }
    }
    return problems
  }

  private static func dangling(in table: Table, _ keys: [Reference: KeySet]) -> [KeyProblem] {
    let references = table.schema.foreignKeys.compactMap { column, target in
      table.schema.position(of: column).map { (column: column, position: $0, target: target) }
    }
    guard !references.isEmpty else { return [] }
    var found = references.map { _ in (problems: [KeyProblem](), values: Set<[UInt8]>()) }
    for row in table.rows {
      for (place, reference) in references.enumerated() where !row[reference.position].isNull {
        let value = row[reference.position].written
        guard keys[reference.target]?.contains(value) != true,
          found[place].values.insert(Array(value.utf8)).inserted
        else { continue }
        found[place].problems.append(
          .dangling(
            table: table.schema.name, column: reference.column, value: value,
            target: reference.target))
      }
    }
    return found.flatMap(\.problems)
  }
}

/// Which keys there are, by 64 bits of a hash each: what it does not hold is no key. That a text which is none
/// has the hash of one of a million keys comes about once in 10^13; SQLite checks all references once more.
private struct KeySet {
  private let hashes: [UInt64]

  init(_ keys: some Sequence<String>) {
    hashes = keys.map(Self.hash).sorted()
  }

  func contains(_ key: String) -> Bool {
    let hash = Self.hash(key)
    let place = hashes.partitionPoint { $0 >= hash }
    return place < hashes.count && hashes[place] == hash
  }

  private static func hash(_ key: String) -> UInt64 {
    var key = key
    var hasher = Hasher()
    key.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
    return UInt64(bitPattern: Int64(hasher.finalize()))
  }
}

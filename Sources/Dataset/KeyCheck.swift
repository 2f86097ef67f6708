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
      keys[target] = KeySet(table, position)
    }
    return tables.flatMap { problems(in: $0, keys) }
  }

  private static func problems(in table: Table, _ keys: [Reference: KeySet]) -> [KeyProblem] {
    let schema = table.schema
    let positions = schema.keyPositions
    let references = schema.foreignKeys.compactMap { column, target in
      schema.position(of: column).map {
        (column: column, position: $0, target: target, keys: keys[target])
      }
    }
    var dangling = references.map { _ in (problems: [KeyProblem](), values: Set<[UInt8]>()) }
    var duplicates: [KeyProblem] = []
    var seen: Set<[UInt8]> = []
    var (key, last): ([UInt8], [UInt8]?) = ([], nil)
    var value: [UInt8] = []
    table.rows.forEachPacked { row in
      key.removeAll(keepingCapacity: true)
      for (place, position) in positions.enumerated() {
        if place > 0 { key.append(separator) }
        row[position].appendWritten(to: &key)
      }
      // In a sorted table equal keys are neighbours, and no other row need be remembered.
      if table.isSorted ? key == last : !seen.insert(key).inserted {
        let parts = positions.map { row[$0].value.written }
        duplicates.append(.duplicate(table: schema.name, key: parts.joined(separator: ", ")))
      }
      last = key
      for (place, reference) in references.enumerated() {
        if case .null = row[reference.position] { continue }
        value.removeAll(keepingCapacity: true)
        row[reference.position].appendWritten(to: &value)
        guard reference.keys?.contains(value) != true, dangling[place].values.insert(value).inserted
        else { continue }
        dangling[place].problems.append(
          .dangling(
            table: schema.name, column: reference.column,
            value: String(decoding: value, as: UTF8.self), target: reference.target))
      }
    }
    return duplicates + dangling.flatMap(\.problems)
  }

  private static let separator: UInt8 = 0x1F
}

/// Which keys there are, by 64 bits of a hash each: what it does not hold is no key. That a text which is none
/// has the hash of one of a million keys comes about once in 10^13; SQLite checks all references once more.
private struct KeySet {
  private let hashes: [UInt64]

  init(_ table: Table, _ position: Int) {
    var hashes: [UInt64] = []
    hashes.reserveCapacity(table.count)
    var key: [UInt8] = []
    table.rows.forEachPacked { row in
      key.removeAll(keepingCapacity: true)
      row[position].appendWritten(to: &key)
      hashes.append(Self.hash(key))
    }
    hashes.sort()
    self.hashes = hashes
  }

  func contains(_ key: [UInt8]) -> Bool {
    let hash = Self.hash(key)
    let place = hashes.partitionPoint { $0 >= hash }
    return place < hashes.count && hashes[place] == hash
  }

  private static func hash(_ key: [UInt8]) -> UInt64 {
    var hasher = Hasher()
    key.withUnsafeBytes { hasher.combine(bytes: $0) }
    return UInt64(bitPattern: Int64(hasher.finalize()))
  }
}

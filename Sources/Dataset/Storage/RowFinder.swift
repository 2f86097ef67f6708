import Synchronization

/// Finds rows of a sorted table by what stands in the first column of its key.
///
/// Blocks that were read lately are kept, so that a small table is read once.
public final class RowFinder: Sendable {
  private static let keptBlocks = 256

  private let table: Table
  private let kept = Mutex<[Int: [[Value]]]>([:])

  fileprivate init(_ table: Table) {
    precondition(table.isSorted && table.schema.keyPositions.first == 0, table.schema.name)
    self.table = table
  }

  /// The rows with that value there, in their order.
  public func rows(_ value: String) -> [Record] {
    guard !table.rows.isEmpty else { return [] }
    let value = Value.text(value)
    var found: [Record] = []
    for block in table.rows.firstBlock(for: value)..<table.rows.blockCount {
      let rows = rows(ofBlock: block)
      let start = rows.partitionPoint { !Value.precedes($0[0], value) }
      for row in rows[start...] {
        guard row[0] == value else { return found }
        found.append(Record(schema: table.schema, values: row))
      }
    }
    return found
  }

  /// The first row whose column has the value, or nil.
  public subscript(value: String) -> Record? { rows(value).first }

  private func rows(ofBlock block: Int) -> [[Value]] {
    if let rows = kept.withLock({ $0[block] }) { return rows }
    let rows = table.rows.rows(ofBlock: block)
    kept.withLock { kept in
      if kept.count >= Self.keptBlocks { kept = [:] }
      kept[block] = rows
    }
    return rows
  }
}

extension Table {
  /// Looks up rows of the table, which is sorted and has the first column of its key as its first column.
  public func finder() -> RowFinder { RowFinder(self) }
}

import Synchronization

/// Finds rows of a sorted table by what stands in the first column of its key.
///
/// Blocks that were read lately are kept, so that a small table is read once. They are kept as they are packed,
/// and of their rows only those that are looked for are unpacked.
public final class RowFinder: Sendable {
  private static let keptBlocks = 2048

  private let table: Table
  /// Of each column, whether anybody looks at it.
  private let isWanted: [Bool]
  private let kept = Mutex<[Int: [UInt8]]>([:])

  fileprivate init(_ table: Table, columns: [String]?) {
    precondition(table.isSorted && table.schema.keyPositions.first == 0, table.schema.name)
    self.table = table
    isWanted = table.schema.columns.map { columns?.contains($0.name) ?? true }
  }

  /// The rows with that value there, in their order.
  public func rows(_ value: String) -> [Record] {
    guard !table.rows.isEmpty else { return [] }
    let wanted = Value.text(value)
    let blocks = table.rows.firstBlock(for: wanted)..<table.rows.blockCount - 1
    var found: [Record] = []
    for block in blocks {
      guard add(rowsOf: packed(block), with: value, to: &found) else { return found }
    }
    let rest = table.rows.rows(ofBlock: table.rows.blockCount - 1)
    for row in rest[rest.partitionPoint { !Value.precedes($0[0], wanted) }...] {
      guard row[0] == wanted else { break }
      found.append(Record(schema: table.schema, values: row))
    }
    return found
  }

  /// - Returns: whether rows behind the block may have the value too.
  private func add(rowsOf block: [UInt8], with value: String, to found: inout [Record]) -> Bool {
    block.withUnsafeBufferPointer { block in
      var reader = PackedReader(block)
      var cells: [PackedCell] = []
      for _ in 0..<reader.number() {
        reader.row(&cells)
        // What is no text stands in front of all texts.
        guard case .text(let text) = cells[0] else { continue }
        if text.lexicographicallyPrecedes(value.utf8) { continue }
        guard text.elementsEqual(value.utf8) else { return false }
        let values = zip(cells, isWanted).map { $1 ? $0.value : .null }
        found.append(Record(schema: table.schema, values: values))
      }
      return true
    }
  }

  /// The first row whose column has the value, or nil.
  public subscript(value: String) -> Record? { rows(value).first }

  private func packed(_ block: Int) -> [UInt8] {
    if let bytes = kept.withLock({ $0[block] }) { return bytes }
    let bytes = table.rows.packed(block)
    kept.withLock { kept in
      if kept.count >= Self.keptBlocks { kept = [:] }
      kept[block] = bytes
    }
    return bytes
  }
}

extension Table {
  /// Looks up rows of the table, which is sorted and has the first column of its key as its first column.
  /// - Parameter columns: those that are looked at; what stands in others may be left out.
  public func finder(of columns: [String]? = nil) -> RowFinder { RowFinder(self, columns: columns) }
}

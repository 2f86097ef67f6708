/// The order in which a table's rows are written: by primary key, then by the other columns.
struct RowOrder: Sendable {
  private let positions: [Int]

  init(_ schema: TableSchema) {
    let keys = schema.keyPositions
    positions = keys + schema.columns.indices.filter { !keys.contains($0) }
  }

  func precedes(_ left: [Value], _ right: [Value]) -> Bool {
    for position in positions {
      let comparison = Value.compare(left[position], right[position])
      if comparison != 0 { return comparison < 0 }
    }
    return false
  }
}

extension RowList {
  /// In memory where the rows are; else by sorted runs on disk, which are merged.
  /// - Parameters:
  ///   - runSize: packed bytes of the rows that are sorted at once; unpacked they take about five times
  ///     as much.
  ///   - mergedAtOnce: runs, each with a block of rows in memory.
  /// - Throws: `DatasetError.file` when the disk is full.
  func sorted(
    _ order: RowOrder, scratch: Scratch?, runSize: Int = 4 << 20, mergedAtOnce: Int = 64
  ) throws(DatasetError) -> RowList {
    var runs: [RowList] = []
    var rows: [[Value]] = []
    var size = 0
    func endRun() throws(DatasetError) {
      var run = RowList(scratch: scratch)
      for row in rows.sorted(by: order.precedes) { try run.append(row) }
      runs.append(run)
      rows = []
      size = 0
    }
    for row in self {
      rows.append(row)
      if isInMemory { continue }
      size += RowCoding.size(of: row)
      if size >= runSize { try endRun() }
    }
    try endRun()
    while runs.count > 1 {
      var merged: [RowList] = []
      for start in stride(from: 0, to: runs.count, by: mergedAtOnce) {
        let group = runs.dropFirst(start).prefix(mergedAtOnce)
        merged.append(try Self.merged(Array(group), order, scratch: scratch))
      }
      runs = merged
    }
    return runs[0]
  }

  private static func merged(
    _ runs: [RowList], _ order: RowOrder, scratch: Scratch?
  ) throws(DatasetError) -> RowList {
    var iterators = runs.map { $0.makeIterator() }
    var heap = MergeHeap(order)
    for run in iterators.indices {
      if let row = iterators[run].next() { heap.insert(row, run: run) }
    }
    var merged = RowList(scratch: scratch)
    while let (row, run) = heap.first {
      try merged.append(row)
      if let next = iterators[run].next() {
        heap.replaceFirst(by: next)
      } else {
        heap.removeFirst()
      }
    }
    return merged
  }
}

/// The next row of each run, the least on top (a binary heap); of equal rows that of the earlier run.
private struct MergeHeap {
  private var entries: [(row: [Value], run: Int)] = []
  private let order: RowOrder

  init(_ order: RowOrder) { self.order = order }

  var first: (row: [Value], run: Int)? { entries.first }

  mutating func insert(_ row: [Value], run: Int) {
    entries.append((row, run))
    var child = entries.count - 1
    while child > 0, precedes(child, (child - 1) / 2) {
      entries.swapAt(child, (child - 1) / 2)
      child = (child - 1) / 2
    }
  }

  mutating func replaceFirst(by row: [Value]) {
    entries[0].row = row
    sink()
  }

  mutating func removeFirst() {
    entries.swapAt(0, entries.count - 1)
    entries.removeLast()
    sink()
  }

  private mutating func sink() {
    var parent = 0
    while true {
      var least = parent
      for child in [2 * parent + 1, 2 * parent + 2]
      where child < entries.count && precedes(child, least) { least = child }
      if least == parent { return }
      entries.swapAt(parent, least)
      parent = least
    }
  }

  private func precedes(_ left: Int, _ right: Int) -> Bool {
    if order.precedes(entries[left].row, entries[right].row) { return true }
    if order.precedes(entries[right].row, entries[left].row) { return false }
    return entries[left].run < entries[right].run
  }
}

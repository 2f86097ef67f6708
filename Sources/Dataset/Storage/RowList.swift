/// The rows of a table: in memory, or, of a table that has a scratch folder, packed in a file as soon as there
/// are more than a few. Read one behind the other; by position each costs its block of rows.
public struct RowList: Sequence, Sendable {
  /// Packed bytes after which rows are written, and so what is read at once: a row that is looked up costs its
  /// block.
  private static let blockSize = 2 << 10

  public private(set) var count = 0
  private let scratch: Scratch?
  private var file: ScratchFile?
  private var blocks: [Block] = []
  /// The last rows, which are in no block yet, and how long they are packed.
  private var tail: [[Value]] = []
  private var tailSize = 0

  private struct Block {
    /// Of its first row.
    let position: Int
    /// In the first column of its first row.
    let first: Value
    let place: Range<Int>
  }

  init(scratch: Scratch? = nil) {
    self.scratch = scratch
  }

  public var isEmpty: Bool { count == 0 }
  public var first: [Value]? { isEmpty ? nil : self[0] }

  /// Whether all rows are in memory.
  var isInMemory: Bool { blocks.isEmpty }

  /// - Throws: `DatasetError.file` when the disk is full.
  mutating func append(_ row: [Value]) throws(DatasetError) {
    tail.append(row)
    count += 1
    guard let scratch else { return }
    tailSize += RowCoding.size(of: row)
    guard tailSize >= Self.blockSize else { return }
    if file == nil { file = try scratch.file() }
    guard let file else { return }
    blocks.append(
      Block(
        position: count - tail.count, first: tail[0].first ?? .null,
        place: try file.append(RowCoding.bytes(of: tail))))
    tail.removeAll(keepingCapacity: true)
    tailSize = 0
  }

  /// A row by its position, from 0.
  public subscript(position: Int) -> [Value] {
    precondition((0..<count).contains(position), "row \(position) of \(count)")
    let onDisk = count - tail.count
    if position >= onDisk { return tail[position - onDisk] }
    let block = blocks.partitionPoint { $0.position > position } - 1
    return rows(ofBlock: block)[position - blocks[block].position]
  }

  // MARK: Blocks

  /// The rows in memory are one more block, the last.
  var blockCount: Int { blocks.count + 1 }

  /// Of rows that are in the order of their first column: the first block in which a value may stand there.
  func firstBlock(for value: Value) -> Int {
    Swift.max(0, blocks.partitionPoint { !Value.precedes($0.first, value) } - 1)
  }

  func rows(ofBlock block: Int) -> [[Value]] {
    block < blocks.count ? RowCoding.rows(from: packed(block)) : tail
  }

  /// A block that is on disk, as it is packed.
  func packed(_ block: Int) -> [UInt8] {
    guard let file else { preconditionFailure("no block of rows is on disk") }
    return file.read(blocks[block].place)
  }

  public func makeIterator() -> Iterator { Iterator(self) }

  public struct Iterator: IteratorProtocol {
    private let list: RowList
    private var block = -1
    private var rows: [[Value]] = []
    private var position = 0

    fileprivate init(_ list: RowList) { self.list = list }

    public mutating func next() -> [Value]? {
      while position == rows.count {
        guard block < list.blocks.count else { return nil }
        block += 1
        rows = list.rows(ofBlock: block)
        position = 0
      }
      position += 1
      return rows[position - 1]
    }
  }
}

extension RowList: Hashable {
  public static func == (left: RowList, right: RowList) -> Bool {
    left.count == right.count && left.elementsEqual(right)
  }

  public static func == (left: RowList, right: [[Value]]) -> Bool {
    left.count == right.count && left.elementsEqual(right)
  }

  public func hash(into hasher: inout Hasher) {
    for row in self { hasher.combine(row) }
  }
}

extension RandomAccessCollection where Index == Int {
  /// The first position for which the condition holds, of elements of which it holds for none or all behind
  /// the first.
  func partitionPoint(_ isBehind: (Element) -> Bool) -> Int {
    var (low, high) = (startIndex, endIndex)
    while low < high {
      let middle = low + (high - low) / 2
      if isBehind(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}

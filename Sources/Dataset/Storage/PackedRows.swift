/// A cell of a row as it is packed: writers need most rows only to write them out again, and no text of theirs.
enum PackedCell {
  case null
  /// UTF-8, never empty; there as long as its row is being looked at.
  case text(UnsafeBufferPointer<UInt8>)
  case integer(Int)
  case decimal(units: Int64, scale: Int)
  case boolean(Bool)

  /// The value; its text is a copy.
  var value: Value {
    switch self {
    case .null: .null
    case .text(let text): .text(String(decoding: text, as: UTF8.self))
    case .integer(let number): .integer(number)
    case .decimal(let units, let scale): .decimal(units: units, scale: scale)
    case .boolean(let truth): .boolean(truth)
    }
  }

  /// Adds what `Value.written` says.
  func appendWritten(to bytes: inout [UInt8]) {
    switch self {
    case .null: break
    case .text(let text): bytes += text
    default: bytes += value.written.utf8
    }
  }
}

extension RowList {
  /// Rows that are packed at once, of those that are in memory.
  private static let packedAtOnce = 64

  /// The rows one behind another, none of them unpacked. Cells hold only while `body` looks at them.
  func forEachPacked<Failure>(
    _ body: ([PackedCell]) throws(Failure) -> Void
  ) throws(Failure) {
    var cells: [PackedCell] = []
    for block in 0..<blockCount - 1 { try Self.each(in: packed(block), &cells, body) }
    let rest = rows(ofBlock: blockCount - 1)
    for start in stride(from: 0, to: rest.count, by: Self.packedAtOnce) {
      let rows = Array(rest[start..<Swift.min(start + Self.packedAtOnce, rest.count)])
      try Self.each(in: RowCoding.bytes(of: rows), &cells, body)
    }
  }

  private static func each<Failure>(
    in bytes: [UInt8], _ cells: inout [PackedCell],
    _ body: ([PackedCell]) throws(Failure) -> Void
  ) throws(Failure) {
    try bytes.withUnsafeBufferPointer { bytes throws(Failure) in
      var reader = PackedReader(bytes)
      for _ in 0..<reader.number() {
        reader.row(&cells)
        try body(cells)
      }
    }
  }
}

/// Goes over packed rows, which nobody but this process wrote.
struct PackedReader {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var place = 0

  init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  mutating func number() -> UInt64 {
    var value: UInt64 = 0
    var shift: UInt64 = 0
    while true {
      precondition(place < bytes.count, RowCoding.damage)
      let byte = bytes[place]
      place += 1
      value |= UInt64(byte & 0x7F) << shift
      if byte < 0x80 { return value }
      shift += 7
    }
  }

  private mutating func int() -> Int {
    let value = number()
    return Int(bitPattern: UInt(value >> 1)) ^ -Int(value & 1)
  }

  /// The next row, into a list that is used again and again.
  mutating func row(_ cells: inout [PackedCell]) {
    cells.removeAll(keepingCapacity: true)
    for _ in 0..<number() { cells.append(cell()) }
  }

  private mutating func cell() -> PackedCell {
    switch RowCoding.Kind(rawValue: number()) {
    case .null: return .null
    case .text:
      let count = Int(number())
      precondition(count <= bytes.count - place, RowCoding.damage)
      defer { place += count }
      return .text(UnsafeBufferPointer(rebasing: bytes[place..<place + count]))
    case .integer: return .integer(int())
    case .decimal: return .decimal(units: Int64(int()), scale: int())
    case .no: return .boolean(false)
    case .yes: return .boolean(true)
    case nil: preconditionFailure(RowCoding.damage)
    }
  }
}

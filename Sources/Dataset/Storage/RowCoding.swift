/// Rows as bytes, for files that no other process reads.
enum RowCoding {
  static let damage = "rows on disk are not what was written"

  enum Kind: UInt64 {
    case null, text, integer, decimal, no, yes
  }

  /// About what a row takes.
  static func size(of row: [Value]) -> Int {
    row.reduce(2) { size, value in
      switch value {
      case .text(let text): size + text.utf8.count + 3
      case .integer, .decimal: size + 4
      case .null, .boolean: size + 1
      }
    }
  }

  static func bytes(of rows: [[Value]]) -> [UInt8] {
    var writer = ByteWriter()
    writer.write(list: rows) { writer, row in
      writer.write(list: row) { write($1, to: &$0) }
    }
    return writer.bytes
  }

  private static func write(_ value: Value, to writer: inout ByteWriter) {
    func kind(_ kind: Kind) { writer.write(kind.rawValue) }
    switch value {
    case .null: kind(.null)
    case .text(let text):
      kind(.text)
      writer.write(text)
    case .integer(let number):
      kind(.integer)
      writer.write(number)
    case .decimal(let units, let scale):
      kind(.decimal)
      writer.write(Int(units))
      writer.write(scale)
    case .boolean(let truth): kind(truth ? .yes : .no)
    }
  }

  static func rows(from bytes: [UInt8]) -> [[Value]] {
    var reader = ByteReader(bytes)
    do throws(ByteDamage) {
      return try reader.list { reader throws(ByteDamage) in
        try reader.list { reader throws(ByteDamage) in try value(from: &reader) }
      }
    } catch {
      fatalError(damage)
    }
  }

  private static func value(from reader: inout ByteReader) throws(ByteDamage) -> Value {
    guard let kind = Kind(rawValue: try reader.number()) else { throw ByteDamage() }
    switch kind {
    case .null: return .null
    case .text: return .text(try reader.string())
    case .integer: return .integer(try reader.int())
    case .decimal: return .decimal(units: Int64(try reader.int()), scale: try reader.int())
    case .no: return .boolean(false)
    case .yes: return .boolean(true)
    }
  }
}

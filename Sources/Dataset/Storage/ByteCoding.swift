/// Writes numbers and texts one behind the other, as short as they are.
package struct ByteWriter {
  package private(set) var bytes: [UInt8] = []

  package init() {}

  /// Seven bits a byte, the lowest first (LEB128).
  package mutating func write(_ value: UInt64) {
    var rest = value
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }

  /// Eight bytes, the lowest first: for hashes, which are never small.
  package mutating func write(fixed value: UInt64) {
    withUnsafeBytes(of: value.littleEndian) { bytes.append(contentsOf: $0) }
  }

  /// Small numbers of either sign are short.
  package mutating func write(_ value: Int) {
    write(UInt64(bitPattern: Int64(value << 1) ^ Int64(value >> 63)))
  }

  package mutating func write(_ value: Bool) { bytes.append(value ? 1 : 0) }

  package mutating func write(_ value: [UInt8]) {
    write(UInt64(value.count))
    bytes += value
  }

  package mutating func write(_ value: String) {
    write(UInt64(value.utf8.count))
    bytes += value.utf8
  }

  package mutating func write(_ value: Range<Int>) {
    write(value.lowerBound)
    write(value.count)
  }

  package mutating func write<Value>(
    optional value: Value?, _ body: (inout ByteWriter, Value) -> Void
  ) {
    write(value != nil)
    if let value { body(&self, value) }
  }

  package mutating func write(_ value: String?) { write(optional: value) { $0.write($1) } }

  package mutating func write(_ value: Int?) { write(optional: value) { $0.write($1) } }

  package mutating func write<Value>(list: [Value], _ body: (inout ByteWriter, Value) -> Void) {
    write(UInt64(list.count))
    for value in list { body(&self, value) }
  }
}

/// What was read is not what was written.
package struct ByteDamage: Error {
  package init() {}
}

/// Reads what `ByteWriter` wrote; never beyond the end.
package struct ByteReader {
  private let bytes: [UInt8]
  private var place = 0

  package init(_ bytes: [UInt8]) { self.bytes = bytes }

  package var isAtEnd: Bool { place == bytes.count }

  package mutating func number() throws(ByteDamage) -> UInt64 {
    var value: UInt64 = 0
    var shift: UInt64 = 0
    while place < bytes.count, shift < 64 {
      let byte = bytes[place]
      place += 1
      value |= UInt64(byte & 0x7F) << shift
      if byte < 0x80 { return value }
      shift += 7
    }
    throw ByteDamage()
  }

  package mutating func fixed() throws(ByteDamage) -> UInt64 {
    guard bytes.count - place >= 8 else { throw ByteDamage() }
    place += 8
    return bytes.withUnsafeBytes {
      UInt64(littleEndian: $0.loadUnaligned(fromByteOffset: place - 8, as: UInt64.self))
    }
  }

  package mutating func int() throws(ByteDamage) -> Int {
    let value = try number()
    return Int(bitPattern: UInt(value >> 1)) ^ -Int(value & 1)
  }

  package mutating func int32() throws(ByteDamage) -> Int32 {
    guard let value = Int32(exactly: try int()) else { throw ByteDamage() }
    return value
  }

  package mutating func bool() throws(ByteDamage) -> Bool {
    guard place < bytes.count, bytes[place] < 2 else { throw ByteDamage() }
    place += 1
    return bytes[place - 1] == 1
  }

  package mutating func data() throws(ByteDamage) -> ArraySlice<UInt8> {
    let count = try number()
    guard count <= UInt64(bytes.count - place) else { throw ByteDamage() }
    place += Int(count)
    return bytes[(place - Int(count))..<place]
  }

  package mutating func string() throws(ByteDamage) -> String {
    String(decoding: try data(), as: UTF8.self)
  }

  package mutating func range() throws(ByteDamage) -> Range<Int> {
    let (start, count) = (try int(), try int())
    guard count >= 0, !start.addingReportingOverflow(count).overflow else { throw ByteDamage() }
    return start..<start + count
  }

  package mutating func optional<Value>(
    _ body: (inout ByteReader) throws(ByteDamage) -> Value
  ) throws(ByteDamage) -> Value? {
    try bool() ? try body(&self) : nil
  }

  package mutating func list<Value>(
    _ body: (inout ByteReader) throws(ByteDamage) -> Value
  ) throws(ByteDamage) -> [Value] {
    let count = try number()
    // An element takes a byte at least.
    guard count <= UInt64(bytes.count - place) else { throw ByteDamage() }
    var list: [Value] = []
    list.reserveCapacity(Int(count))
    for _ in 0..<count { list.append(try body(&self)) }
    return list
  }

  package mutating func optionalString() throws(ByteDamage) -> String? {
    try optional { reader throws(ByteDamage) in try reader.string() }
  }

  package mutating func optionalInt() throws(ByteDamage) -> Int? {
    try optional { reader throws(ByteDamage) in try reader.int() }
  }

  package mutating func strings() throws(ByteDamage) -> [String] {
    try list { reader throws(ByteDamage) in try reader.string() }
  }

  /// A case by the text that it is written as.
  package mutating func word<Value: RawRepresentable<String>>() throws(ByteDamage) -> Value {
    guard let value = Value(rawValue: try string()) else { throw ByteDamage() }
    return value
  }
}

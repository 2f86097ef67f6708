import Crypto

/// The first 128 bits of SHA-256, for telling whether something is what it was.
package struct Digest128: Sendable, Hashable {
  package let bytes: [UInt8]

  package init(of data: [UInt8]) { bytes = Array(SHA256.hash(data: data).prefix(16)) }

  package init(of text: String) { self.init(of: Array(text.utf8)) }

  /// - Throws: `ByteDamage` when it is not as long as one.
  package init(from reader: inout ByteReader) throws(ByteDamage) {
    bytes = Array(try reader.data())
    guard bytes.count == 16 else { throw ByteDamage() }
  }
}

extension ByteWriter {
  package mutating func write(_ record: Record) { write(RowCoding.bytes(of: [record.values])) }

  package mutating func write(_ digest: Digest128) { write(digest.bytes) }
}

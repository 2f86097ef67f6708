/// The name of an archive's entry as a path below the archive. It is a label only: nothing is ever
/// written under it.
struct EntryName {
  /// Without empty parts, `.` and `..`.
  let parts: [[UInt8]]
  /// Whether the name was absolute or led out of the archive.
  let isOutside: Bool

  init(_ stored: [UInt8]) {
    var parts: [[UInt8]] = []
    var isOutside = stored.first == UInt8(ascii: "/")
    for part in stored.split(separator: UInt8(ascii: "/")) {
      if part.elementsEqual(".".utf8) { continue }
      if part.elementsEqual("..".utf8) {
        isOutside = isOutside || parts.isEmpty
        _ = parts.popLast()
      } else {
        parts.append(Array(part))
      }
    }
    self.parts = parts
    self.isOutside = isOutside
  }

  var last: [UInt8] { parts.last ?? [] }
  var isHidden: Bool { parts.contains { $0.first == UInt8(ascii: ".") } }

  /// The parts with `/` between them.
  var path: [UInt8] { Array(parts.joined(separator: "/".utf8)) }

  /// The paths without ending of the web pages beside whose folder this lies: for
  /// `a/satu_files/x/b.html`, `a/satu`.
  var pagesBeside: [[UInt8]] {
    parts.indices.dropLast().compactMap { index in
      guard parts[index].count > 6, parts[index].suffix(6).elementsEqual("_files".utf8) else {
        return nil
      }
      return Array(parts[...index].joined(separator: "/".utf8).dropLast(6))
    }
  }
}

/// Numbers names that an archive has several times, at eight bytes and a number each.
struct NameCount {
  private var counts: [UInt64: Int32] = [:]

  /// - Returns: how often the name came by now, 1 for the first time. Names are compared by FNV-1a; two
  ///   that share a hash are numbered as if they were one, which keeps them apart as well.
  mutating func add(_ name: [UInt8]) -> Int {
    let count = (counts[Self.hash(name)] ?? 0) + 1
    counts[Self.hash(name)] = count
    return Int(count)
  }

  func contains(_ name: [UInt8]) -> Bool { counts[Self.hash(name)] != nil }

  /// http://www.isthe.com/chongo/tech/comp/fnv, 64 bits.
  static func hash(_ name: some Sequence<UInt8>) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in name { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return hash
  }
}

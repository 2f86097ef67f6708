import CZlib

/// Writes ZIP and tar archives for tests.
enum ArchiveBuilder {
  struct File {
    var name: [UInt8]
    var bytes: [UInt8]
    /// Of a ZIP entry: 0 stored, 8 deflated.
    var method: UInt16 = 0
    var flags: UInt16 = 0
    /// Of a tar entry.
    var type = UInt8(ascii: "0")
    var link = ""

    init(
      _ name: String, _ text: String = "<p>isi</p>", method: UInt16 = 0, flags: UInt16 = 0,
      type: Character = "0", link: String = ""
    ) {
      self.init(Array(name.utf8), Array(text.utf8))
      (self.method, self.flags, self.link) = (method, flags, link)
      self.type = type.asciiValue ?? self.type
    }

    init(_ name: [UInt8], _ bytes: [UInt8]) {
      self.name = name
      self.bytes = bytes
    }
  }

  /// APPNOTE.TXT, sections 4.3.7, 4.3.12 and 4.3.16.
  static func zip(_ files: [File]) -> [UInt8] {
    var out: [UInt8] = []
    var directory: [UInt8] = []
    for file in files {
      let data = file.method == 8 ? deflated(file.bytes) : file.bytes
      let crc = UInt32(truncatingIfNeeded: crc32(0, file.bytes, UInt32(file.bytes.count)))
      let common =
        two(20) + two(file.flags) + two(file.method) + four(0) + four(crc)
        + four(UInt32(data.count))
        + four(UInt32(file.bytes.count)) + two(UInt16(file.name.count)) + two(0)
      let place = UInt32(out.count)
      out += Array("PK\u{3}\u{4}".utf8) + common + file.name + data
      directory +=
        Array("PK\u{1}\u{2}".utf8) + two(20) + common + two(0) + two(0) + two(0) + four(0)
        + four(place) + file.name
    }
    let end = UInt32(out.count)
    out += directory + Array("PK\u{5}\u{6}".utf8) + four(0)
    out += two(UInt16(files.count)) + two(UInt16(files.count)) + four(UInt32(directory.count))
    return out + four(end) + two(0)
  }

  /// POSIX.1-1988's `ustar`.
  static func tar(_ files: [File]) -> [UInt8] {
    var out: [UInt8] = []
    for file in files {
      var head = [UInt8](repeating: 0, count: 512)
      func put(_ bytes: some Sequence<UInt8>, _ place: Int) {
        for (index, byte) in bytes.enumerated() { head[place + index] = byte }
      }
      func octal(_ value: Int, _ digits: Int) -> [UInt8] {
        let text = String(value, radix: 8)
        return Array((String(repeating: "0", count: digits - text.utf8.count) + text).utf8)
      }
      put(file.name.prefix(100), 0)
      put("0000644".utf8, 100)
      put("0000000".utf8, 108)
      put("0000000".utf8, 116)
      put(octal(file.bytes.count, 11), 124)
      put(octal(0, 11), 136)
      put("        ".utf8, 148)
      head[156] = file.type
      put(file.link.utf8, 157)
      put("ustar\u{0}00".utf8, 257)
      put(octal(head.reduce(0) { $0 + Int($1) }, 6) + [0, 0x20], 148)
      out += head + file.bytes
      out += [UInt8](repeating: 0, count: (512 - file.bytes.count % 512) % 512)
    }
    return out + [UInt8](repeating: 0, count: 1024)
  }

  private static func two(_ value: UInt16) -> [UInt8] { [UInt8(value & 255), UInt8(value >> 8)] }

  private static func four(_ value: UInt32) -> [UInt8] {
    (0..<4).map { UInt8(truncatingIfNeeded: value >> ($0 * 8)) }
  }

  /// gzip's inside: what stands between a head of ten bytes and a tail of eight.
  private static func deflated(_ bytes: [UInt8]) -> [UInt8] {
    Array(ReadingTests.gzip(bytes).dropFirst(10).dropLast(8))
  }
}

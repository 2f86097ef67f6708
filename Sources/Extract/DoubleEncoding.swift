/// UTF-8 that was taken for windows-1252 and made UTF-8 once more (`â€œ` for a quotation mark).
enum DoubleEncoding {
  /// Broken characters needed before a page is called double-encoded: one or two may be meant.
  static let least = 3

  /// The byte that a character stands for in windows-1252, and its length in UTF-8.
  private static func byte(
    _ text: UnsafeBufferPointer<UInt8>, _ index: Int
  ) -> (byte: UInt8, length: Int)? {
    let first = text[index]
    guard first >= 0xC2, let length = sequenceLength(text, index) else { return nil }
    if length == 2 {
      let scalar = UInt32(first & 0x1F) << 6 | UInt32(text[index + 1] & 0x3F)
      if scalar < 0x100 { return (UInt8(scalar), 2) }
      return control(scalar).map { ($0, 2) }
    }
    guard length == 3 else { return nil }
    let scalar =
      UInt32(first & 0x0F) << 12 | UInt32(text[index + 1] & 0x3F) << 6
      | UInt32(text[index + 2] & 0x3F)
    return control(scalar).map { ($0, 3) }
  }

  private static func control(_ scalar: UInt32) -> UInt8? {
    Charset.windows1252Controls.firstIndex { UInt32($0) == scalar }.map { UInt8(0x80 + $0) }
  }

  /// The character that was encoded twice at `index`: its bytes, and how far it goes.
  private static func broken(
    _ text: UnsafeBufferPointer<UInt8>, _ index: Int
  ) -> (bytes: [UInt8], end: Int)? {
    guard let lead = byte(text, index), lead.byte >= 0xC2, lead.byte < 0xF5 else { return nil }
    let count = lead.byte < 0xE0 ? 2 : lead.byte < 0xF0 ? 3 : 4
    var bytes = [lead.byte]
    var place = index + lead.length
    while bytes.count < count {
      guard place < text.count, let next = byte(text, place), next.byte & 0xC0 == 0x80 else {
        return nil
      }
      bytes.append(next.byte)
      place += next.length
    }
    let isWhole = bytes.withUnsafeBufferPointer { sequenceLength($0, 0) == count }
    return isWhole ? (bytes, place) : nil
  }

  /// The text with its broken characters mended, or nil when it is not double-encoded. Every mended
  /// character is one entry of `map`.
  static func repair(
    _ text: UnsafeBufferPointer<UInt8>, _ map: inout OffsetMap
  ) -> [UInt8]? {
    // Only what begins with Â, Ã or â can be broken; sound characters beside it speak against it.
    var brokenCount = 0
    var sound = 0
    var index = 0
    while index < text.count {
      guard text[index] >= 0xC2 else {
        index += 1
        continue
      }
      if let found = broken(text, index) {
        brokenCount += 1
        index = found.end
      } else {
        sound += 1
        index += sequenceLength(text, index) ?? 1
      }
    }
    guard brokenCount >= least, brokenCount > sound else { return nil }
    var out: [UInt8] = []
    out.reserveCapacity(text.count)
    var copied = 0
    func flush(_ end: Int, _ out: inout [UInt8], _ map: inout OffsetMap) {
      guard end > copied else { return }
      map.append(derived: out.count, source: copied, count: end - copied)
      out.append(contentsOf: UnsafeBufferPointer(rebasing: text[copied..<end]))
    }
    index = 0
    while index < text.count {
      guard text[index] >= 0xC2, let found = broken(text, index) else {
        index += 1
        continue
      }
      flush(index, &out, &map)
      map.append(
        derived: out.count, source: index, derivedWidth: found.bytes.count,
        sourceWidth: found.end - index, count: 1)
      out += found.bytes
      index = found.end
      copied = index
    }
    flush(text.count, &out, &map)
    return out
  }
}

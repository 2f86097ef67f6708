/// The character set that a page's own markup names.
struct DeclaredCharset {
  /// As the page writes it, without what stands around it.
  let label: String
  let meaning: CharsetLabel

  private init(label: String, meaning: CharsetLabel) {
    self.label = label
    self.meaning = meaning
  }

  /// What a server names; nil when that is unknown.
  init?(transport label: String?) {
    guard let label else { return nil }
    let meaning = CharsetLabel(label)
    guard meaning != .unknown else { return nil }
    self.init(label: label, meaning: meaning)
  }

  /// Bytes in which a declaration is looked for. The standard asks for the first 1024; saved pages
  /// carry scripts and comments of their savers before it.
  static let searched = 1 << 16

  /// The first label of a `meta` element that is known, else that of the XML declaration, else the
  /// first that is not known. Nil when the page declares nothing.
  static func find(_ page: UnsafeBufferPointer<UInt8>) -> DeclaredCharset? {
    let head = UnsafeBufferPointer(rebasing: page.prefix(searched))
    var unknown: DeclaredCharset?
    var place = 0
    while place < head.count {
      guard head[place] == UInt8(ascii: "<") else {
        place += 1
        continue
      }
      if matches("<!--", head, place) {
        place = after("-->", head, from: place + 2)
      } else if matches("<script", head, place) {
        place = after("</script", head, from: place)
      } else if matches("<style", head, place) {
        place = after("</style", head, from: place)
      } else if matches("<body", head, place) {
        break
      } else if matches("<meta", head, place), place + 5 < head.count,
        isSpace(head[place + 5]) || head[place + 5] == UInt8(ascii: "/")
      {
        let end = after(">", head, from: place)
        if let found = label("charset", head, place..<end) {
          if found.meaning != .unknown { return found }
          unknown = unknown ?? found
        }
        place = end
      } else {
        place += 1
      }
    }
    if matches("<?xml", head, 0),
      let found = label("encoding", head, 0..<after(">", head, from: 0))
    {
      if found.meaning != .unknown { return found }
      unknown = unknown ?? found
    }
    return unknown
  }

  /// The label behind `name`, an equals sign and whatever quotation marks, within a tag. Where the tag
  /// has several, the first that is not empty.
  private static func label(
    _ name: StaticString, _ text: UnsafeBufferPointer<UInt8>, _ tag: Range<Int>
  ) -> DeclaredCharset? {
    var place = tag.lowerBound
    while place < tag.upperBound {
      guard matches(name, text, place) else {
        place += 1
        continue
      }
      place += name.utf8CodeUnitCount
      while place < tag.upperBound, isSpace(text[place]) { place += 1 }
      guard place < tag.upperBound, text[place] == UInt8(ascii: "=") else { continue }
      while place < tag.upperBound, isAround(text[place]) { place += 1 }
      let start = place
      while place < tag.upperBound, isLabel(text[place]) { place += 1 }
      guard place > start else { continue }
      let label = String(decoding: text[start..<min(place, start + 40)], as: UTF8.self)
      return DeclaredCharset(label: label, meaning: CharsetLabel(label))
    }
    return nil
  }

  private static func isAround(_ byte: UInt8) -> Bool {
    isSpace(byte) || byte == UInt8(ascii: "=") || byte == UInt8(ascii: "\"")
      || byte == UInt8(ascii: "'") || byte == UInt8(ascii: "\\")
  }

  private static func isLabel(_ byte: UInt8) -> Bool {
    isNameByte(byte) || byte == UInt8(ascii: ".")
  }

  /// Whether `words` stand at a place, in small or capital letters.
  private static func matches(
    _ words: StaticString, _ text: UnsafeBufferPointer<UInt8>, _ place: Int
  ) -> Bool {
    let count = words.utf8CodeUnitCount
    guard place + count <= text.count else { return false }
    for index in 0..<count {
      let byte = text[place + index]
      let wanted = words.utf8Start[index]
      guard byte == wanted || isLetter(byte) && byte | 0x20 == wanted else { return false }
    }
    return true
  }

  /// The place behind `words`, or the end.
  private static func after(
    _ words: StaticString, _ text: UnsafeBufferPointer<UInt8>, from start: Int
  ) -> Int {
    var place = start
    while place < text.count {
      if matches(words, text, place) { return place + words.utf8CodeUnitCount }
      place += 1
    }
    return text.count
  }
}

internal import CLibXML2

/// The address that a browser notes in a page that it saves.
enum SavedFrom {
  /// Browsers of Microsoft and Google write the first, with the length of the address in front of it;
  /// the extension SingleFile writes the second.
  private static let notes: [StaticString] = ["saved from url=(", "Page saved with SingleFile"]
  /// The note stands in a comment at the head of the page.
  private static let reach = 4096

  static func address(in page: UnsafeBufferPointer<UInt8>) -> String? {
    let head = page.prefix(reach)
    for note in notes {
      guard let behind = end(of: note, in: head) else { continue }
      guard let start = start(of: "http", in: head[behind...].prefix(200)) else { continue }
      let address = head[start...].prefix { !isSpace($0) && $0 != UInt8(ascii: ">") }
      return String(validating: address, as: UTF8.self)
    }
    return nil
  }

  private static func end(
    of words: StaticString, in bytes: Slice<UnsafeBufferPointer<UInt8>>
  ) -> Int? {
    start(of: words, in: bytes).map { $0 + words.utf8CodeUnitCount }
  }

  private static func start(
    of words: StaticString, in bytes: Slice<UnsafeBufferPointer<UInt8>>
  ) -> Int? {
    let piece = UnsafeRawBufferPointer(UnsafeBufferPointer(rebasing: bytes))
    guard let base = piece.baseAddress,
      let found = memmem(base, piece.count, words.utf8Start, words.utf8CodeUnitCount)
    else { return nil }
    return bytes.startIndex + (UnsafeRawPointer(found) - base)
  }
}

/// The address that a browser notes in a page that it saves.
enum SavedFrom {
  /// Browsers of Microsoft and Google write the first, with the length of the address in front of it;
  /// the extension SingleFile writes the second.
  private static let notes = ["saved from url=(", "Page saved with SingleFile"]
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

  private static func end(of words: String, in bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Int? {
    start(of: words, in: bytes).map { $0 + words.utf8.count }
  }

  private static func start(of words: String, in bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Int? {
    let words = Array(words.utf8)
    guard bytes.count >= words.count else { return nil }
    return (bytes.startIndex...bytes.endIndex - words.count).first {
      bytes[$0] == words[0] && bytes[$0..<$0 + words.count].elementsEqual(words)
    }
  }
}

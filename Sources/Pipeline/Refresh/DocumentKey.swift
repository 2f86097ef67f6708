import Crawl
import Crypto
import Dataset
import Extract

import struct Foundation.Data

/// The name of an entry of the cache: the first 128 bits of SHA-256 over all that a document's record
/// depends on.
struct DocumentKey: Sendable, Hashable {
  private let high: UInt64
  private let low: UInt64

  /// - Parameters:
  ///   - context: over tables, rules, settings and the program.
  ///   - template: what the page is read without.
  init(_ page: SavedPage, template: SiteTemplate?, isGated: Bool, context: String) {
    let capture = page.capture
    self.init(parts: [
      context, page.sha256, page.address, page.format == .html ? "html" : "text",
      capture.url ?? "-", capture.date ?? "-", capture.status.map(String.init) ?? "-",
      capture.charset ?? "-", page.remark ?? "-", isGated ? "gate" : "",
      template.map { String($0.fingerprint, radix: 16) } ?? "",
    ])
  }

  /// The same document, read without what its site repeats.
  init(_ alone: DocumentKey, without template: SiteTemplate) {
    self.init(parts: [
      String(alone.high, radix: 16), String(alone.low, radix: 16),
      String(template.fingerprint, radix: 16),
    ])
  }

  /// Not of a document, but of a piece of what an archive gave.
  init(listingOf archive: String, sha256: String, piece: Int, context: String) {
    self.init(parts: ["listing", context, archive, sha256, String(piece)])
  }

  private init(parts: [String]) {
    var writer = ByteWriter()
    for part in parts { writer.write(part) }
    let bytes = Array(SHA256.hash(data: writer.bytes))
    high = Self.number(bytes[0..<8])
    low = Self.number(bytes[8..<16])
  }

  /// Nil for what is no key.
  init?(_ data: Data) {
    guard data.count == 16 else { return nil }
    let bytes = Array(data)
    high = Self.number(bytes[0..<8])
    low = Self.number(bytes[8..<16])
  }

  init(words: (high: UInt64, low: UInt64)) {
    (high, low) = words
  }

  var words: (high: UInt64, low: UInt64) { (high, low) }

  var data: Data {
    Data(
      [high, low].flatMap { word in (0..<8).map { UInt8(truncatingIfNeeded: word >> (56 - 8 * $0)) }
      })
  }

  /// 32 hexadecimal digits.
  var text: String {
    [high, low].map { word in
      let digits = String(word, radix: 16)
      return String(repeating: "0", count: 16 - digits.utf8.count) + digits
    }.joined()
  }

  private static func number(_ bytes: ArraySlice<UInt8>) -> UInt64 {
    bytes.reduce(0) { $0 << 8 | UInt64($1) }
  }
}

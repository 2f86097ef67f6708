import Crypto
import Dataset

/// Identifiers made from content, so that a row keeps its name from run to run and a correction
/// finds it again.
enum Identifier {
  /// A letter and the first 12 hexadecimal digits of SHA-256 over the parts.
  static func make(_ prefix: Character, _ parts: [String]) -> String {
    let digest = SHA256.hash(data: Array(parts.joined(separator: "\u{1F}").utf8))
    return String(prefix) + Hexadecimal.text(digest.prefix(6))
  }

  /// SHA-256 of whole contents, 64 hexadecimal digits.
  static func sha256(_ bytes: [UInt8]) -> String {
    Hexadecimal.text(SHA256.hash(data: bytes))
  }
}

/// Makes identifiers of one document, numbering rows that are alike in everything.
struct Identifiers {
  private var seen: [String: Int] = [:]

  mutating func next(_ prefix: Character, _ parts: [String]) -> String {
    let first = Identifier.make(prefix, parts)
    let occurrence = seen[first, default: 0]
    seen[first] = occurrence + 1
    return occurrence == 0 ? first : Identifier.make(prefix, parts + [String(occurrence)])
  }
}

import Crypto

/// Identifiers made from content, so that a row keeps its name from run to run and a correction
/// finds it again.
enum Identifier {
  /// A letter and the first 12 hexadecimal digits of SHA-256 over the parts.
  static func make(_ prefix: Character, _ parts: [String]) -> String {
    let digest = SHA256.hash(data: Array(parts.joined(separator: "\u{1F}").utf8))
    return String(prefix) + hexadecimal(digest.prefix(6))
  }

  static func hexadecimal(_ bytes: some Sequence<UInt8>) -> String {
    let digits = Array("0123456789abcdef".utf8)
    return String(
      decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }

  /// SHA-256 of whole contents, 64 hexadecimal digits.
  static func sha256(_ bytes: [UInt8]) -> String {
    hexadecimal(SHA256.hash(data: bytes))
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

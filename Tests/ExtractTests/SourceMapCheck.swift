import Foundation

@testable import Extract

/// Checks that an article's source map leads back to the page: every kept character to bytes that say it.
enum SourceMapCheck {
  /// What is wrong, or nil.
  static func fault(of article: Article, raw: [UInt8]) -> String? {
    var covered = [Bool](repeating: false, count: article.text.count)
    var end = 0
    for run in article.sourceMap.runs {
      let text = Int(run.text)..<Int(run.text + run.textLength)
      let source = Int(run.raw)..<Int(run.raw + run.rawLength)
      guard text.lowerBound >= end, text.upperBound <= article.text.count else {
        return "runs overlap at \(text)"
      }
      end = text.upperBound
      guard source.upperBound <= raw.count, !source.isEmpty else { return "no bytes at \(source)" }
      let said = article.string(text)
      if run.isCopy {
        guard article.text[text].elementsEqual(raw[source]) else { return "`\(said)` is no copy" }
      } else if said != " ", !stands(for: said, raw[source], article.charset) {
        return "`\(said)` is not `\(String(decoding: raw[source], as: UTF8.self))`"
      }
      for index in text { covered[index] = true }
    }
    for (index, byte) in article.text.enumerated() where !covered[index] {
      guard byte == 0x0A || byte == 0x09 || byte == 0x20 else {
        return "the byte at \(index) was made from nothing"
      }
    }
    let losses = article.losses
    guard losses.decoded == losses.accounted, losses.markup >= 0, losses.furniture >= 0 else {
      return "the ledger does not add up: \(losses)"
    }
    return nil
  }

  /// Whether raw bytes are an entity for, or another character set's spelling of, one character.
  private static func stands(for text: String, _ raw: ArraySlice<UInt8>, _ charset: String) -> Bool
  {
    guard text.unicodeScalars.count == 1, let scalar = text.unicodeScalars.first else {
      return false
    }
    if raw.prefix(2).contains(UInt8(ascii: "&")), raw.count >= 3 { return true }
    if scalar == "\u{FFFD}" { return raw.count <= 3 }
    if charset.hasSuffix("(twice)") { return raw.count > text.utf8.count }
    if charset.hasPrefix("utf-16") { return raw.count == 2 || raw.count == 4 }
    if case .legacy = CharsetLabel(charset) { return (1...4).contains(raw.count) }
    return raw.count == 1 && raw.first! >= 0x80
  }
}

/// Text of pages and of people made harmless for where it is printed.
package enum Escapes {
  /// For a terminal: on one line, without control characters and marks of direction, which could move
  /// the cursor or show other words than there are.
  package static func terminal(_ text: String) -> String {
    var kept = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x09, 0x0A, 0x0D, 0x2028, 0x2029: kept.append(" ")
      case 0...0x1F, 0x7F...0x9F, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069, 0xFEFF: continue
      default: kept.append(scalar)
      }
    }
    return String(kept)
  }

  /// For a line or a cell of GitHub's Markdown: nothing in it is markup, a link, or the mention of an
  /// account.
  package static func markdown(_ text: String) -> String {
    var written = ""
    for character in terminal(text).unicodeScalars {
      switch character {
      case "&": written += "&amp;"
      case "<": written += "&lt;"
      case ">": written += "&gt;"
      // An entity alone would still become a mention: accounts are looked for in the finished page.
      case "@": written += "@&#8203;"
      case "\\", "`", "*", "_", "[", "]", "|", "~", "#", "!", "$": written += "\\\(character)"
      default: written.unicodeScalars.append(character)
      }
    }
    // What looks like an address would become a link.
    for (plain, entity) in [("://", ":&#47;/"), ("www.", "www&#46;")] {
      written = written.replacing(plain, with: entity)
    }
    return written
  }

  /// For XML: markup escaped, and what XML 1.0 has no place for replaced.
  package static func xml(_ text: String) -> String {
    var written = ""
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x26: written += "&amp;"
      case 0x3C: written += "&lt;"
      case 0x3E: written += "&gt;"
      case 0x22: written += "&quot;"
      case 0x09, 0x0A, 0x0D: written += "&#\(scalar.value);"
      case 0...0x1F, 0x7F...0x9F, 0xFFFE, 0xFFFF: written += "\u{FFFD}"
      default: written.unicodeScalars.append(scalar)
      }
    }
    return written
  }

  /// No longer than so many characters.
  package static func short(_ text: String, _ limit: Int = 120) -> String {
    text.count > limit ? text.prefix(limit) + "…" : text
  }
}

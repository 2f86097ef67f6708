/// Text that begins like a spreadsheet's formula, in CSV, where a cell has no type.
///
/// Such text is written with an apostrophe in front. Text that begins with apostrophes and then like
/// a formula gets one more, so that nothing is lost: one that stands before the mark of a formula
/// is taken away in reading.
public enum FormulaText {
  /// The text with the apostrophe that it needs.
  public static func guarded(_ text: String) -> String {
    isGuarded(text.utf8) ? guardMark + text : text
  }

  static func isGuarded(_ text: some Collection<UInt8>) -> Bool {
    isFormula(text.drop { $0 == apostrophe })
  }

  /// The text that `guarded` made the cell from.
  public static func read(_ cell: String) -> String {
    guard cell.utf8.first == apostrophe, isGuarded(cell.utf8) else {
      return cell
    }
    return String(cell.utf8.dropFirst()) ?? cell
  }

  /// The marks are those of OWASP's page on CSV injection, in full width too.
  private static func isFormula(_ text: some Collection<UInt8>) -> Bool {
    guard let first = text.first else { return false }
    switch first {
    case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"), 9, 10, 13:
      return true
    case 0xEF:
      // ＝ ＋ － ＠
      return [0x9D, 0x8B, 0x8D, 0xA0].contains { text.starts(with: [0xEF, 0xBC, $0]) }
    default: return false
    }
  }

  static let guardMark = "'"
  private static let apostrophe = UInt8(ascii: "'")
}

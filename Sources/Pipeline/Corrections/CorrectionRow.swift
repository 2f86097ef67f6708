public import Dataset
import Reconcile

/// A row of `corrections.csv` as it is written, unchecked.
public struct CorrectionRow: Sendable, Hashable {
  /// In the order in which they are written; a file that is read may have them in any.
  public static let columns = [
    "claim", "action", "field", "value", "document", "sha256", "quote", "prefix", "suffix", "about",
    "note", "who", "when",
  ]

  /// Id of the claim when it was looked at.
  public var claim = ""
  /// "accept", "reject" or "change".
  public var action = ""
  /// Of a change: the column that is corrected.
  public var field = ""
  /// Of a change: what it should say.
  public var value = ""
  /// Address of the document.
  public var document = ""
  /// Of the saved page, in hexadecimal.
  public var sha256 = ""
  /// The sentence that the claim stands on.
  public var quote = ""
  /// What stands in front of the quote.
  public var prefix = ""
  /// What stands behind the quote.
  public var suffix = ""
  /// What the claim said, as `about(_:)` writes it.
  public var about = ""
  /// For other people; it has no effect.
  public var note = ""
  /// Who decided.
  public var who = ""
  /// `YYYY-MM-DD`.
  public var when = ""

  public init() {}

  /// - Parameter cells: by the name of their column; those that are missing are empty.
  init(_ cells: [String: String]) {
    func cell(_ name: String) -> String { cells[name] ?? "" }
    (claim, action, field, value) = (cell("claim"), cell("action"), cell("field"), cell("value"))
    (document, sha256, quote) = (cell("document"), cell("sha256"), cell("quote"))
    (prefix, suffix, about) = (cell("prefix"), cell("suffix"), cell("about"))
    (note, who, when) = (cell("note"), cell("who"), cell("when"))
  }

  /// In the order of `columns`.
  var cells: [String] {
    [
      claim, action, field, value, document, sha256, quote, prefix, suffix, about, note, who, when,
    ]
  }

  /// What a claim says, for the cell `about`, from its row of the claims table.
  public static func about(_ claim: Record) -> String {
    ClaimField.telling.compactMap { field in
      let written = claim[field.rawValue].written
      return written.isEmpty ? nil : "\(field.rawValue)=\(escaped(written))"
    }.joined(separator: ";")
  }

  private static func escaped(_ text: String) -> String {
    String(text.flatMap { $0 == ";" || $0 == "\\" ? ["\\", $0] : [$0] })
  }

  /// Reads such a cell.
  /// - Throws: `PipelineError` for a name that is none, and for a part without `=`.
  static func read(about text: String) throws(PipelineError) -> [ClaimField: String] {
    var parts: [String] = [""]
    var isEscaped = false
    for character in text {
      if isEscaped || character != "\\" && character != ";" {
        parts[parts.count - 1].append(character)
        isEscaped = false
      } else if character == "\\" {
        isEscaped = true
      } else {
        parts.append("")
      }
    }
    var about: [ClaimField: String] = [:]
    for part in parts where !part.isEmpty {
      let mark = part.firstIndex(of: "=") ?? part.endIndex
      guard mark < part.endIndex, let field = ClaimField(rawValue: String(part[..<mark])) else {
        throw PipelineError(
          "about has \"\(part.prefix(40))\"; write name=value;name=value with the names of "
            + "the claims table")
      }
      about[field] = String(part[part.index(after: mark)...])
    }
    return about
  }
}

public import Dataset
public import Reconcile

/// A row of `corrections.csv` as it is written, unchecked.
public struct CorrectionRow: Sendable, Hashable {
  public static let columns = [
    "claim", "action", "field", "value", "document", "sha256", "quote", "prefix", "suffix", "about",
    "note", "who", "when",
  ]

  public var claim = ""
  public var action = ""
  public var field = ""
  public var value = ""
  public var document = ""
  public var sha256 = ""
  public var quote = ""
  public var prefix = ""
  public var suffix = ""
  public var about = ""
  public var note = ""
  public var who = ""
  public var when = ""

  public init() {}

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

import Dataset
public import Reconcile

/// What a person answers about a claim, in one line:
///
///     a                               rightly read
///     r -- the page speaks of 2022    not said, and why
///     c score=80.58; year=2023        fields that are wrong, and what they must be
public enum ReviewAnswer: Sendable {
  /// The rows to write: one, or one per changed field.
  case decided([CorrectionRow])
  case skip, quit, help
  /// The line cannot be used; why.
  case problem(String)

  /// - Parameters:
  ///   - who: who decides.
  ///   - day: `YYYY-MM-DD`.
  public static func read(
    _ line: String, about item: ReviewItem, checker: CorrectionChecker, who: String, day: String
  ) -> ReviewAnswer {
    let (command, note) = split(line, at: " -- ")
    let words = command.split(maxSplits: 1, whereSeparator: \.isWhitespace)
    let rest = words.count > 1 ? String(words[1]) : ""
    var row = row(item, who: who, day: day)
    row.note = note
    switch words.first ?? "" {
    case "a", "accept":
      guard rest.isEmpty else { return .problem("accept takes nothing but a note: a -- note") }
      row.action = CorrectionAction.accept.rawValue
      return .decided([row])
    case "r", "reject":
      guard rest.isEmpty else { return .problem("reject takes nothing but a note: r -- note") }
      row.action = CorrectionAction.reject.rawValue
      return .decided([row])
    case "c", "change": return change(row, rest, item, checker)
    case "s", "skip", "": return .skip
    case "q", "quit": return .quit
    case "?", "h", "help": return .help
    default: return .problem("\"\(words[0].prefix(20))\" is no answer; ? tells what is")
    }
  }

  private static func change(
    _ row: CorrectionRow, _ fields: String, _ item: ReviewItem, _ checker: CorrectionChecker
  ) -> ReviewAnswer {
    var rows: [CorrectionRow] = []
    for part in fields.split(separator: ";") {
      let mark = part.firstIndex(of: "=") ?? part.endIndex
      let name = trimmed(part[..<mark])
      guard mark < part.endIndex, let field = ClaimField(rawValue: name),
        ClaimField.changeable.contains(field)
      else {
        let names = ClaimField.changeable.map(\.rawValue).joined(separator: ", ")
        return .problem("write c field=value; fields are \(names)")
      }
      let value = trimmed(part[part.index(after: mark)...])
      do {
        let about = (try? CorrectionRow.read(about: row.about)) ?? [:]
        _ = try checker.value(field, value, about: about)
      } catch {
        return .problem("\(error)")
      }
      if item.claim[name].written == value { return .problem("\(name) is \(value) already") }
      var row = row
      row.action = CorrectionAction.change.rawValue
      (row.field, row.value) = (name, value)
      rows.append(row)
    }
    return rows.isEmpty ? .problem("write c field=value") : .decided(rows)
  }

  private static func row(_ item: ReviewItem, who: String, day: String) -> CorrectionRow {
    var row = CorrectionRow()
    row.claim = item.claim["claim"].written
    row.document = item.claim["document"].written
    row.sha256 = item.sha256
    row.quote = item.claim["quote"].written
    // Where lines end does not matter to an anchor, and a row stays on one line of the file.
    (row.prefix, row.suffix) = (onOneLine(item.prefix), onOneLine(item.suffix))
    row.about = CorrectionRow.about(item.claim)
    (row.who, row.when) = (who, day)
    return row
  }

  private static func onOneLine(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  private static func split(_ line: String, at mark: String) -> (String, String) {
    guard let range = line.range(ofFirst: mark) else { return (line, "") }
    return (String(line[..<range.lowerBound]), trimmed(line[range.upperBound...]))
  }

  private static func trimmed(_ text: some StringProtocol) -> String {
    var view = Substring(text)
    while let first = view.first, first.isWhitespace { view.removeFirst() }
    while let last = view.last, last.isWhitespace { view.removeLast() }
    return String(view)
  }
}

extension String {
  fileprivate func range(ofFirst part: String) -> Range<String.Index>? {
    var place = startIndex
    while place < endIndex {
      if self[place...].hasPrefix(part) {
        return place..<index(place, offsetBy: part.count)
      }
      place = index(after: place)
    }
    return nil
  }
}

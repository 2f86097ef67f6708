public import Dataset

extension PreviewReport {
  /// `2 results added, 1 dropped; 1 target changed`.
  public var headline: String {
    let parts = [("results", "result"), ("targets", "target"), ("totals", "total")].compactMap {
      table, name -> String? in
      var name: String? = name
      let counts = Change.allCases.compactMap { change -> String? in
        let count = count(change, in: table)
        guard count > 0 else { return nil }
        defer { name = nil }
        return "\(count) " + (name.map { (count == 1 ? $0 : $0 + "s") + " " } ?? "")
          + change.rawValue
      }
      return counts.isEmpty ? nil : counts.joined(separator: ", ")
    }
    return parts.isEmpty ? "no row is another one" : parts.joined(separator: "; ")
  }

  /// For people: a row, what it says, and the sentences it rests on.
  public var text: String {
    var lines = ["\(pipeline) against \(against): \(headline)"]
    for row in rows {
      lines.append("\(row.sign) \(row.title): \(row.values)")
      for evidence in row.evidence {
        let mark = row.change == .changed ? (evidence.isNew ? "+ " : "- ") : ""
        lines.append("    \(mark)“\(evidence.quote)”")
        lines.append("      \(evidence.source)")
      }
    }
    return lines.joined(separator: "\n")
  }

  /// As a comment under a change of rules.
  public var markdown: String {
    var lines = ["**\(Self.escaped(pipeline)) against \(Self.escaped(against)):** \(headline)"]
    guard !rows.isEmpty else { return lines[0] }
    lines += ["", "| | row | says | sentence | read by |", "|---|---|---|---|---|"]
    for row in rows {
      let quotes = row.evidence.map { "“\($0.quote)”" }.joined(separator: " · ")
      let sources = row.evidence.map(\.source).joined(separator: " · ")
      let cells = [row.change.rawValue, row.title, row.values, quotes, sources].map(Self.escaped)
      lines.append("| " + cells.joined(separator: " | ") + " |")
    }
    return lines.joined(separator: "\n")
  }

  /// What a page says may hold anything; in a table it is text.
  private static func escaped(_ text: String) -> String {
    var result = ""
    for character in text {
      switch character {
      case "|", "\\", "`", "*", "_", "[", "]", "#", "~": result += "\\\(character)"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "&": result += "&amp;"
      case _ where character.isNewline: result += " "
      default: result.append(character)
      }
    }
    return result
  }

  /// The same for programs.
  public var json: JSON {
    let list = rows.map { row -> JSON in
      .object([
        .init("change", .string(row.change.rawValue)), .init("table", .string(row.table)),
        .init("about", .string(row.about)),
        .init(
          "cells",
          .array(
            row.cells.map { cell -> JSON in
              .object([
                .init("column", .string(cell.column)), .init("old", Self.orNull(cell.old)),
                .init("new", Self.orNull(cell.new)),
              ])
            })),
        .init(
          "evidence",
          .array(
            row.evidence.map { evidence -> JSON in
              .object([
                .init("document", .string(evidence.document)),
                .init("quote", .string(evidence.quote)), .init("rule", Self.orNull(evidence.rule)),
                .init("places", .array(evidence.places.map(JSON.string))),
                .init("version", .string(evidence.isNew ? "new" : "old")),
              ])
            })),
      ])
    }
    return .object([
      .init("pipeline", .string(pipeline)), .init("against", .string(against)),
      .init("rows", .array(list)),
    ])
  }

  private static func orNull(_ text: String) -> JSON { text.isEmpty ? .null : .string(text) }
}

extension PreviewReport.Row {
  fileprivate var sign: String {
    switch change {
    case .added: "+"
    case .dropped: "-"
    case .changed: "~"
    }
  }

  /// Whom it is about; with its table where that is not `results`.
  fileprivate var title: String { table == "results" ? about : "\(table): \(about)" }

  /// The cells that a person looks at first; of a row that changed, all that changed.
  fileprivate var values: String {
    let shown: Set<String> = [
      "score", "zone", "zone_shade", "grade", "category", "rank", "status", "count", "of",
    ]
    return cells.compactMap { cell in
      if change == .changed { return "\(cell.column) \(word(cell.old)) → \(word(cell.new))" }
      return shown.contains(cell.column) ? "\(cell.column) \(cell.old)\(cell.new)" : nil
    }.joined(separator: ", ")
  }

  private func word(_ value: String) -> String { value.isEmpty ? "none" : value }
}

extension PreviewReport.Evidence {
  fileprivate var source: String {
    guard !rule.isEmpty else { return document }
    let lines = places.isEmpty ? "" : " (\(places.joined(separator: ", ")))"
    return "\(document), rule \(rule)\(lines)"
  }
}

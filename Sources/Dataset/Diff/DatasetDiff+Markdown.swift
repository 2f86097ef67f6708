extension DatasetDiff {
  /// For a page of Markdown: a job's summary, a comment under a change.
  /// - Parameter limit: results of each sort that are listed; nil for all.
  public func markdown(limit: Int? = nil) -> String {
    func safe(_ text: String) -> String { Escapes.markdown(Escapes.short(text, 300)) }
    var lines = ["## What changed", "", "\(headline) (\(counts.old) → \(counts.new) results)", ""]
    if !documents.isEmpty {
      let counts = [Cause.Change.added, .removed, .changed].map { change in
        "\(documents.count { $0.change == change }) \(change.rawValue)"
      }
      lines += ["Documents: \(counts.joined(separator: ", "))", ""]
    }
    if !isBlamable {
      lines += [
        "One of the datasets does not tell what it was made from; causes are not known.", "",
      ]
    }
    let effects = shown(self.effects)
    if !effects.isEmpty {
      lines += ["| results | cause |", "|---:|---|"]
      let shown = effects.prefix(limit ?? effects.count)
      lines += shown.map { "| \($0.results) | \(safe($0.cause.text)) |" }
      if shown.count < effects.count {
        lines += ["", "and \(effects.count - shown.count) other causes"]
      }
      lines.append("")
    }
    for (change, title) in Self.titles {
      let found = results(change)
      guard !found.isEmpty else { continue }
      lines += ["### \(title.prefix(1).uppercased())\(title.dropFirst()) (\(found.count))", ""]
      lines +=
        change == .changed
        ? ["| result | column | before | now | because of |", "|---|---|---|---|---|"]
        : ["| result | values | because of |", "|---|---|---|"]
      for result in found.prefix(limit ?? found.count) {
        func because(_ causes: [Cause]) -> String {
          listed(causes).map(safe).joined(separator: "<br>")
        }
        if change != .changed {
          let values = safe(result.values)
          lines.append("| \(safe(result.name)) | \(values) | \(because(result.causes)) |")
        }
        for cell in result.cells where cell.column != "claims" || result.cells.count == 1 {
          lines.append(
            "| \(safe(result.name)) | \(safe(cell.column)) | \(safe(Escapes.short(cell.old))) | "
              + "\(safe(Escapes.short(cell.new))) | \(because(cell.causes)) |")
        }
      }
      if let limit, found.count > limit {
        lines += ["", "and \(found.count - limit) more"]
      }
      lines.append("")
    }
    func table<Row>(_ rows: [Row], _ written: (Row) -> String) -> [String] {
      let shown = rows.prefix(limit ?? rows.count)
      let more = rows.count - shown.count
      return shown.map(written) + (more > 0 ? ["", "and \(more) more"] : []) + [""]
    }
    if !corrections.isEmpty {
      lines += ["### Corrections", "", "| correction | before | now |", "|---|---|---|"]
      lines += table(corrections) { "| \($0.correction) | \($0.old) | \($0.new) |" }
    }
    if !newFailures.isEmpty {
      lines += ["### Documents that fail now", "", "| document | reason |", "|---|---|"]
      lines += table(newFailures) { "| \(safe($0.document)) | \(safe($0.reason)) |" }
    }
    return lines.joined(separator: "\n")
  }
}

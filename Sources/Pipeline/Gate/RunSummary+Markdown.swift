import Dataset

extension RunSummary {
  /// A page for a job of CI: what the run came to, what is not as expected, what changed, what failed.
  func markdown(title: String, diff: DatasetDiff?, listed limit: Int = 20) -> String {
    func safe(_ text: String) -> String { Escapes.markdown(Escapes.short(text, 300)) }
    let verdict =
      checks.isEmpty
      ? "The pipeline expects nothing in particular."
      : unmet.isEmpty
        ? "✅ All expectations are met."
        : "❌ \(unmet.count) \(unmet.count == 1 ? "expectation is" : "expectations are") not met."
    var lines = ["# \(safe(title))", "", verdict, "", "| | |", "|---|---:|"]
    let counted = [
      ("documents", counts.documents), ("read", counts.read), ("copies", counts.duplicates),
      ("failed", counts.failed), ("claims", counts.claims), ("results", counts.results),
      ("regions and agencies", counts.regions), ("results on which pages differ", counts.conflicts),
    ]
    lines += counted.map { "| \($0.0) | \($0.1) |" } + [""]
    if !checks.isEmpty {
      lines += ["## Expectations", "", "| | expectation | found | expected |", "|---|---|---|---|"]
      lines += checks.map { check in
        let mark =
          switch check.verdict {
          case .met: "✅"
          case .unmet: "❌"
          case .skipped: "–"
          }
        return "| \(mark) | \(safe(check.subject)) | \(safe(check.found)) | \(safe(check.wanted)) |"
      }
      lines.append("")
    }
    if corrections.total > 0 {
      let states = corrections.states.map { "\($0.count) \($0.name)" }.joined(separator: ", ")
      lines += ["## Corrections", "", states, ""]
      lines += corrections.problems.prefix(limit).map {
        "* line \($0.line), \($0.state): \(safe($0.reason)) (\($0.correction))"
      }
      if !corrections.problems.isEmpty { lines.append("") }
    }
    if let diff { lines.append(diff.markdown(limit: limit)) }
    if !counts.failures.isEmpty {
      lines += ["## Why documents failed", "", "| documents | reason |", "|---:|---|"]
      lines += counts.failures.prefix(limit).map { "| \($0.count) | \(safe($0.name)) |" }
      lines.append("")
    }
    return lines.joined(separator: "\n")
  }
}

import Dataset
import Pipeline

/// The summary at the end of a run, for people.
enum SummaryText {
  static func of(_ summary: RunSummary, failuresShown: Int = 5) -> String {
    let counts = summary.counts
    var lines: [String] = []
    func row(_ name: String, _ value: String) {
      lines.append("  " + name + String(repeating: " ", count: max(1, 13 - name.count)) + value)
    }
    var documents = ["\(counts.documents) found", "\(counts.read) read"]
    if counts.duplicates > 0 {
      documents.append(counts.duplicates == 1 ? "1 copy" : "\(counts.duplicates) copies")
    }
    if counts.irrelevant > 0 { documents.append("\(counts.irrelevant) without relevance") }
    if counts.failed > 0 { documents.append("\(counts.failed) failed") }
    row("documents", documents.joined(separator: ", "))
    let statuses = counts.claimsByStatus.map { "\($0.count) \($0.name)" }
    row(
      "claims",
      statuses.isEmpty ? "none" : "\(counts.claims): " + statuses.joined(separator: ", "))
    let bodies = counts.regions == 1 ? "region or agency" : "regions and agencies"
    row("results", "\(counts.results), of \(counts.regions) \(bodies)")
    if counts.conflicts > 0 {
      let results = counts.conflicts == 1 ? "result" : "results"
      row("conflicts", "\(counts.conflicts) \(results) on which pages differ")
    }
    if summary.isUnchanged { row("changes", "none since the last run; the dataset stays as it is") }
    if summary.corrections.total > 0 {
      let states = summary.corrections.states.map { "\($0.count) \($0.name)" }
      row("corrections", states.joined(separator: ", "))
    }
    for (index, line) in summary.changes.enumerated() { row(index == 0 ? "changes" : "", line) }
    if summary.changes.count > 1 { row("", "see \(summary.output)/\(DatasetFolder.diffFile)") }
    if counts.regulations > 0 {
      var about = ["\(counts.regulations) read"]
      if counts.scaleDifferences > 0 {
        about.append(
          "\(counts.scaleDifferences) bands differ from scales.csv; see scale_checks.csv")
      }
      row("regulations", about.joined(separator: ", "))
    }
    row("time", time(summary.seconds))
    row("dataset", summary.output)
    if let report = summary.report { row("report", report) }
    if !counts.failures.isEmpty {
      lines.append("  why documents failed:")
      for failure in counts.failures.prefix(failuresShown) {
        lines.append("    \(failure.count) × \(failure.name)")
      }
      let more = counts.failures.count - failuresShown
      if more > 0 { lines.append("    and \(more) other reasons; see documents.csv") }
    }
    return lines.joined(separator: "\n")
  }

  private static func time(_ seconds: Double) -> String {
    seconds < 60
      ? "\((seconds * 10).rounded() / 10) s" : Progress.clock(Int(seconds.rounded()))
  }
}

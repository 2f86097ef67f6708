import Dataset

/// A run as a report of tests in the format that JUnit made common: a case per expectation and per
/// correction, so that a CI shows which one failed and since when.
public enum JUnit {
  /// - Parameter isStrict: whether a correction that cannot be applied fails.
  public static func xml(_ summary: RunSummary, name: String, isStrict: Bool) -> String {
    let expectations = summary.checks.map { check in
      Case(
        name: check.key,
        outcome: check.verdict == .met ? nil : (check.verdict == .unmet, check.line))
    }
    var corrections = summary.corrections.problems.map { problem in
      Case(
        name: problem.correction,
        outcome: (isStrict, "line \(problem.line): \(problem.state): \(problem.reason)"))
    }
    if corrections.isEmpty { corrections = [Case(name: "all can be applied", outcome: nil)] }
    let documents = summary.counts.failures.map { failure in
      Case(name: failure.name, outcome: (isStrict, "\(failure.count) documents: \(failure.name)"))
    }
    let suites = [
      Suite(name: "expectations", cases: expectations),
      Suite(name: "corrections", cases: corrections),
      Suite(name: "documents that failed", cases: documents),
    ].filter { !$0.cases.isEmpty }
    var lines = ["<?xml version=\"1.0\" encoding=\"UTF-8\"?>"]
    lines.append(
      "<testsuites name=\"\(written(name))\" tests=\"\(suites.reduce(0) { $0 + $1.cases.count })\" "
        + "failures=\"\(suites.reduce(0) { $0 + $1.failures })\">")
    for suite in suites { lines += suite.lines }
    lines.append("</testsuites>")
    return lines.joined(separator: "\n") + "\n"
  }

  private struct Case {
    let name: String
    /// Nil for a case that passed; else whether it failed or was left out, and why.
    let outcome: (isFailure: Bool, message: String)?
  }

  private struct Suite {
    let name: String
    let cases: [Case]

    var failures: Int { cases.count { $0.outcome?.isFailure == true } }
    var skipped: Int { cases.count { $0.outcome?.isFailure == false } }

    var lines: [String] {
      var lines = [
        "  <testsuite name=\"\(name)\" tests=\"\(cases.count)\" failures=\"\(failures)\" "
          + "skipped=\"\(skipped)\">"
      ]
      for one in cases {
        let start = "    <testcase classname=\"tilik.\(name)\" name=\"\(written(one.name))\""
        guard let outcome = one.outcome else {
          lines.append(start + "/>")
          continue
        }
        let element = outcome.isFailure ? "failure" : "skipped"
        lines.append(start + ">")
        lines.append("      <\(element) message=\"\(written(outcome.message))\"/>")
        lines.append("    </testcase>")
      }
      lines.append("  </testsuite>")
      return lines
    }
  }
}

/// Text of pages and people in an attribute, no longer than a CI shows.
private func written(_ text: String) -> String { Escapes.xml(Escapes.short(text, 500)) }

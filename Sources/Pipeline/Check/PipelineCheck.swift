public import Interpret
public import Lexicon

/// Everything that is to be said of a pipeline's tables and rules, at once.
public struct PipelineCheck: Sendable {
  /// Tables first, then rules by file and line.
  public private(set) var findings: [Finding] = []
  /// The rules and their examples.
  public let rules: RuleCheck
  /// Nil when the tables cannot be used.
  public private(set) var lexicon: Lexicon?

  /// - Parameter requiresExamples: a rule without an example is an error, not a warning.
  public init(_ pipeline: PipelineConfiguration, requiresExamples: Bool = false) {
    do throws(LexiconError) {
      let lexicon = try Lexicon(folder: pipeline.lexicon)
      self.lexicon = lexicon
      findings += Self.collisions(lexicon, folder: pipeline.lexicon)
    } catch {
      findings += error.problems.map { Finding(.unusable, nil, $0) }
    }
    rules = RuleCheck(
      folder: pipeline.rules, lexicon: lexicon,
      words: lexicon?.words ?? Lexicon.words(folder: pipeline.lexicon),
      requiresExamples: requiresExamples)
    findings += rules.findings
  }

  private static func collisions(_ lexicon: Lexicon, folder: String) -> [Finding] {
    lexicon.collisions.map { collision in
      let (found, hidden) = (collision.found, collision.hidden)
      let place = "\(folder)/\(hidden.place)"
      guard found.entry.kind != hidden.entry.kind || found.entry.index != hidden.entry.index else {
        return Finding(
          .warning, place,
          "\"\(hidden.form)\" stands at \(found.place) too, as \"\(found.form)\", and only that counts; "
            + "remove one")
      }
      return Finding(
        .error, place,
        "\"\(hidden.form)\" is also an alias of \(lexicon.name(of: found.entry)) (\(found.place)), and only "
          + "that is found; drop one of the two, or make this one longer")
    }
  }

  /// How many findings are of this severity.
  public func count(_ severity: Finding.Severity) -> Int {
    findings.count { $0.severity == severity }
  }
}

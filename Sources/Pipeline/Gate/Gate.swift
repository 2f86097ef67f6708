import Dataset
import Lexicon

/// Holds a run against what its pipeline expects.
struct Gate {
  let pipeline: PipelineConfiguration
  let tables: [Table]
  /// Against the dataset before; nil without one.
  let diff: DatasetDiff?

  /// - Throws: `PipelineError` when labels cannot be read.
  func checks(_ counts: RunCounts) throws(PipelineError) -> [ExpectationCheck] {
    let wanted = pipeline.expectations
    let states = CorrectionCounts(tables)
    let compared = [
      ExpectationCheck(
        "max_unexplained_conflicts", "conflicts that nobody decided",
        wanted.maxUnexplainedConflicts, atMost: unexplainedConflicts),
      ExpectationCheck(
        "max_new_failures", "documents that fail now", wanted.maxNewFailures,
        atMost: diff?.newFailures.count),
      lostResults(wanted.maxLostResults),
      ExpectationCheck(
        "max_stale_corrections", "stale corrections", wanted.maxStaleCorrections,
        atMost: states.count("stale")),
      ExpectationCheck(
        "max_orphaned_corrections", "orphaned corrections", wanted.maxOrphanedCorrections,
        atMost: states.count("orphaned")),
    ].compactMap { $0 }
    return wanted.checks(counts) + compared + (try accuracyChecks(wanted.accuracy))
  }

  /// Finds out before any work is done whether the labels can be read.
  static func checkLabels(of pipeline: PipelineConfiguration) throws(PipelineError) {
    for floor in pipeline.expectations.accuracy {
      _ = try GoldDocument.read(floor.gold, set: floor.set)
    }
  }

  /// Results on which documents disagree, and of whose chosen value no claim was looked at by a person.
  private var unexplainedConflicts: Int {
    func table(_ schema: TableSchema) -> RecordList {
      (tables.first { $0.schema.name == schema.name } ?? Table(schema)).records
    }
    let decided = Set(
      table(Schema.claims).filter { !$0["corrections"].isNull }.map { $0["claim"].written })
    var open: Set<String> = []
    for row in table(Schema.conflicts) where row["chosen"].boolean == true {
      let claims = row["claims"].written.split(separator: ";").map(String.init)
      if decided.isDisjoint(with: claims) { open.insert(row["result"].written) }
    }
    return open.count
  }

  private func lostResults(_ limit: Expectations.Allowance?) -> ExpectationCheck? {
    guard let limit else { return nil }
    let wanted =
      switch limit {
      case .count(let count): "at most \(count)"
      case .percent(let percent): "at most \(Self.written(percent))%"
      }
    func check(_ found: String, _ verdict: ExpectationCheck.Verdict) -> ExpectationCheck {
      ExpectationCheck(
        key: "max_lost_results", subject: "results lost", wanted: wanted, found: found,
        verdict: verdict)
    }
    guard let diff else { return check("no dataset to compare with", .skipped) }
    let lost = diff.results(.removed).count { result in
      !result.causes.contains { $0.kind == .correction }
    }
    switch limit {
    case .count(let count): return check(String(lost), lost <= count ? .met : .unmet)
    case .percent(let percent):
      let share = diff.counts.old == 0 ? 0 : 100 * Double(lost) / Double(diff.counts.old)
      return check(
        "\(lost) of \(diff.counts.old) (\(Self.written(share))%)", share <= percent ? .met : .unmet)
    }
  }

  /// With one place, where it is needed.
  private static func written(_ percent: Double) -> String {
    let tenths = Int((percent * 10).rounded())
    return tenths % 10 == 0 ? String(tenths / 10) : "\(tenths / 10).\(tenths % 10)"
  }

  private func accuracyChecks(
    _ floors: [Expectations.Accuracy]
  ) throws(PipelineError) -> [ExpectationCheck] {
    guard !floors.isEmpty else { return [] }
    do {
      let claims = JSONLines.write(
        tables.first { $0.schema.name == Schema.claims.name } ?? Table(Schema.claims))
      let evaluation = Evaluation(units: UnitNames(try Lexicon(folder: pipeline.lexicon)))
      return try floors.flatMap { floor in
        let labels = try GoldDocument.read(floor.gold, set: floor.set)
        let report = try evaluation.report(claims: claims, labels: labels)
        return Self.checks(floor, report)
      }
    } catch let error as PipelineError {
      throw error
    } catch {
      throw PipelineError("\(error)".split(separator: "\n").map(String.init))
    }
  }

  private static func checks(
    _ floor: Expectations.Accuracy, _ report: EvaluationReport
  ) -> [ExpectationCheck] {
    let labels = floor.gold + (floor.set.map { " (\($0))" } ?? "")
    func share(_ key: String, _ name: String, _ limit: Double?, _ found: Double)
      -> ExpectationCheck?
    {
      limit.map { limit in
        ExpectationCheck(
          key: "accuracy.\(key) \(labels)", subject: "\(name) on \(labels)",
          wanted: "at least \(FactNumber.share(limit, places: 3))",
          found: FactNumber.share(found, places: 3), verdict: found >= limit ? .met : .unmet)
      }
    }
    let strict = report.strict
    let most = floor.maxFalseAchievements
    return [
      share("min_f1", "F1", floor.minF1, strict.f1),
      share("min_precision", "precision", floor.minPrecision, strict.precision),
      share("min_recall", "recall", floor.minRecall, strict.recall),
      ExpectationCheck(
        "accuracy.max_false_achievements \(labels)", "false achievements on \(labels)", most,
        atMost: report.falseAchievements),
    ].compactMap { $0 }
  }
}

/// How many corrections are in which state.
public struct CorrectionCounts: Sendable, Hashable {
  /// A correction that cannot be applied any more.
  public struct Problem: Sendable, Hashable {
    /// Id of the correction.
    public let correction: String
    /// Line of the corrections file.
    public let line: Int
    /// stale or orphaned.
    public let state: String
    /// Why it cannot be applied, for people.
    public let reason: String
  }

  /// In the order in which the states are described; those that occur.
  public let states: [RunCounts.Tally]
  /// In the order of the file.
  public let problems: [Problem]

  init(_ tables: [Table]) {
    let schema = Schema.corrections
    let rows = (tables.first { $0.schema.name == schema.name } ?? Table(schema)).records
    let order = schema.columns.first { $0.name == "state" }?.enumeration ?? []
    states = order.compactMap { state in
      let count = rows.count { $0["state"].written == state }
      return count == 0 ? nil : RunCounts.Tally(name: state, count: count)
    }
    problems = rows.filter { ["stale", "orphaned"].contains($0["state"].written) }.map {
      Problem(
        correction: $0["correction"].written, line: $0["line"].integer ?? 0,
        state: $0["state"].written, reason: $0["reason"].written)
    }.sorted { $0.line < $1.line }
  }

  /// All corrections of the file.
  public var total: Int { states.reduce(0) { $0 + $1.count } }

  func count(_ state: String) -> Int { states.first { $0.name == state }?.count ?? 0 }
}

import Dataset
import Extract
import Interpret
import Lexicon
import Reconcile
import Tag

/// Takes rules and rows of tables away, one at a time, and reads again: what nothing misses is dead.
///
/// Pages and examples are tagged once; a rule's loss is tried only where it marked something, a row's only
/// where its words stand.
public struct Mutation: Sendable {
  private let pipeline: PipelineConfiguration
  private let interpreter: Interpreter
  private let texts: [Text]
  private let evaluation: Evaluation
  private let jobs: Int

  /// A page, or the example of a rule, with all that its reading is compared with.
  private struct Text: Sendable {
    let tagged: TaggedArticle
    let reading: Reading
    let label: GoldDocument?
    /// Facts of the label that were read, that are wrong, that were missed.
    var tally = Tally(right: 0, wrong: 0, missed: 0)
    /// The rule that it is an example of.
    let rule: Int?
    let active: Set<Int>
    let patterns: Set<Int32>
  }

  /// - Throws: `PipelineError` when the pipeline's tables or rules cannot be used.
  public init(
    _ pipeline: PipelineConfiguration, pages: LabelledPages, jobs: Int
  ) async throws(PipelineError) {
    let lexicon: Lexicon
    let rules: RuleSet
    do {
      lexicon = try Lexicon(folder: pipeline.lexicon)
      rules = try RuleSet(folder: pipeline.rules, lexicon: lexicon)
    } catch {
      throw PipelineError("\(error)".split(separator: "\n").map(String.init))
    }
    let interpreter = Interpreter(lexicon: lexicon, rules: rules)
    let evaluation = Evaluation(units: UnitNames(lexicon))
    let tagger = Tagger(lexicon: lexicon)
    let examples = rules.rules.enumerated().flatMap { number, rule in
      rule.examples.map {
        (article: $0.article, label: GoldDocument?.none, rule: Int?.some(number))
      }
    }
    let all = pages.pages.map { (article: $0.article, label: $0.label, rule: Int?.none) } + examples
    self.pipeline = pipeline
    self.interpreter = interpreter
    self.evaluation = evaluation
    self.jobs = jobs
    texts = await ParallelMap.map(all, jobs: jobs) { entry in
      let tagged = tagger.tag(entry.article)
      let reading = interpreter.interpret(tagged)
      var text = Text(
        tagged: tagged, reading: reading, label: entry.label, rule: entry.rule,
        active: interpreter.rulesActive(in: tagged),
        patterns: Set(lexicon.matches(in: entry.article.text).map(\.pattern)))
      text.tally = Self.tally(reading, text, evaluation)
      return text
    } done: { _ in
    }
  }

  /// Removes each rule in turn.
  /// - Parameter progress: told how many are tried, of how many.
  public func rules(_ progress: (_ done: Int, _ of: Int) -> Void) async -> MutationReport {
    let count = interpreter.rules.rules.count
    var done = 0
    let losses = await ParallelMap.map(Array(0..<count), jobs: jobs, chunk: 1) { number in
      self.loss(ofRule: number)
    } done: { found in
      done += found.count
      progress(done, count)
    }
    return report(losses, kind: .rules)
  }

  /// Removes each row that gives words to the matcher in turn. A row is given up at the first text that
  /// misses it.
  public func rows(_ progress: (_ done: Int, _ of: Int) -> Void) async -> MutationReport {
    // Regions are there whether or not a page names them.
    let rows = interpreter.lexicon.phrasings.filter { $0.file != "regions.csv" }
    var done = 0
    let losses = await ParallelMap.map(rows, jobs: jobs, chunk: 16) { row in
      self.loss(of: row)
    } done: { found in
      done += found.count
      progress(done, rows.count)
    }
    return report(losses, kind: .rows)
  }

  private func report(_ losses: [MutationReport.Loss], kind: MutationReport.Kind) -> MutationReport
  {
    var tally = (right: 0, wrong: 0, missed: 0)
    for text in texts where text.label != nil {
      tally.right += text.tally.right
      tally.wrong += text.tally.wrong
      tally.missed += text.tally.missed
    }
    return MutationReport(
      kind: kind, losses: losses, examples: texts.count { $0.rule != nil },
      pages: texts.count { $0.rule == nil }, labelled: texts.count { $0.label != nil },
      tally: Tally(right: tally.right, wrong: tally.wrong, missed: tally.missed))
  }

  private func loss(ofRule number: Int) -> MutationReport.Loss {
    let rule = interpreter.rules.rules[number]
    var loss = MutationReport.Loss(place: rule.place, name: rule.name)
    let rest = interpreter.without(rule: number)
    for text in texts where text.active.contains(number) {
      loss.met += 1
      let reading = rest.interpret(text.tagged)
      guard !reading.saysTheSame(as: text.reading) else { continue }
      add(text, isOwn: text.rule == number, to: &loss)
      guard text.label != nil else { continue }
      let tally = Self.tally(reading, text, evaluation)
      loss.right += tally.right - text.tally.right
      loss.wrong += tally.wrong - text.tally.wrong
    }
    return loss
  }

  private func loss(of row: Phrasing) -> MutationReport.Loss {
    var loss = MutationReport.Loss(place: "\(pipeline.lexicon)/\(row.place)", name: row.form)
    let met = texts.filter { row.isMet(in: $0.patterns) }
    loss.met = met.count
    guard !met.isEmpty else { return loss }
    let lexicon = interpreter.lexicon.without(row)
    let tagger = Tagger(lexicon: lexicon)
    let rest = Interpreter(lexicon: lexicon, rules: interpreter.rules)
    for text in met {
      let reading = rest.interpret(tagger.tag(text.tagged.article))
      guard !reading.saysTheSame(as: text.reading) else { continue }
      add(text, isOwn: false, to: &loss)
      break
    }
    return loss
  }

  private func add(_ text: Text, isOwn: Bool, to loss: inout MutationReport.Loss) {
    switch text.rule {
    case nil: loss.pages.append(text.tagged.article.address)
    case _ where isOwn: loss.ownExamples += 1
    default: loss.otherExamples += 1
    }
  }

  private static func tally(_ reading: Reading, _ text: Text, _ evaluation: Evaluation) -> Tally {
    guard let label = text.label else { return Tally(right: 0, wrong: 0, missed: 0) }
    let lexicon = text.tagged.lexicon
    var tables = ClaimTables(CellMaker(lexicon), Reconciler(lexicon: lexicon))
    let article = text.tagged.article
    // A row that the contract does not allow would fail `tilik run` too, which names it.
    guard
      (try? tables.add(reading, of: article.address, places: TextPlaces(article))) != nil,
      let report = try? evaluation.report(
        claims: JSONLines.write(tables.claims), labels: [label])
    else { return Tally(right: 0, wrong: 0, missed: 0) }
    return report.strict
  }
}

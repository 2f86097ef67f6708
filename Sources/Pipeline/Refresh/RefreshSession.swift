import Dataset

/// What a run holds beside its work: the lock on the output folder, the cache, and what it knows of the run
/// before.
final class RefreshSession<Stages: DocumentStages> {
  let reading: PageReading<Stages>
  private let run: Run
  private let lock: RunLock
  private var fingerprint = ""

  /// - Throws: `PipelineError` when another run holds the output folder.
  init(
    _ run: Run, _ stages: Stages, gate: RelevanceGate?, _ observer: (RunEvent) -> Void
  ) throws(PipelineError) {
    self.run = run
    do {
      lock = try RunLock(run.output, holder: Holder.line)
      reading = PageReading(
        stages: stages, gate: gate, cache: try run.openCache { observer(.note($0)) },
        context: try run.context(libraries: stages.libraries))
    } catch {
      throw PipelineError("\(error)")
    }
  }

  /// What the run came to, when nothing has changed since the dataset was written: it stays as it is.
  /// - Parameter records: of all documents, as each was found.
  func unchanged(_ records: RecordStore, _ stopwatch: inout Stopwatch) -> RunSummary? {
    guard let cache = reading.cache else { return nil }
    // What a caller asks to be compared or judged with may have changed by itself.
    let isAsked = run.baseline != nil || !run.gold.isEmpty || run.strictComparability
    fingerprint = (try? run.fingerprint(of: records, context: reading.context)) ?? ""
    guard !fingerprint.isEmpty, !isAsked, run.pipeline.expectations.accuracy.isEmpty,
      let last = cache.lastRun(), last.fingerprint == fingerprint,
      let state = DatasetFolder.state(of: run.output), state == last.dataset,
      let record = try? JSON.parse(Files.read(run.output + "/" + DatasetFolder.runFile)),
      let counts = RunCounts(json: record),
      // A run that fell short of what is expected says so again, from the tables.
      record["expectations_unmet"]?.array?.isEmpty == true
    else { return nil }
    stopwatch.lap("read")
    let report = "\(run.output)/\(DatasetFolder.reportFolder)/index.html"
    return RunSummary(
      counts: counts, output: run.output,
      report: Files.kind(of: report) == nil ? nil : report, seconds: stopwatch.total,
      checks: [], corrections: CorrectionCounts([]), changes: [], isUnchanged: true)
  }

  /// After the dataset was written.
  func finish(_ observer: (RunEvent) -> Void) {
    guard let cache = reading.cache else { return }
    if let state = DatasetFolder.state(of: run.output) {
      cache.finish(RefreshCache.LastRun(fingerprint: fingerprint, dataset: state))
    }
    if let failure = cache.failure {
      observer(
        .note("the cache \(cache.path) stopped working (\(failure)); the next run reads every page")
      )
    }
  }

  func close() { reading.cache?.close() }
}

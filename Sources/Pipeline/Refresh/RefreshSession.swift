import Crawl
import Dataset
import Report

/// What a run holds beside its work: the lock on the output folder, the cache, and what it knows of the run
/// before.
final class RefreshSession<Stages: DocumentStages> {
  let reading: PageReading<Stages>
  private let run: Run
  private let lock: RunLock
  private var corpus: CorpusHash?
  /// Of the run that is under way, to be known by in the next.
  private var this = RefreshCache.LastRun()

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

  /// What is known of the documents of archives whose bytes are the same as before.
  func listing(_ archive: String) -> (() -> [UInt8]?)? { listings?.documents(of: archive) }

  private var listings: ArchiveListings? {
    ArchiveListings(reading.cache, corpus, context: reading.context)
  }

  /// What the run came to, when not a byte of the corpus has changed since the dataset was written: it stays as
  /// it is, and nothing is unpacked.
  /// - Parameter files: of the corpus.
  func unchanged(files: DocumentStream, _ stopwatch: inout Stopwatch) -> RunSummary? {
    // Documents that are to be left out were read before, or will be.
    guard reading.cache != nil, run.isolation?.poison.isEmpty ?? true else { return nil }
    let corpus = files.hash()
    self.corpus = corpus
    this.files = (try? run.fingerprint(of: corpus, context: reading.context)) ?? ""
    return unchanged(\.files, &stopwatch)
  }

  /// The same when the files are others and the pages in them are not.
  /// - Parameter records: of all documents, as each was found.
  func unchanged(_ records: RecordStore, _ stopwatch: inout Stopwatch) -> RunSummary? {
    guard reading.cache != nil else { return nil }
    this.pages = (try? run.fingerprint(of: records, context: reading.context)) ?? ""
    return unchanged(\.pages, &stopwatch)
  }

  private func unchanged(
    _ fingerprint: KeyPath<RefreshCache.LastRun, String>, _ stopwatch: inout Stopwatch
  ) -> RunSummary? {
    // What a caller asks to be compared or judged with may have changed by itself.
    let isAsked = run.baseline != nil || !run.gold.isEmpty || run.strictComparability
    let wanted = this[keyPath: fingerprint]
    guard !wanted.isEmpty, !isAsked, run.pipeline.expectations.accuracy.isEmpty,
      let last = reading.cache?.lastRun(), last[keyPath: fingerprint] == wanted,
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

  /// After every document was found.
  /// - Parameter records: as each was found.
  func found(_ records: RecordStore) {
    // What changed under the reader's eyes may be read another time.
    let isLasting =
      corpus?.isCurrent == true && records.places(.passing).isEmpty
    if isLasting { listings?.store(records) } else { this.files = "" }
  }

  /// Pages of the report in the dataset that is being replaced.
  var keptPages: KeptPages? {
    reading.cache?.lastRun().map {
      KeptPages(folder: "\(run.output)/\(DatasetFolder.reportFolder)", bytes: $0.report)
    }
  }

  /// After the report was written.
  func wrote(_ pages: KeptPages?) { this.report = pages?.bytes ?? [] }

  /// After the dataset was written.
  func finish(_ observer: (RunEvent) -> Void) {
    guard let cache = reading.cache else { return }
    if let state = DatasetFolder.state(of: run.output) {
      this.dataset = state
      cache.finish(this)
    }
    if let failure = cache.failure {
      observer(
        .note("the cache \(cache.path) stopped working (\(failure)); the next run reads every page")
      )
    }
  }

  func close() { reading.cache?.close() }
}

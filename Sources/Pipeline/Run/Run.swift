public import Crawl
import Dataset
import Report

/// From a corpus to a dataset.
///
/// Documents are read in parallel, each on its own; what they say is brought together, checked and
/// written beside the old dataset, which is replaced in one step at the very end.
public struct Run: Sendable {
  /// Folders or files to read; the pipeline's own unless set.
  public var corpora: [String]
  /// Files with the path of a document, an archive or a folder a line; `-` for standard input.
  public var lists: [String] = []
  /// Folder that the dataset goes to.
  public var output: String
  /// Documents that are read at the same time.
  public var jobs: Int
  /// How large what is read may be.
  public var limits = CrawlLimits()
  /// Whether pages that name nothing of ours are left unparsed.
  public var hasGate = true
  /// Whether what is read of each page is kept beside the output folder for the next run.
  public var usesCache = true
  /// Whether the cache is emptied first.
  public var isFresh = false
  /// Whether scores on several scales that would be brought together count as an expectation not met.
  public var strictComparability = false
  /// What keeps a document that crashes the reader from taking the run with it; nil for nothing.
  public var isolation: Isolation?
  /// Asked between two documents: whether the run is to end early, the dataset being left as it is.
  public var isInterrupted: @Sendable () -> Bool = { false }
  /// The program's version, for `run.json` and `datapackage.json`.
  public var version: String
  /// The dataset to compare with; the one that is replaced, where none is named.
  public var baseline: String?
  /// Labels that take the place of those which the pipeline's expectations of accuracy name.
  public var gold: [String] = []
  let pipeline: PipelineConfiguration
  var workers: Int { isolation.isAlone ? 1 : jobs }

  /// - Parameters:
  ///   - pipeline: what the settings begin with.
  ///   - jobs: documents that are read at the same time.
  ///   - version: the program's.
  public init(_ pipeline: PipelineConfiguration, jobs: Int, version: String) {
    self.pipeline = pipeline
    corpora = pipeline.corpora
    output = pipeline.output
    self.jobs = jobs
    self.version = version
  }

  /// Runs it all with the tables and rules of the pipeline.
  /// - Throws: `PipelineError`; the old dataset is then as it was.
  public func callAsFunction(
    _ observer: (RunEvent) -> Void
  ) async throws(PipelineError) -> RunSummary {
    try checkOutput()
    let documents = try list()
    let stages = try Stages(pipeline)
    return try await run(
      documents, stages, gate: hasGate ? RelevanceGate(stages.lexicon) : nil, observer)
  }

  /// The same with stages of the caller's.
  func run<Stages: DocumentStages>(
    _ documents: CorpusDocuments, _ stages: Stages, gate: RelevanceGate? = nil,
    _ observer: (RunEvent) -> Void
  ) async throws(PipelineError) -> RunSummary {
    var stopwatch = Stopwatch()
    observer(
      .listed(documents: documents.stream.fileCount, archives: documents.stream.archiveCount))
    let report = try reportWriter()
    let named = try named()
    try Gate.checkLabels(of: judged)
    let session = try RefreshSession(self, stages, gate: gate, observer)
    defer { session.close() }
    do {
      let reading = session.reading
      if let summary = session.unchanged(files: documents.stream, &stopwatch) { return summary }
      documents.stream.listed = session.listing
      isolation.limit(true)
      defer { isolation.limit(false) }
      var records = try await read(
        documents, reading, into: Scratch(beside: output), observer)
      guard !isInterrupted() else { throw interruption }
      session.found(records)
      if let summary = session.unchanged(records, &stopwatch) { return summary }
      let before = named ?? standing(records.scratch)
      try await load(&records, documents.crawler, reading)
      try await readParts(of: &records, documents.crawler, reading)
      try await leaveOutTemplates(&records, documents.crawler, reading)
      try await joinParts(&records, stages)
      isolation.limit(false)
      guard !isInterrupted() else { throw interruption }
      stopwatch.lap("read")
      observer(.reconciling)
      let (tables, texts) = try stages.tables(from: records)
      let fingerprints = try fingerprints(records)
      let knowledge = try Knowledge.table(
        pipeline, programs: [(name: "tilik", version: version)] + stages.libraries,
        needs: stages.needs(ofPattern:))
      let writer = try DatasetWriter(
        tables: tables + [knowledge], texts: texts, package: package(fingerprints))
      let counts = RunCounts(writer.tables)
      stopwatch.lap("reconcile")
      observer(.writing)
      let diff = try before.snapshot.map {
        DatasetDiff(
          old: $0, new: try DatasetSnapshot(name: output, tables: writer.tables, texts: texts))
      }
      stopwatch.lap("compare")
      let gate = Gate(pipeline: judged, tables: writer.tables, diff: diff)
      let checks = try gate.checks(counts) + incomparable(writer.tables)
      func summary() -> RunSummary {
        RunSummary(
          counts: counts, output: output,
          report: report == nil ? nil : "\(output)/\(DatasetFolder.reportFolder)/index.html",
          seconds: stopwatch.total, checks: checks, corrections: CorrectionCounts(writer.tables),
          changes: changes(before, diff))
      }
      try DatasetFolder.replace(output) { folder in
        session.wrote(
          try write(
            writer, texts, report,
            savedPages: SavedPageLinks.all(documents.crawler, output: output),
            program: reading.context, keeping: session.keptPages, into: folder))
        try write(summary(), diff, into: folder)
        stopwatch.lap("write")
        let record = RunRecord(
          program: version, libraries: stages.libraries, pipeline: pipeline,
          fingerprints: fingerprints, corpora: corpora, lists: lists, jobs: jobs, counts: counts,
          unmet: summary().unmet, stopwatch: stopwatch)
        try DatasetWriter.write(run: record.json, into: folder)
      }
      session.finish(observer)
      return summary()
    } catch let error as PipelineError {
      throw error
    } catch {
      throw PipelineError("\(error)")
    }
  }

  /// Writes the dataset and its report, several files at the same time.
  /// - Returns: the pages that the next report may take over.
  private func write(
    _ writer: DatasetWriter, _ texts: TextList, _ report: ReportWriter?,
    savedPages: [String: String], program: String, keeping old: KeptPages?, into folder: String
  ) throws -> KeptPages? {
    let tables = Dictionary(
      writer.tables.map { ($0.schema.name, $0) }, uniquingKeysWith: { first, _ in first })
    let site = try report?.site(
      tables: tables, texts: texts, savedPages: savedPages, program: program, keeping: old,
      to: folder + "/" + DatasetFolder.reportFolder)
    try SideBySide.run(jobs: jobs, writer.pieces(into: folder) + (site?.pieces ?? []))
    return site?.kept
  }

  private func incomparable(_ tables: [Table]) -> [ExpectationCheck] {
    guard strictComparability,
      let results = tables.first(where: { $0.schema.name == Schema.results.name })
    else { return [] }
    return Comparability(results: results).problems.map {
      ExpectationCheck(
        key: "strict_comparability", subject: $0, wanted: "one", found: "several scales",
        verdict: .unmet)
    }
  }

  private var interruption: PipelineError {
    PipelineError(
      "interrupted; \(output) is as it was"
        + (usesCache ? ". What was read is kept: the same command goes on from there" : ""))
  }

  private func checkOutput() throws(PipelineError) {
    do { try DatasetFolder.check(output) } catch { throw PipelineError("\(error)") }
  }

  /// Loaded before any work is done, so that a template that is missing is known at once.
  private func reportWriter() throws(PipelineError) -> ReportWriter? {
    guard let templates = pipeline.report else { return nil }
    do { return try ReportWriter(templates: templates) } catch { throw PipelineError("\(error)") }
  }

  /// The documents of the corpora: found, and not opened.
  func list() throws(PipelineError) -> CorpusDocuments {
    guard !corpora.isEmpty || !lists.isEmpty else {
      throw PipelineError("no corpus; name one with --corpus or in \(PipelineConfiguration.file)")
    }
    let documents: CorpusDocuments
    do {
      let crawler = try Crawler(corpora, lists: lists, limits: limits)
      documents = CorpusDocuments(crawler: crawler, stream: try crawler.stream())
    } catch {
      throw PipelineError("\(error)")
    }
    guard documents.stream.fileCount + documents.stream.archiveCount > 0 else {
      guard !corpora.isEmpty else {
        throw PipelineError("list \(lists.joined(separator: ", ")): there is no path in it")
      }
      throw PipelineError(
        "corpus \((corpora + lists).joined(separator: ", ")): there are no .html, .htm, .xhtml, .mhtml "
          + "or .txt files (plain or .gz) and no archives (.warc, .wacz, .zip, .tar) in it")
    }
    return documents
  }

  /// - Returns: in the order of their addresses.
  func read<Stages>(
    _ documents: CorpusDocuments, _ reading: PageReading<Stages>, into scratch: Scratch,
    _ observer: (RunEvent) -> Void
  ) async throws(DatasetError) -> RecordStore {
    let total = documents.stream.archiveCount == 0 ? documents.stream.fileCount : nil
    let crawler = documents.crawler
    var done = 0
    var failed = 0
    let isInterrupted = isInterrupted
    let stream = documents.stream
    let isolation = isolation
    stream.watch = isolation.watch()
    func next() -> CrawledDocument? { isInterrupted() ? nil : stream.next() }
    var records = try RecordStore(scratch)
    try await ParallelMap.forEach(
      next: next, weight: \.weight, jobs: workers, overlaps: !isolation.isAlone
    ) { document in
      document.entry.map(PackedRecord.init(listed:))
        ?? PackedRecord(Self.record(of: document, crawler, reading, isolation))
    } done: { position, read throws(DatasetError) in
      for (number, record) in read.enumerated() {
        try records.append(record, number: position + number)
      }
      done += read.count
      failed += read.count { $0.traits.contains(.failed) }
      observer(.read(done: done, failed: failed, of: total))
    }
    try records.sort()
    return records
  }

  private static func record<Stages>(
    of document: CrawledDocument, _ crawler: Crawler, _ reading: PageReading<Stages>,
    _ isolation: Isolation?
  ) -> DocumentRecord {
    func unread(_ status: DocumentStatus, _ reason: String) -> DocumentRecord {
      DocumentRecord(
        address: document.reference.address, sha256: nil, status: status, reason: reason,
        capture: document.capture)
    }
    switch document.omission {
    case .failed(let reason): return unread(.failed, reason)
    case .irrelevant(let reason): return unread(.irrelevant, reason)
    case .copy(let original, let reason):
      var record = unread(.duplicate, reason)
      record.whole = original
      return record
    case nil: break
    }
    let address = document.reference.address
    let record = isolation.reading(address) {
      do throws(CrawlError) {
        return reading.record(of: try crawler.read(document))
      } catch {
        return unread(.failed, error.reason)
      }
    }
    return record ?? unread(.failed, isolation?.poison[address] ?? "left out")
  }

  private func package(
    _ fingerprints: [(name: String, value: String)]
  ) -> PackageDescription {
    var package = PackageDescription(name: pipeline.name)
    package.name = "tilik-" + pipeline.name
    package.title = pipeline.title
    package.judul = pipeline.judul
    package.description = pipeline.description ?? package.description
    package.deskripsi = pipeline.deskripsi ?? package.deskripsi
    package.publisher = pipeline.publisher
    package.keywords = pipeline.keywords
    package.version = version
    package.fingerprints = fingerprints.map { .init(name: $0.name, value: $0.value) }
    package.hasReport = pipeline.report != nil
    return package
  }

  private func fingerprints(
    _ records: RecordStore
  ) throws(DatasetError) -> [(name: String, value: String)] {
    let documents = records.indices.lazy.map(records.head)
    return [
      (
        "corpus", Fingerprint.list(documents.map { ($0.address, $0.sha256 ?? "unread") })
      ),
      (
        "pipeline", try Fingerprint.file(pipeline.folder + "/" + PipelineConfiguration.file)
      ),
      ("lexicon", try Fingerprint.folder(pipeline.lexicon)),
      ("rules", try Fingerprint.folder(pipeline.rules)),
    ]
  }
}

/// What a run reads: where it finds its documents, and the documents one behind another.
struct CorpusDocuments {
  let crawler: Crawler
  let stream: DocumentStream
}

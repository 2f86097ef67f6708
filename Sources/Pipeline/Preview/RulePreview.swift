import Dataset

/// Reads a corpus with two versions of a pipeline and says which rows the newer one adds, drops or changes.
///
///     let preview = try RulePreview(edited: configuration, against: "HEAD", corpora: ["corpus"], jobs: 2)
///     print(try await preview { _ in }.text)
public struct RulePreview: Sendable {
  private let edited: PipelineConfiguration
  private let original: PipelineConfiguration
  /// Keeps an unpacked version until the reading is done.
  private let unpacked: GitFolder?
  private let corpora: [String]
  private let jobs: Int
  /// How the original is called in what is printed.
  private let name: String

  /// - Parameters:
  ///   - against: a pipeline folder, or a git revision of the edited one.
  ///   - corpora: empty for those that the edited pipeline names.
  /// - Throws: `PipelineError` when one of the two cannot be read.
  public init(
    edited: PipelineConfiguration, against: String, corpora: [String], jobs: Int
  ) throws(PipelineError) {
    self.edited = edited
    if Files.kind(of: against) == .folder {
      unpacked = nil
      original = try PipelineConfiguration(against)
    } else {
      let folder = try GitFolder(edited.folder, revision: against)
      unpacked = folder
      original = try PipelineConfiguration(folder.path)
    }
    name = against
    self.corpora = corpora.isEmpty ? edited.corpora : corpora
    self.jobs = jobs
  }

  /// - Throws: `PipelineError`; problems of the original begin with where it was unpacked.
  public func callAsFunction(
    _ observer: (RunEvent) -> Void
  ) async throws(PipelineError) -> PreviewReport {
    let before = try await version(original, observer)
    let after = try await version(edited, observer)
    return PreviewReport(before, after, pipeline: edited.folder, against: name)
  }

  private func version(
    _ pipeline: PipelineConfiguration, _ observer: (RunEvent) -> Void
  ) async throws(PipelineError) -> PreviewReport.Version {
    let stages = try Stages(pipeline)
    var run = Run(pipeline, jobs: jobs, version: "")
    run.corpora = corpora
    let documents = try run.list()
    let reading = PageReading(stages: stages)
    do {
      var records = try await run.read(documents, reading, into: .temporary(), observer)
      try await run.leaveOutTemplates(&records, documents.crawler, reading)
      try await run.joinParts(&records, stages)
      // Rows are shown in the order of the tables' keys.
      return PreviewReport.Version(
        tables: try stages.tables(from: records).tables.map { try $0.sorted() },
        places: stages.placesOfRules,
        folder: pipeline.folder)
    } catch {
      throw PipelineError("\(error)")
    }
  }
}

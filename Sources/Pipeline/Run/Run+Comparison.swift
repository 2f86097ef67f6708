import Dataset

extension Run {
  /// The dataset to compare with.
  enum Before {
    case nothing
    case dataset(DatasetSnapshot)
    /// There is one, but it cannot be read; why.
    case unreadable(String)

    var snapshot: DatasetSnapshot? {
      if case .dataset(let snapshot) = self { return snapshot }
      return nil
    }
  }

  /// The dataset that the caller names to compare with, read before any work is done; nil when none is named.
  /// - Throws: `PipelineError` when it cannot be read.
  func named() throws(PipelineError) -> Before? {
    guard let baseline else { return nil }
    do {
      return .dataset(
        try DatasetSnapshot(folder: baseline, scratch: Scratch(beside: output)))
    } catch {
      throw PipelineError("\(error)")
    }
  }

  /// The dataset in the output folder, read before it is replaced; when it cannot be read it is replaced all
  /// the same.
  func standing(_ scratch: Scratch) -> Before {
    guard Files.kind(of: output + "/" + DatasetFolder.packageFile) == .file else { return .nothing }
    do { return .dataset(try DatasetSnapshot(folder: output, scratch: scratch)) } catch {
      return .unreadable("\(error)")
    }
  }

  /// What differs from the dataset before, in a few lines.
  func changes(_ before: Before, _ diff: DatasetDiff?) -> [String] {
    if case .unreadable(let reason) = before { return ["not compared: \(reason)"] }
    return diff?.summary() ?? []
  }

  /// Writes the pages that tell people of the run; the only ones beside `run.json` that also depend on
  /// the dataset before.
  func write(
    _ summary: RunSummary, _ diff: DatasetDiff?, into folder: String
  ) throws(DatasetError) {
    try Files.write(
      Array(summary.markdown(title: pipeline.title, diff: diff).utf8),
      to: folder + "/" + DatasetFolder.summaryFile)
    guard let diff else { return }
    try Files.write(Array(diff.markdown().utf8), to: folder + "/" + DatasetFolder.diffFile)
  }

  /// The pipeline with the caller's labels in the place of its own.
  var judged: PipelineConfiguration {
    guard !gold.isEmpty else { return pipeline }
    var judged = pipeline
    judged.expectations.accuracy = pipeline.expectations.accuracy.flatMap { floor in
      gold.map { path in
        var floor = floor
        floor.gold = path
        return floor
      }
    }
    return judged
  }
}

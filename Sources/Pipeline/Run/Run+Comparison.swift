import Dataset

extension Run {
  /// The dataset to compare with, read before it is replaced.
  /// - Throws: `PipelineError` when one was named and cannot be read. One that stands in the output
  ///   folder and cannot be read is replaced all the same.
  func snapshotBefore() throws(PipelineError) -> DatasetSnapshot? {
    guard let baseline else { return try? DatasetSnapshot(folder: output) }
    do { return try DatasetSnapshot(folder: baseline) } catch { throw PipelineError("\(error)") }
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

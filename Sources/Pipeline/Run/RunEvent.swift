/// What a run says of itself while it goes on.
public enum RunEvent: Sendable, Hashable {
  /// The corpus was listed; what is in its archives is not counted yet.
  case listed(documents: Int, archives: Int = 0)
  /// So many documents are behind us, of a number that is not known before archives are read.
  case read(done: Int, failed: Int, of: Int?)
  /// All documents are read; their claims are brought together.
  case reconciling
  case writing
  /// Something that a person may want to know of, in a line.
  case note(String)
}

/// A run that ended with a dataset.
public struct RunSummary: Sendable, Hashable {
  /// What came out.
  public let counts: RunCounts
  /// Folder of the dataset.
  public let output: String
  /// First page of the report; nil where none was made.
  public let report: String?
  /// How long the run took.
  public let seconds: Double
  /// Every expectation of the pipeline, met or not.
  public let checks: [ExpectationCheck]
  /// What became of the corrections.
  public let corrections: CorrectionCounts
  /// What differs from the dataset before, in a few lines; empty without one.
  public let changes: [String]

  /// A line for each expectation of the pipeline that was not met.
  public var unmet: [String] { checks.filter { $0.verdict == .unmet }.map(\.line) }
  /// Nothing had changed since the dataset was written, and it was left as it is.
  public var isUnchanged = false
}

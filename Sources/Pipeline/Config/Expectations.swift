/// What a run must come to, from `pipeline.yml`. A run that falls short still writes its dataset, so
/// that one can look, and ends with status 3.
public struct Expectations: Sendable, Hashable {
  /// How much may be lost: so many, or so many in a hundred.
  public enum Allowance: Sendable, Hashable {
    case count(Int)
    case percent(Double)
  }

  /// What the claims must reach on labelled documents.
  public struct Accuracy: Sendable, Hashable {
    /// Labels, relative to the current folder.
    public var gold: String
    /// Only documents of this set.
    public var set: String?
    /// From 0 to 1.
    public var minF1: Double?
    /// From 0 to 1.
    public var minPrecision: Double?
    /// From 0 to 1.
    public var minRecall: Double?
    /// Facts claimed as reached that are targets, wishes or denials.
    public var maxFalseAchievements: Int?

    public init(gold: String, set: String? = nil) {
      self.gold = gold
      self.set = set
    }
  }

  /// Documents found in the corpus.
  public var minDocuments: Int?
  /// Documents that were read, copies not counted.
  public var minRead: Int?
  /// Claims of any status.
  public var minClaims: Int?
  /// Rows of results.
  public var minResults: Int?
  /// Assessed bodies that have a result.
  public var minRegions: Int?
  /// Documents that could not be read.
  public var maxFailed: Int?
  /// Results on which documents disagree.
  public var maxConflicts: Int?
  /// Conflicts of which no person accepted the value that was chosen.
  public var maxUnexplainedConflicts: Int?
  /// Documents that cannot be read and could before, or are new.
  public var maxNewFailures: Int?
  /// Results of the dataset before that are gone, those that a correction took away not counted.
  public var maxLostResults: Allowance?
  /// Corrections of something that the page says no longer so.
  public var maxStaleCorrections: Int?
  /// Corrections whose document or quote is gone.
  public var maxOrphanedCorrections: Int?
  /// Each measured on its own.
  public var accuracy: [Accuracy] = []

  public init() {}
}

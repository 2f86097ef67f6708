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
    public var minPrecision: Double?
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
  public var minClaims: Int?
  public var minResults: Int?
  public var minRegions: Int?
  public var maxFailed: Int?
  public var maxConflicts: Int?
  /// Conflicts of which no person accepted the value that was chosen.
  public var maxUnexplainedConflicts: Int?
  /// Documents that cannot be read and could before, or are new.
  public var maxNewFailures: Int?
  /// Results of the dataset before that are gone, those that a correction took away not counted.
  public var maxLostResults: Allowance?
  public var maxStaleCorrections: Int?
  public var maxOrphanedCorrections: Int?
  public var accuracy: [Accuracy] = []

  public init() {}
}

/// What is asked for that a corpus does not give.
public struct WhyNotQuery: Sendable {
  /// Rows of the regions table: a region with its former codes.
  public let regions: Set<Int32>
  public let year: Int
  /// "score", "zone", "grade", "category" or "rank"; nil for any of them.
  public let field: String?
  /// As a claim would name it; nil for the region itself.
  public let unit: String?

  public static let fields = ["score", "zone", "grade", "category", "rank"]

  public init(regions: Set<Int32>, year: Int, field: String?, unit: String?) {
    self.regions = regions
    self.year = year
    self.field = field
    self.unit = unit
  }
}

/// A place of a document that could have held what was asked for: which conditions it meets, and which
/// one it fails.
public struct NearMiss: Sendable, Hashable {
  /// UTF-8 byte offsets of the sentence in `Article.text`.
  public let sentence: Range<Int>
  /// Conditions that are met, in words.
  public let met: [String]
  /// Those that are not, in words; none for a result that is there.
  public let failed: [String]
  /// Rules that had a part in it.
  public let rules: [String]

  public var isResult: Bool { failed.isEmpty }
}

public import Lexicon

/// A band of a scale as a regulation states it: "zona hijau 88 s.d. 100", "88,31–100,00 | A | Sangat Baik".
public struct StatedBand: Sendable, Hashable {
  /// Bands of one table or list share a number, counted from 1.
  public let group: Int
  /// Id of the instruments table, where the text names one.
  public let instrument: String?
  public let min: FixedPoint
  public let max: FixedPoint
  public let zone: String?
  public let shade: String?
  public let grade: String?
  public let category: String?
  /// The row or sentence that states it, as UTF-8 byte offsets in `Article.text`.
  public let quote: Range<Int>

  public init(
    group: Int, instrument: String?, min: FixedPoint, max: FixedPoint, zone: String? = nil,
    shade: String? = nil, grade: String? = nil, category: String? = nil, quote: Range<Int>
  ) {
    self.group = group
    self.instrument = instrument
    self.min = min
    self.max = max
    self.zone = zone
    self.shade = shade
    self.grade = grade
    self.category = category
    self.quote = quote
  }
}

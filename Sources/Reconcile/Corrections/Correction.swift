public import Interpret
public import Lexicon

/// What a person decided about a claim.
public enum CorrectionAction: String, Sendable, Hashable, CaseIterable {
  /// It was rightly read.
  case accept
  /// The page does not say so.
  case reject
  /// One of its fields is wrong.
  case change
}

/// A field of a claim, by its column in the claims table.
public enum ClaimField: String, Sendable, Hashable, CaseIterable {
  case regionCode = "region_code"
  case region, unit, year, instrument, assessor, score, zone
  case zoneShade = "zone_shade"
  case grade, category, rank
  case rankOf = "rank_of"
  case rankScope = "rank_scope"
  case status

  /// Fields that a correction can change: `region` follows from the code.
  public static let changeable = allCases.filter { $0 != .region }

  /// Fields by which a claim is known again among the others of its sentence.
  public static let telling: [ClaimField] = [
    .regionCode, .region, .unit, .year, .instrument, .status, .score, .zone, .zoneShade, .grade,
    .category, .rank,
  ]
}

/// What a field must be. Nil where the page states nothing.
public enum CorrectedValue: Sendable, Hashable {
  /// Row of the regions table.
  case region(Int32)
  case unit(ClaimUnit?)
  case number(FixedPoint?)
  case count(Int?)
  case text(String?)
  case status(ClaimStatus)
}

/// One row of `corrections.csv`, checked.
public struct Correction: Sendable, Hashable {
  /// One field of a claim and what it must be.
  public struct Change: Sendable, Hashable {
    public let field: ClaimField
    public let value: CorrectedValue
    /// As the person wrote it.
    public let written: String

    public init(field: ClaimField, value: CorrectedValue, written: String) {
      self.field = field
      self.value = value
      self.written = written
    }
  }

  /// Made from the row's content.
  public let id: String
  /// Where the row begins in the file, from 1.
  public let line: Int
  public let action: CorrectionAction
  /// Nil but for `change`.
  public let change: Change?
  public let anchor: TextAnchor
  /// What the claim said when it was looked at; a field that is missing was empty or is not told.
  public let about: [ClaimField: String]
  /// Id of the claim at that time.
  public let claim: String?
  public let note: String?
  public let who: String
  /// `YYYY-MM-DD`.
  public let day: String

  public init(
    id: String, line: Int, action: CorrectionAction, change: Change? = nil, anchor: TextAnchor,
    about: [ClaimField: String] = [:], claim: String? = nil, note: String? = nil, who: String,
    day: String
  ) {
    self.id = id
    self.line = line
    self.action = action
    self.change = change
    self.anchor = anchor
    self.about = about
    self.claim = claim
    self.note = note
    self.who = who
    self.day = day
  }
}

/// What became of a correction in a run.
public enum CorrectionState: String, Sendable, Hashable, CaseIterable {
  /// It was needed and holds.
  case applied
  /// The program reads by itself what the person said.
  case redundant
  /// A later row decides otherwise about the same.
  case superseded
  /// The page is there, but neither says nor is read as it was when the person looked.
  case stale
  /// The page or its sentence is gone.
  case orphaned
}

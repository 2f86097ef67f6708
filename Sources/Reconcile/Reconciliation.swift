public import Interpret
public import Lexicon

/// Whether stated values agree with what follows from the scale.
public enum Verdict: String, Sendable, Hashable {
  case yes, no, unknown
}

/// What a result is about. Equal keys are one row of `results`.
public struct ResultKey: Sendable, Hashable {
  public let body: Body
  /// Canonical name of the unit, nil for the body as a whole.
  public let unit: String?
  /// Id of the instruments table.
  public let instrument: String?
  public let year: Int?
  /// The document, where the year is unknown: two documents may then mean two years.
  public let document: String?
  /// From 0; counts results of one document whose years are unknown and whose values differ.
  public let occurrence: Int

  public init(
    body: Body, unit: String?, instrument: String?, year: Int?, document: String? = nil,
    occurrence: Int = 0
  ) {
    self.body = body
    self.unit = unit
    self.instrument = instrument
    self.year = year
    self.document = document
    self.occurrence = occurrence
  }
}

/// Values that follow from a score on the scale of its year.
public struct DerivedValues: Sendable, Hashable {
  public var zone: String?
  public var grade: String?
  public var category: String?

  public init(zone: String? = nil, grade: String? = nil, category: String? = nil) {
    self.zone = zone
    self.grade = grade
    self.category = category
  }
}

/// One row of `results`: what the documents together say of a key.
public struct Outcome: Sendable, Hashable {
  public let key: ResultKey
  /// As the claims name it; nil for the body as a whole.
  public let unit: ClaimUnit?
  /// Id of the assessors table.
  public let assessor: String?
  public let values: ClaimValues
  /// Id of the scale, and the highest score on it.
  public let scale: String?
  public let scoreMax: FixedPoint?
  public let derived: DerivedValues
  public let verdict: Verdict
  /// Independent documents; copies count once.
  public let sources: Int
  /// Identifiers of the claims behind the row, in ascending order.
  public let claims: [String]
  public let conflicts: [Conflict]
  public let confidence: FixedPoint
}

/// A value on which the documents of a result disagree.
public struct Conflict: Sendable, Hashable {
  /// Column of `results`.
  public let field: String
  public let value: String
  /// Claims and documents that state it, each in ascending order.
  public let claims: [String]
  public let documents: [String]
  public let isChosen: Bool
}

/// What is known of a region in a year under an instrument.
public struct Coverage: Sendable, Hashable {
  /// The four states of knowledge; each region is in one of them.
  public enum Status: String, Sendable, Hashable {
    case result
    case claimWithoutResult = "claim_without_result"
    case documentWithoutClaim = "document_without_claim"
    case noDocument = "no_document"
  }

  /// Row of the regions table.
  public let region: Int32
  public let year: Int
  public let instrument: String
  public let documents: Int
  public let claims: Int
  public let results: Int

  public var status: Status {
    if results > 0 { return .result }
    if claims > 0 { return .claimWithoutResult }
    return documents > 0 ? .documentWithoutClaim : .noDocument
  }
}

/// A region's own results of one year, side by side.
public struct PanelRow: Sendable, Hashable {
  public let region: Int32
  public let year: Int
  /// Positions in `Reconciliation.results`, one per instrument, in the order of the instruments' ids.
  public let results: [Int]
  /// Independent documents behind the row.
  public let documents: Int
}

/// What all documents say together.
public struct Reconciliation: Sendable, Hashable {
  public let results: [Outcome]
  public let coverage: [Coverage]
  public let panel: [PanelRow]
}

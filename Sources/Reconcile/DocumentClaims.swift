public import Interpret

/// A claim with the identifier that it bears in the claims table.
public struct IdentifiedClaim: Sendable, Hashable {
  public let id: String
  public let claim: Claim

  public init(id: String, claim: Claim) {
    self.id = id
    self.claim = claim
  }
}

/// What one document brings to the comparison of documents.
public struct DocumentClaims: Sendable, Hashable {
  /// Address of the document.
  public let document: String
  /// The document that this one is a copy of: both count as one source.
  public let duplicateOf: String?
  public let publisher: String?
  /// Published by the assessor or the assessed body itself; nil when that is not known.
  public let isOfficial: Bool?
  /// Rows of the regions table that the text names, in ascending order.
  public let regions: [Int32]
  /// Years that the text names or in which it was published, in ascending order.
  public let years: [Int]
  /// In the order of the text.
  public let claims: [IdentifiedClaim]

  public init(
    document: String, duplicateOf: String? = nil, publisher: String? = nil,
    isOfficial: Bool? = nil, regions: [Int32] = [], years: [Int] = [], claims: [IdentifiedClaim]
  ) {
    self.document = document
    self.duplicateOf = duplicateOf
    self.publisher = publisher
    self.isOfficial = isOfficial
    self.regions = regions
    self.years = years
    self.claims = claims
  }

  /// The document as a source: its original, or itself.
  var source: String { duplicateOf ?? document }
}

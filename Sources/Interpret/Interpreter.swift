import Extract
public import Lexicon
public import Tag

/// Reads tagged articles: who has which value in which year under which instrument, and whether it is a
/// fact.
public struct Interpreter: Sendable {
  public let lexicon: Lexicon
  public let rules: RuleSet

  public init(lexicon: Lexicon, rules: RuleSet) {
    self.lexicon = lexicon
    self.rules = rules
  }

  public func interpret(_ document: TaggedArticle) -> Reading {
    var reader = DocumentReader(document, rules: rules)
    var reading = reader.read()
    for index in reading.claims.indices { finish(&reading.claims[index]) }
    return reading
  }

  /// The code and the scale that were valid in the claim's year.
  private func finish(_ claim: inout Claim) {
    guard case .region(let row) = claim.body else { return }
    var subject = lexicon.regions[Int(row)].level.rawValue
    if claim.unit != nil { subject = "unit" }
    guard let year = claim.year.year else { return }
    claim.body = .region(lexicon.region(row, in: year))
    if let instrument = claim.instrument,
      let scale = lexicon.scale(instrument: instrument, subject: subject, year: year)
    {
      claim.scale = scale.id
    }
  }
}

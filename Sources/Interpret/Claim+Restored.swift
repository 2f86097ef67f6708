package import Lexicon

/// Putting together what was read in an earlier run; nothing is checked or derived.
extension Claim {
  package init(
    restored body: Body, unit: ClaimUnit?, year: ClaimYear, assessor: String?,
    instrument: String?, scale: String?, values: ClaimValues, unitsAssessed: Int?,
    status: ClaimStatus, isDerived: Bool, attribution: Attribution, quote: Range<Int>,
    evidence: [Evidence], rule: String, confidence: FixedPoint, flags: [String]
  ) {
    self.init(
      body: body, unit: unit, year: year, assessor: assessor, instrument: instrument,
      scale: scale, values: values, unitsAssessed: unitsAssessed, status: status,
      isDerived: isDerived, attribution: attribution, quote: quote, evidence: evidence, rule: rule,
      confidence: confidence, flags: flags)
  }
}

extension Total {
  package init(
    restored region: Int32?, scope: String?, year: ClaimYear, instrument: String?, level: String?,
    count: Int, of: Int?, zone: String?, category: String?, quote: Range<Int>
  ) {
    self.init(
      region: region, scope: scope, year: year, instrument: instrument, level: level, count: count,
      of: of, zone: zone, category: category, quote: quote)
  }
}

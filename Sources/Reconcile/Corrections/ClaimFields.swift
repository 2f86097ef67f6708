public import Interpret
public import Lexicon

/// Reads and sets a claim's fields as the claims table writes them.
public struct ClaimFields: Sendable {
  let lexicon: Lexicon
  private let assessors: [String: String]

  public init(_ lexicon: Lexicon) {
    self.lexicon = lexicon
    assessors = Dictionary(lexicon.assessors.map { ($0.id, $0.name) }) { first, _ in first }
  }

  /// As it stands in the claims table; nil for an empty cell.
  public func text(_ field: ClaimField, of claim: Claim) -> String? {
    let values = claim.values
    switch field {
    case .regionCode:
      if case .region(let row) = claim.body { return lexicon.regions[Int(row)].code }
      return nil
    case .region:
      switch claim.body {
      case .region(let row): return lexicon.regions[Int(row)].fullName
      case .other(let name, _): return name
      }
    case .unit: return claim.unit?.name
    case .year: return claim.year.year.map(String.init)
    case .instrument: return claim.instrument
    case .assessor: return claim.assessor.map { assessors[$0] ?? $0 }
    case .score: return values.score?.description
    case .zone: return values.zone
    case .zoneShade: return values.shade
    case .grade: return values.grade
    case .category: return values.category
    case .rank: return values.rank.map(String.init)
    case .rankOf: return values.rankOf.map(String.init)
    case .rankScope: return values.rankScope
    case .status: return claim.status.rawValue
    }
  }

  /// Whether a claim's field is what a person wrote: 80.5 is 80.50, upper and lower case are alike.
  func holds(_ field: ClaimField, _ written: String, in claim: Claim) -> Bool {
    guard let text = text(field, of: claim) else { return written.isEmpty }
    if text == written { return true }
    if field == .score, let left = FixedPoint(text), let right = FixedPoint(written) {
      return left == right
    }
    return text.lowercased() == written.lowercased()
  }

  /// Whether the claim has the value already.
  func has(_ change: Correction.Change, _ claim: Claim) -> Bool {
    var changed = claim
    set(change, in: &changed)
    return changed.body == claim.body && changed.unit?.name == claim.unit?.name
      && changed.year.year == claim.year.year && changed.instrument == claim.instrument
      && changed.assessor == claim.assessor && changed.status == claim.status
      && folded(changed.values) == folded(claim.values)
  }

  private func folded(_ values: ClaimValues) -> ClaimValues {
    var folded = values
    folded.zone = values.zone?.lowercased()
    folded.shade = values.shade?.lowercased()
    folded.grade = values.grade?.lowercased()
    folded.category = values.category?.lowercased()
    folded.rankScope = values.rankScope?.lowercased()
    return folded
  }

  /// Sets one field. Which scale is valid follows from body, year and instrument and is left to be
  /// found anew.
  func set(_ change: Correction.Change, in claim: inout Claim) {
    switch (change.field, change.value) {
    case (.regionCode, .region(let row)): claim.body = .region(row)
    case (.unit, .unit(let unit)): claim.unit = unit
    case (.year, .count(let year)):
      claim.year = ClaimYear(year: year, basis: year == nil ? .none : .stated)
    case (.instrument, .text(let id)): claim.instrument = id
    case (.assessor, .text(let id)): claim.assessor = id
    case (.score, .number(let score)): claim.values.score = score
    case (.zone, .text(let zone)):
      claim.values.zone = zone
      if zone == nil { claim.values.shade = nil }
    case (.zoneShade, .text(let shade)): claim.values.shade = shade
    case (.grade, .text(let grade)): claim.values.grade = grade
    case (.category, .text(let category)): claim.values.category = category
    case (.rank, .count(let rank)): claim.values.rank = rank
    case (.rankOf, .count(let count)): claim.values.rankOf = count
    case (.rankScope, .text(let scope)): claim.values.rankScope = scope
    case (.status, .status(let status)): claim.status = status
    default: return
    }
    if [.regionCode, .unit, .year, .instrument].contains(change.field) { claim.scale = nil }
  }
}

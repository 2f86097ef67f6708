import Interpret

/// Finds the claim that a correction is about among those of its sentence, and judges whether it still
/// holds.
struct CorrectionMatch {
  let correction: Correction
  /// All changes that were decided of the same claim, this one's among them: a field that the program
  /// now reads as one of them says is no difference.
  let changes: [Correction.Change]
  let fields: ClaimFields

  enum Verdict {
    /// The claim at that position is the one, as it was when the person looked.
    case applies(Int)
    case redundant
    /// Why it cannot be applied.
    case stale(String)
  }

  /// - Parameter claims: those that stand on the anchored sentence.
  func verdict(_ claims: [IdentifiedClaim]) -> Verdict {
    if let same = claims.firstIndex(where: { $0.id == correction.claim }),
      agreement(claims[same].claim).differing.isEmpty
    {
      return settle(same, claims)
    }
    if correction.about.isEmpty {
      switch claims.count {
      case 0: return nothing()
      case 1: return settle(0, claims)
      default:
        return .stale(
          "\(claims.count) claims stand on the sentence; say in \"about\" which one is meant")
      }
    }
    // The claim of the same body and unit that has most in common with what the person saw.
    let agreements = claims.map { agreement($0.claim) }
    var nearest: Int?
    for index in agreements.indices where agreements[index].isSameSubject {
      if let best = nearest, agreements[index].same <= agreements[best].same { continue }
      nearest = index
    }
    guard let index = nearest else { return nothing() }
    let differing = agreements[index].differing
    if differing.isEmpty { return settle(index, claims) }
    // Another value of the same body is another claim: what was rejected is not read any more.
    let values: Set<ClaimField> = [.score, .zone, .zoneShade, .grade, .category, .rank]
    if correction.action == .reject, !values.isDisjoint(with: differing) {
      return .redundant
    }
    let now = differing.map { field in
      "\(field.rawValue) \(fields.text(field, of: claims[index].claim) ?? "nothing")"
    }
    return .stale("the program now reads " + now.joined(separator: ", "))
  }

  private func settle(_ index: Int, _ claims: [IdentifiedClaim]) -> Verdict {
    guard let change = correction.change else { return .applies(index) }
    let claim = claims[index].claim
    if fields.has(change, claim) { return .redundant }
    // A field that was empty when the person looked and is not any more was read since.
    if !correction.about.isEmpty, ClaimField.telling.contains(change.field),
      correction.about[change.field] == nil, let now = fields.text(change.field, of: claim)
    {
      return .stale("the program now reads \(change.field.rawValue) \(now)")
    }
    return .applies(index)
  }

  private func nothing() -> Verdict {
    correction.action == .reject
      ? .redundant : .stale("the sentence stands, but nothing like it is read from it any more")
  }

  private struct Agreement {
    var same = 0
    var differing: [ClaimField] = []
    var isSameSubject = true
  }

  private func agreement(_ claim: Claim) -> Agreement {
    var agreement = Agreement()
    // The code may be another one in another edition of the table; the name then tells.
    let isSameBody =
      holds(.regionCode, claim) ?? holds(.region, claim) ?? true || holds(.region, claim) ?? false
    for field in ClaimField.telling where field != .region {
      let isSame = field == .regionCode ? isSameBody : holds(field, claim)
      guard let isSame else { continue }
      if isSame { agreement.same += 1 } else { agreement.differing.append(field) }
    }
    let unit = correction.about[.unit] ?? ""
    let isSameUnit = fields.holds(.unit, unit, in: claim) || isChanged(.unit, claim)
    agreement.isSameSubject = isSameBody && isSameUnit
    return agreement
  }

  /// Nil where nothing is told of the field.
  private func holds(_ field: ClaimField, _ claim: Claim) -> Bool? {
    correction.about[field].map {
      fields.holds(field, $0, in: claim) || isChanged(field, claim)
    }
  }

  private func isChanged(_ field: ClaimField, _ claim: Claim) -> Bool {
    changes.contains { $0.field == field && fields.has($0, claim) }
  }
}

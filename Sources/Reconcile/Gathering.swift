import Interpret
import Lexicon

/// A claim on its way into a result, with what weighs for it.
struct Voice {
  let id: String
  let claim: Claim
  let document: String
  /// The original of which the document is a copy, or itself.
  let source: String
  let isOfficial: Bool
}

/// Brings the claims of all documents together by what they are about.
enum Gathering {
  /// - Returns: in no particular order; each group's voices in the order of `documents`.
  static func groups(_ documents: [DocumentClaims]) -> [ResultKey: [Voice]] {
    var groups: [ResultKey: [Voice]] = [:]
    for document in documents {
      var undated: [ResultKey: [[Voice]]] = [:]
      for voice in completed(voices(of: document)) {
        let key = key(of: voice)
        if key.year != nil {
          groups[key, default: []].append(voice)
        } else {
          join(voice, &undated[key, default: []])
        }
      }
      for (key, rows) in undated {
        for (occurrence, row) in rows.enumerated() {
          let numbered = ResultKey(
            body: key.body, unit: key.unit, instrument: key.instrument, year: nil,
            document: key.document, occurrence: occurrence)
          groups[numbered, default: []] += row
        }
      }
    }
    return groups
  }

  /// Only what was achieved, with a value.
  private static func voices(of document: DocumentClaims) -> [Voice] {
    document.claims.filter { $0.claim.status == .achieved && !$0.claim.values.isEmpty }.map {
      Voice(
        id: $0.id, claim: $0.claim, document: document.document, source: document.source,
        isOfficial: document.isOfficial ?? false)
    }
  }

  private static func key(of voice: Voice) -> ResultKey {
    let claim = voice.claim
    return ResultKey(
      body: claim.body, unit: claim.unit?.name, instrument: claim.instrument,
      year: claim.year.year, document: claim.year.year == nil ? voice.source : nil)
  }

  /// Gives a claim without a year or an instrument those of a fuller claim of the same document
  /// that says the same of the same body; when fuller claims differ, it stays as it is.
  private static func completed(_ voices: [Voice]) -> [Voice] {
    guard voices.contains(where: isPartial) else { return voices }
    return voices.map { voice in
      guard isPartial(voice) else { return voice }
      let fuller = voices.filter { completes($0.claim, voice.claim) }
      let years = Set(fuller.map(\.claim.year.year))
      let instruments = Set(fuller.map(\.claim.instrument))
      guard years.count == 1, instruments.count == 1, let first = fuller.first else { return voice }
      var claim = voice.claim
      if claim.year.year == nil { claim.year = first.claim.year }
      claim.instrument = claim.instrument ?? first.claim.instrument
      claim.scale = claim.scale ?? first.claim.scale
      return Voice(
        id: voice.id, claim: claim, document: voice.document, source: voice.source,
        isOfficial: voice.isOfficial)
    }
  }

  private static func isPartial(_ voice: Voice) -> Bool {
    voice.claim.year.year == nil || voice.claim.instrument == nil
  }

  private static func completes(_ fuller: Claim, _ claim: Claim) -> Bool {
    guard fuller.body == claim.body, fuller.unit?.name == claim.unit?.name else { return false }
    let year = claim.year.year
    let instrument = claim.instrument
    guard year == nil || fuller.year.year == year,
      instrument == nil || fuller.instrument == instrument,
      (year == nil && fuller.year.year != nil)
        || (instrument == nil && fuller.instrument != nil)
    else { return false }
    if year == nil, let known = fuller.year.year {
      guard known >= claim.year.earliest ?? known, known <= claim.year.latest ?? known else {
        return false
      }
    }
    return Agreement.of(fuller.values, claim.values) == .agree
  }

  /// Puts a claim of unknown year beside the first that it does not contradict.
  private static func join(_ voice: Voice, _ rows: inout [[Voice]]) {
    let row = rows.firstIndex { row in
      row.allSatisfy { Agreement.of($0.claim.values, voice.claim.values) != .differ }
    }
    if let row { rows[row].append(voice) } else { rows.append([voice]) }
  }
}

import Interpret
import Lexicon

/// Settles one result: from the claims about a key to its row.
struct Settling {
  let key: ResultKey
  let voices: [Voice]
  /// The scale by which a score, or a result without one, is to be read.
  let findScale: (FixedPoint?) -> Scale?
  /// Highest score of the instrument, for a result without a scale.
  let instrumentMax: FixedPoint?

  private var scale: Scale?
  private var values = ClaimValues()
  private var conflicts: [Conflict] = []
  /// Sources of the chosen camp and of all camps, in the field with the most dissent.
  private var support = (chosen: 1, of: 1)

  init(
    key: ResultKey, voices: [Voice], scale: @escaping (FixedPoint?) -> Scale?,
    instrumentMax: FixedPoint?
  ) {
    self.key = key
    self.voices = voices
    findScale = scale
    self.instrumentMax = instrumentMax
  }

  func outcome() -> Outcome {
    var settled = self
    settled.chooseValues()
    return settled.assembled()
  }

  private mutating func chooseValues() {
    settle(
      "score", { $0.score }, places: \.scale, agrees: { $0.rounds(to: $1) },
      set: { $0.score = $1 }, written: { $0.description })
    scale = findScale(values.score)
    settleText("zone", \.zone)
    if let zone = values.zone?.lowercased() {
      settleText("zone_shade", \.shade, where: { $0.zone?.lowercased() == zone })
    }
    settleText("grade", \.grade)
    let check = scale.map(ScaleCheck.init)
    settleText(
      "category", \.category,
      key: { category in
        let bands = check?.bands(named: category) ?? []
        guard bands.count == 1, let band = bands.first else { return category.lowercased() }
        return "band \(band)"
      })
    chooseRank()
  }

  /// A rank counts only among its own; a rank in a province does not contradict one in the nation.
  private mutating func chooseRank() {
    func scope(_ values: ClaimValues) -> String? { values.rankScope?.lowercased() }
    let ranked = voices.filter { $0.claim.values.rank != nil }
    let scopes = Choice.camps(
      ranked.compactMap { voice in
        scope(voice.claim.values).map { Candidate(value: $0, voice: voice) }
      }, key: { $0 })
    let chosen = scopes.first?.value
    settle(
      "rank", { $0.rank }, where: { scope($0) == nil || scope($0) == chosen },
      places: { _ in 0 }, agrees: { $0 == $1 }, set: { $0.rank = $1 }, written: { String($0) })
    guard let rank = values.rank else { return }
    let same = ranked.filter {
      $0.claim.values.rank == rank
        && (scope($0.claim.values) == nil || scope($0.claim.values) == chosen)
    }.sorted(by: Choice.outweighs)
    values.rankOf = same.compactMap(\.claim.values.rankOf).first
    values.rankScope = same.compactMap(\.claim.values.rankScope).first
  }

  private mutating func settleText(
    _ field: String, _ path: WritableKeyPath<ClaimValues, String?>,
    where counts: (ClaimValues) -> Bool = { _ in true },
    key: @escaping (String) -> String = { $0.lowercased() }
  ) {
    settle(
      field, { $0[keyPath: path] }, where: counts, places: { _ in 0 },
      agrees: { key($0) == key($1) }, set: { $0[keyPath: path] = $1 }, written: { $0 })
  }

  private mutating func settle<Value>(
    _ field: String, _ read: (ClaimValues) -> Value?,
    where counts: (ClaimValues) -> Bool = { _ in true }, places: (Value) -> Int,
    agrees: (Value, Value) -> Bool, set: (inout ClaimValues, Value) -> Void,
    written: (Value) -> String
  ) {
    let candidates = voices.compactMap { voice -> Candidate<Value>? in
      guard counts(voice.claim.values) else { return nil }
      return read(voice.claim.values).map { Candidate(value: $0, voice: voice) }
    }
    let camps = Choice.camps(candidates, places: places, agrees: agrees)
    guard let first = camps.first else { return }
    set(&values, first.value)
    guard camps.count > 1 else { return }
    conflicts += Choice.conflicts(field, camps, written: written)
    let all = camps.reduce(0) { $0 + $1.sources }
    if first.sources * support.of < support.chosen * all { support = (first.sources, all) }
  }

  private func assembled() -> Outcome {
    let check = scale.map(ScaleCheck.init)
    let assessors = Choice.camps(
      voices.compactMap { voice in
        voice.claim.assessor.map { Candidate(value: $0, voice: voice) }
      }, key: { $0 })
    let best = voices.map(\.claim.confidence).max() ?? FixedPoint(units: 0, scale: 2)
    return Outcome(
      key: key, unit: voices.lazy.compactMap(\.claim.unit).first,
      assessor: assessors.first?.value, values: values, scale: scale?.id,
      scoreMax: values.score == nil ? nil : scale?.scoreMax ?? instrumentMax,
      derived: check?.derived(from: values.score) ?? DerivedValues(),
      verdict: check?.verdict(values) ?? .unknown,
      sources: Set(voices.map(\.source)).count, claims: voices.map(\.id).distinct(),
      conflicts: conflicts, confidence: shared(best))
  }

  /// A confidence shared between the camps, to two places.
  private func shared(_ confidence: FixedPoint) -> FixedPoint {
    guard support.chosen < support.of else { return confidence }
    var units = confidence.units
    for _ in confidence.scale..<max(confidence.scale, 2) { units *= 10 }
    for _ in 2..<max(confidence.scale, 2) { units /= 10 }
    let (part, whole) = (Int64(support.chosen), Int64(support.of))
    return FixedPoint(units: (2 * units * part + whole) / (2 * whole), scale: 2)
  }
}

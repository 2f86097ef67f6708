import Interpret
import Lexicon

/// Holds a result's stated values against the scale of its year.
struct ScaleCheck {
  let scale: Scale

  /// What follows from the score: nothing without one, or in a gap between two bands.
  func derived(from score: FixedPoint?) -> DerivedValues {
    guard let band = score.flatMap(scale.band(of:)) else { return DerivedValues() }
    return DerivedValues(zone: band.zone, grade: band.grade, category: band.category)
  }

  /// `no` as soon as one stated value contradicts the others, `yes` when at least two could be
  /// compared, `unknown` otherwise.
  ///
  /// Each stated value leaves a set of bands possible: the score the one it lies in, a zone all of
  /// its colour. They agree when a band is left over. A value that the scale does not have (a
  /// colour, where no band has one) says nothing. A contradiction that the rounding of the score can
  /// explain ("88", grade B: it may have been 87.80) is `unknown`.
  func verdict(_ values: ClaimValues) -> Verdict {
    guard let score = values.score else { return verdict(labels(of: values)) }
    guard score <= scale.scoreMax, score.units >= 0 else { return .no }
    guard let band = scale.band(of: score) else { return verdict(labels(of: values)) }
    let exact = verdict([[band.order]] + labels(of: values))
    guard exact == .no else { return exact }
    return verdict([orders { $0.mayHold(rounded: score) }] + labels(of: values)) == .no
      ? .no : .unknown
  }

  private func verdict(_ possible: [Set<Int>]) -> Verdict {
    guard possible.count > 1 else { return .unknown }
    let left = possible.dropFirst().reduce(possible[0]) { $0.intersection($1) }
    return left.isEmpty ? .no : .yes
  }

  /// For each stated label, the bands that bear it.
  private func labels(of values: ClaimValues) -> [Set<Int>] {
    var possible: [Set<Int>] = []
    if let zone = values.zone?.lowercased(), scale.bands.contains(where: { $0.zone != nil }) {
      possible.append(orders { $0.zone?.lowercased() == zone })
      if let shade = values.shade?.lowercased() {
        let shaded = orders { $0.zone?.lowercased() == zone && $0.shade?.lowercased() == shade }
        if !shaded.isEmpty { possible.append(shaded) }
      }
    }
    if let grade = values.grade?.uppercased(), scale.bands.contains(where: { $0.grade != nil }) {
      possible.append(orders { $0.grade?.uppercased() == grade })
    }
    if let category = values.category {
      let named = bands(named: category)
      if !named.isEmpty { possible.append(named) }
    }
    return possible
  }

  /// The bands that a category's words name, by their order: those whose label is the longest that
  /// stands in the words, or in one of whose labels the words stand at the end ("Tinggi" for
  /// "Kualitas Tinggi"). Whole words only: "Tinggi" is not "Tertinggi".
  func bands(named category: String) -> Set<Int> {
    let words = Self.words(category)
    guard !words.isEmpty else { return [] }
    var best = 0
    var found: Set<Int> = []
    for band in scale.bands {
      for label in band.labels + [band.category].compactMap({ $0 }) {
        let label = Self.words(label)
        let fits = Self.contains(words, label) || label.suffix(words.count) == words[...]
        guard fits, !label.isEmpty else { continue }
        let length = min(label.count, words.count)
        if length > best {
          best = length
          found = []
        }
        if length == best { found.insert(band.order) }
      }
    }
    return found
  }

  private func orders(_ fits: (Band) -> Bool) -> Set<Int> {
    Set(scale.bands.filter(fits).map(\.order))
  }

  private static func words(_ text: String) -> [Substring] {
    text.lowercased().split { $0.isWhitespace }
  }

  private static func contains(_ words: [Substring], _ part: [Substring]) -> Bool {
    guard part.count <= words.count else { return false }
    return (0...words.count - part.count).contains { words[$0..<$0 + part.count] == part[...] }
  }
}

extension Band {
  /// Whether a score in the band, with the places of its bounds, may have been rounded to this one.
  fileprivate func mayHold(rounded score: FixedPoint) -> Bool {
    if min <= score, score <= max { return true }
    // The bound that is nearer is the likeliest to be rounded to it.
    return (score < min ? min : max).rounds(to: score)
  }
}

public import Dataset

/// Which scores may stand on one line or in one ranking: those of one instrument on one scale.
///
/// The report draws a break wherever two scales meet; a pipeline that must not have any asks for the
/// breaks here.
public struct Comparability {
  /// Scores on several scales that one series or one ranking would bring together.
  public struct Mix: Hashable, Sendable {
    public let instrument: String
    /// One year for a ranking, two for a step of a series.
    public let years: [Int]
    /// Ids in the order of the years; empty for scores without a known scale.
    public let scales: [String]
    /// How many rows of `results` it concerns.
    public let results: Int
  }

  public let mixes: [Mix]

  /// - Parameter results: the table `results`.
  public init(results: Table) {
    mixes = Self.mixes(of: results.records)
  }

  static func mixes(of results: some Sequence<Record>) -> [Mix] {
    let scored = results.filter { result in
      result["score"].double != nil && result["year"].integer != nil
        && result["instrument"].text != nil
    }
    return (rankings(scored) + series(scored)).sorted { left, right in
      if left.instrument != right.instrument { return left.instrument < right.instrument }
      if left.years != right.years { return left.years.lexicographicallyPrecedes(right.years) }
      return left.scales.lexicographicallyPrecedes(right.scales)
    }
  }

  /// A line for each mix, for people.
  public var problems: [String] {
    mixes.map { mix in
      let names = mix.scales.map { $0.isEmpty ? "no known scale" : $0 }
      let years = mix.years.map(String.init).joined(separator: " to ")
      return "scores that do not compare: \(mix.instrument), \(years): \(mix.results) results on "
        + names.joined(separator: " and ")
    }
  }

  static func comparable(_ left: Record, _ right: Record) -> Bool {
    left["scale"].text != nil && left["scale"] == right["scale"]
      && left["instrument"] == right["instrument"]
  }

  /// Bodies of one kind in one year.
  private static func rankings(_ scored: [Record]) -> [Mix] {
    struct Ranking: Hashable {
      let instrument: String
      let year: Int
      let level: String
      let isUnit: Bool
    }
    var scales: [Ranking: [String: Int]] = [:]
    for result in scored {
      let ranking = Ranking(
        instrument: result["instrument"].written, year: result["year"].integer ?? 0,
        level: result["level"].written, isUnit: !result["unit"].isNull)
      scales[ranking, default: [:]][result["scale"].written, default: 0] += 1
    }
    var mixed: [Mix: Int] = [:]
    for (ranking, counts) in scales where counts.count > 1 || counts[""] != nil {
      let mix = Mix(
        instrument: ranking.instrument, years: [ranking.year], scales: counts.keys.sorted(),
        results: 0)
      mixed[mix, default: 0] += counts.values.reduce(0, +)
    }
    return counted(mixed)
  }

  /// Neighbouring years of one body or unit.
  private static func series(_ scored: [Record]) -> [Mix] {
    let series = Dictionary(grouping: scored) { result in
      [Body.key(result), result["unit"].written, result["instrument"].written]
    }
    var mixed: [Mix: Int] = [:]
    for results in series.values {
      let ordered = results.sorted { Value.precedes($0["year"], $1["year"]) }
      for (left, right) in zip(ordered, ordered.dropFirst()) where !comparable(left, right) {
        guard left["scale"] != right["scale"] else { continue }
        let mix = Mix(
          instrument: left["instrument"].written,
          years: [left["year"].integer ?? 0, right["year"].integer ?? 0],
          scales: [left["scale"].written, right["scale"].written], results: 0)
        mixed[mix, default: 0] += 2
      }
    }
    return counted(mixed)
  }

  private static func counted(_ mixed: [Mix: Int]) -> [Mix] {
    mixed.map { mix, count in
      Mix(instrument: mix.instrument, years: mix.years, scales: mix.scales, results: count)
    }
  }
}

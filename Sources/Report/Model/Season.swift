import Dataset

/// One instrument in one year: what its bodies reached, against the season before. Only bodies as a whole
/// are compared, not their units.
struct Season {
  let instrument: String
  let year: Int
  let results: [Record]
  /// The season of the same instrument before this one, whichever its scale.
  let earlier: (year: Int, results: [Record])?

  /// All seasons, by instrument, the newest year first.
  static func all(_ data: ReportData) -> [Season] {
    let own = data.records(Schema.results).filter { $0["unit"].isNull && $0["year"].integer != nil }
    return data.resultInstruments.flatMap { instrument -> [Season] in
      let byYear = Dictionary(grouping: own.filter { $0["instrument"].text == instrument }) {
        $0["year"].integer ?? 0
      }
      let years = byYear.keys.sorted()
      return years.enumerated().reversed().map { place, year in
        Season(
          instrument: instrument, year: year, results: byYear[year] ?? [],
          earlier: place > 0 ? (years[place - 1], byYear[years[place - 1]] ?? []) : nil)
      }
    }
  }

  var file: String { "\(Markup.fileName(instrument))-\(year)" }

  /// Bodies of one kind on one scale, best first; equal scores share a place.
  struct Ranking {
    let level: String
    let scale: String
    let places: [(place: Int, result: Record)]
  }

  var rankings: [Ranking] {
    let scored = results.filter { $0["score"].double != nil && !$0["scale"].isNull }
    let groups = Dictionary(grouping: scored) { [$0["level"].written, $0["scale"].written] }
    return groups.keys.sorted { $0.lexicographicallyPrecedes($1) }.map { key in
      let ordered = (groups[key] ?? []).sorted { left, right in
        if !isEqual(left["score"], right["score"]) {
          return Value.precedes(right["score"], left["score"])
        }
        return Value.precedes(left["region"], right["region"])
      }
      var places: [(place: Int, result: Record)] = []
      for (position, result) in ordered.enumerated() {
        let isTied = places.last.map { isEqual($0.result["score"], result["score"]) } ?? false
        places.append((isTied ? places[position - 1].place : position + 1, result))
      }
      return Ranking(level: key[0], scale: key[1], places: places)
    }
  }

  /// 90 and 90.0 are one score.
  private func isEqual(_ left: Value, _ right: Value) -> Bool {
    !Value.precedes(left, right) && !Value.precedes(right, left)
  }

  /// A body that was assessed on the same scale in the season before.
  struct Step {
    let before: Record
    let after: Record

    var change: Double? {
      guard let old = before["score"].double, let new = after["score"].double else { return nil }
      return new - old
    }
  }

  /// Steps within one scale, the largest gain first, then those without two scores; bodies whose scale
  /// changed have none.
  func steps(_ key: (Record) -> String) -> [Step] {
    let before = Dictionary(
      (earlier?.results ?? []).map { (key($0), $0) }, uniquingKeysWith: { first, _ in first })
    let steps = results.compactMap { result in
      before[key(result)].flatMap { old in
        Comparability.comparable(old, result) ? Step(before: old, after: result) : nil
      }
    }
    return steps.sorted { left, right in
      switch (left.change, right.change) {
      case (let a?, let b?) where a != b: a > b
      case (.some, nil): true
      case (nil, .some): false
      default: Value.precedes(left.after["region"], right.after["region"])
      }
    }
  }

  /// Bodies with a result in both seasons, but on scales that do not compare.
  func broken(_ key: (Record) -> String) -> Int {
    let before = Dictionary(
      (earlier?.results ?? []).map { (key($0), $0) }, uniquingKeysWith: { first, _ in first })
    return results.count { result in
      before[key(result)].map { !Comparability.comparable($0, result) } ?? false
    }
  }
}

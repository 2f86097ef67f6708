import Dataset

/// A grading scale with its bands from best to worst.
struct GradingScale {
  struct Band {
    let low: Double
    let high: Double
    let lowWritten: Value
    let highWritten: Value
    let zone: String?
    let grade: String?
    let category: String?

    /// The shortest name.
    var label: String { grade ?? zone ?? category ?? "" }
  }

  let id: String
  let instrument: String
  private(set) var bands: [Band] = []

  var low: Double { bands.map(\.low).min() ?? 0 }
  var high: Double { bands.map(\.high).max() ?? 1 }

  /// As the scales table writes them.
  var lowWritten: Value { bands.min { $0.low < $1.low }?.lowWritten ?? .null }
  var highWritten: Value { bands.max { $0.high < $1.high }?.highWritten ?? .null }

  func band(of score: Double) -> Band? {
    bands.first { score >= $0.low && score <= $0.high }
      // Between 80 and 80.01 a scale leaves gaps; the band below it counts.
      ?? bands.first { score >= $0.low }
  }

  /// All scales that have bounds, by id.
  static func all(_ table: [Record]) -> [String: GradingScale] {
    var scales: [String: GradingScale] = [:]
    for record in table {
      guard let id = record["scale"].text, let low = record["score_min"].double,
        let high = record["score_max"].double, low <= high
      else { continue }
      scales[id, default: GradingScale(id: id, instrument: record["instrument"].written)].bands
        .append(
          Band(
            low: low, high: high, lowWritten: record["score_min"],
            highWritten: record["score_max"], zone: record["zone"].text,
            grade: record["grade"].text, category: record["category"].text))
    }
    return scales
  }
}

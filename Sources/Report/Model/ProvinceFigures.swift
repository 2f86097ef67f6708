import Dataset

/// The provinces under one instrument, year by year: their own zone, and the mean score of the regions in
/// them.
///
/// A mean is taken over one scale only: the one on which most regions of the year have a score.
struct ProvinceFigures {
  struct Figure {
    var own: Record?
    /// Scores of the province and the regions in it that stand on the year's scale.
    var scores: [Double] = []

    var mean: Double? {
      scores.isEmpty ? nil : scores.reduce(0, +) / Double(scores.count)
    }
  }

  struct Year {
    let year: Int
    let scale: GradingScale?
    let scaleID: String
    /// By code of the province.
    let figures: [String: Figure]
    /// Scores that stand on another scale and are left out of the means.
    let leftOut: Int
  }

  let years: [Year]

  init(instrument: String, _ data: ReportData) {
    var byYear: [Int: [Record]] = [:]
    for result in data.records(Schema.results)
    where result["instrument"].text == instrument && result["unit"].isNull {
      guard let year = result["year"].integer, result["region_code"].text != nil else { continue }
      byYear[year, default: []].append(result)
    }
    years = byYear.keys.sorted().map { Self.year($0, byYear[$0] ?? [], data) }
  }

  private static func year(_ year: Int, _ results: [Record], _ data: ReportData) -> Year {
    let scored = results.filter { $0["score"].double != nil }
    var counts: [String: Int] = [:]
    for result in scored { if let scale = result["scale"].text { counts[scale, default: 0] += 1 } }
    let chosen = counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key ?? ""
    var figures: [String: Figure] = [:]
    for result in results {
      guard let region = data.region(result["region_code"].written),
        let province = region["province_code"].text
      else { continue }
      if region["region_code"].text == province {
        figures[province, default: Figure()].own = result
      }
      if let score = result["score"].double, result["scale"].text == chosen {
        figures[province, default: Figure()].scores.append(score)
      }
    }
    return Year(
      year: year, scale: data.scales[chosen], scaleID: chosen, figures: figures,
      leftOut: scored.count { $0["scale"].written != chosen })
  }
}

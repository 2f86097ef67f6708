import Dataset

/// A body's own scores over the years under one instrument, on the bands of the scale of each year.
///
/// Every run of years on one scale is a panel of its own with its own axis; no line leads from one
/// panel to the next. A year that only has a zone stands as a bar as high as that zone's bands.
struct SeriesChart {
  struct Era {
    /// Nil where no scale is known: such a score stands alone.
    let scale: GradingScale?
    let scaleID: String
    let results: [Record]

    var firstYear: Int { results.first?["year"].integer ?? 0 }
    var lastYear: Int { results.last?["year"].integer ?? 0 }
  }

  let eras: [Era]
  private static let top = 34
  private static let plot = 190
  private static let step = 62
  private static let margin = 96

  /// - Parameter results: of one body and one instrument; those without a year, or with neither score nor
  ///   zone, are left out.
  init(results: [Record], scales: [String: GradingScale]) {
    let ordered = results.filter { result in
      result["year"].integer != nil
        && (result["score"].double != nil
          || (Zones.zone(of: result) != nil && scales[result["scale"].written] != nil))
    }.sorted { Value.precedes($0["year"], $1["year"]) }
    var runs: [[Record]] = []
    for result in ordered {
      if let last = runs.last?.last, Comparability.comparable(last, result) {
        runs[runs.count - 1].append(result)
      } else {
        runs.append([result])
      }
    }
    eras = runs.map { run in
      let id = run[0]["scale"].written
      return Era(scale: scales[id], scaleID: id, results: run)
    }
  }

  func svg(id: String, name: String, _ words: Words, _ zones: Zones) -> String {
    var svg = SVG.patterns(id)
    var left = 0
    for (place, era) in eras.enumerated() {
      if place > 0 {
        svg += SVG.line("break", left + 14, 8, left + 14, Self.top + Self.plot + 30)
        svg += SVG.text(
          left + 14, Self.top + Self.plot + 46, words(.chartOtherScale), style: "note")
        left += 28
      }
      let width = Self.margin + (era.lastYear - era.firstYear + 1) * Self.step
      svg += panel(era, id, left, width, words, zones)
      left += width
    }
    return SVG.picture(
      id: id, title: words(.chartSeries, ["name": name]),
      description: words(.chartSeriesDesc) + " " + summary(words), width: max(left + 12, 160),
      height: Self.top + Self.plot + 54, style: "series", svg)
  }

  private func panel(
    _ era: Era, _ id: String, _ left: Int, _ width: Int, _ words: Words, _ zones: Zones
  ) -> String {
    let (low, high) = bounds(era)
    func y(_ score: Double) -> Int {
      let share = (min(max(score, low), high) - low) / max(high - low, 0.0001)
      return Self.top + Self.plot - Int((share * Double(Self.plot)).rounded())
    }
    let plotLeft = left + Self.margin
    var svg = SVG.text(
      left + 4, 16, era.scaleID.isEmpty ? words(.noScale) : era.scaleID, style: "scale start")
    for band in era.scale?.bands ?? [] {
      let (bandTop, bandBottom) = (y(band.high), y(band.low))
      let zone = band.zone ?? ""
      svg += "<g class=\"band \(Zones.style(zone))\">"
      svg += SVG.box("bar", plotLeft, bandTop, width - Self.margin, bandBottom - bandTop)
      if let pattern = zones.place(of: zone).flatMap({ SVG.pattern(id, place: $0) }) {
        svg += SVG.box(
          "", plotLeft, bandTop, width - Self.margin, bandBottom - bandTop, fill: pattern)
      }
      svg += "</g>\n" + SVG.line("edge", plotLeft, bandBottom, left + width, bandBottom)
      if bandBottom - bandTop >= 11 {
        let label = band.grade ?? band.zone.map { words.label("zone", $0) } ?? band.label
        svg += SVG.text(
          plotLeft - 6, (bandTop + bandBottom) / 2 + 4, SVG.cut(label, to: 13),
          style: "band-name end")
      }
    }
    svg += SVG.text(
      left + 40, Self.top + 4, Self.bound(era.scale?.highWritten, high, words), style: "note end")
    svg += SVG.text(
      left + 40, Self.top + Self.plot, Self.bound(era.scale?.lowWritten, low, words),
      style: "note end")
    svg += SVG.line("axis", plotLeft, Self.top, plotLeft, Self.top + Self.plot)
    svg += SVG.line(
      "axis", plotLeft, Self.top + Self.plot, left + width, Self.top + Self.plot)
    func x(_ year: Int) -> Int { plotLeft + (year - era.firstYear) * Self.step + Self.step / 2 }
    for (before, after) in zip(era.results, era.results.dropFirst()) {
      guard let from = before["score"].double, let to = after["score"].double,
        let start = before["year"].integer, let end = after["year"].integer
      else { continue }
      svg += SVG.line(end - start > 1 ? "trend gap" : "trend", x(start), y(from), x(end), y(to))
    }
    for year in era.firstYear...era.lastYear {
      svg += SVG.text(x(year), Self.top + Self.plot + 18, String(year), style: "year")
    }
    for result in era.results { svg += mark(result, era, x(result["year"].integer ?? 0), y, words) }
    return svg
  }

  private func mark(
    _ result: Record, _ era: Era, _ x: Int, _ y: (Double) -> Int, _ words: Words
  ) -> String {
    if let score = result["score"].double {
      let place = y(score)
      let above = place - 10 > Self.top ? place - 10 : place + 20
      return "<circle class=\"point\" cx=\"\(x)\" cy=\"\(place)\" r=\"5\"/>"
        + SVG.text(x, above, words.number(result["score"]), style: "value")
    }
    let zone = Zones.zone(of: result)?.name ?? ""
    let bands = era.scale?.bands.filter { $0.zone == zone } ?? []
    guard let top = bands.map(\.high).max(), let bottom = bands.map(\.low).min() else { return "" }
    return SVG.box("span", x - 6, y(top) + 1, 12, max(y(bottom) - y(top) - 2, 2))
      + SVG.text(x, (y(top) + y(bottom)) / 2 + 4, words.label("zone", zone), style: "value")
  }

  /// As the scale writes it: 100, not 100.00.
  private static func bound(_ written: Value?, _ number: Double, _ words: Words) -> String {
    written.map { words.number($0) } ?? words.number(number)
  }

  private func bounds(_ era: Era) -> (low: Double, high: Double) {
    if let scale = era.scale { return (scale.low, scale.high) }
    let highest =
      era.results.compactMap { $0["score_max"].double ?? $0["score"].double }.max() ?? 100
    return (0, max(highest, 1))
  }

  /// `2022: 70,00 kuning; …`, a bar before years on another scale.
  private func summary(_ words: Words) -> String {
    eras.map { era in
      era.results.map { result in
        let zone = Zones.zone(of: result).map { words.label("zone", $0.name) } ?? ""
        return "\(result["year"].written): "
          + [words.number(result["score"]), zone].filter { !$0.isEmpty }.joined(separator: " ")
      }.joined(separator: "; ")
    }.joined(separator: " | \(words(.chartOtherScale)): ")
  }
}

import Dataset

/// The units of one body beside each other: their scores of one year under one instrument and on one
/// scale, a row each, on the scale's bands.
struct UnitChart {
  let year: Int
  let scale: GradingScale?
  let scaleID: String
  /// Best first.
  let results: [Record]
  private static let left = 276
  private static let plot = 420
  private static let row = 26

  /// One chart for each year and scale on which at least two units have a score, the newest first.
  /// - Parameter results: of one body and one instrument.
  static func all(_ results: [Record], scales: [String: GradingScale]) -> [UnitChart] {
    struct Key: Hashable {
      let year: Int
      let scale: String
    }
    var groups: [Key: [Record]] = [:]
    for result in results where !result["unit"].isNull && result["score"].double != nil {
      guard let year = result["year"].integer, let scale = result["scale"].text else { continue }
      groups[Key(year: year, scale: scale), default: []].append(result)
    }
    return groups.filter { $1.count > 1 }
      .sorted { ($0.key.year, $1.key.scale) > ($1.key.year, $0.key.scale) }
      .map { key, results in
        UnitChart(
          year: key.year, scale: scales[key.scale], scaleID: key.scale,
          results: results.sorted { left, right in
            if left["score"] != right["score"] {
              return Value.precedes(right["score"], left["score"])
            }
            return Value.precedes(left["unit"], right["unit"])
          })
      }
  }

  func svg(id: String, name: String, _ words: Words, _ zones: Zones) -> String {
    let low = scale?.low ?? 0
    let high = scale?.high ?? results.compactMap { $0["score_max"].double }.max() ?? 100
    func x(_ score: Double) -> Int {
      let share = (min(max(score, low), high) - low) / max(high - low, 0.0001)
      return Self.left + Int((share * Double(Self.plot)).rounded())
    }
    let (top, height) = (24, results.count * Self.row)
    var svg = SVG.patterns(id)
    for band in scale?.bands ?? [] {
      let zone = band.zone ?? ""
      let (start, end) = (x(band.low), x(band.high))
      svg += "<g class=\"band \(Zones.style(zone))\">"
      svg += SVG.box("bar", start, top, end - start, height)
      if let pattern = zones.place(of: zone).flatMap({ SVG.pattern(id, place: $0) }) {
        svg += SVG.box("", start, top, end - start, height, fill: pattern)
      }
      svg += "</g>\n" + SVG.line("edge", start, top, start, top + height)
      if end - start > 14 {
        let label = band.grade ?? band.zone.map { words.label("zone", $0) } ?? band.label
        svg += SVG.text(
          (start + end) / 2, 16, SVG.cut(label, to: max((end - start) / 7, 2)), style: "band-name")
      }
    }
    for (place, result) in results.enumerated() {
      let y = top + place * Self.row + Self.row / 2
      let end = x(result["score"].double ?? low)
      svg += SVG.text(
        Self.left - 8, y + 4, SVG.cut(result["unit"].written, to: 34), style: "row-name end")
      svg += SVG.line("stem", Self.left, y, end, y)
      svg += "<circle class=\"point\" cx=\"\(end)\" cy=\"\(y)\" r=\"5\"/>"
      svg += SVG.text(
        Self.left + Self.plot + 8, y + 4, words.number(result["score"]), style: "row-name start")
    }
    svg += SVG.text(
      Self.left, top + height + 16, scale.map { words.number($0.lowWritten) } ?? words.number(low),
      style: "note")
    svg += SVG.text(
      Self.left + Self.plot, top + height + 16,
      scale.map { words.number($0.highWritten) } ?? words.number(high), style: "note")
    let summary = results.map { "\($0["unit"].written): \(words.number($0["score"]))" }
    return SVG.picture(
      id: id, title: words(.chartUnits, ["name": name, "year": String(year)]),
      description: summary.joined(separator: "; "), width: Self.left + Self.plot + 64,
      height: top + height + 24, style: "units", svg)
  }
}

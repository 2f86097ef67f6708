import Dataset

/// Bodies by zone and year under one instrument, as stacked bars in SVG.
///
/// Each segment carries its count and, from the second zone on, a pattern, so that the chart reads
/// in grey. A dashed line stands where the grading scale changes: bars on its two sides do not
/// compare.
struct ZoneChart {
  struct Bar {
    let year: Int
    /// Scales by which the year was graded.
    let scales: [String]
    /// Bodies by zone, in the order of the zones.
    let counts: [Int]
    var total: Int { counts.reduce(0, +) }
  }

  let zones: [String]
  let bars: [Bar]
  /// By zone, its place among all zones, so that a pattern means the same in every picture.
  private let places: [Int]

  /// - Parameter results: of one instrument; those of units or without a zone or a year are left out.
  init(results: [Record], order: Zones) {
    var counts: [Int: [String: Int]] = [:]
    var scales: [Int: Set<String>] = [:]
    for result in results where result["unit"].isNull {
      guard let year = result["year"].integer, let zone = Zones.zone(of: result)?.name else {
        continue
      }
      counts[year, default: [:]][zone, default: 0] += 1
      if let scale = result["scale"].text { scales[year, default: []].insert(scale) }
    }
    let zones = order.sorted(Set(counts.values.flatMap(\.keys)))
    self.zones = zones
    places = zones.enumerated().map { order.place(of: $1) ?? $0 }
    bars = counts.keys.sorted().map { year in
      Bar(
        year: year, scales: (scales[year] ?? []).sorted(),
        counts: zones.map { counts[year]?[$0] ?? 0 })
    }
  }

  /// The chart; `id` is unique on its page.
  func svg(id: String, name: String, _ words: Words) -> String {
    let tallest = max(bars.map(\.total).max() ?? 1, 1)
    let plot = 220
    let (left, top, step, width) = (16, 28, 46, 34)
    let (right, bottom) = (left + bars.count * step, top + plot)
    let summary = bars.map { bar in
      "\(bar.year): "
        + zip(zones, bar.counts).filter { $1 > 0 }
        .map { "\(words.label("zone", $0)) \($1)" }.joined(separator: ", ")
    }.joined(separator: "; ")
    var svg = SVG.patterns(id) + SVG.line("axis", left, bottom, right, bottom)
    // Names of breaks in neighbouring years stand on two lines.
    var lower = false
    var depth = 28
    var breakBefore = false
    for (position, bar) in bars.enumerated() {
      let x = left + position * step + (step - width) / 2
      let middle = x + width / 2
      var y = bottom
      for (place, (zone, count)) in zip(zones, bar.counts).enumerated() where count > 0 {
        let height = max(count * plot / tallest, 3)
        y -= height
        svg += segment(id, zone, places[place], x, y, width, height, count)
      }
      svg += SVG.text(middle, y - 8, String(bar.total), style: "total")
      svg += SVG.text(middle, bottom + 20, String(bar.year), style: "year")
      let isBreak = position > 0 && bar.scales != bars[position - 1].scales
      if isBreak {
        lower = breakBefore && !lower
        depth = max(depth, lower ? 58 : 46)
        let edge = left + position * step
        svg += SVG.line("break", edge, top - 14, edge, bottom + (lower ? 39 : 26))
        svg += SVG.text(edge, bottom + (lower ? 53 : 40), words(.chartOtherScale), style: "note")
      }
      breakBefore = isBreak
    }
    return SVG.picture(
      id: id, title: words(.chartZones, ["name": name]),
      description: words(.chartZonesDesc) + " " + summary, width: max(right + 16, 120),
      height: bottom + depth, style: "zones" + (bars.count > 8 ? " wide" : ""), svg)
  }

  private func segment(
    _ id: String, _ zone: String, _ place: Int, _ x: Int, _ y: Int, _ width: Int, _ height: Int,
    _ count: Int
  ) -> String {
    var svg = "<g class=\"\(Zones.style(zone))\">" + SVG.box("bar", x, y, width, height)
    if let pattern = SVG.pattern(id, place: place) {
      svg += SVG.box("", x, y, width, height, fill: pattern)
    }
    if height >= 16 { svg += SVG.text(x + width / 2, y + height / 2 + 5, String(count)) }
    return svg + "</g>\n"
  }

  /// The same figures as rows of a table.
  var rows: [Context] {
    bars.map { bar in
      [
        "year": String(bar.year), "counts": bar.counts.map(String.init),
        "total": String(bar.total), "scales": bar.scales.joined(separator: ", "),
      ] as Context
    }
  }

  /// The key to colours and patterns.
  func legend(id: String, _ words: Words) -> [Context] {
    zones.enumerated().map { place, zone in
      [
        "zone": words.label("zone", zone), "class": Zones.style(zone),
        "pattern": SVG.pattern(id, place: places[place]) ?? "none",
      ] as Context
    }
  }
}

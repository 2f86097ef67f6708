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
    bars = counts.keys.sorted().map { year in
      Bar(
        year: year, scales: (scales[year] ?? []).sorted(),
        counts: zones.map { counts[year]?[$0] ?? 0 })
    }
  }

  /// The chart; `id` is unique on its page.
  func svg(id: String, title: String) -> String {
    let tallest = max(bars.map(\.total).max() ?? 1, 1)
    let plot = 220
    let (left, top, step, width) = (16, 28, 76, 48)
    let (right, bottom) = (left + bars.count * step, top + plot)
    let summary = bars.map { bar in
      "\(bar.year): "
        + zip(zones, bar.counts).filter { $1 > 0 }.map { "\($0) \($1)" }.joined(separator: ", ")
    }.joined(separator: "; ")
    var svg = """
      <svg class="chart" role="img" aria-labelledby="\(id)-t \(id)-d" width="\(right + 16)" \
      height="\(bottom + 46)" viewBox="0 0 \(right + 16) \(bottom + 46)" \
      xmlns="http://www.w3.org/2000/svg">
      <title id="\(id)-t">\(Markup.escape(title))</title>
      <desc id="\(id)-d">\(Markup.escape(summary))</desc>
      \(Self.patterns(id))
      <line class="axis" x1="\(left)" y1="\(bottom)" x2="\(right)" y2="\(bottom)"/>

      """
    for (position, bar) in bars.enumerated() {
      let x = left + position * step + (step - width) / 2
      let middle = x + width / 2
      var y = bottom
      for (place, (zone, count)) in zip(zones, bar.counts).enumerated() where count > 0 {
        let height = max(count * plot / tallest, 3)
        y -= height
        svg += segment(id, zone, place, x, y, width, height, count)
      }
      svg += "<text class=\"total\" x=\"\(middle)\" y=\"\(y - 8)\">\(bar.total)</text>\n"
      svg += "<text class=\"year\" x=\"\(middle)\" y=\"\(bottom + 20)\">\(bar.year)</text>\n"
      if position > 0, bar.scales != bars[position - 1].scales {
        let edge = left + position * step
        svg += """
          <line class="break" x1="\(edge)" y1="\(top - 14)" x2="\(edge)" y2="\(bottom + 26)"/>
          <text class="note" x="\(edge)" y="\(bottom + 40)">skala lain</text>

          """
      }
    }
    return svg + "</svg>"
  }

  private func segment(
    _ id: String, _ zone: String, _ place: Int, _ x: Int, _ y: Int, _ width: Int, _ height: Int,
    _ count: Int
  ) -> String {
    let box = "x=\"\(x)\" y=\"\(y)\" width=\"\(width)\" height=\"\(height)\""
    var svg = "<g class=\"\(Zones.style(zone))\"><rect class=\"bar\" \(box)/>"
    if place > 0 { svg += "<rect \(box) fill=\"url(#\(id)-p\((place - 1) % 3))\"/>" }
    if height >= 16 {
      svg += "<text x=\"\(x + width / 2)\" y=\"\(y + height / 2 + 5)\">\(count)</text>"
    }
    return svg + "</g>\n"
  }

  /// Stripes, dots and a grid, for the second zone, the third and the fourth.
  private static func patterns(_ id: String) -> String {
    let shapes = [
      "<path d=\"M-2 2 2-2M0 8 8 0M6 10 10 6\" stroke=\"#0004\" stroke-width=\"1.5\"/>",
      "<circle cx=\"4\" cy=\"4\" r=\"1.4\" fill=\"#fff7\"/>",
      "<path d=\"M0 4H8M4 0V8\" stroke=\"#0004\"/>",
    ]
    let patterns = shapes.enumerated().map { place, shape in
      "<pattern id=\"\(id)-p\(place)\" width=\"8\" height=\"8\" patternUnits=\"userSpaceOnUse\">"
        + shape + "</pattern>"
    }
    return "<defs>\(patterns.joined())</defs>"
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
  func legend(id: String) -> [Context] {
    zones.enumerated().map { place, zone in
      [
        "zone": zone, "class": Zones.style(zone),
        "pattern": place > 0 ? "url(#\(id)-p\((place - 1) % 3))" : "none",
      ] as Context
    }
  }
}

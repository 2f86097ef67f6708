import Dataset

/// The provinces as tiles of equal size, where they lie on the map, for one year and one instrument.
struct TileMap {
  enum Measure: String, CaseIterable {
    /// The province's own zone and score.
    case zone
    /// The mean score of the regions in it.
    case mean
  }

  let tiles: [ReportFolder.Tile]
  private static let size = 58

  func svg(
    id: String, name: String, _ measure: Measure, _ year: ProvinceFigures.Year, _ data: ReportData,
    _ words: Words
  ) -> String {
    let values = ["name": name, "year": String(year.year)]
    var spoken: [String] = []
    var svg = SVG.patterns(id)
    for tile in tiles {
      let shown = self.shown(tile, measure, year, words)
      let region = regionName(tile, data)
      if let shown { spoken.append("\(region): \(shown.spoken)") }
      svg += self.tile(tile, id, region, shown, data.zones)
    }
    let columns = tiles.map(\.column).max() ?? 1
    let rows = tiles.map(\.row).max() ?? 1
    return SVG.picture(
      id: id, title: words(measure == .zone ? .chartTile : .chartTileMean, values),
      description: spoken.isEmpty ? words(.chartNoValue) : spoken.joined(separator: "; "),
      width: columns * Self.size + 2, height: rows * Self.size + 2, style: "tiles", svg)
  }

  /// The same as a list: provinces with a value, in the order of their codes.
  func figures(
    _ measure: Measure, _ year: ProvinceFigures.Year, _ data: ReportData, _ words: Words
  ) -> [Context] {
    tiles.sorted { $0.region < $1.region }.compactMap { tile in
      shown(tile, measure, year, words).map {
        ["region": regionName(tile, data), "value": $0.spoken]
      }
    }
  }

  private func shown(
    _ tile: ReportFolder.Tile, _ measure: Measure, _ year: ProvinceFigures.Year, _ words: Words
  ) -> Shown? {
    let figure = year.figures[tile.region]
    return measure == .zone ? own(figure, year, words) : mean(figure, year, words)
  }

  private func regionName(_ tile: ReportFolder.Tile, _ data: ReportData) -> String {
    data.region(tile.region)?["name"].text ?? tile.short
  }

  private struct Shown {
    let zone: String?
    let style: String
    let text: String
    let spoken: String
  }

  private func tile(
    _ tile: ReportFolder.Tile, _ id: String, _ region: String, _ shown: Shown?, _ zones: Zones
  ) -> String {
    let x = (tile.column - 1) * Self.size + 2
    let y = (tile.row - 1) * Self.size + 2
    let side = Self.size - 4
    var svg =
      "<g class=\"tile \(shown?.style ?? "empty")\"><title>"
      + Markup.escape(region + (shown.map { ": \($0.spoken)" } ?? "")) + "</title>"
    svg += SVG.box("bar", x, y, side, side)
    if let pattern = shown?.zone.flatMap({ zones.place(of: $0) })
      .flatMap({ SVG.pattern(id, place: $0) })
    {
      svg += SVG.box("", x, y, side, side, fill: pattern)
    }
    svg += SVG.text(x + side / 2, y + 22, tile.short, style: "short")
    if let shown { svg += SVG.text(x + side / 2, y + 42, shown.text, style: "figure") }
    return svg + "</g>\n"
  }

  private func own(
    _ figure: ProvinceFigures.Figure?, _ year: ProvinceFigures.Year, _ words: Words
  ) -> Shown? {
    guard let own = figure?.own else { return nil }
    let score = words.number(own["score"])
    guard let zone = Zones.zone(of: own)?.name else {
      guard let value = own["score"].double else { return nil }
      return Shown(zone: nil, style: tone(value, year.scale), text: score, spoken: score)
    }
    let label = words.label("zone", zone)
    return Shown(
      zone: zone, style: Zones.style(zone), text: score.isEmpty ? label : score,
      spoken: score.isEmpty ? label : "\(label), \(score)")
  }

  private func mean(
    _ figure: ProvinceFigures.Figure?, _ year: ProvinceFigures.Year, _ words: Words
  ) -> Shown? {
    guard let figure, let mean = figure.mean else { return nil }
    let zone = year.scale?.band(of: mean)?.zone
    let text = words.number(mean)
    return Shown(
      zone: zone, style: zone.map(Zones.style) ?? tone(mean, year.scale), text: text,
      spoken: "\(text) (n = \(figure.scores.count))")
  }

  /// One of five shades by place on the scale, where its bands have no zone.
  private func tone(_ score: Double, _ scale: GradingScale?) -> String {
    guard let scale, scale.high > scale.low else { return "tone-2" }
    let share = (score - scale.low) / (scale.high - scale.low)
    return "tone-\(min(max(Int(share * 5), 0), 4))"
  }
}

import Dataset

/// `index.html`: how much there is, zones by year, the provinces on a map, and coverage.
enum OverviewPage {
  static func page(_ data: ReportData, _ tiles: [ReportFolder.Tile], _ words: Words) -> Page {
    Page(
      template: "index", path: "index.html", title: words(.navOverview), section: .index,
      context: context(data, tiles, words))
  }

  private static func context(
    _ data: ReportData, _ tiles: [ReportFolder.Tile], _ words: Words
  ) -> Context {
    let documents = data.documents
    let results = Array(data.records(Schema.results))
    let maps = tileMaps(data, tiles, words)
    let bodies = data.bodies.filter { !$0.results.isEmpty }
    let regions = bodies.count { data.region($0.key) != nil }
    return [
      "documents": String(documents.count),
      "documentsRead": String(documents.statuses["read"] ?? 0),
      "documentsFailed": String(documents.statuses["failed"] ?? 0),
      "claims": String(data.records(Schema.claims).count),
      "results": String(results.count),
      "bodies": String(bodies.count), "hasAgencies": bodies.count > regions,
      "regions": String(regions),
      "allRegions": String(data.regions.count),
      "conflicts": String(results.count { $0["conflict"].boolean == true }),
      "targets": String(data.records(Schema.targets).count),
      "charts": charts(results, data, words),
      "maps": maps, "hasMaps": !maps.isEmpty, "mapLegend": mapLegend(data, words),
      "mapPatterns": SVG.patterns("legenda"),
      "coverage": coverage(data, words),
    ]
  }

  /// One chart per instrument: zones of different instruments are never added up.
  private static func charts(
    _ results: [Record], _ data: ReportData, _ words: Words
  ) -> [Context] {
    data.resultInstruments.enumerated().compactMap { position, instrument in
      let chart = ZoneChart(
        results: results.filter { $0["instrument"].text == instrument }, order: data.zones)
      guard !chart.bars.isEmpty else { return nil }
      let id = "zona-\(position + 1)"
      let name = data.instrument(Value(instrument), words)
      return [
        "name": name, "svg": chart.svg(id: id, name: name, words),
        "zones": chart.zones.map { words.label("zone", $0) }, "bars": chart.rows,
        "legend": chart.legend(id: id, words),
      ]
    }
  }

  /// A map for each instrument, measure and year; the script of the page shows one at a time.
  private static func tileMaps(
    _ data: ReportData, _ tiles: [ReportFolder.Tile], _ words: Words
  ) -> [Context] {
    guard !tiles.isEmpty else { return [] }
    return data.resultInstruments.enumerated().flatMap { place, instrument in
      let name = data.instrument(Value(instrument), words)
      let figures = ProvinceFigures(instrument: instrument, data)
      return TileMap.Measure.allCases.flatMap { measure in
        figures.years.compactMap { year -> Context? in
          let isEmpty = year.figures.values.allSatisfy {
            measure == .zone ? $0.own == nil : $0.scores.isEmpty
          }
          guard !isEmpty else { return nil }
          let id = "peta-\(place + 1)-\(measure.rawValue)-\(year.year)"
          return [
            "id": id, "instrument": instrument, "name": name, "measure": measure.rawValue,
            "isMean": measure == .mean, "year": String(year.year), "scale": MaybeText(year.scaleID),
            "leftOut": MaybeText(
              measure == .mean && year.leftOut > 0 ? String(year.leftOut) : ""),
            "svg": TileMap(tiles: tiles).svg(id: id, name: name, measure, year, data, words),
            "figures": TileMap(tiles: tiles).figures(measure, year, data, words),
          ]
        }
      }
    }
  }

  /// Zones in colour and pattern, for all maps.
  private static func mapLegend(_ data: ReportData, _ words: Words) -> [Context] {
    let zones = Set(data.records(Schema.results).compactMap { Zones.zone(of: $0)?.name })
    return data.zones.sorted(zones).map { zone in
      [
        "zone": words.label("zone", zone), "class": Zones.style(zone),
        "pattern": data.zones.place(of: zone).flatMap { SVG.pattern("legenda", place: $0) }
          ?? "none",
      ]
    }
  }

  private static func coverage(_ data: ReportData, _ words: Words) -> [Context] {
    CoverageMap.all(data).enumerated().map { place, map in
      let name = data.instrument(Value(map.instrument), words)
      return [
        "name": name, "isFirst": place == 0,
        "page": "unknown/\(Markup.fileName(map.instrument)).html",
        "svg": HeatMap(map: map).svg(id: "cakupan-\(place + 1)", name: name, data, words),
      ]
    }
  }
}

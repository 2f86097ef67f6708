import Dataset

/// `region/CODE.html`: a body's results over the years, its units beside each other, and every claim with
/// its evidence.
enum RegionPage {
  /// Below the folder of the language.
  static func path(_ body: Body) -> String { "region/\(body.file).html" }

  static func page(
    _ body: Body, _ data: ReportData, anchors: [String: String], _ words: Words
  ) -> Page {
    let name = body.name.isEmpty ? words(.noRegion) : body.name
    let instruments = instruments(body, name, data, words)
    return Page(
      template: "region", path: path(body), title: name, section: .results,
      context: [
        "code": MaybeText(body.code), "level": MaybeText(words.label("level", body.level)),
        "formerCodes": MaybeText(formerCodes(body)),
        "instruments": instruments,
        "hasResults": !body.results.isEmpty,
        "claims": ordered(body.claims).map {
          ClaimCard.context($0, data, anchors: anchors, root: "../", words)
        },
        "claimCount": String(body.claims.count),
      ])
  }

  /// Codes under which the body's records stand and that are no longer valid.
  private static func formerCodes(_ body: Body) -> String {
    Set((body.results + body.claims).compactMap { $0["region_code"].text })
      .filter { $0 != body.code }.sorted().joined(separator: ", ")
  }

  private static func instruments(
    _ body: Body, _ name: String, _ data: ReportData, _ words: Words
  ) -> [Context] {
    let own = Set(body.results.map { $0["instrument"].written })
    let instruments = data.resultInstruments.filter(own.contains) + (own.contains("") ? [""] : [])
    return instruments.enumerated().map { place, instrument in
      let results = body.results.filter { $0["instrument"].written == instrument }
      let title = data.instrument(Value(instrument), words)
      let series = SeriesChart(results: results.filter { $0["unit"].isNull }, scales: data.scales)
      let units = UnitChart.all(results, scales: data.scales)
      let charts = units.enumerated().map { number, chart -> Context in
        [
          "svg": chart.svg(id: "unit-\(place + 1)-\(number + 1)", name: title, words, data.zones),
          "year": String(chart.year), "scale": chart.scaleID, "isFirst": number == 0,
        ]
      }
      return [
        "instrument": title,
        "svg": MaybeText(
          series.eras.isEmpty
            ? ""
            : series.svg(id: "deret-\(place + 1)", name: "\(name), \(title)", words, data.zones)),
        "hasBreak": series.eras.count > 1,
        "unitCharts": charts, "hasUnitCharts": !charts.isEmpty,
        "hasUnits": results.contains { !$0["unit"].isNull },
        "rows": ordered(results).map { ResultRow.context($0, data, words) },
      ]
    }
  }

  /// Newest year first, then the body before its units.
  private static func ordered(_ records: [Record]) -> [Record] {
    records.sorted { left, right in
      if left["year"] != right["year"] { return Value.precedes(right["year"], left["year"]) }
      if left["unit"] != right["unit"] { return Value.precedes(left["unit"], right["unit"]) }
      return false
    }
  }
}

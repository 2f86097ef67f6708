import Dataset

/// Coverage under one instrument: provinces downwards, years across, in each cell how many of the
/// province's regions have a result and as a shade which share of them that is.
struct HeatMap {
  let map: CoverageMap
  private static let left = 216
  private static let (width, height) = (48, 22)

  func svg(id: String, name: String, _ data: ReportData, _ words: Words) -> String {
    let provinces = Dictionary(grouping: data.regions) { $0["province_code"].written }
    var svg = ""
    for (column, year) in map.years.enumerated() {
      svg += SVG.text(
        Self.left + column * Self.width + Self.width / 2, 16, String(year), style: "year")
    }
    for (row, code) in provinces.keys.sorted().enumerated() {
      let members = (provinces[code] ?? []).map { $0["region_code"].written }
      let y = 24 + row * Self.height
      let region = data.region(code)?["name"].text ?? code
      svg += SVG.text(Self.left - 8, y + 15, SVG.cut(region, to: 27), style: "row-name end")
      for column in map.years.indices {
        let known = map.counts(column, of: members)[.result] ?? 0
        let x = Self.left + column * Self.width
        svg +=
          "<g class=\"cell \(tone(known, of: members.count))\">"
          + SVG.box("bar", x + 1, y + 1, Self.width - 2, Self.height - 2)
          + SVG.text(x + Self.width / 2, y + 15, "\(known)/\(members.count)") + "</g>\n"
      }
    }
    let all = data.regions.count
    let summary = map.years.indices.map { column in
      "\(map.years[column]): \(map.counts(column)[.result] ?? 0)/\(all)"
    }
    return SVG.picture(
      id: id, title: words(.chartHeat, ["name": name]),
      description: words(.chartHeatDesc) + " " + summary.joined(separator: "; "),
      width: Self.left + map.years.count * Self.width + 4,
      height: 30 + provinces.count * Self.height, style: "heat", svg)
  }

  /// None, then four shades by quarters.
  private func tone(_ known: Int, of all: Int) -> String {
    guard known > 0, all > 0 else { return "tone-none" }
    return "tone-\(min(1 + known * 4 / all, 4))"
  }
}

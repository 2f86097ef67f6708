import Dataset

/// Regions of one province downwards, years across, in each cell which of four states it is in. The states
/// differ in form, not only in colour.
struct UnknownMap {
  let map: CoverageMap
  let province: String
  let regions: [Record]
  private static let left = 262
  private static let (width, height) = (44, 20)

  func svg(id: String, _ data: ReportData, _ words: Words) -> String {
    var svg = ""
    var marks: [CoverageMap.State: String] = [:]
    for (column, year) in map.years.enumerated() {
      svg += SVG.text(
        Self.left + column * Self.width + Self.width / 2, 16, String(year), style: "year")
    }
    for (row, region) in regions.enumerated() {
      let y = 22 + row * Self.height
      let code = region["region_code"].written
      svg += SVG.text(
        Self.left - 8, y + 14, SVG.cut(region["region"].written, to: 33), style: "row-name end")
      for (column, state) in map.states(of: code).enumerated() {
        let x = Self.left + column * Self.width + Self.width / 2
        marks[state, default: ""] += Self.mark(state, x, y + 10)
      }
    }
    for state in CoverageMap.State.allCases {
      if let path = marks[state] {
        svg += "<path class=\"state \(state.rawValue)\" d=\"\(path)\"/>\n"
      }
    }
    let codes = regions.map { $0["region_code"].written }
    let summary = map.years.indices.map { column in
      let counts = map.counts(column, of: codes)
      return "\(map.years[column]): "
        + CoverageMap.State.allCases.compactMap { state in
          counts[state].map { "\(words.label("state", state.rawValue)) \($0)" }
        }.joined(separator: ", ")
    }
    return SVG.picture(
      id: id, title: words(.chartUnknown, ["name": province]),
      description: summary.joined(separator: "; "),
      width: Self.left + map.years.count * Self.width + 4,
      height: 28 + regions.count * Self.height, style: "unknown", svg)
  }

  /// A full square, a square with a corner, a small diamond, a dash.
  static func mark(_ state: CoverageMap.State, _ x: Int, _ y: Int) -> String {
    switch state {
    case .result: "M\(x - 7) \(y - 7)h14v14h-14z"
    case .claim: "M\(x - 7) \(y - 7)h14l-14 14z"
    case .document: "M\(x) \(y - 5)l5 5-5 5-5-5z"
    case .nothing: "M\(x - 4) \(y)h8"
    }
  }
}

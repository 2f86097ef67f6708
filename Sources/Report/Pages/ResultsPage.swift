import Dataset

/// `results.html`: the table of results. The first rows stand in the table; the rest waits in a
/// `<template>`, which costs a browser nothing until the script of the page brings it in.
enum ResultsPage {
  /// Rows that are shown at a time, and that one sees without a script.
  static let shown = 100
  /// A page with more would take seconds to open; `results.csv` has them all.
  static let most = 40_000

  static func page(_ data: ReportData, _ words: Words) -> Page {
    let results = Array(data.records(Schema.results))
    let rows = ordered(results).prefix(most).map { ResultRow.context($0, data, words) }
    func distinct(_ value: (Record) -> String) -> [String] {
      Set(results.map(value)).filter { !$0.isEmpty }.sorted()
    }
    let zones = data.zones.sorted(Set(results.compactMap { Zones.zone(of: $0)?.name }))
    return Page(
      template: "results", path: "results.html", title: words(.navResults), section: .results,
      context: [
        "rows": Array(rows.prefix(shown)), "more": Array(rows.dropFirst(shown)),
        "hasMore": rows.count > shown, "count": String(results.count), "shown": String(shown),
        "cut": MaybeText(
          results.count > most
            ? words(.rowsCut, ["shown": String(most), "all": String(results.count)]) : ""),
        "years": distinct { $0["year"].written },
        "instruments": distinct { data.instrument($0["instrument"], words) },
        "levels": distinct { words.label("level", $0["level"].written) },
        "zones": zones.map { words.label("zone", $0) },
        "withoutResults": data.bodies.filter { $0.results.isEmpty }.map {
          ["region": $0.name.isEmpty ? words(.noRegion) : $0.name, "page": $0.file] as Context
        },
      ])
  }

  /// By body, then unit, instrument and year.
  private static func ordered(_ results: [Record]) -> [Record] {
    let columns = ["region_code", "region", "unit", "instrument", "year", "result"]
    return results.sorted { left, right in
      for column in columns where left[column] != right[column] {
        return Value.precedes(left[column], right[column])
      }
      return false
    }
  }
}

import Dataset

/// `index.html`: how much there is, zones by year, coverage, and the table of results.
enum OverviewPage {
  static func context(_ data: ReportData) -> Context {
    let documents = data.records(Schema.documents)
    let results = data.records(Schema.results)
    let pages = Dictionary(
      data.bodies.map { ($0.key, $0.file) }, uniquingKeysWith: { first, _ in first })
    let rows = ordered(results).map { result in
      ResultRow.context(result, data, page: pages[Body.key(result)] ?? "")
    }
    return [
      "title": "Ikhtisar", "titleEnglish": "Overview", "root": "", "hasScript": true,
      "documents": String(documents.count),
      "documentsRead": String(documents.count { $0["status"].text == "read" }),
      "documentsFailed": String(documents.count { $0["status"].text == "failed" }),
      "claims": String(data.records(Schema.claims).count),
      "results": String(results.count),
      "bodies": String(data.bodies.count { !$0.results.isEmpty }),
      "conflicts": String(results.count { $0["conflict"].boolean == true }),
      "targets": String(data.records(Schema.targets).count),
      "charts": charts(results, data),
      "coverage": coverage(data),
      "rows": rows,
      "years": Set(results.map(\.["year"].written)).filter { !$0.isEmpty }.sorted(),
      "instruments": Set(results.map { data.instrument($0["instrument"]) }).sorted(),
      "zones": data.zones.sorted(Set(results.compactMap { Zones.zone(of: $0)?.name })),
      "withoutResults": data.bodies.filter { $0.results.isEmpty }.map {
        ["region": $0.name, "page": $0.file] as Context
      },
    ]
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

  /// One chart per instrument: zones of different instruments are never added up.
  private static func charts(_ results: [Record], _ data: ReportData) -> [Context] {
    let instruments = Set(results.map { $0["instrument"].written }).sorted()
    return instruments.enumerated().compactMap { position, instrument in
      let chart = ZoneChart(
        results: results.filter { $0["instrument"].written == instrument }, order: data.zones)
      guard !chart.bars.isEmpty else { return nil }
      let id = "zona-\(position + 1)"
      let name = data.instrument(Value(instrument))
      return [
        "name": name, "svg": chart.svg(id: id, title: "Zona menurut tahun: \(name)"),
        "zones": chart.zones, "bars": chart.rows, "legend": chart.legend(id: id),
      ]
    }
  }

  /// Region-years by what is known of them, a row per instrument and year.
  private static func coverage(_ data: ReportData) -> [Context] {
    struct Key: Hashable, Comparable {
      let instrument: String
      let year: Int

      static func < (a: Key, b: Key) -> Bool {
        (a.instrument, a.year) < (b.instrument, b.year)
      }
    }
    var counts: [Key: [String: Int]] = [:]
    for record in data.records(Schema.coverage) {
      guard let year = record["year"].integer, let status = record["status"].text else { continue }
      counts[Key(instrument: record["instrument"].written, year: year), default: [:]][
        status, default: 0] += 1
    }
    return counts.keys.sorted().map { key in
      let count = counts[key] ?? [:]
      let all = count.values.reduce(0, +)
      let known = count["result"] ?? 0
      return [
        "instrument": data.instrument(Value(key.instrument)), "year": String(key.year),
        "result": String(known),
        "claim": String(count["claim_without_result"] ?? 0),
        "document": String(count["document_without_claim"] ?? 0),
        "none": String(count["no_document"] ?? 0),
        "all": String(all), "percent": String(all == 0 ? 0 : known * 100 / all),
      ]
    }
  }
}

import Dataset

/// `unknown.html`: for every instrument and year, how many regions are in which of four states of
/// knowledge, which together are all regions; and a page per instrument that shows each of them.
enum UnknownPages {
  static func pages(_ data: ReportData, _ words: Words) -> [Page] {
    let maps = CoverageMap.all(data)
    let index = Page(
      template: "unknown", path: "unknown.html", title: words(.navUnknown), section: .unknown,
      context: [
        "all": String(data.regions.count), "hasMaps": !maps.isEmpty, "states": legend(words),
        "maps": maps.map { map in
          [
            "name": data.instrument(Value(map.instrument), words),
            "page": "unknown/\(Markup.fileName(map.instrument)).html",
            "years": map.years.enumerated().map { place, year in
              self.year(year, map.counts(place), data.regions.count, words)
            },
          ] as Context
        },
      ])
    return [index] + maps.map { page($0, data, words) }
  }

  private static func year(
    _ year: Int, _ counts: [CoverageMap.State: Int], _ all: Int, _ words: Words
  ) -> Context {
    let sum = CoverageMap.State.allCases.reduce(0) { $0 + (counts[$1] ?? 0) }
    return [
      "year": String(year),
      "counts": CoverageMap.State.allCases.map { String(counts[$0] ?? 0) }, "sum": String(sum),
      "percent": words.share(counts[.result] ?? 0, of: all),
    ]
  }

  private static func page(_ map: CoverageMap, _ data: ReportData, _ words: Words) -> Page {
    let provinces = Dictionary(grouping: data.regions) { $0["province_code"].written }
    let name = data.instrument(Value(map.instrument), words)
    let rejected = rejected(map, data, words)
    return Page(
      template: "unknown-map", path: "unknown/\(Markup.fileName(map.instrument)).html",
      title: words(.unknownTitle, ["name": name]), section: .unknown,
      context: [
        "provinces": provinces.keys.sorted().enumerated().map { number, code in
          let title = data.region(code)?["region"].text ?? code
          let map = UnknownMap(map: map, province: title, regions: provinces[code] ?? [])
          return [
            "name": title, "svg": map.svg(id: "provinsi-\(number + 1)", data, words),
          ] as Context
        },
        "states": legend(words),
        "rejected": rejected, "hasRejected": !rejected.isEmpty,
      ])
  }

  private static func legend(_ words: Words) -> [Context] {
    CoverageMap.State.allCases.map { state in
      [
        "state": words.label("state", state.rawValue), "class": state.rawValue,
        "path": UnknownMap.mark(state, 10, 10),
      ] as Context
    }
  }

  /// Regions and years of which claims speak that made no result, and why.
  private static func rejected(
    _ map: CoverageMap, _ data: ReportData, _ words: Words
  ) -> [Context] {
    var rows: [Context] = []
    for body in data.bodies where data.region(body.key) != nil {
      for (year, state) in zip(map.years, map.states(of: body.key)) where state == .claim {
        let claims = body.claims.filter {
          $0["year"].integer == year && $0["instrument"].text == map.instrument
        }
        var reasons: [String: Int] = [:]
        for claim in claims { reasons[reason(claim, words), default: 0] += 1 }
        rows.append([
          "region": body.name, "page": body.file, "year": String(year),
          "reasons": reasons.keys.sorted().map { reason in
            ["reason": reason, "count": String(reasons[reason] ?? 0)] as Context
          },
          "claims": claims.map { ["claim": $0["claim"].written] as Context },
        ])
      }
    }
    return rows
  }

  private static func reason(_ claim: Record, _ words: Words) -> String {
    if let status = claim["status"].text, status != "achieved" {
      return words.label("status", status)
    }
    if ClaimCard.isCorrected(claim) { return words(.reasonCorrected) }
    let flags = claim["flags"].written.split(separator: ";").map { words.label("flag", String($0)) }
    return flags.isEmpty ? words(.reasonUnsettled) : flags.joined(separator: ", ")
  }
}

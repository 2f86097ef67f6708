import Dataset

/// `targets.html`: what was aimed at, against what became of it.
enum TargetsPage {
  static func page(
    _ data: ReportData, anchors: [String: String], _ words: Words
  ) -> Page {
    let results = Dictionary(grouping: data.records(Schema.results)) { key($0, data) }
    let targets = data.records(Schema.targets).filter { $0["status"].text == "target" }
    var tally: [TextKey: Int] = [:]
    let judged = targets.map { target in
      let outcome = outcome(of: target, results[key(target, data)] ?? [])
      return (target: target, outcome: outcome, verdict: verdict(target, outcome, data))
    }
    for (_, _, verdict) in judged { tally[verdict, default: 0] += 1 }
    // What came of a target is what the page is for: those without an outcome stand last.
    let ordered = judged.filter { $0.outcome != nil } + judged.filter { $0.outcome == nil }
    let rows = ordered.map { row($0.target, $0.outcome, $0.verdict, data, anchors, words) }
    let others = data.records(Schema.targets).filter { $0["status"].text != "target" }
    return Page(
      template: "targets", path: "targets.html", title: words(.navTargets), section: .targets,
      context: [
        "rows": rows, "hasRows": !rows.isEmpty, "count": String(rows.count),
        "tally": tally.sorted { $0.key.rawValue < $1.key.rawValue }.map {
          ["verdict": words($0.key), "count": String($0.value)] as Context
        },
        "verdicts": tally.keys.map { words($0) }.sorted(),
        "others": others.map { row($0, nil, .verdictOpen, data, anchors, words) },
        "hasOthers": !others.isEmpty,
      ])
  }

  private static func key(_ record: Record, _ data: ReportData) -> [String] {
    [data.key(record), record["unit"].written, record["instrument"].written]
  }

  /// The result of the year that was aimed at, or the first one after it.
  private static func outcome(of target: Record, _ results: [Record]) -> Record? {
    guard let year = target["year"].integer ?? target["year_max"].integer else { return nil }
    return results.filter { ($0["year"].integer ?? 0) >= year }
      .min { Value.precedes($0["year"], $1["year"]) }
  }

  /// Scores are held against each other on one scale only, zones by their order on it.
  private static func verdict(_ target: Record, _ outcome: Record?, _ data: ReportData) -> TextKey {
    guard let outcome else { return .verdictOpen }
    guard target["year"] == outcome["year"] || target["year"].isNull else { return .verdictLater }
    let isSameScale = target["scale"].isNull || target["scale"] == outcome["scale"]
    if let wanted = target["score"].double, let found = outcome["score"].double {
      guard isSameScale else { return .verdictOtherScale }
      return found >= wanted ? .verdictReached : .verdictMissed
    }
    if let wanted = target["zone"].text, let found = Zones.zone(of: outcome)?.name {
      guard isSameScale else { return .verdictOtherScale }
      guard let goal = data.zones.place(of: wanted), let place = data.zones.place(of: found) else {
        return .verdictOpen
      }
      return place <= goal ? .verdictReached : .verdictMissed
    }
    if let wanted = target["rank"].integer, let found = outcome["rank"].integer,
      target["rank_scope"] == outcome["rank_scope"]
    {
      return found <= wanted ? .verdictReached : .verdictMissed
    }
    return .verdictOpen
  }

  private static func row(
    _ target: Record, _ outcome: Record?, _ verdict: TextKey, _ data: ReportData,
    _ anchors: [String: String], _ words: Words
  ) -> Context {
    let claim = data.claims[target["claim"].written]
    return [
      "region": target["region"].text ?? words(.noRegion), "page": MaybeText(data.file(target)),
      "unit": target["unit"].written,
      "instrument": data.instrument(target["instrument"], words),
      "year": ClaimCard.year(target, words),
      "status": words.label("status", target["status"].written),
      "wanted": ClaimCard.values(target, words),
      "outcome": outcome.map { ResultRow.context($0, data, words) } ?? [:] as Context,
      "hasOutcome": outcome != nil,
      "verdict": words(verdict), "isReached": verdict == .verdictReached,
      "isMissed": verdict == .verdictMissed,
      "claim": target["claim"].written,
      "quote": claim.map {
        ClaimCard.context($0, data, anchors: anchors, root: "", words)["quote"] ?? ""
      }
        ?? Markup.escape(String(target["quote"].written.prefix(MarkedQuote.longest))),
    ]
  }
}

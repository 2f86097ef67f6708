import Dataset

/// A row of `results` as the pages show it.
enum ResultRow {
  static func context(_ result: Record, _ data: ReportData, page: String) -> Context {
    let zone = Zones.zone(of: result)
    let grade = result["grade"].text ?? result["grade_derived"].written
    let category = result["category"].text ?? result["category_derived"].written
    let rank = result["rank"].integer.map { rank in
      result["rank_of"].integer.map { "\(rank) / \($0)" } ?? String(rank)
    }
    return [
      "id": result["result"].written,
      "region": result["region"].written,
      "page": page,
      "level": result["level"].written,
      "unit": result["unit"].written,
      "instrument": data.instrument(result["instrument"]),
      "year": result["year"].written,
      "score": MaybeText(Markup.number(result["score"])),
      "scoreSort": result["score"].written,
      "scoreMax": MaybeText(Markup.number(result["score_max"])),
      "zone": MaybeText(zone?.name ?? ""),
      "zoneClass": zone.map { Zones.style($0.name) } ?? "",
      "zoneShade": MaybeText(result["zone_shade"].written),
      "zoneDerived": zone?.isDerived ?? false,
      "grade": grade,
      "gradeDerived": result["grade"].isNull && !grade.isEmpty,
      "category": category,
      "categoryDerived": result["category"].isNull && !category.isEmpty,
      "rank": rank ?? "",
      "rankScope": MaybeText(result["rank_scope"].written),
      "sources": result["sources"].written,
      "scale": result["scale"].written,
      "consistent": consistent(result["consistent"].written),
      "isInconsistent": result["consistent"].text == "no",
      "conflict": result["conflict"].boolean ?? false,
      "confidence": Markup.percent(result["confidence"]),
      "confidenceSort": result["confidence"].written,
      "claims": result["claims"].written.split(separator: ";").map { ["claim": String($0)] },
    ]
  }

  private static func consistent(_ verdict: String) -> String {
    switch verdict {
    case "yes": "cocok"
    case "no": "tidak cocok"
    default: "—"
    }
  }
}

import Dataset

/// A row of `results` as the pages show it.
enum ResultRow {
  static func context(_ result: Record, _ data: ReportData, _ words: Words) -> Context {
    let zone = Zones.zone(of: result)
    let grade = result["grade"].text ?? result["grade_derived"].written
    let category = result["category"].text ?? result["category_derived"].written
    let rank = result["rank"].integer.map { rank in
      result["rank_of"].integer.map { "\(rank) / \($0)" } ?? String(rank)
    }
    return [
      "id": result["result"].written,
      "region": result["region"].written,
      "page": MaybeText(data.file(result)),
      "level": words.label("level", result["level"].written),
      "unit": MaybeText(result["unit"].written),
      "instrument": data.instrument(result["instrument"], words),
      "year": result["year"].written,
      "score": MaybeText(words.number(result["score"])),
      "scoreSort": result["score"].written,
      "scoreMax": MaybeText(words.number(result["score_max"])),
      "zone": MaybeText(zone.map { words.label("zone", $0.name) } ?? ""),
      "zoneClass": zone.map { Zones.style($0.name) } ?? "",
      "zoneShade": MaybeText(words.label("shade", result["zone_shade"].written)),
      "zoneDerived": zone?.isDerived ?? false,
      "grade": grade,
      "gradeDerived": result["grade"].isNull && !grade.isEmpty,
      "category": category,
      "categoryDerived": result["category"].isNull && !category.isEmpty,
      "rank": MaybeText(rank ?? ""),
      "rankScope": MaybeText(result["rank_scope"].written),
      "sources": result["sources"].written,
      "scale": result["scale"].written,
      "consistent": fits(result["consistent"].written, words),
      "isInconsistent": result["consistent"].text == "no",
      "conflict": result["conflict"].boolean ?? false,
      "confidence": words.percent(result["confidence"]),
      "confidenceSort": result["confidence"].written,
      "claims": result["claims"].written.split(separator: ";").map { ["claim": String($0)] },
    ]
  }

  private static func fits(_ verdict: String, _ words: Words) -> String {
    switch verdict {
    case "yes": words(.fitsYes)
    case "no": words(.fitsNo)
    default: words(.fitsUnknown)
    }
  }
}

import Dataset

/// `method.html`: how the dataset is made, how far it can be trusted, and the scales that were used.
enum MethodPage {
  static func page(
    _ data: ReportData, _ accuracy: [ReportFolder.AccuracyCount], _ words: Words
  ) -> Page {
    let scales = scales(data, words)
    let differences = data.records(Schema.scaleChecks)
      .filter { $0["verdict"].text == "different" }.map { difference($0, words) }
    let problems = Comparability.mixes(of: data.records(Schema.results)).map {
      text($0, data, words)
    }
    return Page(
      template: "method", path: "method.html", title: words(.navMethod), section: .method,
      context: [
        "scales": scales, "hasScales": !scales.isEmpty,
        "differences": differences, "hasDifferences": !differences.isEmpty,
        "checks": checks(data, words), "confidences": confidences(data, words),
        "hasAccuracy": !accuracy.isEmpty,
        "accuracySets": AccuracyTables.sets(accuracy, words),
        "accuracyFields": AccuracyTables.parts("field", accuracy, words),
        "accuracyInstruments": AccuracyTables.parts("instrument", accuracy, words),
        "accuracyConfidences": AccuracyTables.confidences(accuracy, words),
        "mixes": problems, "hasMixes": !problems.isEmpty,
        "views": View.all.map {
          [
            "name": $0.name,
            "question": words.language == .english ? $0.question : $0.pertanyaan,
          ]
        },
      ])
  }

  private static func scales(_ data: ReportData, _ words: Words) -> [Context] {
    data.records(Schema.scales).map { band in
      let zone = band["zone"].written
      return [
        "scale": band["scale"].written,
        "instrument": data.instrument(band["instrument"], words),
        "subject": band["subject"].written.split(separator: "|")
          .map { words.label("level", String($0)) }.joined(separator: ", "),
        "years": band["year_from"].written + "–" + band["year_to"].written,
        "scores": [band["score_min"], band["score_max"]].map(words.number)
          .filter { !$0.isEmpty }.joined(separator: " – "),
        "zone": MaybeText(words.label("zone", zone)), "zoneClass": Zones.style(zone),
        "shade": words.label("shade", band["zone_shade"].written),
        "grade": band["grade"].written, "category": band["category"].written,
      ]
    }
  }

  /// A band that a regulation states otherwise than the scales table.
  private static func difference(_ row: Record, _ words: Words) -> Context {
    func band(_ prefix: String) -> String {
      let bounds = [row[prefix + "score_min"], row[prefix + "score_max"]].map(words.number)
      let names = ["zone", "grade", "category"].map { row[prefix + $0].written }
      return ([bounds.joined(separator: " – ")] + names).filter { !$0.isEmpty }
        .joined(separator: " ")
    }
    return [
      "regulation": row["regulation"].written, "document": row["document"].written,
      "scale": row["scale"].written, "stated": band(""), "known": band("known_"),
      "quote": row["quote"].written,
    ]
  }

  /// What the dataset says against itself, by instrument.
  private static func checks(_ data: ReportData, _ words: Words) -> [Context] {
    data.resultInstruments.map { instrument in
      let results = data.records(Schema.results).filter { $0["instrument"].text == instrument }
      func count(_ fits: (Record) -> Bool) -> String { String(results.count(where: fits)) }
      return [
        "instrument": data.instrument(Value(instrument), words), "results": String(results.count),
        "fits": count { $0["consistent"].text == "yes" },
        "unfit": count { $0["consistent"].text == "no" },
        "several": count { ($0["sources"].integer ?? 0) > 1 },
        "conflicts": count { $0["conflict"].boolean == true },
      ]
    }
  }

  /// Claims by confidence, in steps of a tenth from the highest.
  private static func confidences(_ data: ReportData, _ words: Words) -> [Context] {
    var counts: [Int: Int] = [:]
    for claim in data.records(Schema.claims) {
      guard let confidence = claim["confidence"].double else { continue }
      counts[min(max(Int(confidence * 10 + 0.000_001), 0), 9), default: 0] += 1
    }
    func bound(_ tenth: Int) -> String { words.number(.decimal(units: Int64(tenth), scale: 1)) }
    return counts.keys.sorted(by: >).map { tenth in
      ["range": bound(tenth) + "–" + bound(tenth + 1), "count": String(counts[tenth] ?? 0)]
    }
  }

  private static func text(
    _ mix: Comparability.Mix, _ data: ReportData, _ words: Words
  ) -> String {
    let scales = mix.scales.map { $0.isEmpty ? words(.noScale) : $0 }.joined(separator: ", ")
    let values = [
      "instrument": data.instrument(Value(mix.instrument), words), "scales": scales,
      "years": mix.years.map(String.init).joined(separator: "–"), "n": String(mix.results),
    ]
    return words(mix.years.count > 1 ? .mixYears : .mixYear, values)
  }
}

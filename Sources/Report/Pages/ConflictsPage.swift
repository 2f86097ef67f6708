import Dataset

/// `conflicts.html`: where documents disagree, value against value, each with its sentence.
enum ConflictsPage {
  static func page(
    _ data: ReportData, anchors: [String: String], _ words: Words
  ) -> Page {
    let results = Dictionary(
      data.records(Schema.results).map { ($0["result"].written, $0) },
      uniquingKeysWith: { first, _ in first })
    let groups = Dictionary(grouping: data.records(Schema.conflicts)) {
      [$0["result"].written, $0["field"].written]
    }
    let ordered = groups.keys.sorted { left, right in
      let (a, b) = (results[left[0]], results[right[0]])
      for column in ["region_code", "region", "instrument", "year", "unit"] {
        let (one, other) = (a?[column] ?? .null, b?[column] ?? .null)
        if one != other { return Value.precedes(one, other) }
      }
      return left.lexicographicallyPrecedes(right)
    }
    return Page(
      template: "conflicts", path: "conflicts.html", title: words(.navConflicts),
      section: .conflicts,
      context: [
        "conflicts": ordered.map { key in
          conflict(key[1], groups[key] ?? [], results[key[0]], data, anchors, words)
        },
        "hasConflicts": !groups.isEmpty, "count": String(groups.count),
        "results": String(Set(groups.keys.map { $0[0] }).count),
      ])
  }

  private static func conflict(
    _ field: String, _ rows: [Record], _ result: Record?, _ data: ReportData,
    _ anchors: [String: String], _ words: Words
  ) -> Context {
    let values = rows.sorted { left, right in
      let (a, b) = (left["chosen"].boolean == true, right["chosen"].boolean == true)
      return a != b ? a : Value.precedes(left["value"], right["value"])
    }
    return [
      "region": result?["region"].written ?? "", "page": MaybeText(result.map(data.file) ?? ""),
      "unit": MaybeText(result?["unit"].written ?? ""),
      "instrument": data.instrument(result?["instrument"] ?? .null, words),
      "year": result?["year"].integer.map(String.init) ?? words(.noYear),
      "field": words.label("field", field),
      "values": values.map { row -> Context in
        let claims = row["claims"].written.split(separator: ";").map(String.init)
        let documents = row["documents"].written.split(separator: ";").count
        return [
          "value": value(row["value"].written, field, words),
          "isChosen": row["chosen"].boolean ?? false,
          "documentCount": String(documents), "isOneDocument": documents == 1,
          "claims": claims.compactMap { data.claims[$0] }.map {
            ClaimCard.context($0, data, anchors: anchors, root: "", words)
          },
        ]
      },
    ]
  }

  private static func value(_ text: String, _ field: String, _ words: Words) -> String {
    switch field {
    case "score": Value(decimal: text).map { words.number($0) } ?? text
    case "zone": words.label("zone", text)
    case "zone_shade": words.label("shade", text)
    default: text
    }
  }
}

import Dataset

/// `compare.html`: bodies chosen by the reader side by side, and a page for each season with ranking,
/// movers and the matrix of zones.
enum ComparePages {
  static func pages(_ data: ReportData, _ words: Words) -> [Page] {
    let seasons = Season.all(data)
    let groups = Dictionary(grouping: seasons, by: \.instrument)
    let index = Page(
      template: "compare", path: "compare.html", title: words(.navCompare), section: .compare,
      context: [
        "groups": data.resultInstruments.filter { groups[$0] != nil }.map { instrument in
          [
            "instrument": data.instrument(Value(instrument), words),
            "seasons": (groups[instrument] ?? []).map { season in
              [
                "year": String(season.year), "file": season.file,
                "count": String(season.results.count),
                "scales": Set(season.results.compactMap { $0["scale"].text }).sorted()
                  .joined(separator: ", "),
              ] as Context
            },
          ] as Context
        },
        "hasSeasons": !seasons.isEmpty,
        "data": Markup.data(chooser(data, words)),
      ])
    return [index] + seasons.map { page($0, data, words) }
  }

  /// What the script of the page needs: names once, then a row of numbers for each result.
  private static func chooser(_ data: ReportData, _ words: Words) -> JSON {
    let instruments = data.resultInstruments
    let results = data.records(Schema.results).filter { $0["unit"].isNull }
    let scales = Set(results.map { $0["scale"].written }).sorted()
    let zones = data.zones.sorted(Set(results.compactMap { Zones.zone(of: $0)?.name }))
    func place(_ text: String, _ list: [String]) -> JSON {
      .number(String(list.firstIndex(of: text) ?? -1))
    }
    let bodies = data.bodies.compactMap { body -> JSON? in
      let rows = body.results.filter {
        $0["unit"].isNull && $0["year"].integer != nil && $0["instrument"].text != nil
      }
      guard !rows.isEmpty else { return nil }
      return [
        "name": .string(body.name), "page": .string(body.file),
        "rows": .array(
          rows.map { result in
            [
              place(result["instrument"].written, instruments), .number(result["year"].written),
              place(result["scale"].written, scales), .string(words.number(result["score"])),
              place(Zones.zone(of: result)?.name ?? "", zones),
              .string(result["grade"].text ?? result["grade_derived"].written),
            ]
          }),
      ]
    }
    return [
      "instruments": .array(instruments.map { .string(data.instrument(Value($0), words)) }),
      "scales": .array(scales.map { .string($0.isEmpty ? words(.noScale) : $0) }),
      "zones": .array(zones.map { .string(words.label("zone", $0)) }),
      "styles": .array(zones.map { .string(Zones.style($0)) }),
      "bodies": .array(bodies),
    ]
  }

  private static func page(_ season: Season, _ data: ReportData, _ words: Words) -> Page {
    let instrument = data.instrument(Value(season.instrument), words)
    let steps = season.steps(data.key)
    let broken = season.broken(data.key)
    let matrix = matrix(steps, data, words)
    let unranked = season.results.filter { $0["score"].double == nil || $0["scale"].isNull }
    return Page(
      template: "season", path: "compare/\(season.file).html",
      title: words(.seasonTitle, ["name": instrument, "year": String(season.year)]),
      section: .compare,
      context: [
        "rankings": season.rankings.enumerated().map { number, ranking in
          [
            "id": "peringkat-\(number + 1)", "level": words.label("level", ranking.level),
            "scale": ranking.scale, "count": String(ranking.places.count),
            "rows": ranking.places.map { place, result in
              ResultRow.context(result, data, words).adding(["place": String(place)])
            },
          ] as Context
        },
        "unranked": unranked.map { ResultRow.context($0, data, words) },
        "hasUnranked": !unranked.isEmpty,
        "earlier": MaybeText(season.earlier.map { String($0.year) } ?? ""),
        "year": String(season.year),
        "steps": steps.map { step($0, data, words) }, "hasSteps": !steps.isEmpty,
        "broken": MaybeText(broken > 0 ? String(broken) : ""),
        "matrixZones": matrix.zones, "matrix": matrix.rows, "hasMatrix": !matrix.rows.isEmpty,
      ])
  }

  private static func step(_ step: Season.Step, _ data: ReportData, _ words: Words) -> Context {
    func zone(_ result: Record) -> (String, String) {
      let zone = Zones.zone(of: result)?.name ?? ""
      return (words.label("zone", zone), zone.isEmpty ? "" : Zones.style(zone))
    }
    let (from, fromStyle) = zone(step.before)
    let (to, toStyle) = zone(step.after)
    let change = step.change
    return [
      "region": step.after["region"].written, "page": data.file(step.after),
      "scoreBefore": words.number(step.before["score"]),
      "scoreAfter": words.number(step.after["score"]),
      "change": change.map { ($0 > 0 ? "+" : "") + words.number($0) } ?? "",
      "changeSort": change.map { String(Int(($0 * 100).rounded())) } ?? "",
      "zoneBefore": MaybeText(from), "zoneBeforeClass": fromStyle,
      "zoneAfter": MaybeText(to), "zoneAfterClass": toStyle,
      "moved": !from.isEmpty && !to.isEmpty && from != to,
      "scale": step.after["scale"].written,
    ]
  }

  /// How many bodies went from which zone to which.
  private static func matrix(
    _ steps: [Season.Step], _ data: ReportData, _ words: Words
  ) -> (zones: [Context], rows: [Context]) {
    var counts: [[String]: Int] = [:]
    for step in steps {
      guard let from = Zones.zone(of: step.before)?.name, let to = Zones.zone(of: step.after)?.name
      else { continue }
      counts[[from, to], default: 0] += 1
    }
    let zones = data.zones.sorted(Set(counts.keys.flatMap { $0 }))
    func label(_ zone: String) -> Context {
      ["zone": words.label("zone", zone), "class": Zones.style(zone)]
    }
    return (
      zones.map(label),
      zones.map { from in
        label(from).adding([
          "cells": zones.map { to in
            ["count": String(counts[[from, to]] ?? 0), "isSame": from == to] as Context
          },
          "total": String(zones.reduce(0) { $0 + (counts[[from, $1]] ?? 0) }),
        ])
      }
    )
  }
}

import Dataset
import Foundation
import Testing

@testable import Report

@Suite("What is compared, and what is not") struct ComparisonTests {
  private static let results = [
    Sample.result("11.01", 2021, score: "70", scale: "lama"),
    Sample.result("11.01", 2022, score: "60", scale: "baru"),
    Sample.result("11.01", 2023, score: "90", scale: "baru"),
    Sample.result("11.71", 2022, score: "90", scale: "baru"),
    Sample.result("11.71", 2023, score: "55.5", scale: "baru"),
    Sample.result("12.01", 2023, score: "60", scale: "lama"),
  ]

  @Test("a series breaks where the scale changes, and no line crosses the break") func series()
    throws
  {
    let data = try Sample.data(try Sample.tables(results: Self.results))
    let chart = SeriesChart(
      results: data.bodies[0].results, scales: data.scales)
    #expect(chart.eras.map(\.scaleID) == ["lama", "baru"])
    #expect(chart.eras.map(\.results.count) == [1, 2])
    let svg = chart.svg(id: "x", name: "A", try Sample.words(), data.zones)
    #expect(svg.components(separatedBy: "class=\"break\"").count == 2)
    #expect(
      svg.components(separatedBy: "class=\"trend").count == 2, "one line, within the new scale")
    #expect(svg.contains("2021: 70 kuning") == false)
    #expect(svg.contains("2021: 70 | skala lain: 2022: 60; 2023: 90</desc>"))
  }

  @Test("a zone has the same pattern in every picture, whichever zones there are")
  func patterns() throws {
    let results = [
      Sample.result("11.01", 2022, score: "70", zone: "kuning", scale: "baru"),
      Sample.result("11.71", 2022, score: "40", zone: "merah", scale: "baru"),
    ]
    let data = try Sample.data(try Sample.tables(results: results))
    let chart = ZoneChart(
      results: Array(try Sample.table(Schema.results, results).records), order: data.zones)
    let legend = chart.legend(id: "x", try Sample.words())
    let patterns = chart.zones.map { zone in
      data.zones.place(of: zone).flatMap { SVG.pattern("x", place: $0) } ?? "none"
    }
    #expect(legend.map { $0["pattern"] as? String } == patterns)
  }

  @Test(
    "years that are known by their ends are said in words",
    arguments: [
      (["year": 2022], "2022"), (["year_min": 2020, "year_max": 2022], "2020–2022"),
      (["year_min": 2020], "sejak 2020"), (["year_max": 2020], "sampai 2020"),
      ([:], "tahun tidak disebut"),
    ] as [([String: Value], String)])
  func years(_ cells: [String: Value], _ text: String) throws {
    var table = Table(Schema.claims)
    try table.append(
      [
        "claim": "c", "document": "d", "part": "body", "instrument": "uji", "status": "achieved",
        "negated": false, "derived": false, "quote": "q", "start": 0, "end": 1,
        "evidence": "score:0-1", "confidence": Value(decimal: "0.9") ?? .null,
      ].merging(cells) { $1 })
    let claim = try #require(table.records.first)
    #expect(ClaimCard.year(claim, try Sample.words()) == text)
  }

  @Test("a score without a known scale stands alone") func unscaled() throws {
    let results = [
      Sample.result("11.01", 2021, score: "70", scale: nil),
      Sample.result("11.01", 2022, score: "71", scale: nil),
    ]
    let data = try Sample.data(try Sample.tables(results: results))
    let chart = SeriesChart(results: data.bodies[0].results, scales: data.scales)
    #expect(chart.eras.count == 2)
  }

  @Test("rankings are by scale and kind of body; equal scores share a place") func rankings() throws
  {
    let tied = [
      Sample.result("11.01", 2023, score: "90", scale: "baru"),
      Sample.result("12.01", 2023, score: "90.0", scale: "baru"),
      Sample.result("11.71", 2023, score: "95", scale: "baru"),
      Sample.result("11.71", 2023, score: "80", scale: "baru", unit: "Dinas"),
    ]
    let season = try #require(Season.all(try Sample.data(try Sample.tables(results: tied))).first)
    let places = season.rankings.map { ranking in
      ranking.level + ":" + ranking.places.map { "\($0.place)" }.joined(separator: ",")
    }
    #expect(places == ["kabupaten:1,1", "kota:1"])

    let mixed = try #require(
      Season.all(try Sample.data(try Sample.tables(results: Self.results))).first {
        $0.year == 2023
      })
    #expect(mixed.rankings.map(\.scale).sorted() == ["baru", "baru", "lama"])
  }

  @Test("only steps within one scale are movers") func steps() throws {
    let data = try Sample.data(try Sample.tables(results: Self.results))
    let seasons = Season.all(data)
    #expect(seasons.map(\.year) == [2023, 2022, 2021])
    #expect(seasons[0].steps(data.key).map(\.change) == [30, -34.5])
    #expect(seasons[0].broken(data.key) == 0)
    #expect(seasons[1].steps(data.key).isEmpty)
    #expect(seasons[1].broken(data.key) == 1)
  }

  @Test("what a strict run refuses") func mixes() throws {
    let table = try Sample.table(Schema.results, Self.results)
    let mixes = Comparability(results: table).mixes
    #expect(mixes.map(\.years) == [[2021, 2022], [2023]])
    #expect(mixes.map(\.scales) == [["lama", "baru"], ["baru", "lama"]])
    #expect(mixes.map(\.results) == [2, 2])
    let one = try Sample.table(Schema.results, Array(Self.results[1...4]))
    #expect(Comparability(results: one).problems.isEmpty)
    let other = try Sample.table(
      Schema.results,
      [
        Sample.result("11.01", 2022, score: "60", scale: "baru"),
        Sample.result("11.01", 2022, score: "4", scale: "lima", instrument: "lain"),
      ])
    #expect(Comparability(results: other).mixes.isEmpty, "instruments are never brought together")
    let unknown = try Sample.table(
      Schema.results, [Sample.result("11.01", 2022, score: "60", scale: nil)])
    #expect(
      Comparability(results: unknown).problems
        == ["scores that do not compare: uji, 2022: 1 results on no known scale"])
  }

  @Test("the mean of a province is taken over one scale") func provinces() throws {
    let results = [
      Sample.result("11", 2023, score: "80", zone: "kuning", scale: "baru"),
      Sample.result("11.01", 2023, score: "90", scale: "baru"),
      Sample.result("11.71", 2023, score: "10", scale: "lama"),
      Sample.result("11.71", 2023, score: "10", scale: "baru", unit: "Dinas"),
    ]
    let year = try #require(
      ProvinceFigures(instrument: "uji", try Sample.data(try Sample.tables(results: results))).years
        .first)
    #expect(year.scaleID == "baru")
    #expect(year.figures["11"]?.mean == 85)
    #expect(year.figures["11"]?.own?["zone"] == "kuning")
    #expect(year.leftOut == 1)
  }

  @Test(
    "a score between two bands belongs to the lower",
    arguments: [(80.005, "kuning"), (80.01, "hijau"), (0, "merah")])
  func gaps(_ score: Double, _ zone: String) throws {
    let scale = try #require(
      GradingScale.all(Array(try Sample.table(Schema.scales, Sample.scales).records))["lama"])
    #expect(scale.band(of: score)?.zone == zone)
  }
}

@Suite("What is not known") struct UnknownTests {
  private static func row(_ code: String, _ year: Int, _ status: String) -> [String: Value] {
    [
      "region_code": Value(code), "year": .integer(year), "instrument": "uji", "documents": 1,
      "claims": 0, "results": 0, "status": Value(status),
    ]
  }

  @Test("the four states add up to all regions, former codes counted with their successors")
  func states() throws {
    let data = try Sample.data(
      try Sample.tables(
        results: [],
        coverage: [
          Self.row("11.01", 2022, "result"), Self.row("11.71", 2022, "claim_without_result"),
          Self.row("11.09", 2022, "document_without_claim"), Self.row("12.01", 2022, "no_document"),
          Self.row("11.09", 2023, "no_document"), Self.row("12.01", 2023, "result"),
        ]))
    let map = try #require(CoverageMap.all(data).first)
    #expect(data.regions.count == 5)
    #expect(map.years == [2022, 2023])
    #expect(map.counts(0) == [.result: 1, .claim: 1, .document: 1, .nothing: 2])
    #expect(map.counts(1) == [.result: 1, .nothing: 4])
    for place in map.years.indices {
      #expect(map.counts(place).values.reduce(0, +) == data.regions.count)
    }
  }

  @Test("a rejected claim says why") func reasons() throws {
    func claim(_ id: String, _ status: String, _ flags: String?) -> [String: Value] {
      [
        "claim": Value(id), "document": "d", "part": "body", "region_code": "11.71",
        "region": "Kota B", "level": "kota", "year": 2022, "instrument": "uji",
        "status": Value(status), "negated": false, "derived": false, "quote": "q", "start": 0,
        "end": 1, "flags": Value(flags),
      ]
    }
    let tables = try Sample.tables(
      results: [], coverage: [Self.row("11.71", 2022, "claim_without_result")],
      claims: [claim("a", "target", nil), claim("b", "target", "x"), claim("c", "achieved", nil)])
    try Sample.withReport(tables) { files, _ in
      let page = try #require(files["unknown/uji.html"])
      #expect(page.contains("<span class=\"badge\">target × 2</span>"))
      #expect(page.contains("<span class=\"badge\">tidak menjadi hasil × 1</span>"))
    }
  }

  @Test("a body that changed its code has one page with both") func formerCodes() throws {
    let data = try Sample.data(
      try Sample.tables(
        results: [
          Sample.result("11.09", 2021, score: "70", scale: "lama"),
          Sample.result("12.01", 2023, score: "90", scale: "baru"),
        ]))
    #expect(data.bodies.map(\.key) == ["12.01"])
    #expect(data.bodies[0].name == "Kabupaten C")
    #expect(data.bodies[0].results.count == 2)
  }
}

@Suite("Targets against outcomes") struct TargetTests {
  @Test(
    arguments: [
      (["score": 85, "scale": "baru"], "tercapai"),
      (["score": 95, "scale": "baru"], "tidak tercapai"),
      (["score": 85, "scale": "lama"], "skala lain, tidak dibandingkan"),
      (["zone": "hijau"], "tercapai"), (["zone": "kuning"], "tercapai"),
      (["zone": "ungu"], "belum diketahui"),
      (["year": 2021, "zone": "hijau"], "hanya ada hasil tahun sesudahnya"),
      (["year": 2024, "zone": "hijau"], "belum diketahui"),
    ] as [([String: Value], String)])
  func verdicts(_ target: [String: Value], _ verdict: String) throws {
    var row: [String: Value] = [
      "claim": "c", "document": "d", "status": "target", "region_code": "11.71", "region": "Kota B",
      "level": "kota", "year": 2022, "instrument": "uji", "quote": "q",
    ]
    row.merge(target) { $1 }
    let data = try Sample.data(
      try Sample.tables(
        results: [Sample.result("11.71", 2022, score: "90", zone: "hijau", scale: "baru")],
        targets: [row]))
    let page = TargetsPage.page(data, anchors: [:], try Sample.words())
    let rows = try #require(page.context["rows"] as? [Context])
    #expect(rows.first?["verdict"] as? String == verdict)
  }

  @Test("Targets that have an outcome stand first, and the outcome says all that it has")
  func order() throws {
    func target(_ code: String) -> [String: Value] {
      [
        "claim": Value("c" + code), "document": "d", "status": "target", "region_code": Value(code),
        "region": Value("Kota " + code), "level": "kota", "year": 2022, "instrument": "uji",
        "category": "Top 45", "quote": "q",
      ]
    }
    let result = Sample.result("11.71", 2022, score: nil, scale: nil)
      .merging(["category": "Top 99", "rank": 7, "rank_of": 98]) { $1 }
    let tables = try Sample.tables(results: [result], targets: [target("11.01"), target("11.71")])
    let page = TargetsPage.page(try Sample.data(tables), anchors: [:], try Sample.words())
    let rows = try #require(page.context["rows"] as? [Context])
    #expect(rows.map { $0["region"] as? String } == ["Kota 11.71", "Kota 11.01"])
    try Sample.withReport(tables) { files, _ in
      let html = try #require(files["targets.html"])
      #expect(html.contains("<b>2022</b>") && html.contains("Top 99") && html.contains("7 / 98"))
    }
  }
}

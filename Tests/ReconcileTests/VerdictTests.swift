import Interpret
import Lexicon
import Reconcile
import Testing

@Suite struct VerdictTests {
  private func row(_ claim: Claim) throws -> Outcome {
    try #require(Sample.reconciler.reconcile([Sample.document("a", claim)]).results.first)
  }

  @Test func theYearSelectsTheScale() throws {
    let later = try row(Sample.claim(year: 2023, score: "80.85", zone: "hijau"))
    #expect(later.verdict == .yes)
    #expect(later.scale == "survei_2022")
    #expect(
      later.derived
        == DerivedValues(zone: "hijau", grade: "B", category: "Kualitas Tinggi"))
    #expect(later.scoreMax == Sample.number("100"))
    let earlier = try row(Sample.claim(year: 2021, score: "80.85", zone: "hijau"))
    #expect(earlier.verdict == .no)
    #expect(earlier.derived.zone == "kuning")
  }

  @Test func labelsOfTheBandCount() throws {
    #expect(try row(Sample.claim(score: "80.85", category: "Kepatuhan Tinggi")).verdict == .yes)
    #expect(try row(Sample.claim(score: "80.85", category: "Tinggi")).verdict == .yes)
    #expect(try row(Sample.claim(score: "80.85", category: "Tertinggi")).verdict == .no)
    #expect(try row(Sample.claim(score: "80.85", grade: "A")).verdict == .no)
    #expect(try row(Sample.claim(zone: "hijau", grade: "C")).verdict == .no)
    #expect(try row(Sample.claim(zone: "hijau", grade: "A")).verdict == .yes)
  }

  @Test func whatCannotBeComparedIsUnknown() throws {
    #expect(try row(Sample.claim(score: "80.85")).verdict == .unknown)
    #expect(try row(Sample.claim(year: 2025, score: "80.85", zone: "hijau")).verdict == .unknown)
    #expect(try row(Sample.claim(year: 2020, score: "80.85", zone: "hijau")).verdict == .unknown)
    #expect(try row(Sample.claim(year: nil, score: "80.85", zone: "hijau")).verdict == .unknown)
    let gap = try row(Sample.claim(year: 2022, score: "87.995", zone: "hijau"))
    #expect(gap.verdict == .unknown)
    #expect(gap.derived == DerivedValues())
  }

  @Test func roundingExcuses() throws {
    #expect(try row(Sample.claim(score: "88", grade: "B")).verdict == .unknown)
    #expect(try row(Sample.claim(score: "88.0", grade: "B")).verdict == .unknown)
    #expect(try row(Sample.claim(score: "88.00", grade: "B")).verdict == .no)
    #expect(try row(Sample.claim(score: "89", grade: "B")).verdict == .no)
    #expect(try row(Sample.claim(year: 2021, score: "81", zone: "kuning")).verdict == .unknown)
  }

  @Test func aScoreBeyondTheScaleIsWrong() throws {
    #expect(try row(Sample.claim(score: "100.5")).verdict == .no)
  }
}

@Suite struct CoverageTests {
  @Test func everyRegionThatOccursTimesEverySeason() {
    let coverage = Sample.reconciler.reconcile([
      Sample.document(
        "a", regions: [0, 1], years: [2022, 2023], Sample.claim(zone: "hijau"),
        Sample.claim(year: 2024, status: .target, zone: "hijau"),
        Sample.claim(year: 2024, instrument: "lain", zone: "hijau")),
      Sample.document("b", copyOf: "a", regions: [0, 1], years: [2022, 2023]),
    ]).coverage
    #expect(
      coverage.map {
        "\($0.region) \($0.year) \($0.instrument) \($0.documents) \($0.status.rawValue)"
      }
        == [
          "0 2023 survei 1 result", "0 2024 survei 1 claim_without_result",
          "1 2023 survei 1 document_without_claim", "1 2024 survei 0 no_document",
        ])
  }

  @Test func thePanelHoldsRegionsAsAWhole() {
    let all = Sample.reconciler.reconcile([
      Sample.document(
        "a", Sample.claim(zone: "hijau"), Sample.claim(unit: "Dinas Contoh", zone: "merah"),
        Sample.claim(.other(name: "Kementerian Contoh", level: "kementerian"), zone: "hijau")),
      Sample.document("b", Sample.claim(zone: "hijau"), Sample.claim(year: nil, zone: "merah")),
    ])
    #expect(all.results.count == 4)
    #expect(all.panel.count == 1)
    #expect(all.panel.first?.documents == 2)
    #expect(all.panel.first?.results.map { all.results[$0].values.zone } == ["hijau"])
  }
}

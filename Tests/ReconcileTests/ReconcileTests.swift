import Interpret
import Lexicon
import Reconcile
import Testing

@Suite struct ReconcileTests {
  private func results(_ documents: DocumentClaims...) -> [Outcome] {
    Sample.reconciler.reconcile(documents).results
  }

  @Test func documentsOfOneKeyAreOneRow() throws {
    let rows = results(
      Sample.document("a", Sample.claim(score: "80.85")),
      Sample.document("b", Sample.claim(zone: "hijau"), Sample.claim(year: 2022, zone: "kuning")))
    #expect(rows.count == 2)
    let row = try #require(rows.first { $0.key.year == 2023 })
    #expect(row.values.score == Sample.number("80.85"))
    #expect(row.values.zone == "hijau")
    #expect(row.claims == ["a1", "b1"])
    #expect(row.sources == 2)
    #expect(row.conflicts.isEmpty)
  }

  @Test func onlyAchievementsMakeResults() {
    for status in [ClaimStatus.target, .hypothetical, .negated] {
      #expect(results(Sample.document("a", Sample.claim(status: status, zone: "hijau"))).isEmpty)
    }
  }

  @Test func copiesCountOnce() throws {
    let row = try #require(
      results(
        Sample.document("a", Sample.claim(zone: "kuning")),
        Sample.document("b", copyOf: "a", Sample.claim(zone: "kuning")),
        Sample.document("c", copyOf: "a", Sample.claim(zone: "kuning")),
        Sample.document("d", Sample.claim(zone: "hijau")),
        Sample.document("e", Sample.claim(zone: "hijau"))
      ).first)
    #expect(row.values.zone == "hijau")
    #expect(row.sources == 3)
    let conflict = try #require(row.conflicts.first { !$0.isChosen })
    #expect(conflict.value == "kuning")
    #expect(conflict.documents == ["a", "b", "c"])
  }

  @Test func aRoundedScoreAgreesAndTheExactOneStays() throws {
    let row = try #require(
      results(
        Sample.document("a", Sample.claim(score: "98")),
        Sample.document("b", Sample.claim(score: "98")),
        Sample.document("c", Sample.claim(score: "98.17"))
      ).first)
    #expect(row.values.score?.description == "98.17")
    #expect(row.conflicts.isEmpty)
  }

  @Test func aRoundedScoreJoinsTheSideThatMostAreOn() throws {
    let row = try #require(
      results(
        Sample.document("a", Sample.claim(score: "98.2")),
        Sample.document("b", Sample.claim(score: "98.17")),
        Sample.document("c", Sample.claim(score: "98.24")),
        Sample.document("d", Sample.claim(score: "98.24"))
      ).first)
    #expect(row.values.score?.description == "98.24")
    #expect(row.conflicts.map(\.value) == ["98.24", "98.17"])
    #expect(row.conflicts.map(\.claims) == [["a1", "c1", "d1"], ["b1"]])
    #expect(row.confidence.description == "0.68")
  }

  @Test func whatBreaksTies() throws {
    func chosen(_ documents: DocumentClaims...) throws -> String {
      let row = try #require(Sample.reconciler.reconcile(documents).results.first)
      return try #require(row.values.score?.description)
    }
    #expect(
      try chosen(
        Sample.document("a", isOfficial: true, Sample.claim(score: "81")),
        Sample.document("b", Sample.claim(score: "70.10"))) == "70.10")
    #expect(
      try chosen(
        Sample.document("a", Sample.claim(score: "81.20")),
        Sample.document("b", isOfficial: true, Sample.claim(score: "70.10"))) == "70.10")
    #expect(
      try chosen(
        Sample.document("a", Sample.claim(confidence: "0.70", score: "81.20")),
        Sample.document("b", Sample.claim(confidence: "0.80", score: "70.10"))) == "70.10")
    #expect(
      try chosen(
        Sample.document("b", Sample.claim(score: "70.10")),
        Sample.document("a", Sample.claim(score: "81.20"))) == "81.20")
  }

  @Test func categoriesOfOneBandAgree() throws {
    let row = try #require(
      results(
        Sample.document("a", Sample.claim(category: "Kualitas Tinggi")),
        Sample.document("b", Sample.claim(category: "predikat kepatuhan tinggi"))
      ).first)
    #expect(row.conflicts.isEmpty)
    #expect(row.values.category == "Kualitas Tinggi")
  }

  @Test func ranksOfTwoScopesDoNotContradict() throws {
    let row = try #require(
      results(
        Sample.document("a", Sample.claim(rank: 4, scope: "provinsi")),
        Sample.document("b", Sample.claim(rank: 61, scope: "nasional"))
      ).first)
    #expect(row.values.rank == 4)
    #expect(row.values.rankScope == "provinsi")
    #expect(row.conflicts.isEmpty)
  }

  @Test func theOrderOfDocumentsDoesNotMatter() {
    let documents = [
      Sample.document("a", Sample.claim(score: "81.20", zone: "hijau")),
      Sample.document("b", Sample.claim(score: "70.10"), Sample.claim(year: nil, zone: "merah")),
      Sample.document("c", copyOf: "b", Sample.claim(.region(1), year: 2021, zone: "merah")),
    ]
    #expect(
      Sample.reconciler.reconcile(documents) == Sample.reconciler.reconcile(documents.reversed()))
  }
}

@Suite struct PartialClaimTests {
  @Test func aClaimWithoutYearJoinsTheFullerOneOfItsDocument() {
    let rows = Sample.reconciler.reconcile([
      Sample.document(
        "a", Sample.claim(year: nil, instrument: nil, score: "80.85"),
        Sample.claim(score: "80.85", zone: "hijau"))
    ]).results
    #expect(rows.map(\.key.year) == [2023])
    #expect(rows.map(\.claims) == [["a1", "a2"]])
  }

  @Test func notWhenTwoYearsFit() {
    let rows = Sample.reconciler.reconcile([
      Sample.document(
        "a", Sample.claim(year: nil, zone: "hijau"), Sample.claim(year: 2022, zone: "hijau"),
        Sample.claim(zone: "hijau"))
    ]).results
    #expect(rows.count == 3)
  }

  @Test func unknownYearsOfTwoDocumentsStandAlone() {
    let rows = Sample.reconciler.reconcile([
      Sample.document("a", Sample.claim(year: nil, zone: "hijau")),
      Sample.document(
        "b", Sample.claim(year: nil, zone: "hijau"), Sample.claim(year: nil, zone: "merah"),
        Sample.claim(year: nil, zone: "hijau", rank: 2)),
    ]).results
    #expect(rows.map(\.claims) == [["a1"], ["b1", "b3"], ["b2"]])
    #expect(Set(rows.map(\.key)).count == 3)
  }
}

import Dataset
import Testing

@testable import Pipeline

@Suite struct ExplainTests {
  private func explainer() throws -> Explainer {
    let (tables, _) = try TableBuilder(lexicon: TablesSample.lexicon)
      .tables(from: [TablesSample.record("a.txt"), TablesSample.record("b.txt")])
    func table(_ schema: TableSchema) throws -> Table {
      try #require(tables.first { $0.schema.name == schema.name })
    }
    return try Explainer(
      results: table(Schema.results), claims: table(Schema.claims),
      conflicts: table(Schema.conflicts), scales: table(Schema.scales),
      documents: table(Schema.documents))
  }

  @Test func aResultShowsWhatItRestsOn() throws {
    let explainer = try explainer()
    let id = try #require(explainer.results.first)["result"].written
    let text = try explainer.explain(id)
    for part in [
      "result \(id): Kota Contoh, kepatuhan_pengawas, 2023", "score 80.85 of 100, zone hijau",
      "scale kepatuhan_2022, valid from 2022 to 2024:", "> 78 to 87.99: hijau muda B",
      "what is stated agrees with the scale", "“\(TablesSample.sentence)”", "rule contoh",
      "Kabar Umpama, 2024-01-06", "a copy of a.txt", "1 independent document,",
    ] { #expect(text.contains(part), "\(part)\n\(text)") }
  }

  @Test func aClaimShowsWhereItWent() throws {
    let explainer = try explainer()
    let target = try #require(explainer.claims.first { $0["status"].text == "target" })
    let text = try explainer.explain(target["claim"].written)
    #expect(text.contains("goes into no result: its status is target"))
    let reached = try #require(explainer.claims.first { $0["status"].text == "achieved" })
    #expect(try explainer.explain(reached["claim"].written).contains("goes into result r"))
  }

  @Test func aRegionAndAYear() throws {
    let explainer = try explainer()
    for question in ["kota  contoh 2023", "99.71 2023"] {
      let text = try explainer.explain(question)
      #expect(text.hasPrefix("result r"))
      #expect(!text.contains("target"))
    }
    #expect(try explainer.explain("Kota Contoh").contains("target"))
    #expect(try explainer.explain("Kota Contoh 2024").contains("claim c"))
  }

  @Test func anUnknownNameHasNeighbours() throws {
    let explainer = try explainer()
    #expect {
      try explainer.explain("Kota Conto 2023")
    } throws: {
      "\($0)".contains("Kota Contoh 2023")
    }
    #expect(throws: ExplainError.unknown("zzzzzz", near: [])) { try explainer.explain("zzzzzz") }
    #expect(throws: ExplainError.self) { try explainer.explain("") }
  }
}

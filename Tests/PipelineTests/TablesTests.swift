import Dataset
import Pipeline
import Testing

@Suite struct TablesTests {
  private func tables(_ records: [DocumentRecord]) throws -> [String: Table] {
    let (tables, texts) = try TableBuilder(lexicon: TablesSample.lexicon).tables(from: records)
    // The writer checks every key.
    let writer = try DatasetWriter(tables: tables, texts: texts)
    #expect(Set(tables.map(\.schema.name)) == Set(Schema.all.map(\.name)))
    return Dictionary(uniqueKeysWithValues: writer.tables.map { ($0.schema.name, $0) })
  }

  private func records(_ table: Table?) throws -> [Record] {
    Array(try #require(table).records)
  }

  @Test func aClaimCarriesItsEvidence() throws {
    let rows = try records(tables([TablesSample.record("a.txt")])["claims"])
    let row = try #require(rows.first { $0["score"].written == "80.85" })
    #expect(row["quote"].text == TablesSample.sentence)
    #expect(row["part"].text == "body")
    #expect(row["start"] == 0)
    #expect(row["end"].integer == TablesSample.sentence.unicodeScalars.count)
    #expect(row["evidence"].text == "region:0-11;score:40-45")
    #expect(row["raw_start"].integer == "Zona hijau “lagi”\n".utf8.count)
    #expect(row["score_max"].written == "100")
    #expect(row["scale"].text == "kepatuhan_2022")
    #expect(row["assessor"].text == "Lembaga Pengawas")
    #expect(row["region"].text == "Kota Contoh")
    let title = try #require(rows.first { $0["part"].text == "title" })
    #expect(title["end"].integer == 17)
    #expect(title["zone"].text == "hijau")
  }

  @Test func resultsTargetsAndTotals() throws {
    let all = try tables([TablesSample.record("a.txt")])
    let result = try #require(try records(all["results"]).first)
    #expect(all["results"]?.count == 1)
    #expect(result["zone"].text == "hijau")
    #expect(result["grade_derived"].text == "B")
    #expect(result["consistent"].text == "yes")
    #expect(result["sources"] == 1)
    #expect(all["targets"]?.count == 1)
    #expect(all["totals"]?.count == 2)
    let panel = try #require(try records(all["panel_region_year"]).first)
    #expect(panel["kepatuhan_score"].written == "80.85")
    #expect(panel["kepatuhan_category"].text == "Kualitas Tinggi")
    let coverage = try records(all["coverage"])
    #expect(coverage.map { $0["status"].written } == ["result", "claim_without_result"])
  }

  @Test func regulationsAreThoseCited() throws {
    let rows = try records(tables([TablesSample.record("a.txt")])["regulations"])
    #expect(rows.map { $0["regulation"].written } == ["PP 5/2010", "UU 1/2001"])
    #expect(rows.map { $0["type"].written } == ["Peraturan Pemerintah", "Undang-Undang"])
    #expect(rows.map { $0["year"].written } == ["2010", "2001"])
    #expect(rows.map { $0["title"].written } == ["", "Contoh"])
  }

  @Test func copiesKeepTheirRowsAndAreNoSource() throws {
    let all = try tables(["c", "a", "b"].map { TablesSample.record("\($0).txt") })
    let documents = try records(all["documents"])
    #expect(documents.map { $0["status"].written } == ["read", "duplicate", "duplicate"])
    #expect(documents.map { $0["duplicate_of"].written } == ["", "a.txt", "a.txt"])
    #expect(documents.first?["published"].text == "2024-01-06")
    #expect(all["claims"]?.count == 9)
    let result = try #require(try records(all["results"]).first)
    #expect(result["sources"] == 1)
    #expect(result["claims"].written.split(separator: ";").count == 6)
  }

  @Test func aPageThatFailedIsARow() throws {
    let failed = DocumentRecord(
      address: "z.html.gz", sha256: nil, status: .failed, reason: "gzip ends early")
    let all = try tables([failed])
    #expect(try records(all["documents"]).map { $0["reason"].written } == ["gzip ends early"])
    #expect(all["lost"]?.count == 1)
  }

  @Test func identifiersDoNotDependOnOtherDocuments() throws {
    func ids(_ records: [DocumentRecord]) throws -> Set<String> {
      Set(try self.records(tables(records)["claims"]).map { $0["claim"].written })
    }
    let alone = try ids([TablesSample.record("a.txt")])
    let both = try ids([
      TablesSample.record("b.txt", title: "Zona lain"), TablesSample.record("a.txt"),
    ])
    #expect(alone.isSubset(of: both))
    #expect(alone.allSatisfy { $0.utf8.count == 13 && $0.hasPrefix("c") })
  }
}

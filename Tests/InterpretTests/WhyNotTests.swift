import Extract
import Foundation
import Lexicon
import Tag
import Testing

@testable import Interpret

/// Why a text does not give what somebody asks for.
@Suite("Nearest misses")
struct WhyNotTests {
  private func misses(
    _ text: String, region: String = "Kota Metro", year: Int = 2023, field: String? = "score",
    unit: String? = nil
  ) throws -> [NearMiss]? {
    let sample = try Sample(text, published: (2024, 1, 16))
    let interpreter = sample.interpreter
    let row = try #require(interpreter.lexicon.region(named: region))
    return interpreter.whyNot(
      WhyNotQuery(regions: [row], year: year, field: field, unit: unit),
      Tagger(lexicon: interpreter.lexicon).tag(sample.article))
  }

  struct Case: Sendable, CustomTestStringConvertible {
    let text: String
    let failed: String
    var met = ""
    var region = "Kota Metro"
    var field = "score"

    var testDescription: String { text }
  }

  static let cases = [
    Case(
      text: "Ombudsman menempatkan Kota Metro di zona hijau pada 2023.",
      failed: "it has no score, only zone hijau; no number in its scope", met: "year 2023"),
    Case(
      text: "Ombudsman memberi Kota Metro nilai 80,85 pada 2022.",
      failed: "its year is 2022, not 2023", met: "score 80.85"),
    Case(
      text: "Kota Metro menargetkan nilai kepatuhan Ombudsman 90,00 pada 2023.",
      failed: "it is aimed at, not reached", met: "score 90.00"),
    Case(
      text: "Pada 2023 nilai SAKIP Kota Metro 65,30. Ombudsman hadir di sana.",
      failed: "which is not ours", met: "names Kota Metro"),
    Case(
      text: "Kota Metro meraih penghargaan Adipura dengan nilai 78,10 pada 2023.",
      failed: "the document is about something else", met: "names the region"),
    Case(
      text: "Menurut Ombudsman jumlah pegawai Kota Metro bertambah 12,5 pada 2023.",
      failed: "12,5: is taken for a difference by the rule difference", met: "names 2023"),
    Case(
      text: "Ombudsman memberi Kabupaten Kudus nilai 80,85 pada 2023, kata tamu dari Kota Metro.",
      failed: "belongs to Kabupaten Kudus", met: "names Kota Metro"),
    Case(
      text: "Ombudsman mencatat Bengkulu meraih nilai 80,85 pada 2023.",
      failed: "may be Provinsi Bengkulu or Kota Bengkulu", met: "names 2023",
      region: "Kota Bengkulu"),
  ]

  @Test("The condition that failed is named, beside those that are met", arguments: cases)
  func condition(_ one: Case) throws {
    let misses = try #require(try misses(one.text, region: one.region, field: one.field))
    let nearest = try #require(misses.first)
    #expect(!nearest.isResult)
    #expect(nearest.failed.contains { $0.contains(one.failed) }, "\(misses)")
    #expect(nearest.met.contains { $0.contains(one.met) }, "\(misses)")
  }

  @Test("A number that no rule takes comes with the rule that was nearest, and what it wanted")
  func nearestRule() throws {
    let found = try misses("Ombudsman mencatat nilai Kota Metro entah bagaimana 80,85 pada 2023.")
    let failed = try #require(found?.first?.failed.first)
    if failed.contains("by no rule") {
      #expect(failed.contains("nearest: ") && failed.contains("then wants"), "\(failed)")
      #expect(failed.contains(".yml:"))
    } else {
      Issue.record("a rule takes it: \(found ?? [])")
    }
  }

  @Test("What is there is said to be there, and comes first")
  func result() throws {
    let found = try misses(
      "Ombudsman memberi Kota Metro nilai 80,85 pada 2023. Setahun sebelumnya 70,10.")
    #expect(found?.first?.isResult == true, "\(found ?? [])")
  }

  @Test("A document that does not name the region says nothing")
  func notNamed() throws {
    #expect(try misses("Ombudsman memberi Kabupaten Kudus nilai 80,85 pada 2023.") == nil)
  }

  @Test("A unit's result is not the region's, nor the other way round")
  func units() throws {
    let text = "Ombudsman memberi Dinas Sosial Kota Metro nilai 80,85 pada 2023."
    #expect(try misses(text)?.first?.failed.first?.contains("about a unit, Dinas Sosial") == true)
    #expect(try misses(text, unit: "Dinas Sosial")?.first?.isResult == true)
    let region = "Ombudsman memberi Kota Metro nilai 80,85 pada 2023."
    #expect(
      try misses(region, unit: "Dinas Sosial")?.first?.failed.first?.contains("not about Dinas")
        == true)
  }

  @Test("Reading with a log reads the same")
  func logChangesNothing() throws {
    for one in Self.cases {
      let sample = try Sample(one.text, published: (2024, 1, 16))
      let tagged = Tagger(lexicon: sample.interpreter.lexicon).tag(sample.article)
      #expect(sample.interpreter.interpret(tagged, log: DecisionLog()) == sample.reading)
    }
  }
}

import Crawl
import Extract
import Foundation
import Interpret
import Testing

/// The five seed pages that the project was asked for; they lie beside the repository, not in it.
private enum Seeds {
  static let folder = Sample.root.deletingLastPathComponent().appending(
    path: "shared/seeds")

  static let pages: [String] = {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.filter { $0.hasSuffix(".txt") }.sorted()
  }()
}

@Suite(.enabled(if: !Seeds.pages.isEmpty, "no ../shared/seeds beside the repository"))
struct SeedTests {
  /// The page whose name begins with the number, with words of it replaced.
  private func seed(_ number: String, replacing old: String = "", by new: String = "") throws
    -> Sample
  {
    let page = try #require(Seeds.pages.first { $0.hasPrefix(number) })
    var text = try String(contentsOf: Seeds.folder.appending(path: page), encoding: .utf8)
    if !old.isEmpty {
      #expect(text.contains(old), "\(page) has no \"\(old)\"")
      text = text.replacingOccurrences(of: old, with: new)
    }
    let saved = SavedPage(address: page, bytes: Array(text.utf8), format: .text, sha256: "")
    return try Sample(Extractor().extract(saved))
  }

  @Test(arguments: Seeds.pages)
  func everySeedGivesFacts(page: String) throws {
    let sample = try seed(page)
    // A vague year ("beberapa tahun lalu") is a fact too: it has a bound.
    let facts = sample.reading.claims.filter {
      $0.status == .achieved && $0.instrument != nil
        && ($0.year.year != nil || $0.year.latest != nil)
    }
    #expect(!facts.isEmpty, "\(page): \(sample.lines())")
    for claim in sample.reading.claims {
      #expect(!claim.values.isEmpty)
      #expect(sample.article.blocks.contains { $0.range.contains(claim.quote.lowerBound) })
      for evidence in claim.evidence {
        #expect(evidence.range.upperBound <= sample.article.text.count)
      }
    }
  }

  // MARK: What the seeds are hard for

  @Test("The units that are not named are counted, with the formula's evidence")
  func partAndWhole() throws {
    let rest = try #require(try seed("000").reading.claims.first(where: \.isDerived))
    #expect(rest.unit?.count == 11 && rest.values.zone == "merah")
    let fields = rest.evidence.map(\.field)
    #expect(fields.contains("units_assessed") && fields.contains("zone"))
    let contradictory = try seed("000", replacing: "dari 12 unit", by: "dari 1 unit")
    #expect(contradictory.diagnostics.contains("count-contradiction"))
    #expect(contradictory.reading.claims.allSatisfy { !$0.isDerived })
  }

  @Test("Lists are paired when they are equally long, and never guessed")
  func pairs() throws {
    func scores(_ sample: Sample) -> [String] {
      sample.reading.claims.compactMap { claim in
        claim.values.score.map { "\(claim.unit?.type ?? "-") \(claim.unit?.sector ?? "-") \($0)" }
      }.sorted()
    }
    let whole = try seed("001")
    #expect(scores(whole).map { $0.split(separator: " ").last } == ["3.08", "3.49"])
    #expect(!whole.diagnostics.contains("list-length"))
    let short = try seed("001", replacing: "3,49 dan 3,08", by: "3,49")
    #expect(scores(short) == [])
    #expect(short.diagnostics.filter { $0 == "list-length" }.count == 1)
  }

  @Test("Hopes and targets are kept, and are no results")
  func statuses() throws {
    let hope = try seed("001").reading.claims.filter { $0.values.zone == "merah" }
    #expect(hope.map(\.status) == [.negated])
    let target = try seed("002").reading.claims.filter { $0.year.year == 2024 }
    #expect(target.map(\.status) == [.target])
  }

  @Test("A year tells how it is known, and a vague one is a bound")
  func years() throws {
    let chained = try seed("002").reading.claims.filter { $0.year.year == 2022 }
    #expect(chained.map(\.year.chain) == ["setahun kemudian <- 2021"])
    let vague = try #require(try seed("003").reading.claims.first)
    #expect(vague.year.year == nil && vague.year.latest == 2018)
  }

  @Test("A kota and its namesake kabupaten or province stay apart")
  func namesakes() throws {
    let sample = try seed("002")
    let bodies = Set(
      sample.reading.claims.map { sample.interpreter.summary($0).prefix { $0 != ":" } })
    #expect(bodies == ["Kota Sukabumi", "target Kota Sukabumi"])
  }

  @Test("Who says it: the person by the office, out of a report, whichever way the quotes open")
  func attribution() throws {
    let claim = try #require(try seed("001").reading.claims.first { $0.values.score != nil })
    #expect(
      claim.attribution
        == Attribution(
          office: "Asisten Administrasi Umum Sekretariat Daerah Kabupaten Cirebon",
          name: "Wawan Setiawan", source: "laporan hasil evaluasi"))
    #expect(claim.assessor != nil)
    let other = try #require(try seed("004").reading.claims.first { $0.status == .achieved })
    #expect(other.attribution.office == "Sekretaris Daerah Kota Metro")
  }

  @Test("A zone in a survey that has none is flagged; a place in a contest is no score")
  func instruments() throws {
    let claim = try #require(try seed("003").reading.claims.first)
    #expect(claim.instrument == "skm" && claim.flags.contains("mislabel"))
    let awards = try seed("000")
    #expect(awards.reading.claims.allSatisfy { $0.values.score == nil })
  }

  @Test("Terms that the source seems to have mistaken are told, and become no body")
  func suspects() throws {
    let sample = try seed("001")
    let terms = sample.reading.diagnostics.filter { $0.kind == "suspect-term" }
    #expect(
      terms.map { sample.text($0.range) } == [
        "DPRD", "DPRD", "kepatutan terhadap standar pelayanan publik",
      ])
    #expect(sample.reading.claims.allSatisfy { $0.unit?.name != "DPRD" })
  }
}

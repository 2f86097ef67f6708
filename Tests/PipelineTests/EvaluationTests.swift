import Dataset
import Foundation
import Testing

@testable import Pipeline

@Suite struct EvaluationTests {
  private func report(_ gold: String, _ claims: String) throws -> EvaluationReport {
    let units = try UnitNames(
      csv: Array("name,abbreviation,aliases\nDinas Sosial,Dinsos,DS|Dinas Kesos\n".utf8),
      file: "units.csv")
    return try Evaluation(units: units).report(claims: Array(claims.utf8), gold: Array(gold.utf8))
  }

  @Test func factsAreCountedNotRows() throws {
    let report = try report(
      """
      {"doc": "a.html", "results": [{"region": "Kota Contoh", "unit": "Dinas Sosial", "year": 2023, "instrument": "kepatuhan", "score": 80.85, "zone": "hijau", "status": "achieved", "quote": "kutipan"}]}
      """,
      """
      {"claim": "c1", "document": "x/a.html.gz", "region": "Pemkot Contoh", "unit": "Dinsos", "year": 2023, "instrument": "kepatuhan_ombudsman", "score": 80.850, "status": "achieved"}
      {"claim": "c2", "document": "x/a.html.gz", "region": "Kota Contoh", "unit": "DS", "year": 2023, "instrument": "opini_ombudsman", "zone": "Kuning", "quote": "Zona  kuning."}
      {"claim": "c3", "document": "x/b.html", "region": "Kota Contoh", "zone": "hijau"}
      """)
    #expect(report.strict == Tally(right: 1, wrong: 1, missed: 1))
    #expect(report.byField[0].tally == Tally(right: 1, wrong: 0, missed: 0))
    #expect(report.byInstrument.map(\.name) == ["kepatuhan"])
    #expect(report.documentsAllRight == 0)
    #expect(report.errors.map(\.isMissed) == [true, false])
    #expect(report.errorText.contains("[c2] “Zona kuning.”"))
    #expect(report.text.contains("strict           P 0.500 R 0.500 F1 0.500"))
  }

  @Test func whatIsNeitherRewardedNorPunished() throws {
    let report = try report(
      """
      {"doc": "a", "results": [{"region": "Kota C", "year": null, "year_inferable": 2022, "instrument": "kepatuhan", "category": "Kualitas Sedang", "status": "achieved"}, {"region": "Kota C", "instrument": "ipp", "grade": "B", "status": "achieved", "optional": true}, {"region": "Kota C", "year": 2024, "instrument": "kepatuhan", "zone": "hijau", "status": "target"}]}
      """,
      """
      {"document": "a", "region": "Kota C", "year": 2022, "instrument": "kepatuhan", "category": "sedang", "zone": "kuning"}
      {"document": "a", "region": "Kota C", "instrument": "ipp_panrb", "grade": " b"}
      """)
    #expect(report.strict == Tally(right: 1, wrong: 0, missed: 0))
    #expect(report.documentsAllRight == 1)
    #expect(report.otherStatus == Tally(right: 0, wrong: 0, missed: 1))
    let claimed = try self.report(
      """
      {"doc": "a", "results": [{"region": "Kota C", "year": 2024, "instrument": "kepatuhan", "zone": "hijau", "status": "target"}]}
      """,
      """
      {"document": "a", "region": "Kota C", "year": 2024, "instrument": "kepatuhan", "zone": "hijau"}
      """)
    #expect(claimed.falseAchievements == 1)
  }

  @Test func namesThatCompareAlike() {
    #expect(FactNames.region("Pemerintah Kab. Misal") == "kabupatenmisal")
    #expect(FactNames.region("D.I. Umpama") == "provinsiumpama")
    #expect(FactNames.category("Predikat Kepatuhan Tinggi") == "tinggi")
    #expect(FactNames.document("a/b.warc#12") == "b.warc")
    #expect(FactNames.document("a/b.html.gz") == "b")
    #expect(FactNumber.written("80,850") == "80.85")
    #expect(FactNumber.written("A") == nil)
    #expect(PlainText.of("  Ａ-1 é½² ") == "a-1 2")
  }

  @Test func unitsByTheNamesOfTheLexicon() {
    let names = UnitNames(TablesSample.lexicon)
    for unit in ["Dinsos", " dinas  kesejahteraan ", "DINAS SOSIAL"] {
      #expect(names.key(unit) == "dinas sosial")
    }
    #expect(names.key("Dinas Sosial Lain") == "dinas sosial lain")
    #expect(names.key("RSUD Contoh") == names.key("Rumah Sakit Umum Daerah Contoh"))
  }

  @Test func aLineThatIsNoLabelIsNamed() {
    #expect(throws: DatasetError.self) { try report("{\"doc\": 1}", "") }
    #expect(throws: DatasetError.self) { try report("", "{\"claim\": \"c1\"}") }
  }
}

/// Against the scorer of the shared folder, where there is one beside the repository.
@Suite struct EvaluationAgainstScorerTests {
  private static let shared = folder()

  private static func folder() -> URL? {
    var folder = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
    while folder.path != "/" {
      folder.deleteLastPathComponent()
      let candidate = folder.appendingPathComponent("shared")
      if FileManager.default.fileExists(atPath: candidate.path + "/eval/score.py") {
        return candidate
      }
    }
    return nil
  }

  @Test(
    .enabled(if: shared != nil, "no ../shared/eval/score.py beside the repository"),
    arguments: ["seeds", "dev"])
  func theSameFigures(_ name: String) throws {
    let shared = try #require(Self.shared)
    let gold = try Data(contentsOf: shared.appendingPathComponent("gold/\(name).jsonl"))
    let units = shared.appendingPathComponent("reference/opd.csv")
    let claims = FileManager.default.temporaryDirectory
      .appendingPathComponent("evaluation-\(name)-\(UUID().uuidString).jsonl")
    defer { try? FileManager.default.removeItem(at: claims) }
    let lines = try Self.spoiled(gold)
    try Data(lines).write(to: claims)

    let expected = try Self.score(shared, claims, name, units)
    let report = try Evaluation(
      units: UnitNames(csv: Array(Data(contentsOf: units)), file: units.path)
    ).report(claims: lines, gold: Array(gold))

    func compare(_ tally: Tally, _ name: String, in json: JSON?) {
      let figures = json?[name]
      #expect(figures?["tp"] == .number(String(tally.right)), "\(name)")
      #expect(figures?["fp"] == .number(String(tally.wrong)), "\(name)")
      #expect(figures?["fn"] == .number(String(tally.missed)), "\(name)")
    }
    #expect(report.strict.right > 10 && report.strict.wrong > 0 && report.strict.missed > 0)
    compare(report.strict, "strict", in: expected)
    for row in report.relaxed { compare(row.tally, row.name, in: expected) }
    for row in report.byField { compare(row.tally, row.name, in: expected["by_field"]) }
    compare(report.otherStatus, "other_status", in: expected)
    #expect(expected["false_achievements"] == .number(String(report.falseAchievements)))
    #expect(
      expected["documents_all_right"]
        == .string("\(report.documentsAllRight)/\(report.documents)"))
  }

  /// The labels as claims, with one fault in every few.
  private static func spoiled(_ gold: Data) throws -> [UInt8] {
    var lines = ""
    var count = 0
    for document in try JSON.parseLines(Array(gold)) {
      for case .object(let members) in document["results"]?.array ?? [] {
        count += 1
        var row = members.filter { !["optional", "year_inferable"].contains($0.name) }
        func replace(_ name: String, _ change: (JSON) -> JSON) {
          row = row.map { $0.name == name ? .init(name, change($0.value)) : $0 }
        }
        switch count % 11 {
        case 1: replace("year") { _ in .number("2022") }
        case 2: replace("status") { _ in "achieved" }
        case 3: replace("zone") { $0 == "hijau" ? "Kuning" : "hijau" }
        case 4: replace("instrument") { _ in "kepatuhan_ombudsman" }
        case 5: replace("unit") { _ in "Dinsos" }
        case 6: replace("region") { .string(($0.string ?? "").uppercased()) }
        case 7: replace("category") { $0.string.map { .string("Predikat " + $0) } ?? "sedang" }
        case 8: continue
        default: break
        }
        row.append(.init("document", .string("x/" + (document["doc"]?.string ?? "") + ".gz")))
        lines += JSON.object(row).line + "\n"
      }
    }
    return Array(lines.utf8)
  }

  private static func score(
    _ shared: URL, _ claims: URL, _ name: String, _ units: URL
  ) throws -> JSON {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = [
      "python3", shared.path + "/eval/score.py", "--claims", claims.path, "--gold",
      shared.path + "/gold/\(name).jsonl", "--units", units.path, "--json",
    ]
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    return try JSON.parse(Array(data))
  }
}

/// Labels that people write by hand, a file a page.
@Suite struct GoldFolderTests {
  private func folder(_ files: [String: String]) throws -> String {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
      "gold-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    for (name, text) in files {
      try Data(text.utf8).write(to: folder.appendingPathComponent(name))
    }
    return folder.path
  }

  private static let page = """
    title: Judul
    set: dev
    patterns: [1, 27]
    results:
      - {region: Kota Contoh, year: 2023, instrument: kepatuhan, score: 80.85, status: achieved, pattern: 27}
      - {region: Kota Misal, year: "2023", instrument: kepatuhan, zone: hijau, status: achieved, pattern: 1}
    """

  @Test func factsCountUnderTheirPatternAndClaimsUnderTheirConfidence() throws {
    let path = try folder(["a.yml": Self.page, "a.html": "<p>", "b.yml": "results: []\n"])
    defer { try? FileManager.default.removeItem(atPath: path) }
    let labels = try GoldDocument.read(path)
    #expect(labels.map(\.set) == ["dev", nil])
    let claims = """
      {"document": "x/a.html", "region": "Kota Contoh", "year": 2023, "instrument": "kepatuhan", "score": 80.85, "rank": 3, "confidence": 0.97}
      {"document": "x/a.html", "region": "Kota Misal", "year": 2023, "instrument": "kepatuhan", "zone": "hijau", "confidence": 0.95}
      {"document": "x/b.html", "region": "Kota Lain", "year": 2023, "instrument": "kepatuhan", "zone": "hijau", "confidence": 0.5}
      """
    let report = try Evaluation().report(claims: Array(claims.utf8), labels: labels)
    #expect(report.strict == Tally(right: 2, wrong: 2, missed: 0))
    #expect(report.byPattern.map(\.name) == ["1", "27"])
    #expect(
      report.byPattern.map(\.tally) == [
        Tally(right: 1, wrong: 0, missed: 0), Tally(right: 1, wrong: 1, missed: 0),
      ])
    #expect(report.reliability.map(\.claims) == [2, 1])
    #expect(report.reliability.map(\.right) == [1, 0])
    #expect(report.text.contains("0.95 and more  mean 0.96, right 0.50  (1 of 2)"))
  }

  @Test("The table of accuracy has each label set once, in its place")
  func accuracyTable() throws {
    let path = try folder(["a.yml": Self.page, "a.html": "<p>"])
    defer { try? FileManager.default.removeItem(atPath: path) }
    let labels = try GoldDocument.read(path)
    let claims = """
      {"document": "a.html", "region": "Kota Contoh", "year": 2023, "instrument": "kepatuhan", "score": 80.85, "confidence": 0.9}
      """
    let some = try Evaluation().report(claims: Array(claims.utf8), labels: labels)
    let none = try Evaluation().report(claims: [], labels: labels)
    var table = AccuracyTable()
    table.put(none, as: "satu")
    table.put(some, as: "dua")
    table.put(some, as: "satu")
    let lines = String(decoding: table.csv, as: UTF8.self).split(whereSeparator: \.isNewline)
    #expect(lines.first == "set,measure,name,right,wrong,missed")
    #expect(lines.filter { $0.contains(",all,") } == ["satu,all,,1,0,1", "dua,all,,1,0,1"])
    #expect(lines.contains("satu,field,zone,0,0,1"))
    #expect(lines.contains("satu,confidence,0.90,1,0,0"))
    #expect(try AccuracyTable(csv: table.csv, file: "accuracy.csv") == table)
    let error = #expect(throws: PipelineError.self) {
      try AccuracyTable(csv: Array("a,b\n".utf8), file: "accuracy.csv")
    }
    #expect(error.map { "\($0)" }?.contains("accuracy.csv:1") == true)
  }

  @Test func everyFaultIsNamedWithItsLine() throws {
    let path = try folder([
      "a.yml": "titel: x\nresults:\n  - {score: 1, status: achieved}\n  - {region: Kota C}\n",
      "b.yml": "title: [\n", "c.yml": "title: x\n",
    ])
    defer { try? FileManager.default.removeItem(atPath: path) }
    let error = #expect(throws: PipelineError.self) { try GoldDocument.read(path) }
    let problems = try #require(error?.problems)
    #expect(problems.count == 5)
    #expect(problems.contains { $0.contains("a.yml:1: unknown key \"titel\"") })
    #expect(problems.contains { $0.hasSuffix("a.yml:3: a result needs a region") })
    #expect(
      problems.contains { $0.hasSuffix("a.yml:4: a result needs a status, such as achieved") })
    #expect(problems.contains { $0.contains("b.yml:") })
    #expect(problems.contains { $0.contains("c.yml:1: \"results\" is missing") })
  }
}

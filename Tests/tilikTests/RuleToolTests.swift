import Foundation
import Testing

@Suite("The tools for those who write rules")
struct RuleToolTests {
  /// A copy of the pipeline with something appended to one of its files.
  private func edited(_ place: Workplace, _ file: String, _ text: String) throws {
    try place.copy("pipelines/compliance", to: "ubah")
    try place.write(try place.read("ubah/" + file) + text, to: "ubah/" + file)
  }

  @Test("check says all that is wrong at once, and ends with 1")
  func check() throws {
    let place = try Workplace()
    try edited(
      place, "rules/20-values.yml",
      """

      - rule: never
        why: because
        when: 'v:ZONE $ WORD'
        mark: {v: value}
      - rule: wrong
        why: because
        when: 'rapor biru v:ZONE'
        mark: {v: value}
        examples:
          - text: Ombudsman memberi Kota Metro zona hijau pada 2023.
            gives: []

      """)
    let aliases = try place.read("ubah/lexicon/unit_aliases.csv")
    let last = try #require(aliases.split(separator: "\n").last?.split(separator: ",").last)
    try place.write(aliases + "rsud,\(last)\n", to: "ubah/lexicon/unit_aliases.csv")
    let outcome = try Program.run(["check", "ubah"], in: place)
    #expect(outcome.status == 1)
    for message in [
      "never: cannot match any sentence", "wrong: an example does not hold",
      "is also an alias of rsud", "never: has no example",
    ] {
      #expect(outcome.err.contains(message), "\(message)\n\(outcome.err)")
    }
    for line in outcome.err.split(separator: "\n") where !line.hasPrefix(" ") {
      #expect(line.wholeMatch(of: /ubah\/[a-z\/0-9_-]+\.(yml|csv):\d+: .+/) != nil, "\(line)")
    }
    #expect(outcome.out.contains("3 errors"), "\(outcome.out)")
  }

  @Test("check reads the rules though a table cannot be used, and ends with 2")
  func checkOfBrokenTables() throws {
    let place = try Workplace()
    try edited(place, "rules/20-values.yml", "\n- rule: open\n  why: w\n  when: '( ZONE'\n")
    try place.write("code,alias,risk\n99.99,Entah,low\n", to: "ubah/lexicon/region_aliases.csv")
    let outcome = try Program.run(["check", "ubah"], in: place)
    #expect(outcome.status == 2)
    #expect(outcome.err.contains("region_aliases.csv:2: "), "\(outcome.err)")
    #expect(outcome.err.contains("open: a bracket is not closed"), "\(outcome.err)")
    #expect(!outcome.err.contains("no class"), "\(outcome.err)")
  }

  @Test("A rule without an example passes, until examples are required")
  func requireExamples() throws {
    let place = try Workplace()
    try edited(
      place, "rules/20-values.yml",
      "\n- rule: bare\n  why: w\n  when: 'rapor biru v:ZONE'\n  mark: {v: value}\n")
    let calm = try Program.run(["check", "ubah"], in: place)
    #expect(calm.status == 0, "\(calm.err)")
    #expect(calm.err.contains("warning: bare: has no example"))
    let strict = try Program.run(["check", "ubah", "--require-examples"], in: place)
    #expect(strict.status == 1)
    #expect(strict.err.contains(": bare: has no example"))
  }

  @Test("mutate lists the rule that nothing misses, and not one that a page or an example needs")
  func mutate() throws {
    let place = try Workplace()
    try edited(
      place, "rules/30-status.yml",
      """

      - rule: idle
        why: A status that each value has anyway.
        when: 'zona ZONE'
        status: achieved
        scope: match

      """)
    let outcome = try Program.run(
      [
        "rules", "mutate", "--pipeline", "ubah", "--labels", "Tests/Fixtures/gold/corpus.jsonl",
        "--corpus", "corpus", "--all", "--quiet",
      ], in: place)
    #expect(outcome.status == 0, "\(outcome.err)")
    #expect(outcome.err.isEmpty)
    let parts = outcome.out.components(separatedBy: " that are missed:")
    #expect(parts.count == 2, "\(outcome.out)")
    #expect(parts[0].contains("idle  ("), "\(outcome.out)")
    #expect(!parts[0].contains("score-behind-cue  ("))
    let needed = try #require(
      parts[1].split(separator: "\n").first { $0.contains(": score-behind-cue ") })
    #expect(needed.contains("right") && needed.contains("pages change"), "\(needed)")
    try place.write(RunTests.page, to: "pages/tegal.html")
    let strict = try Program.run(
      ["rules", "mutate", "--pipeline", "ubah", "--corpus", "pages", "--quiet", "--strict"],
      in: place)
    #expect(strict.status == 1)
  }

  @Test(
    "mutate --tables lists a row that is met and not missed, and finds those that are missed",
    .enabled(if: ProcessInfo.processInfo.environment["TILIK_LOAD"] != nil, "runs in make check"))
  func mutateTables() throws {
    let place = try Workplace()
    // Nothing asks for this class.
    try edited(place, "lexicon/words.csv", "no_rule_asks,demikian keterangan,,\n")
    try place.write(RunTests.page, to: "pages/tegal.html")
    let outcome = try Program.run(
      [
        "rules", "mutate", "--tables", "--pipeline", "ubah", "--corpus", "pages", "--all", "--json",
        "--quiet",
      ], in: place)
    #expect(outcome.status == 0, "\(outcome.err)")
    let report = try #require(
      try JSONSerialization.jsonObject(with: Data(outcome.out.utf8)) as? [String: Any])
    let losses = try #require(report["losses"] as? [[String: Any]])
    func loss(_ name: String, _ file: String) throws -> [String: Any] {
      try #require(
        losses.first {
          $0["name"] as? String == name && ($0["place"] as? String)?.contains(file) == true
        })
    }
    #expect(try loss("Ombudsman", "assessor_aliases")["changes_nothing"] as? Bool == false)
    #expect(try loss("nilai", "words.csv")["changes_nothing"] as? Bool == false)
    #expect(try loss("demikian keterangan", "words.csv")["changes_nothing"] as? Bool == true)
  }
}

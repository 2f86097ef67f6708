import Dataset
import Testing

@Suite("What made a result another one")
struct DiffCauseTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    var old: @Sendable (inout DiffWorld) -> Void = { _ in }
    let new: @Sendable (inout DiffWorld) -> Void
    /// The causes of the first result that differs, of its first cell if it changed.
    let causes: [String]
  }

  /// The claim with another score, and the result with it.
  private static func reread(_ world: inout DiffWorld, score: String = "80.50") {
    world.claims = ["c2": DiffWorld.Statement(score: score)]
    world.results["r1"]?.score = score
    world.results["r1"]?.claims = "c2"
  }

  private static func edit(_ world: inout DiffWorld, _ key: String) {
    world.knowledge[key]?.content += "*"
  }

  static let pages = [
    Case(
      testDescription: "a page with another sentence",
      new: {
        reread(&$0)
        $0.pages["a.html"] = .init(hash: "b", text: "Kota Contoh meraih nilai 80,50 pada 2023.")
        $0.claims["c2"]?.quote = "Kota Contoh meraih nilai 80,50 pada 2023."
      }, causes: ["page changed: a.html"]),
    Case(
      testDescription: "a page that came",
      new: {
        $0.pages["b.html"] = .init(hash: "b", text: "Kota Contoh meraih nilai 90,50 pada 2021.")
        $0.claims["c2"] = .init(document: "b.html", year: 2021)
        $0.results["r2"] = .init(year: 2021, claims: "c2")
      }, causes: ["page added: b.html"]),
    Case(
      testDescription: "a page that went",
      new: {
        ($0.pages, $0.claims, $0.results) = ([:], [:], [:])
      }, causes: ["page removed: a.html"]),
    Case(
      testDescription: "saved anew around the sentence, and a rule that reads the sentence",
      new: {
        reread(&$0)
        $0.pages["a.html"]?.hash = "b"
        edit(&$0, "rules/20.yml score-of-region")
      }, causes: ["rule score-of-region changed at rules/20.yml:4"]),
    Case(
      testDescription: "saved anew around the sentence, and nothing else changed",
      new: {
        reread(&$0)
        $0.pages["a.html"]?.hash = "b"
      }, causes: ["page changed: a.html"]),
    Case(
      testDescription: "another page of the site, which tells what the site repeats",
      new: {
        reread(&$0)
        $0.pages["b.html"] = .init(hash: "b", text: "Iklan.")
      }, causes: ["page added: b.html (another page of the same site)"]),
  ]

  static let knowledge = [
    Case(
      testDescription: "the rule that made the claim",
      new: {
        reread(&$0)
        edit(&$0, "rules/20.yml score-of-region")
        edit(&$0, "rules/20.yml score-changed")
      }, causes: ["rule score-of-region changed at rules/20.yml:4"]),
    Case(
      testDescription: "a new rule, by the words that it needs",
      new: {
        reread(&$0)
        $0.knowledge["rules/10.yml odd"] = .init(
          kind: "rule", line: 7, content: "when: meraih nilai", words: "meraih & nilai|skor")
        $0.knowledge["rules/10.yml far"] = .init(
          kind: "rule", line: 8, content: "when: meraih skor", words: "meraih & skor")
      }, causes: ["rule odd added at rules/10.yml:7"]),
    Case(
      testDescription: "a class of words in a rule is its words",
      new: {
        reread(&$0)
        edit(&$0, "rules/10.yml counted")
        edit(&$0, "lexicon/words.csv noun warung")
        edit(&$0, "tilik version")
      }, causes: ["tilik 0.1.0 is now 0.1.0*"]),
    Case(
      testDescription: "a row whose word stands in the sentence",
      new: {
        reread(&$0)
        $0.knowledge["lexicon/words.csv cue nilai"] = nil
      }, causes: ["table row removed at lexicon/words.csv:7 (cue nilai)"]),
    Case(
      testDescription: "a row whose word stands elsewhere in the document",
      new: {
        reread(&$0)
        $0.knowledge["lexicon/words.csv cue ramai"] = .init(
          kind: "row", line: 12, content: "cue,ramai", words: "ramai")
      }, causes: ["table row added at lexicon/words.csv:12 (cue ramai)"]),
    Case(
      testDescription: "the row of the region itself, which the sentence does not spell",
      new: {
        reread(&$0)
        $0.knowledge["lexicon/regions.csv 99.71"]?.words = "Sesuatu"
        edit(&$0, "lexicon/regions.csv 99.71")
      }, causes: ["table row changed at lexicon/regions.csv:3 (99.71)"]),
    Case(
      testDescription: "the scale, where the claim is as it was",
      new: {
        $0.results["r1"]?.zoneDerived = "kuning"
        edit(&$0, "lexicon/scales.csv kepatuhan_2022 1")
      }, causes: ["scale row changed at lexicon/scales.csv:2 (kepatuhan_2022 1)"]),
    Case(
      testDescription: "a setting",
      new: {
        reread(&$0)
        edit(&$0, "pipeline.yml near")
      }, causes: ["setting near changed at pipeline.yml:9"]),
    Case(
      testDescription: "another version of the program",
      new: {
        reread(&$0)
        $0.knowledge["tilik version"]?.content = "0.2.0"
      }, causes: ["tilik 0.1.0 is now 0.2.0"]),
    Case(
      testDescription: "nothing that is told of", new: { reread(&$0) },
      causes: ["not determined: no page, row, rule or version that differs is near it"]),
    Case(
      testDescription: "a dataset that does not tell what it was made from",
      old: { $0.knowledge = [:] }, new: { reread(&$0) },
      causes: [
        "not determined: a dataset of an earlier version does not tell what it was made from"
      ]
    ),
  ]

  static let corrections = [
    Case(
      testDescription: "a correction came",
      new: {
        $0.results["r1"]?.score = "90.05"
        $0.corrections["k1"] = ("c1", "applied")
        edit(&$0, "rules/20.yml score-of-region")
      }, causes: ["correction k1 in force, line 2 (Sari: digits swapped)"]),
    Case(
      testDescription: "a correction is not in force any more",
      old: { $0.corrections["k1"] = ("c1", "applied") },
      new: {
        $0.results["r1"]?.score = "90.05"
        $0.corrections["k1"] = ("", "stale")
      }, causes: ["correction k1 no longer in force, line 2 (Sari: digits swapped)"]),
    Case(
      testDescription: "a rejection takes the result away",
      new: {
        $0.results = [:]
        $0.corrections["k1"] = ("c1", "applied")
      }, causes: ["correction k1 in force, line 2 (Sari: digits swapped)"]),
    Case(
      testDescription: "a correction that holds before and after is no cause",
      old: { $0.corrections["k1"] = ("c1", "applied") },
      new: {
        $0.results["r1"]?.zoneDerived = "kuning"
        $0.corrections["k1"] = ("c1", "applied")
        edit(&$0, "lexicon/scales.csv kepatuhan_2022 1")
      }, causes: ["scale row changed at lexicon/scales.csv:2 (kepatuhan_2022 1)"]),
  ]

  /// Where datasets tell where rules matched, the words of a rule need not be guessed from.
  static let matches = [
    Case(
      testDescription: "the rule that matches now, and not all that share its words",
      old: { $0.matches = ["a.html": [("score-of-region", 0..<30)]] },
      new: {
        reread(&$0)
        $0.matches = ["a.html": [("odd", 12..<30), ("score-of-region", 0..<30)]]
        for (line, name) in ["odd", "like"].enumerated() {
          $0.knowledge["rules/10.yml \(name)"] = .init(
            kind: "rule", line: line + 7, content: "when: meraih nilai", words: "meraih & nilai")
        }
      }, causes: ["rule odd added at rules/10.yml:7"]),
    Case(
      testDescription: "the rule that does something else where it matched before",
      old: { $0.matches = ["a.html": [("counted", 4..<20), ("score-of-region", 0..<30)]] },
      new: {
        reread(&$0)
        $0.matches = ["a.html": [("counted", 4..<20), ("score-of-region", 0..<30)]]
        edit(&$0, "rules/10.yml counted")
        edit(&$0, "rules/20.yml score-changed")
      }, causes: ["rule counted changed at rules/10.yml:2"]),
    Case(
      testDescription: "a rule that matches in another sentence",
      old: { $0.matches = ["a.html": [("score-of-region", 0..<30)]] },
      new: {
        reread(&$0)
        $0.matches = ["a.html": [("score-of-region", 0..<30), ("counted", 42..<48)]]
        edit(&$0, "rules/10.yml counted")
      }, causes: ["rule counted changed at rules/10.yml:2"]),
  ]

  @Test("The cause is named, and no other", arguments: pages + knowledge + corrections + matches)
  func causes(_ one: Case) throws {
    var (old, new) = (DiffWorld(), DiffWorld())
    one.old(&old)
    new.corrections = [:]
    if old.matches != nil { new.matches = old.matches }
    one.new(&new)
    let diff = try DatasetDiff(old: old.snapshot(), new: new.snapshot())
    let result = try #require(diff.results.first)
    let causes = result.change == .changed ? result.cells.first?.causes : result.causes
    #expect(causes?.map(\.text) == one.causes)
    #expect(diff.effects.first?.results == 1)
  }

  @Test("The same dataset twice: nothing differs")
  func same() throws {
    let diff = try DatasetDiff(old: DiffWorld().snapshot(), new: DiffWorld().snapshot())
    #expect(diff.isSame && diff.effects.isEmpty && diff.knowledge.isEmpty)
    #expect(diff.text() == "lama → lama: no result differs (1)\n")
  }

  @Test("A change without effect is told of as such")
  func idle() throws {
    var new = DiffWorld()
    Self.edit(&new, "rules/20.yml score-changed")
    let diff = try DatasetDiff(old: DiffWorld().snapshot(), new: new.snapshot())
    #expect(diff.isSame)
    #expect(
      diff.text().contains(
        "changed without effect on a result\n  rule score-changed changed at rules/20.yml:9"))
  }

  @Test("Rules and rows that only moved are no change")
  func moved() throws {
    var new = DiffWorld()
    for key in new.knowledge.keys { new.knowledge[key]?.line = 99 }
    let diff = try DatasetDiff(old: DiffWorld().snapshot(), new: new.snapshot())
    #expect(diff.knowledge.isEmpty)
  }
}

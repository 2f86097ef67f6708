import Dataset
import Foundation
import Testing

@Suite("A comparison as text, Markdown and JSON")
struct DiffTextTests {
  /// A page that changed, one that came, one that fails now, a correction, a scale, a rule without
  /// effect.
  private static func week() throws -> DatasetDiff {
    var old = DiffWorld()
    old.claims["c5"] = .init(year: 2020, score: "40.00")
    old.results["r5"] = .init(year: 2020, score: "40.00", claims: "c5")
    old.corrections["k2"] = ("", "applied")
    var new = old
    new.name = "baru"
    new.pages["b.html"] = .init(hash: "b", text: "Kota Contoh meraih nilai 70,25 pada 2021.")
    new.pages["c.html"] = .init(hash: "c", text: "", status: "failed")
    new.claims["c2"] = .init(document: "b.html", year: 2021, score: "70.25")
    new.results["r2"] = .init(year: 2021, score: "70.25", zoneDerived: "kuning", claims: "c2")
    new.results["r1"]?.score = "90.05"
    new.results["r1"]?.zoneDerived = "kuning"
    new.results["r5"] = nil
    new.corrections = ["k1": ("c1", "applied"), "k2": ("", "orphaned"), "k3": ("c5", "applied")]
    new.knowledge["lexicon/scales.csv kepatuhan_2022 1"]?.content += "*"
    new.knowledge["rules/20.yml score-changed"] = nil
    return try DatasetDiff(old: old.snapshot(), new: new.snapshot())
  }

  /// Write them anew after a change that is meant:
  /// `TILIK_UPDATE_GOLDEN=1 swift test --filter DiffTextTests`.
  @Test(
    "They are those of GoldenDiff, byte for byte", arguments: ["diff.txt", "diff.md", "diff.json"])
  func golden(_ name: String) throws {
    let diff = try Self.week()
    let written =
      switch name {
      case "diff.txt": diff.text()
      case "diff.md": diff.markdown()
      default: diff.json.pretty
      }
    let path = testFolder + "/GoldenDiff/" + name
    if ProcessInfo.processInfo.environment["TILIK_UPDATE_GOLDEN"] != nil {
      try write(written, to: path)
    }
    #expect(try text(of: path) == written)
  }

  @Test("The JSON is one that others read")
  func json() throws {
    let data = Data(try Self.week().json.pretty.utf8)
    let object = try #require(JSONSerialization.jsonObject(with: data) as? [String: Any])
    let results = try #require(object["results"] as? [String: Any])
    #expect((results["added"] as? [Any])?.count == 1)
    #expect((results["removed"] as? [Any])?.count == 1)
    let changed = try #require((results["changed"] as? [[String: Any]])?.first)
    let cells = try #require(changed["cells"] as? [[String: Any]])
    #expect(cells.compactMap { $0["column"] as? String } == ["score", "zone_derived"])
    let causes = try #require(cells[0]["causes"] as? [[String: Any]])
    #expect(causes.compactMap { $0["kind"] as? String } == ["correction"])
  }

  @Test("A limit says how much is left out")
  func limit() throws {
    let diff = try Self.week()
    #expect(diff.text(limit: 0).contains("results added (1)\n  and 1 more\n"))
    #expect(diff.markdown(limit: 0).contains("### Results added (1)"))
    #expect(diff.summary(causes: 1).count == 3)
    #expect(diff.summary(causes: 1)[0] == "+1 result, −1, 1 changed")
  }

  /// What could move a cursor, end a cell, run in a page, call somebody or lead elsewhere.
  static let hostileTexts = [
    "\u{1B}[2J\u{1B}]0;x\u{07}", "a|b\nc\r\n# d", "<script>alert(1)</script>",
    "![x](https://evil.example/a.png)", "[x](javascript:alert(1))", "@admin", "`x` **y** ~z~",
    "\u{202E}gnp.exe", "https://evil.example www.evil.example", "&lt;b&gt;",
    String(repeating: "panjang ", count: 20_000),
  ]

  @Test("Text of pages and people does nothing where it is printed", arguments: hostileTexts)
  func hostile(text: String) throws {
    let old = DiffWorld()
    var new = old
    new.pages[text] = .init(hash: "b", text: "", status: "failed")
    new.results["r9"] = .init(region: text, code: nil, claims: "c1")
    new.results["r1"]?.zoneDerived = text
    new.corrections["k1"] = ("c1", "applied")
    let diff = try DatasetDiff(old: old.snapshot(), new: new.snapshot())
    let terminal = diff.text()
    #expect(
      terminal.unicodeScalars.allSatisfy {
        $0 == "\n" || $0.value >= 0x20 && !(0x7F...0x9F).contains($0.value) && $0 != "\u{202E}"
      })
    let page = diff.markdown().replacing("\\]", with: "")
    for mark in ["<script", "](", "\u{1B}", "\u{202E}", "://", "www.", "@admin", " `x`", "<b>"] {
      #expect(!page.contains(mark), "\(mark)")
    }
    // Every row has as many cells as its header.
    for line in page.split(separator: "\n") where line.hasPrefix("|") {
      let plain = line.replacing("\\\\", with: "").replacing("\\|", with: "")
      #expect([3, 4, 6].contains(plain.count { $0 == "|" }), "\(line.prefix(200))")
    }
    let data = Data(diff.json.pretty.utf8)
    #expect(throws: Never.self) { try JSONSerialization.jsonObject(with: data) }
  }
}

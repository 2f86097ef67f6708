import Foundation
import Interpret
import Lexicon
import Testing

/// Every mistake in a rule file is told with file and line, all at once.
struct RuleFileTests {
  private static let sound = "- rule: a\n  why: because\n  when: v:ZONE\n  mark: {v: value}\n"

  private func problems(_ files: [String: String]) throws -> [String] {
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "tilik-rules-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for (name, text) in files { try Data(text.utf8).write(to: folder.appending(path: name)) }
    do {
      _ = try RuleSet(folder: folder.path, lexicon: try Sample.interpreter().lexicon)
      return []
    } catch let error as RuleError {
      return error.problems.map { $0.replacingOccurrences(of: folder.path + "/", with: "") }
    }
  }

  @Test func aSoundFile() throws {
    #expect(try problems(["a.yml": Self.sound]) == [])
  }

  @Test(arguments: [
    (
      "- rule: b\n  why: w\n  when: v:ZONE\n  mark: {v: value}\n  note: x\n", 5,
      "unknown key \"note\""
    ),
    ("- rule: b\n  why: w\n  when: v:ZONE\n  mark: {v: thing}\n", 8, "there is no role \"thing\""),
    ("- rule: b\n  why: w\n  when: \"@thing\"\n  status: target\n", 7, "no class \"thing\""),
    ("- rule: b\n  why: w\n  when: THING\n  status: target\n", 7, "THING is no kind of mention"),
    ("- rule: b\n  why: w\n  when: ZONE\n  mark: {v: value}\n", 5, "marks \"v\""),
    ("- rule: b\n  why: w\n  when: ZONE\n  status: maybe\n", 8, "status is achieved, target"),
    ("- rule: b\n  why: w\n  when: ZONE\n  status: target\n  scope: page\n", 9, "scope is clause"),
    ("- rule: b\n  when: ZONE\n  status: target\n", 5, "needs \"why:\""),
    ("- rule: b\n  why: w\n  status: target\n", 5, "needs \"when:\""),
    ("- rule: b\n  why: w\n  when: ZONE\n", 5, "neither marks nor has a status"),
    ("- why: w\n  when: ZONE\n  status: target\n", 5, "a rule needs \"rule:\""),
    (
      "- rule: a\n  why: w\n  when: ZONE\n  status: target\n", 5, "the rule a stands at a.yml:1 too"
    ),
    (
      "- rule: b\n  why: w\n  when: ZONE\n  status: target\n  examples:\n    - gives: []\n", 10,
      "an example needs \"text:\""
    ),
  ])
  func tellsTheMistake(rule: String, line: Int, message: String) throws {
    let found = try problems(["a.yml": Self.sound + rule])
    #expect(found.contains { $0.hasPrefix("a.yml:\(line): ") && $0.contains(message) }, "\(found)")
    #expect(found.allSatisfy { $0.hasPrefix("a.yml:") })
  }

  @Test func allProblemsOfAllFilesAtOnce() throws {
    let found = try problems([
      "a.yml": Self.sound + "- rule: b\n  when: ( ZONE\n  mark: {v: thing, w: value}\n  hm: x\n",
      "b.yml": Self.sound, "c.yml": "rule: a\n", "d.yml": "- [\n", "e.txt": "- [\n",
    ])
    #expect(found.count { $0.hasPrefix("a.yml:") } == 4, "\(found)")
    #expect(found.contains { $0.hasPrefix("b.yml:1: ") && $0.contains("a.yml:1 too") })
    #expect(found.contains { $0.hasPrefix("c.yml:1: ") && $0.contains("is a list") })
    #expect(found.contains { $0.hasPrefix("d.yml") })
    #expect(!found.contains { $0.hasPrefix("e.txt") })
  }

  @Test func aFolderWithoutRulesIsAMistake() throws {
    #expect(try problems([:]).count == 1)
  }
}

import Foundation
import Interpret
import Lexicon
import Testing

/// Rules that load, and cannot do what they were written for.
@Suite("What tilik check says of rules")
struct RuleCheckTests {
  private func findings(
    _ files: [String: String], requiresExamples: Bool = false
  ) throws -> [Finding] {
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "tilik-check-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for (name, text) in files { try Data(text.utf8).write(to: folder.appending(path: name)) }
    let lexicon = try Sample.interpreter().lexicon
    return RuleCheck(
      folder: folder.path, lexicon: lexicon, words: lexicon.words,
      requiresExamples: requiresExamples
    ).findings.map {
      Finding(
        $0.severity, $0.place?.replacingOccurrences(of: folder.path + "/", with: ""),
        $0.message.replacingOccurrences(of: folder.path + "/", with: ""))
    }
  }

  private func rule(_ name: String, _ pattern: String, _ rest: String = "mark: {v: value}")
    -> String
  {
    "- rule: \(name)\n  why: because\n  when: '\(pattern)'\n  \(rest)\n"
  }

  private func errors(_ files: [String: String]) throws -> [String] {
    try findings(files).filter { $0.severity == .error }.map(\.description)
  }

  @Test(
    "Patterns that match something",
    arguments: [
      "v:ZONE", "^ v:ZONE $", "@score_cue v:NUMBER !( @count_noun | @measured )", "v:ZONE !$",
      "( !( \".\" | DECIMAL ) ANY ){0,5} v:DECIMAL", "!UNIT v:REGION", "v:ZONE !( WORD $ ) !^",
      "\"Zona\" v:ZONE", "!@score_cue v:WORD", "( dari | \",\" ) v:( ZONE | GRADE ) ?",
      "v:NUMBER ( \",\" v:NUMBER ){0,12} $", "\"tidak terpisah begini\" v:ZONE",
      "\"bersama-sama 12/b.\" v:ZONE", "v:DECIMAL !$ !persen ANY",
    ])
  func sound(pattern: String) throws {
    #expect(try errors(["a.yml": rule("a", pattern)]) == [])
  }

  @Test(
    "Patterns that match nothing, or nothing at all",
    arguments: [
      ("v:ZONE $ WORD", "put $ last"), ("v:ZONE ( $ WORD | \",\" ) ANY", "$ WORD"),
      ("v:ZONE ^ WORD", "put ^ first"), ("!ZONE v:ZONE", "narrow the \"!\""),
      ("!( WORD | ZONE ) v:ZONE", "narrow the \"!\""), ("!NUMBER v:DECIMAL", "narrow the \"!\""),
      ("!( dari ANY ) dari v:ZONE", "narrow the \"!\""),
      ("dari ( hanya | !masuk masuk ) v:ZONE", "!masuk masuk"),
      ("dari ( !masuk masuk )? v:ZONE", "!masuk masuk"),
      ("v:( ZONE ? )", "no part of its pattern must be there"),
      ("( ZONE | v:GRADE * )", "no part of its pattern must be there"),
      ("v:ZONE ( dari ? hanya ? )*", "repeats"), ("v:ZONE ( !GRADE ){0,3}", "repeats"),
    ])
  func faulty(pattern: String, says: String) throws {
    let found = try errors(["a.yml": rule("z", "v:RANK $") + rule("a", pattern)])
    #expect(found.count == 1, "\(found)")
    #expect(found.allSatisfy { $0.hasPrefix("a.yml:5: a: ") && $0.contains(says) }, "\(found)")
  }

  @Test("A rule that says what another says is named with it, whatever its places are called")
  func twins() throws {
    let files = [
      "a.yml": rule("one", "zona v:ZONE"),
      "b.yml": rule("two", "zona w:ZONE", "mark: {w: value}")
        + rule("three", "zona w:ZONE", "mark: {w: earlier}")
        + rule("four", "zona x:ZONE", "status: target"),
    ]
    let found = try errors(files)
    #expect(found.count == 1 && found[0].hasPrefix("b.yml:1: two: says the same as one at a.yml:1"))
  }

  @Test(
    "A rule whose every match is marked already is shadowed, one that has a match of its own is not"
  )
  func shadows() throws {
    let example = """
      examples:
          - text: Ombudsman mencatat Kota Metro di zona hijau pada 2023.
            gives: ["Kota Metro: zone hijau, year 2023"]

      """
    let broad = rule("broad", "( zona | peringkat ) v:ZONE", "mark: {v: value}\n  " + example)
    let narrow = rule("narrow", "di zona v:ZONE", "mark: {v: value}\n  " + example)
    let found = try errors(["a.yml": broad + narrow])
    #expect(
      found.contains {
        $0.contains(": narrow: is shadowed") && $0.contains("broad (a.yml:1)")
      },
      "\(found)")
    #expect(try errors(["a.yml": narrow + broad]).allSatisfy { $0.contains("broad: is shadowed") })
    let other = rule(
      "other", "di zona v:ZONE pada w:YEAR", "mark: {v: value, w: value}\n  " + example)
    #expect(try errors(["a.yml": broad + other]) == [])
    // Nothing is said of a rule without examples of its own.
    #expect(try errors(["a.yml": broad + rule("bare", "di zona v:ZONE")]) == [])
  }

  @Test("An example that does not hold stands at its own line, with what marked its words")
  func failingExample() throws {
    let found = try errors([
      "a.yml": rule("a", "zona v:ZONE") + """
          examples:
            - text: Ombudsman mencatat Kota Metro di zona hijau pada 2023.
              gives: ["Kota Metro: zone merah, year 2023"]

        """
    ])
    #expect(found.count == 1, "\(found)")
    #expect(found[0].hasPrefix("a.yml:6: a: an example does not hold"))
    #expect(found[0].contains("expected Kota Metro: zone merah"))
    #expect(found[0].contains("found    Kota Metro: zone hijau"))
    #expect(found[0].contains("hijau: value (a)"))
  }

  @Test("A rule without an example is a warning, and an error when that is asked for")
  func withoutExample() throws {
    let files = ["a.yml": rule("a", "zona v:ZONE")]
    #expect(try findings(files).map(\.severity) == [.warning])
    #expect(try findings(files)[0].description.hasPrefix("a.yml:1: warning: a: has no example"))
    #expect(try findings(files, requiresExamples: true).map(\.severity) == [.error])
  }

  @Test("Examples that do not touch their rule are told")
  func idleExample() throws {
    let found = try findings([
      "a.yml": rule("a", "zona v:ZONE", "mark: {v: value}\n  examples: [{text: Cerah., gives: []}]")
    ])
    #expect(found.map(\.severity) == [.warning])
    #expect(found[0].message.contains("none of its own examples"))
  }

  @Test("All problems at once: of files that cannot be used and of rules that can")
  func allAtOnce() throws {
    let found = try findings([
      "a.yml": rule("a", "v:ZONE $ WORD") + rule("b", "( v:ZONE"),
      "b.yml": rule("c", "!ZONE v:ZONE"),
    ])
    #expect(found.count { $0.severity == .unusable } == 1)
    #expect(found.count { $0.severity == .error } == 2)
  }

  @Test("The rules of the project have no error")
  func ownRules() throws {
    let lexicon = try Sample.interpreter().lexicon
    let check = RuleCheck(
      folder: Sample.root.appending(path: "pipelines/compliance/rules").path, lexicon: lexicon,
      words: lexicon.words, requiresExamples: false)
    #expect(check.findings.filter { $0.severity != .warning } == [])
    #expect(check.failedExamples == 0)
  }
}

import Lexicon
import Testing

/// Rows that hide one another, and tables without one of their rows.
@Suite("Rows beside each other")
struct CollisionTests {
  private func collisions(_ change: (inout TableFolder) -> Void) throws -> [String] {
    var folder = TableFolder()
    change(&folder)
    let lexicon = try folder.load()
    return lexicon.collisions.map {
      "\($0.hidden.place) \($0.hidden.form) < \($0.found.place) \(lexicon.name(of: $0.found.entry))"
    }
  }

  @Test func soundTablesHaveNone() throws {
    #expect(try collisions { _ in } == [])
  }

  @Test func oneAliasOfTwoUnits() throws {
    let found = try collisions { $0.files["unit_aliases.csv"]? += "puskesmas,dinsos\n" }
    #expect(found == ["unit_aliases.csv:3 Dinsos < unit_aliases.csv:7 puskesmas"])
  }

  @Test func oneFormOfTwoCategories() throws {
    let found = try collisions {
      $0.files["categories.csv"]? += "Kualitas Tertinggi,opini  tinggi\n"
    }
    #expect(found == ["categories.csv:3 opini  tinggi < categories.csv:2 Kualitas Tinggi"])
  }

  @Test func theSameRowTwice() throws {
    let found = try collisions { $0.files["unit_aliases.csv"]? += "dinsos,DINAS SOSIAL\n" }
    #expect(found == ["unit_aliases.csv:7 DINAS SOSIAL < unit_aliases.csv:2 dinsos"])
  }

  @Test("Regions may be named alike, and a word may be in several classes")
  func mayBeAlike() throws {
    let found = try collisions {
      $0.files["regions.csv"]? += "18.09,Metro,kabupaten,18,,,,\n"
      $0.files["words.csv"]? += "and,Januari,,\n"
    }
    #expect(found == [])
  }

  @Test("Without a row its words are not found, unless another row says them too")
  func without() throws {
    var folder = TableFolder()
    folder.files["unit_aliases.csv"]? += "dinsos,dinas  sosial\n"
    let lexicon = try folder.load()
    func kinds(_ lexicon: Lexicon, _ text: String) -> [EntryKind] {
      let text = Array(text.utf8)
      return lexicon.matches(in: text).flatMap { lexicon.entries(of: $0, in: text).map(\.kind) }
    }
    let dinsos = try #require(lexicon.phrasings.first { $0.form == "Dinsos" })
    #expect(kinds(lexicon, "Dinsos dan Ombudsman") == [.unit, .assessor])
    #expect(kinds(lexicon.without(dinsos), "Dinsos dan Ombudsman") == [.assessor])
    let long = try #require(lexicon.phrasings.first { $0.form == "Dinas Sosial" })
    #expect(kinds(lexicon.without(long), "Dinas Sosial") == [.unit])
  }

  @Test("A shorter form comes forth where the longer one is gone")
  func shorter() throws {
    let lexicon = try TableFolder().load()
    let long = try #require(lexicon.phrasings.first { $0.form == "penilaian kepatuhan" })
    let text = Array("penilaian kepatuhan".utf8)
    let match = try #require(lexicon.without(long).matches(in: text).first)
    #expect(lexicon.entries(of: match, in: text).map(\.kind) == [.instrumentCue])
  }
}

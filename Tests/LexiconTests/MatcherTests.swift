import Lexicon
import Testing

/// Which entries are found in a text, and where.
struct MatcherTests {
  private let lexicon: Lexicon

  init() throws { lexicon = try TableFolder().load() }

  /// `label` of the first meaning: the row's id or name, with `?` behind it when it needs context.
  private func label(_ entries: [Entry]) -> String {
    guard let entry = entries.first else { return "-" }
    let row = Int(entry.index)
    let name =
      switch entry.kind {
      case .region: lexicon.regions[row].name
      case .unit: lexicon.units[row].id
      case .institution: lexicon.institutions[row].id
      case .assessor: lexicon.assessors[row].id
      case .instrument: lexicon.instruments[row].id
      case .instrumentCue: lexicon.instruments[row].id + " cue"
      case .category: lexicon.categories[row]
      case .regulationType: lexicon.regulationTypes[row].abbreviation
      case .word: lexicon.words[row].wordClass
      }
    return name + (entry.needsCue ? "?" : "")
  }

  private func found(in text: [UInt8]) -> [String] {
    lexicon.matches(in: text).map { match in
      "\(label(lexicon.entries(of: match, in: text)))@\(match.start)..<\(match.end)"
    }.filter { !$0.hasPrefix("-@") }
  }

  private func expect(_ marked: String, _ place: SourceLocation = #_sourceLocation) {
    let text = MarkedText(marked)
    let expected = text.marks.map { "\($0.label)@\($0.range.lowerBound)..<\($0.range.upperBound)" }
    #expect(found(in: text.bytes) == expected, "\(marked)", sourceLocation: place)
  }

  @Test(arguments: [
    "⟦Lampung Tengah:Lampung Tengah⟧ dan ⟦Lampung:Lampung⟧",
    "⟦kepatuhan:penilaian kepatuhan⟧, ⟦kepatuhan cue:penilaian⟧ lain",
    "⟦Lampung:Lampung⟧ Teng",
  ])
  func takesTheLongest(_ marked: String) { expect(marked) }

  @Test(arguments: [
    "Metropolitan, Barometro, Metro1 dan 1Metro",
    "“⟦Metro:Metro⟧” ‘⟦Metro:Metro⟧’ «⟦Metro:Metro⟧» (⟦Metro:Metro⟧)",
    "⟦Metro:Metro⟧, ⟦Metro:Metro⟧. ⟦Metro:Metro⟧; ⟦Metro:Metro⟧…",
    "éMetro Metroé Metroñ",
    "⟦Metro:Metro⟧–⟦Lampung:Lampung⟧ ⟦Metro:Metro⟧/⟦Lampung:Lampung⟧",
    "se-⟦Lampung:Lampung⟧ x_⟦Metro:Metro⟧_x",
  ])
  func findsWholeWords(_ marked: String) { expect(marked) }

  @Test(arguments: [
    "⟦dinsos:DINAS SOSIAL⟧ ⟦dinsos:dinas sosial⟧ ⟦Lampung Tengah:LAMPUNG TENGAH⟧",
    "⟦dinsos:Dinas  Sosial⟧ ⟦dinsos:Dinas\u{00A0}Sosial⟧",
    "⟦dinsos:Dinas \u{00A0}\r Sosial⟧",
    "⟦Kualitas Tinggi:Kualitas TINGGI⟧ ⟦Kualitas Tinggi:opini tinggi⟧",
  ])
  func ignoresCaseAndTheKindOfWhiteSpace(_ marked: String) { expect(marked) }

  @Test(arguments: ["Dinas\nSosial", "Dinas\tSosial", "⟦Lampung:Lampung⟧\nTengah", "80,3 Metro1"])
  func nothingReachesAcrossALine(_ marked: String) { expect(marked) }

  @Test(arguments: [
    "⟦Lampung Tengah:Lampung-Tengah⟧ ⟦Lampung Tengah:LampungTengah⟧",
    "⟦Tojo Una-Una:Tojo Una-Una⟧ ⟦Tojo Una-Una:Tojo-Una-Una⟧",
    "⟦Lampung Tengah:Lampung\u{2011}Tengah⟧ ⟦Tojo Una-Una:Tojo Una\u{2013}Una⟧",
  ])
  func findsJoinedAndHyphenedNames(_ marked: String) { expect(marked) }

  @Test(arguments: [
    "⟦Nusa Tenggara Barat:NTB⟧ ntb Ntb", "⟦sakip:SAKIP⟧ sakip Sakip", "⟦dinsos:DS⟧ ds Ds",
    "⟦UU:UU⟧ uu Uu ⟦UU:undang-undang⟧ ⟦UU:Undang-Undang⟧",
  ])
  func abbreviationsCountInCapitals(_ marked: String) { expect(marked) }

  @Test(arguments: [
    "⟦Metro?:metro⟧ ⟦Metro:Metro⟧", "⟦DKI Jakarta?:Jakarta⟧ ⟦DKI Jakarta:DKI Jakarta⟧",
    "⟦DKI Jakarta?:jakarta⟧ ⟦Lampung?:lampung⟧",
  ])
  func weakNamesNeedContext(_ marked: String) { expect(marked) }

  @Test func placesComeInOrderWithoutOverlaps() {
    let text = Array(
      "Penilaian kepatuhan Ombudsman di Kota Metro Lampung Tengah Lampung: Dinas Sosial Metro".utf8)
    let matches = lexicon.matches(in: text)
    #expect(matches.count == 8)
    for (one, next) in zip(matches, matches.dropFirst()) { #expect(one.end <= next.start) }
  }

  @Test func nothingInNothing() {
    #expect(lexicon.matches(in: []).isEmpty)
    #expect(lexicon.matches(in: Array("  \n“”".utf8)).isEmpty)
    #expect(lexicon.matches(in: [0xE2, 0x80, 0xFF, 0xC2]).isEmpty)
  }
}

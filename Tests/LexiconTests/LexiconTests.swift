import Foundation
import Testing

@testable import Lexicon

/// What the tables of the pipeline find in running text.
@Suite struct LexiconTests {
  static let lexicon: Lexicon? = {
    let file = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
    let folder = file.deletingLastPathComponent().appendingPathComponent(
      "../../pipelines/compliance/lexicon")
    return try? Lexicon(folder: folder.standardized.path)
  }()

  let lexicon: Lexicon

  init() throws { lexicon = try #require(Self.lexicon) }

  /// "kind:name" of each meaning of each match, except of plain words.
  private func found(_ text: String) -> [String] {
    let bytes = Array(text.utf8)
    return lexicon.matches(in: bytes).flatMap { match in
      lexicon.entries(of: match, in: bytes).compactMap { entry in
        let row = Int(entry.index)
        return switch entry.kind {
        case .region: "\(lexicon.regions[row].code)\(entry.needsCue ? "?" : "")"
        case .unit: lexicon.units[row].id
        case .institution: lexicon.institutions[row].id
        case .assessor: lexicon.assessors[row].id
        case .instrument: lexicon.instruments[row].id
        case .instrumentCue: lexicon.instruments[row].id + "~"
        case .category: lexicon.categories[row]
        case .regulationType: lexicon.regulationTypes[row].abbreviation
        case .word: nil
        }
      }
    }
  }

  @Test(arguments: [
    ("di Lubuklinggau", "16.73"), ("di Lubuk Linggau", "16.73"), ("di Lubuk-Linggau", "16.73"),
    ("di Lubuk\u{A0}\n Linggau", "16.73"), ("di LUBUKLINGGAU,", "16.73"),
    ("di Kulon Progo", "34.01"), ("Jakarta Pusat", "31.71"),
    ("Lampung Tengah", "18.02"), ("Papua Barat Daya", "96"),
  ])
  func names(text: String, code: String) { #expect(found(text) == [code]) }

  @Test func twinsAreAllReturned() {
    let codes = found("Cirebon").map { $0.split(separator: "?")[0] }
    #expect(codes == ["32.09", "32.74"])
  }

  @Test(arguments: ["Metro", "Batu", "Pati", "Bone", "Ende", "metro"])
  func weakNamesNeedACue(name: String) {
    let all = found(name)
    #expect(!all.isEmpty && all.allSatisfy { $0.hasSuffix("?") })
  }

  @Test func abbreviationsCountInCapitalsOnly() {
    #expect(found("TTS").map { $0.split(separator: "?")[0] } == ["53.02"])
    #expect(found("tts").isEmpty)
  }

  @Test(arguments: ["Lampungan", "kelampung", "Lampung2", "éLampung", "Lampungé"])
  func onlyWholeWords(text: String) { #expect(found(text).isEmpty) }

  @Test func anOfficeSwallowsTheNameOfItsProvince() {
    let all = found("Ombudsman RI Perwakilan Provinsi Lampung")
    #expect(all.count == 1)
    #expect(lexicon.assessors.first { $0.id == all.first }?.parent == "ombudsman_ri")
  }

  @Test(arguments: [
    ("survei kepatuhan", "kepatuhan_ombudsman"), ("Indeks Pelayanan Publik", "ipp_panrb"),
    ("survei kepuasan masyarakat", "skm"), ("SINOVIK", "kipp_sinovik"), ("SAKIP", "sakip"),
    ("SPBE", "spbe"), ("WTP", "opini_bpk"), ("zona integritas", "zona_integritas"),
    ("covid-19", "zona_covid"), ("PPDB", "zonasi_ppdb"),
  ])
  func instruments(text: String, id: String) {
    #expect(found(text).contains { $0 == id || $0 == id + "~" })
  }

  @Test func matchesAreSortedAndApart() {
    let text = Array("Kota Metro – Kabupaten/Kota se-Lampung, Dinas Sosial & RSUD 80,85".utf8)
    let matches = lexicon.matches(in: text)
    #expect(zip(matches, matches.dropFirst()).allSatisfy { $0.end <= $1.start })
    #expect(matches.count > 5)
  }

  @Test func provincesAndRegionsAreComplete() {
    let current = lexicon.regions.filter { $0.validTo == nil }
    #expect(current.filter { $0.level == .provinsi }.count == 38)
    #expect(current.filter { $0.level != .provinsi }.count == 514)
  }

  @Test func aCodeOfTheYear() throws {
    let merauke = try #require(lexicon.region(code: "93.01"))
    #expect(lexicon.regions[Int(lexicon.region(merauke, in: 2021))].code == "91.01")
    #expect(lexicon.region(merauke, in: 2023) == merauke)
    #expect(lexicon.region(named: "Kota Metro") == lexicon.region(code: "18.72"))
  }

  @Test(arguments: [
    (2016, "80.5", "hijau", "kepatuhan_2016"), (2021, "80.5", "kuning", "kepatuhan_2021"),
    (2023, "80.5", "hijau", "kepatuhan_2022"),
  ])
  func scalesChangeWithTheYear(year: Int, score: String, zone: String, id: String) throws {
    let scale = try #require(
      lexicon.scale(instrument: "kepatuhan_ombudsman", subject: "kota", year: year))
    #expect(scale.id == id)
    #expect(scale.band(of: try #require(FixedPoint(score)))?.zone == zone)
  }
}

import Foundation
import Lexicon
import Testing

/// The tables that the project ships.
struct PipelineTablesTests {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "pipelines/compliance/lexicon").path

  private let lexicon: Lexicon

  init() throws { lexicon = try Lexicon(folder: Self.folder) }

  @Test func countsOfRegionsValidToday() {
    let today = lexicon.regions.filter { $0.validTo == nil }
    #expect(today.count { $0.level == .provinsi } == 38)
    #expect(today.count { $0.level != .provinsi } == 514)
    #expect(today.count { $0.level == .kota } == 98)
  }

  @Test func everyRegionLiesInAProvince() {
    let provinces = Set(lexicon.regions.filter { $0.level == .provinsi }.map(\.code))
    for region in lexicon.regions {
      #expect(provinces.contains(region.provinceCode), "\(region.code) \(region.fullName)")
    }
  }

  @Test func fullNamesOfTodayAreUnique() {
    let names = lexicon.regions.filter { $0.validTo == nil }.map(\.fullName)
    #expect(Set(names).count == names.count)
  }

  @Test func successorsAreValidAfterwards() throws {
    for region in lexicon.regions {
      guard let code = region.successorCode else { continue }
      let successor = lexicon.regions[Int(try #require(lexicon.region(code: code)))]
      let ended = try #require(region.validTo, "\(region.code) has a successor but no end")
      #expect((successor.validTo ?? .max) > ended, "\(region.code)")
    }
  }

  @Test(
    arguments: [
      ("80.85", 2021, "kuning", nil), ("81.00", 2021, "hijau", nil),
      ("80.85", 2023, "hijau", "muda"),
      ("88.00", 2022, "hijau", "pekat"), ("87.99", 2022, "hijau", "muda"),
      ("50.99", 2019, "kuning", nil), ("31.99", 2024, "merah", nil), ("90.35", 2025, "hijau", nil),
    ] as [(String, Int, String, String?)])
  func bandOfACity(score: String, year: Int, zone: String, shade: String?) throws {
    let score = try #require(FixedPoint(score))
    let instrument = year < 2025 ? "kepatuhan_ombudsman" : "opini_ombudsman"
    let scale = try #require(lexicon.scale(instrument: instrument, subject: "kota", year: year))
    let band = try #require(scale.band(of: score))
    #expect(band.zone == zone)
    #expect(band.shade == shade)
  }

  @Test func bandsAreOrderedBestFirst() {
    for scale in lexicon.scales {
      #expect(scale.bands.map(\.order) == Array(1...scale.bands.count), "\(scale.id)")
      for (better, worse) in zip(scale.bands, scale.bands.dropFirst()) {
        #expect(worse.max < better.min, "\(scale.id), band \(worse.order)")
      }
      #expect(scale.bands[0].max <= scale.scoreMax, "\(scale.id)")
    }
  }

  @Test(arguments: [
    ("Kota Sorong", 2021, "92.71"), ("Kota Sorong", 2024, "96.71"),
    ("Kabupaten Merauke", 2021, "91.01"), ("Kabupaten Merauke", 2024, "93.01"),
    ("Kota Metro", 2021, "18.72"),
  ])
  func codeInAYear(name: String, year: Int, code: String) throws {
    let today = try #require(lexicon.region(named: name))
    #expect(lexicon.regions[Int(lexicon.region(today, in: year))].code == code)
  }

  @Test func theScoreChoosesAmongScalesOfAYear() throws {
    let low = lexicon.scale(
      instrument: "skm", subject: "unit", year: 2020, score: FixedPoint("3.4"))
    let high = lexicon.scale(
      instrument: "skm", subject: "unit", year: 2020, score: FixedPoint("84.2"))
    #expect(low?.id == "skm_2017_interval")
    #expect(high?.id == "skm_2017_konversi")
  }
}

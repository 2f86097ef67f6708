import Interpret
import Lexicon
import Testing

@testable import Reconcile

/// Bands that a regulation states, held against the scales that we know.
struct BandComparisonTests {
  private func band(
    _ min: String, _ max: String, zone: String? = nil, shade: String? = nil, grade: String? = nil,
    category: String? = nil, group: Int = 1, instrument: String? = "survei"
  ) -> StatedBand {
    StatedBand(
      group: group, instrument: instrument, min: Sample.number(min), max: Sample.number(max),
      zone: zone, shade: shade, grade: grade, category: category, quote: 0..<1)
  }

  /// "survei_2022 1 equal", "survei_2022 1 different score_min".
  private func checks(_ bands: [StatedBand], year: Int) -> [String] {
    BandComparison(scales: Sample.scales).checks(bands, year: year).map { check in
      ([check.scale?.id ?? "-", check.band.map { "\($0.order)" } ?? "-", check.verdict.rawValue]
        + check.differences).joined(separator: " ")
    }
  }

  @Test func theScaleOfTheYear() {
    let bands = [
      band("88", "100", zone: "hijau", grade: "A"), band("78", "87.99", zone: "hijau", grade: "B"),
    ]
    #expect(checks(bands, year: 2023) == ["survei_2022 1 equal", "survei_2022 2 equal"])
    // A regulation governs the assessments of the year that follows it.
    let earlier = [band("81", "100", zone: "hijau"), band("51", "80.99", zone: "kuning")]
    #expect(checks(earlier, year: 2020) == ["survei_2021 1 equal", "survei_2021 2 equal"])
  }

  @Test func aDifferenceNamesTheColumn() {
    let bands = [
      band("90", "100", zone: "hijau", grade: "A"), band("78", "89.99", zone: "kuning", grade: "B"),
      band("0", "77.99", grade: "C", category: "Kualitas Rendah"),
    ]
    #expect(
      checks(bands, year: 2023) == [
        "survei_2022 1 different score_min", "survei_2022 2 different score_max zone",
        "survei_2022 3 different category",
      ])
  }

  /// 51 to 80 for 51 to 80.99, 78 for 77.01 to 78.
  @Test func wholeNumbersAreTheSame() {
    let bands = [band("81", "100", zone: "hijau"), band("51", "80", zone: "kuning")]
    #expect(checks(bands, year: 2021) == ["survei_2021 1 equal", "survei_2021 2 rounded"])
    let wider = [band("81", "100", zone: "hijau"), band("51", "79", zone: "kuning")]
    #expect(checks(wider, year: 2021)[1] == "survei_2021 2 different score_max")
  }

  @Test func nothingToCompareWith() {
    // No such instrument, no such year, no band of that name, another scale altogether.
    let named = [band("81", "100", zone: "hijau"), band("51", "80.99", zone: "kuning")]
    #expect(
      checks(
        named.map { band($0.min.description, $0.max.description, zone: $0.zone, instrument: "x") },
        year: 2021) == ["- - unknown", "- - unknown"])
    #expect(checks(named, year: 2010) == ["- - unknown", "- - unknown"])
    let other = [
      band("3", "4", grade: "A", instrument: nil), band("1", "2.9", grade: "B", instrument: nil),
    ]
    #expect(checks(other, year: 2023) == ["- - unknown", "- - unknown"])
  }

  @Test func groupsAreComparedByThemselves() {
    let bands = [
      band("81", "100", zone: "hijau"), band("51", "80.99", zone: "kuning"),
      band("3", "4", grade: "A", group: 2, instrument: nil),
      band("1", "2.9", grade: "B", group: 2, instrument: nil),
    ]
    #expect(
      checks(bands, year: 2021) == [
        "survei_2021 1 equal", "survei_2021 2 equal", "- - unknown", "- - unknown",
      ])
  }
}

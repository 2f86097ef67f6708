@testable import Interpret
@testable import Lexicon
@testable import Reconcile

/// Invented places, and scales whose cuts moved between two years.
enum Sample {
  static let regions = [
    region("99.71", "Kota Contoh", .kota), region("99.01", "Kabupaten Misal", .kabupaten),
  ]
  static let instruments = [
    instrument("survei", isInScope: true), instrument("lain", isInScope: false),
  ]
  static let scales = [
    Scale(
      id: "survei_2021", instrument: "survei", subjects: ["kota", "unit"], validFrom: 2021,
      validTo: 2021, scoreMax: number("100"),
      bands: [
        band(1, "81", "100", zone: "hijau", category: "Kepatuhan Tinggi"),
        band(2, "51", "80.99", zone: "kuning", category: "Kepatuhan Sedang"),
        band(3, "0", "50.99", zone: "merah", category: "Kepatuhan Rendah"),
      ]),
    Scale(
      id: "survei_2022", instrument: "survei", subjects: ["kota", "unit"], validFrom: 2022,
      validTo: 2024, scoreMax: number("100"),
      bands: [
        band(
          1, "88", "100", zone: "hijau", shade: "pekat", grade: "A",
          category: "Kualitas Tertinggi", labels: ["kepatuhan tertinggi"]),
        band(
          2, "78", "87.99", zone: "hijau", shade: "muda", grade: "B",
          category: "Kualitas Tinggi", labels: ["kepatuhan tinggi"]),
        band(3, "0", "77.99", zone: "kuning", grade: "C", category: "Kualitas Sedang"),
      ]),
    Scale(
      id: "survei_2025", instrument: "survei", subjects: ["kota"], validFrom: 2025, validTo: nil,
      scoreMax: number("100"),
      bands: [band(1, "0", "100", category: "Kualitas Tinggi")]),
  ]
  static let reconciler = Reconciler(
    regions: regions, instruments: instruments,
    scales: ScaleLookup(scales) { instrument, subject, year, _ in
      scales.first {
        $0.instrument == instrument && $0.isValid(in: year) && $0.subjects.contains(subject)
      }
    })

  static func number(_ text: String) -> FixedPoint {
    guard let number = FixedPoint(text) else { preconditionFailure("not a number: \(text)") }
    return number
  }

  static func region(_ code: String, _ name: String, _ level: RegionLevel) -> Region {
    Region(
      code: code, name: name, fullName: name, level: level, provinceCode: "99", validFrom: nil,
      validTo: nil, successorCode: nil)
  }

  static func instrument(_ id: String, isInScope: Bool) -> Instrument {
    Instrument(
      id: id, name: id, nameEnglish: id, assessor: nil, isInScope: isInScope, fields: [],
      scoreMin: nil, scoreMax: nil, notHeld: [])
  }

  static func band(
    _ order: Int, _ min: String, _ max: String, zone: String? = nil, shade: String? = nil,
    grade: String? = nil, category: String? = nil, labels: [String] = []
  ) -> Band {
    Band(
      order: order, min: number(min), max: number(max), zone: zone, shade: shade, grade: grade,
      category: category, labels: labels)
  }

  static func claim(
    _ body: Body = .region(0), year: Int? = 2023, instrument: String? = "survei",
    unit: String? = nil, status: ClaimStatus = .achieved, confidence: String = "0.90",
    score: String? = nil, zone: String? = nil, grade: String? = nil, category: String? = nil,
    rank: Int? = nil, scope: String? = nil
  ) -> Claim {
    var values = ClaimValues()
    values.score = score.map(number)
    values.zone = zone
    values.grade = grade
    values.category = category
    values.rank = rank
    values.rankScope = scope
    return Claim(
      body: body, unit: unit.map { ClaimUnit(unit: nil, name: $0, type: nil, sector: nil) },
      year: ClaimYear(year: year, basis: year == nil ? .none : .stated), instrument: instrument,
      values: values, status: status, isDerived: false, quote: 0..<1, evidence: [], rule: "test",
      confidence: number(confidence), flags: [])
  }

  /// A document whose claims are called after it: `a1`, `a2`…
  static func document(
    _ name: String, copyOf original: String? = nil, isOfficial: Bool? = nil,
    regions: [Int32] = [], years: [Int] = [], _ claims: Claim...
  ) -> DocumentClaims {
    DocumentClaims(
      document: name, duplicateOf: original, isOfficial: isOfficial, regions: regions,
      years: years,
      claims: claims.enumerated().map {
        IdentifiedClaim(id: "\(name)\($0.offset + 1)", claim: $0.element)
      })
  }
}

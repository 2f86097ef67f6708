public import Interpret
public import Lexicon

/// A band that a regulation states, held against the scales table.
public struct BandCheck: Sendable, Hashable {
  /// How the stated band and the known one agree.
  public enum Verdict: String, Sendable, Hashable {
    case equal
    /// The same bounds in whole numbers: 81 to 100 for 80.01 to 100.
    case rounded
    case different
    /// There is no scale, or no band of it, to compare with.
    case unknown
  }

  public let stated: StatedBand
  /// The scale compared with and its band, where there are such.
  public let scale: Scale?
  public let band: Band?
  public let verdict: Verdict
  /// "score_min", "score_max", "zone", "grade", "category".
  public let differences: [String]
}

/// Compares the bands of a regulation with those of the scales table for its instrument and year.
public struct BandComparison: Sendable {
  private let scales: [Scale]
  /// A regulation often governs the assessments of the year that follows.
  private static let yearsAhead = 1

  public init(scales: [Scale]) {
    self.scales = scales
  }

  /// - Parameter year: the regulation's.
  /// - Returns: one check per band, in the same order.
  public func checks(_ bands: [StatedBand], year: Int) -> [BandCheck] {
    var checks: [BandCheck] = []
    var start = 0
    while start < bands.count {
      var end = start
      while end < bands.count, bands[end].group == bands[start].group { end += 1 }
      let group = bands[start..<end]
      let scale = scale(for: group, year: year)
      checks += group.map { check($0, scale) }
      start = end
    }
    return checks
  }

  /// The scale that fits a group of bands best: valid in the year, of the instrument named, with the most
  /// bounds in common.
  private func scale(for bands: ArraySlice<StatedBand>, year: Int) -> Scale? {
    guard let top = bands.map(\.max).max() else { return nil }
    let instrument = bands.lazy.compactMap(\.instrument).first
    func candidates(_ year: Int) -> [Scale] {
      scales.filter {
        $0.isValid(in: year) && (instrument == nil || $0.instrument == instrument)
      }
    }
    var valid: [Scale] = []
    for ahead in 0...Self.yearsAhead where valid.isEmpty { valid = candidates(year + ahead) }
    let rated = valid.map { scale in (scale: scale, agreement: agreement(bands, scale)) }
    guard let best = rated.max(by: { $0.agreement < $1.agreement }) else { return nil }
    // Bands of something else share no more than a bound by chance.
    if best.agreement * 2 < bands.count {
      guard instrument != nil, let same = rated.first(where: { $0.scale.scoreMax == top }) else {
        return nil
      }
      return same.scale
    }
    return best.scale
  }

  /// How many bands have a bound and a name in common with a scale's.
  private func agreement(_ bands: ArraySlice<StatedBand>, _ scale: Scale) -> Int {
    bands.count { stated in
      guard let band = band(of: stated, in: scale) else { return false }
      return bounds(stated, band) != .different
        || stated.min == band.min || stated.max == band.max
    }
  }

  /// The band with the same name: grade, category or zone, whichever tells one band from the others.
  private func band(of stated: StatedBand, in scale: Scale) -> Band? {
    if let grade = stated.grade, let band = scale.bands.first(where: { $0.grade == grade }) {
      return band
    }
    if let category = stated.category,
      let band = scale.bands.first(where: { $0.category == category })
    {
      return band
    }
    guard let zone = stated.zone else { return nil }
    let zoned = scale.bands.filter {
      $0.zone == zone && (stated.shade == nil || $0.shade == stated.shade)
    }
    return zoned.count == 1
      ? zoned.first : zoned.first { $0.max == stated.max || $0.min == stated.min }
  }

  private func check(_ stated: StatedBand, _ scale: Scale?) -> BandCheck {
    guard let scale, let band = band(of: stated, in: scale) else {
      return BandCheck(stated: stated, scale: scale, band: nil, verdict: .unknown, differences: [])
    }
    var differences: [String] = []
    let bounds = bounds(stated, band)
    if bounds == .different {
      if !Self.isLow(stated.min, band.min) { differences.append("score_min") }
      if !Self.isHigh(stated.max, band.max) { differences.append("score_max") }
    }
    func compare(_ name: String, _ left: String?, _ right: String?) {
      if let left, let right, left != right { differences.append(name) }
    }
    compare("zone", stated.zone, band.zone)
    compare("grade", stated.grade, band.grade)
    compare("category", stated.category, band.category)
    return BandCheck(
      stated: stated, scale: scale, band: band,
      verdict: differences.isEmpty ? bounds : .different, differences: differences)
  }

  private func bounds(_ stated: StatedBand, _ band: Band) -> BandCheck.Verdict {
    if stated.min == band.min, stated.max == band.max { return .equal }
    return Self.isLow(stated.min, band.min) && Self.isHigh(stated.max, band.max)
      ? .rounded : .different
  }

  /// The same lower bound, or the whole number at or above it.
  private static func isLow(_ stated: FixedPoint, _ known: FixedPoint) -> Bool {
    stated == known || isWhole(stated) && known < stated && stated < above(known)
  }

  /// The same upper bound, or the whole number at or below it.
  private static func isHigh(_ stated: FixedPoint, _ known: FixedPoint) -> Bool {
    stated == known || isWhole(stated) && stated < known && known < above(stated)
  }

  private static func isWhole(_ number: FixedPoint) -> Bool { number.scale == 0 }

  private static func above(_ number: FixedPoint) -> FixedPoint {
    var one: Int64 = 1
    for _ in 0..<number.scale { one *= 10 }
    return FixedPoint(units: number.units + one, scale: number.scale)
  }
}

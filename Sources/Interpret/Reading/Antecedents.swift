import Lexicon

/// What words such as "kota itu", "pemprov" or "opini serupa" may stand for.
struct Antecedents {
  /// Zone, grade and category of the body that was told of last.
  var values: [StatedValue] = []
  /// The unit that was spoken of last, with its region where that is known.
  var unit: Subject?
  /// What was spoken of last.
  private var latest: Int32?
  private var latestOfLevel: [RegionLevel: Int32] = [:]
  /// The province of the region that the document is about, which a text need not name.
  private let homeProvince: Int32?

  /// - Parameter main: the region that the document is about.
  init(main: Int32?, _ lexicon: Lexicon) {
    homeProvince = main.flatMap { lexicon.region(code: lexicon.regions[Int($0)].provinceCode) }
    if let main { latestOfLevel[lexicon.regions[Int(main)].level] = main }
    latest = main
  }

  mutating func note(_ region: Int32, _ lexicon: Lexicon) {
    latest = region
    latestOfLevel[lexicon.regions[Int(region)].level] = region
  }

  /// - Parameter level: nil for "daerah itu", which may be of any.
  func region(of level: RegionLevel?) -> Int32? {
    guard let level else { return latest }
    return latestOfLevel[level] ?? (level == .provinsi ? homeProvince : nil)
  }
}

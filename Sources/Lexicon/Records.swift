/// Levels of regional government.
public enum RegionLevel: String, Sendable, Hashable, CaseIterable {
  case provinsi, kota, kabupaten
}

/// A row of `regions.csv`: a province, city or regency with an official code.
public struct Region: Sendable, Hashable {
  /// Code of the Ministry of Home Affairs: "18" or "18.72".
  public let code: String
  /// Without its level: "Metro".
  public let name: String
  /// With its level: "Kota Metro", "Provinsi Lampung".
  public let fullName: String
  public let level: RegionLevel
  /// Its own code for a province.
  public let provinceCode: String
  /// First and last calendar year in which the code was valid; nil for unbounded.
  public let validFrom: Int?
  public let validTo: Int?
  /// The code that took this one's place, for a code that is no longer valid.
  public let successorCode: String?
}

/// A row of `units.csv`: a kind of local service unit, or a body of the central government that
/// bears a region's name (`type` "vertikal": police, land office, prison).
public struct Unit: Sendable, Hashable {
  public let id: String
  /// Canonical long form: "Dinas Penanaman Modal dan Pelayanan Terpadu Satu Pintu".
  public let name: String
  public let abbreviation: String?
  public let sector: String?
  /// "dinas", "badan", "rsud", "puskesmas", "kecamatan", "vertikal"…
  public let type: String
  /// Whether its own name follows: "Puskesmas Selabatu", "RSUD A.M. Parikesit", "Polres Sigi".
  public let takesProperName: Bool

  /// Belongs to the central government, never to the region whose name it bears.
  public var isVertical: Bool { type == "vertikal" }
}

/// A row of `institutions.csv`: a ministry or agency of the central government, which is assessed too.
public struct Institution: Sendable, Hashable {
  public let id: String
  public let name: String
  /// "kementerian" or "lembaga": which scale it is held to.
  public let level: String
}

/// A row of `assessors.csv`.
public struct Assessor: Sendable, Hashable {
  public let id: String
  /// Canonical name: "Ombudsman Republik Indonesia", "Kementerian PANRB".
  public let name: String
  /// The body whose office this is ("Ombudsman Perwakilan Lampung" under the Ombudsman), by id.
  public let parent: String?
  /// Whether it makes assessments that are in the dataset; others are known in order to be told apart.
  public let isInScope: Bool
}

/// A row of `instruments.csv`.
public struct Instrument: Sendable, Hashable {
  public let id: String
  public let name: String
  public let nameEnglish: String
  /// Its usual assessor, by id of the assessors table.
  public let assessor: String?
  /// Whether its results are in the dataset; others (SAKIP, WTP, Covid zones) are known in order to
  /// be told apart.
  public let isInScope: Bool
  /// Which fields its results can have ("score", "zone", "grade", "category", "rank").
  public let fields: [String]
  /// Scores run from here to there where no scale says more.
  public let scoreMin: FixedPoint?
  public let scoreMax: FixedPoint?
  /// Years between its first and its last in which nobody was assessed by it.
  public let notHeld: [Int]
}

/// A grading scale: the bands of `scales.csv` with one id.
public struct Scale: Sendable, Hashable {
  /// Kinds of bodies that claims are about: the levels of regions, the kinds of institutions, and units.
  public static let subjectKinds =
    RegionLevel.allCases.map(\.rawValue) + ["kementerian", "lembaga", "vertikal", "unit"]

  public let id: String
  public let instrument: String
  /// Whom it grades, of `subjectKinds`.
  public let subjects: [String]
  public let validFrom: Int?
  public let validTo: Int?
  public let scoreMax: FixedPoint
  /// Best first; they do not overlap.
  public let bands: [Band]

  public func isValid(in year: Int) -> Bool {
    (validFrom ?? .min) <= year && year <= (validTo ?? .max)
  }

  /// The band of a score; nil in a gap between two bands or outside of all.
  public func band(of score: FixedPoint) -> Band? {
    bands.first { $0.min <= score && score <= $0.max }
  }
}

/// One band of a scale.
public struct Band: Sendable, Hashable {
  /// From 1, the best.
  public let order: Int
  public let min: FixedPoint
  public let max: FixedPoint
  public let zone: String?
  /// "muda", "pekat".
  public let shade: String?
  public let grade: String?
  /// "Kualitas Tertinggi", "Kepatuhan Tinggi".
  public let category: String?
  /// Further labels by which sources name the band, in lower case.
  public let labels: [String]
}

/// A row of `regulations.csv`: a regulation of the field, by its short citation ("UU 25/2009").
public struct Regulation: Sendable, Hashable {
  public let id: String
  public let type: String
  public let number: String
  public let year: Int
  public let title: String
  public let issuer: String?
  /// What it is called for short, with its type: "UU Pelayanan Publik".
  public let shortNames: [String]
}

/// A row of `regulation_types.csv`: "Undang-Undang" is cited as "UU".
public struct RegulationType: Sendable, Hashable {
  /// What besides number and year tells a regulation of the type from others.
  public enum Distinction: Sendable, Hashable {
    case none
    /// There is only one, which needs no number ("UUD 1945").
    case itself
    /// The ministry or agency whose it is.
    case body
    /// The region whose it is; of this level, where the type is one level's.
    case region(RegionLevel?)
  }

  public let abbreviation: String
  public let name: String
  public let distinction: Distinction
  /// Who issues regulations of the type; `{}` stands for the name of body or region, `{region}` for the
  /// region's name with its level.
  public let issuer: String?
}

/// A row of `words.csv`: a word or phrase, what class it is in, and what it stands for there.
public struct Word: Sendable, Hashable {
  /// "month", "negation", "level"…
  public let wordClass: String
  public let word: String
  /// "1" for Januari, "kota" for Pemkot; nil where the class says it all.
  public let value: String?
}

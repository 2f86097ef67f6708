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
  /// Which of the three it is.
  public let level: RegionLevel
  /// Its own code for a province.
  public let provinceCode: String
  /// First and last calendar year in which the code was valid; nil for unbounded.
  public let validFrom: Int?
  /// The last year, itself included.
  public let validTo: Int?
  /// The code that took this one's place, for a code that is no longer valid.
  public let successorCode: String?
}

/// A row of `units.csv`: a kind of local service unit, or a body of the central government that
/// bears a region's name (`type` "vertikal": police, land office, prison).
public struct Unit: Sendable, Hashable {
  /// Key of the row, which columns `unit_type` of the dataset carry.
  public let id: String
  /// Canonical long form: "Dinas Penanaman Modal dan Pelayanan Terpadu Satu Pintu".
  public let name: String
  /// Usual short form: "DPMPTSP"; nil where there is none.
  public let abbreviation: String?
  /// Field of service ("health", "licensing"…); nil where it is of none.
  public let sector: String?
  /// "dinas", "badan", "rsud", "puskesmas", "kecamatan", "vertikal", "layanan bersama"…
  public let type: String
  /// Whether its own name follows: "Puskesmas Selabatu", "RSUD A.M. Parikesit", "Polres Sigi".
  public let takesProperName: Bool

  /// Belongs to the central government, never to the region whose name it bears.
  public var isVertical: Bool { type == "vertikal" }

  /// Run by the province, also where it bears a city's name: vehicle tax offices.
  public var isProvincial: Bool { type == "layanan bersama" }

  /// Whose it is, is told by a region in its own name: "RSUD Kutai Kartanegara".
  public var isNamedForOwner: Bool { isProvincial || type == "rsud" }
}

/// A row of `institutions.csv`: a ministry or agency of the central government, which is assessed too.
public struct Institution: Sendable, Hashable {
  /// Key of the row, used as a body's code.
  public let id: String
  /// Canonical name.
  public let name: String
  /// "kementerian" or "lembaga": which scale it is held to.
  public let level: String
}

/// A row of `assessors.csv`.
public struct Assessor: Sendable, Hashable {
  /// Key of the row, to which instruments and offices refer.
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
  /// Key of the row, which the dataset's `instrument` columns carry.
  public let id: String
  /// Canonical name in Indonesian.
  public let name: String
  /// The name that the English report shows.
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
  /// The highest score.
  public let scoreMax: FixedPoint?
  /// Years between its first and its last in which nobody was assessed by it.
  public let notHeld: [Int]
}

/// A grading scale: the bands of `scales.csv` with one id.
public struct Scale: Sendable, Hashable {
  /// Kinds of bodies that claims are about: the levels of regions, the kinds of institutions, and units.
  public static let subjectKinds =
    RegionLevel.allCases.map(\.rawValue) + ["kementerian", "lembaga", "vertikal", "unit"]

  /// Key of the scale, which results carry.
  public let id: String
  /// Id of the instrument whose scores it grades.
  public let instrument: String
  /// Whom it grades, of `subjectKinds`.
  public let subjects: [String]
  /// First assessed year that it holds for; nil for unbounded.
  public let validFrom: Int?
  /// Last assessed year, itself included; nil for unbounded.
  public let validTo: Int?
  /// Best score that the scale knows.
  public let scoreMax: FixedPoint
  /// Best first; they do not overlap.
  public let bands: [Band]

  /// Whether it grades results of an assessed year.
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
  /// Least score of the band, itself included.
  public let min: FixedPoint
  /// Greatest score of the band, itself included.
  public let max: FixedPoint
  /// "hijau", "kuning", "merah"; nil on scales without colours.
  public let zone: String?
  /// "muda", "pekat".
  public let shade: String?
  /// "A", "B-"; nil on scales without letters.
  public let grade: String?
  /// "Kualitas Tertinggi", "Kepatuhan Tinggi".
  public let category: String?
  /// Further labels by which sources name the band, in lower case.
  public let labels: [String]
}

/// A row of `regulations.csv`: a regulation of the field, by its short citation ("UU 25/2009").
public struct Regulation: Sendable, Hashable {
  /// Key of the row: the short citation.
  public let id: String
  /// Abbreviation of its type: "UU", "Permenpan RB".
  public let type: String
  /// As it is written, since numbers may hold letters.
  public let number: String
  /// Year in which it was issued.
  public let year: Int
  /// What it is about, as it calls itself.
  public let title: String
  /// Who issued it; nil where the type says so.
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

  /// As it is cited: "UU".
  public let abbreviation: String
  /// Written out: "Undang-Undang".
  public let name: String
  /// What else tells two of the same number and year apart.
  public let distinction: Distinction
  /// Who issues regulations of the type; `{}` stands for the name of body or region, `{region}` for the
  /// region's name with its level.
  public let issuer: String?
}

/// A row of `words.csv`: a word or phrase, what class it is in, and what it stands for there.
public struct Word: Sendable, Hashable {
  /// "month", "negation", "level"…
  public let wordClass: String
  /// The word or phrase, in lower case.
  public let word: String
  /// "1" for Januari, "kota" for Pemkot; nil where the class says it all.
  public let value: String?
}

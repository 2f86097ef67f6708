public import Lexicon

/// Whether a statement is a fact.
public enum ClaimStatus: String, Sendable, Hashable {
  /// A result that was reached: the only status that makes a row of `results`.
  case achieved
  /// Aimed at, hoped for, demanded.
  case target
  /// Conditional, a warning, a near miss.
  case hypothetical
  /// Denied.
  case negated
}

/// How a claim's year is known.
public enum YearBasis: String, Sendable, Hashable {
  case stated, relative, heading, announced, none
}

/// The assessed body.
public enum Body: Sendable, Hashable {
  /// A row of the regions table.
  case region(Int32)
  /// A ministry, agency or office of the central government, by its name; `level` says which kind
  /// ("kementerian", "lembaga", "vertikal").
  case other(name: String, level: String)
}

/// A service unit as a claim names it.
public struct ClaimUnit: Sendable, Hashable {
  /// Row of the units table; nil for units that the text leaves unnamed.
  public let unit: Int32?
  /// Canonical, with the proper name: "Puskesmas Selabatu"; "(unit lainnya)" for unnamed ones.
  public let name: String
  public let type: String?
  public let sector: String?
  /// How many unnamed units a derived claim stands for.
  public let count: Int?

  public init(unit: Int32?, name: String, type: String?, sector: String?, count: Int? = nil) {
    self.unit = unit
    self.name = name
    self.type = type
    self.sector = sector
    self.count = count
  }
}

/// The assessed year and how it is known.
public struct ClaimYear: Sendable, Hashable {
  public var year: Int?
  /// Bounds where the text is vague.
  public var earliest: Int?
  public var latest: Int?
  public var basis: YearBasis
  /// How a relative or inherited year was resolved: "setahun kemudian <- 2021".
  public var chain: String?

  public init(
    year: Int? = nil, earliest: Int? = nil, latest: Int? = nil, basis: YearBasis = .none,
    chain: String? = nil
  ) {
    self.year = year
    self.earliest = earliest
    self.latest = latest
    self.basis = basis
    self.chain = chain
  }
}

/// What a claim says was reached; only what the text states.
public struct ClaimValues: Sendable, Hashable {
  public var score: FixedPoint?
  public var zone: String?
  /// "muda", "pekat".
  public var shade: String?
  public var grade: String?
  public var category: String?
  public var rank: Int?
  public var rankOf: Int?
  public var rankScope: String?

  public init() {}

  public var isEmpty: Bool {
    score == nil && zone == nil && grade == nil && category == nil && rank == nil
  }
}

/// Where a value stands.
public struct Evidence: Sendable, Hashable {
  /// "score", "zone", "region", "year"…
  public let field: String
  /// UTF-8 byte offsets in `Article.text`.
  public let range: Range<Int>

  public init(field: String, range: Range<Int>) {
    self.field = field
    self.range = range
  }
}

/// One statement of a document: who has which value in which year under which instrument.
public struct Claim: Sendable, Hashable {
  public var body: Body
  public var unit: ClaimUnit?
  public var year: ClaimYear
  /// Id of the assessors table.
  public var assessor: String?
  /// Id of the instruments table.
  public var instrument: String?
  /// Id of the scale that was valid for this instrument, body and year.
  public var scale: String?
  public var values: ClaimValues
  /// How many units the source says were assessed.
  public var unitsAssessed: Int?
  public var status: ClaimStatus
  /// Follows from arithmetic on the text (the other 11 of 12 units).
  public var isDerived: Bool
  /// Who says it.
  public var attribution = Attribution()
  /// The sentence that states it, as UTF-8 byte offsets in `Article.text`; never across the end of
  /// the title block.
  public var quote: Range<Int>
  /// In the order of the text.
  public var evidence: [Evidence]
  /// Name of the rule that made it.
  public var rule: String
  /// 0.00 to 1.00, two places.
  public var confidence: FixedPoint
  /// Reasons for doubt, in alphabetical order.
  public var flags: [String]
}

/// A stated count: so many of so many bodies in a zone or category.
public struct Total: Sendable, Hashable {
  /// Region within which is counted; nil for the nation.
  public var region: Int32?
  /// The scope in the source's words.
  public var scope: String?
  public var year: ClaimYear
  public var instrument: String?
  /// What is counted: "provinsi", "kota", "kabupaten", "kementerian", "lembaga", "unit"…
  public var level: String?
  public var count: Int
  public var of: Int?
  public var zone: String?
  public var category: String?
  public var quote: Range<Int>
}

/// Something that was not read as a claim, and why (a pairing of lists that differ in length).
public struct Diagnostic: Sendable, Hashable {
  /// A short word by which it can be counted: "list-length", "count-contradiction".
  public let kind: String
  public let message: String
  public let range: Range<Int>

  public init(kind: String, message: String, range: Range<Int>) {
    self.kind = kind
    self.message = message
    self.range = range
  }
}

/// A place where a rule matched, whatever came of it.
public struct RuleMatch: Sendable, Hashable {
  /// Name of the rule.
  public let rule: String
  /// UTF-8 byte offsets in `Article.text`.
  public let range: Range<Int>

  public init(rule: String, range: Range<Int>) {
    self.rule = rule
    self.range = range
  }
}

/// All that was read from one document.
public struct Reading: Sendable, Hashable {
  public var claims: [Claim] = []
  public var totals: [Total] = []
  public var citations: [Citation] = []
  /// What regulations are to one another, where the text says so of others than the document itself.
  public var relations: [RegulationRelation] = []
  /// What the document is, if it is a regulation.
  public var regulation: RegulationDocument?
  /// The scale bands that a regulation sets.
  public var bands: [StatedBand] = []
  public var diagnostics: [Diagnostic] = []
  /// By sentence, in the order of the rules.
  public var matches: [RuleMatch] = []

  public init() {}
}

public import Extract

/// A document that is a regulation, or the page of a legal database about one.
public struct RegulationDocument: Sendable, Hashable {
  /// Whether a page is the regulation itself or an entry about it.
  public enum Form: String, Sendable, Hashable {
    /// The regulation's own words.
    case text
    /// What a database says about it: number, days, state.
    case record
  }

  /// How the day is known from which it is in force.
  public enum EffectBasis: String, Sendable, Hashable {
    /// The day is named.
    case stated
    /// The day of its enactment (ditetapkan).
    case enactment
    /// The day of its promulgation (diundangkan).
    case promulgation
    /// So much time after one of these days.
    case later
  }

  /// Its name by which other documents cite it.
  public let name: RegulationName
  public let form: Form
  /// As the heading or the record words it, in ordinary capitals.
  public var title: String?
  /// Where it was enacted.
  public var place: String?
  public var enacted: PublishedDate?
  public var promulgated: PublishedDate?
  public var effective: PublishedDate?
  public var effectBasis: EffectBasis?
  /// Gazette with year and number: "Berita Negara Republik Indonesia Tahun 2017 Nomor 708".
  public var gazette: String?
  /// What a database says of its force: "Berlaku", "Dicabut".
  public var status: String?
  /// The line that names it, as UTF-8 byte offsets in `Article.text`; within one block.
  public let heading: Range<Int>
  /// In the order of the text.
  public var parts: [RegulationPart] = []
  public var relations: [RegulationRelation] = []

  public init(name: RegulationName, form: Form, heading: Range<Int>) {
    self.name = name
    self.form = form
    self.heading = heading
  }
}

/// A part of a regulation, from a chapter to the letter of a list.
public struct RegulationPart: Sendable, Hashable {
  /// What the part is, named as in the drafting law (UU 12/2011, annex II): from the preamble down to the elucidation.
  public enum Kind: String, Sendable, Hashable {
    case menimbang, mengingat, memperhatikan, menetapkan
    case bab, bagian, paragraf, pasal
    case ayat, huruf, angka
    /// A numbered decision of a decree: KESATU, KEDUA.
    case diktum
    case lampiran, penjelasan
  }

  public let kind: Kind
  /// As it is counted: "II", "7", "12A", "a", "KESATU"; empty for parts without a number.
  public let number: String
  /// From the outermost part on: "BAB II / Pasal 7 / (2) / a".
  public let path: String
  /// The title of a chapter, section or annex.
  public var heading: Range<Int>?
  /// Its own words from its mark on, within one paragraph and without the parts below it.
  public var text: Range<Int>
  /// Where all of it ends, the parts below included.
  public var end: Int

  public init(
    kind: Kind, number: String, path: String, heading: Range<Int>? = nil, text: Range<Int>,
    end: Int
  ) {
    self.kind = kind
    self.number = number
    self.path = path
    self.heading = heading
    self.text = text
    self.end = end
  }
}

/// What one regulation is to another, and the words that say so.
public struct RegulationRelation: Sendable, Hashable {
  /// What the one does to the other.
  public enum Kind: String, Sendable, Hashable {
    case amends, repeals, implements
    /// Named as its legal basis (Mengingat).
    case basedOn = "based_on"
  }

  public let regulation: String
  public let kind: Kind
  public let other: String
  /// Within one paragraph.
  public let evidence: Range<Int>

  public init(regulation: String, kind: Kind, other: String, evidence: Range<Int>) {
    self.regulation = regulation
    self.kind = kind
    self.other = other
    self.evidence = evidence
  }
}

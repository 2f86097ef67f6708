public import Lexicon

/// A region named in the text: which regions it may be, and how it was named.
public struct RegionMention: Sendable, Hashable {
  /// How much the words around a name say of the region's part in the sentence.
  public enum Role: String, Sendable, Hashable {
    /// A name that may be what the sentence is about.
    case plain
    /// In the dateline: where the report was written.
    case dateline
    /// Behind a comma or in brackets, the larger region of the one before it; or its other name.
    case apposition
    /// A whole area ("se-Jawa Barat"): the scope of a statement.
    case scope
    /// Part of an office's or a place's name.
    case nested
  }

  /// Rows of the regions table, in its order.
  public var candidates: [Int32]
  /// The level that a word in front of the name says ("Pemkot", "Bupati"), if any.
  public var level: RegionLevel?
  /// The name was given through an office holder ("Wali Kota X").
  public var isOffice: Bool
  /// The name alone is too weak (a common word, a short name); it needs context to count.
  public var needsCue: Bool
  public var role: Role
}

/// A service unit: a row of the units table and, where its kind has one, its own name.
public struct UnitMention: Sendable, Hashable {
  public let unit: Int32
  /// Byte offsets of the proper name ("Selabatu" in "Puskesmas Selabatu").
  public let properName: Range<Int>?
  /// Byte offsets of a name that goes on where the tables' name ends ("Dinas Koperasi, UKM dan Perdagangan"):
  /// a unit that they do not have.
  public var longerName: Range<Int>?
  /// The region that the proper name is, or begins with ("RSUD Kutai Kartanegara", "Samsat Makassar I").
  public var place: RegionMention?

  init(
    unit: Int32, properName: Range<Int>?, longerName: Range<Int>? = nil,
    place: RegionMention? = nil
  ) {
    self.unit = unit
    self.properName = properName
    self.longerName = longerName
    self.place = place
  }
}

/// What an item of a sentence is.
public enum Content: Sendable, Hashable {
  case word
  /// A mark by its ASCII code: curly quotes as `"`, all dashes as `-`.
  case punctuation(UInt8)
  case number(FixedPoint)
  /// "82-84", "85 hingga 87".
  case range(FixedPoint, FixedPoint)
  /// A calendar year; `isSpan` in "2016-2018", where it is the last one.
  case year(Int, isSpan: Bool)
  /// A date; a year of nil where the text leaves it out, a day of nil in "Desember 2023".
  case date(day: Int?, month: Int, year: Int?)
  case regulation(String)
  case region(RegionMention)
  case unit(UnitMention)
  /// A ministry or agency: a row of the institutions table.
  case institution(Int32)
  case assessor(Int32)
  case instrument(Int32)
  case instrumentCue(Int32)
  case zone(String, shade: String?, isFramed: Bool)
  case grade(String)
  case category(String)
  case rank(Int, of: Int?)
}

/// One piece of a sentence: a word, a mark, or a mention of several words.
public struct Item: Sendable, Hashable {
  public var content: Content
  /// UTF-8 byte offsets in the article's text.
  public var range: Range<Int>
  public var classes: ClassSet
  /// The values that `words.csv` gives the word, by class where a word has several ("kedua": 2).
  public var word: Int32 = -1

  public init(_ content: Content, _ range: Range<Int>, _ classes: ClassSet = ClassSet()) {
    self.content = content
    self.range = range
    self.classes = classes
  }

  /// Whether the item is this punctuation mark (ASCII).
  public func isMark(_ mark: Character) -> Bool {
    if case .punctuation(let byte) = content { return byte == mark.asciiValue }
    return false
  }
}

/// A sentence: items of one block between two full stops.
public struct Sentence: Sendable, Hashable {
  /// Indices of items.
  public let items: Range<Int>
  /// UTF-8 byte offsets in the article's text.
  public let range: Range<Int>
  /// Index of the block that the sentence stands in.
  public let block: Int
}

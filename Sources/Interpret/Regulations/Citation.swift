/// A place where a document cites a regulation.
public struct Citation: Sendable, Hashable {
  /// How far it is known what is cited.
  public enum Resolution: String, Sendable, Hashable {
    /// The text itself says number, year and whose it is.
    case stated
    /// A short name of the lexicon: "UU Pelayanan Publik".
    case shortName = "short_name"
    /// The regulation named before: "UU tersebut", or an article alone.
    case earlier
    /// The document itself: "sebagaimana dimaksud dalam Pasal 7".
    case itself
    /// Without its year; which one it is was clear from the document or the lexicon.
    case yearInferred = "year_inferred"
    /// Without its year, and several may be meant.
    case yearUnknown = "year_unknown"
    /// Without the body or region whose it is.
    case issuerUnknown = "issuer_unknown"
    /// An article alone, of a regulation that the document does not name.
    case articleOnly = "article_only"
  }

  /// Short citation: "UU 25/2009"; nil for an article of nobody knows what.
  public let regulation: String?
  /// Pasal, ayat, huruf and angka, where the citation names them.
  public var article: String?
  public var paragraph: String?
  public var letter: String?
  public var number: String?
  public let resolution: Resolution
  /// UTF-8 byte offsets in `Article.text`, within one paragraph.
  public let range: Range<Int>

  public init(
    regulation: String?, article: String? = nil, paragraph: String? = nil, letter: String? = nil,
    number: String? = nil, resolution: Resolution = .stated, range: Range<Int>
  ) {
    self.regulation = regulation
    self.article = article
    self.paragraph = paragraph
    self.letter = letter
    self.number = number
    self.resolution = resolution
    self.range = range
  }

  /// The same citation where its words stand in another text.
  public func moved(to range: Range<Int>) -> Citation {
    Citation(
      regulation: regulation, article: article, paragraph: paragraph, letter: letter,
      number: number, resolution: resolution, range: range)
  }
}

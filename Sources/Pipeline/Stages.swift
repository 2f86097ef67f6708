public import Crawl
public import Dataset
public import Extract
public import Interpret
public import Lexicon
import Reconcile
public import Tag

/// What a run needs of the stages: documents one by one, then all together.
protocol DocumentStages: Sendable {
  /// - Parameter template: what the page's site repeats, and is no part of the document.
  func record(of page: SavedPage, without template: SiteTemplate?) -> DocumentRecord
  /// The records of an article's parts, in order, with what is read when they are read as one text.
  func reading(ofParts records: [DocumentRecord]) -> [DocumentRecord]
  func tables(
    from records: RecordStore
  ) throws(DatasetError) -> (tables: [Table], texts: TextList)
  /// Versions of the C libraries underneath.
  var libraries: [(name: String, version: String)] { get }
  /// The words that a rule's pattern needs in a sentence: lists of which one each.
  func needs(ofPattern pattern: String) -> [[String]]
}

extension DocumentStages {
  func needs(ofPattern pattern: String) -> [[String]] { [] }
}

/// The stages of a pipeline, loaded with its tables and rules: the one place where they are joined.
public struct Stages: DocumentStages {
  /// Of the pipeline.
  public let lexicon: Lexicon
  private let extractor: Extractor
  private let tagger: Tagger
  private let interpreter: Interpreter
  private let rules: RuleSet
  private let nearDuplicates: Double?
  private let corrections: [Correction]

  /// - Throws: `PipelineError` with what is wrong in the tables and rules.
  public init(_ pipeline: PipelineConfiguration) throws(PipelineError) {
    do {
      lexicon = try Lexicon(folder: pipeline.lexicon)
      rules = try RuleSet(folder: pipeline.rules, lexicon: lexicon)
      extractor = try Self.extractor(pipeline)
    } catch {
      throw PipelineError("\(error)".split(separator: "\n").map(String.init))
    }
    nearDuplicates = pipeline.nearDuplicates
    if let file = pipeline.corrections {
      corrections = try CorrectionFile.read(file, lexicon: lexicon)
    } else {
      corrections = []
    }
    tagger = Tagger(lexicon: lexicon)
    interpreter = Interpreter(lexicon: lexicon, rules: rules)
  }

  /// The first stage alone, which needs none of the other tables.
  public static func extractor(_ pipeline: PipelineConfiguration) throws(DatasetError) -> Extractor
  {
    let boilerplate = pipeline.lexicon + "/boilerplate.csv"
    let lines = Files.kind(of: boilerplate) == nil ? [] : try Files.read(boilerplate)
    return Extractor(ExtractOptions(boilerplate: BoilerplateLine.read(csv: lines)))
  }

  /// Main text and metadata of a page, without what its site repeats on every page.
  public func extract(_ page: SavedPage, without template: SiteTemplate? = nil) -> Article {
    extractor.extract(page, without: template)
  }

  /// Where each rule stands, by its name.
  var placesOfRules: [String: String] {
    Dictionary(rules.rules.map { ($0.name, $0.place) }, uniquingKeysWith: { first, _ in first })
  }

  /// Regions, units, values and times of an article's text.
  public func tag(_ article: Article) -> TaggedArticle { tagger.tag(article) }

  /// The claims of an article.
  public func interpret(_ tagged: TaggedArticle) -> Reading { interpreter.interpret(tagged) }

  /// Why a document does not give what is asked for; nil for one that does not name the region.
  public func whyNot(_ query: WhyNotQuery, _ tagged: TaggedArticle) -> [NearMiss]? {
    interpreter.whyNot(query, tagged)
  }

  /// `552 regions, 61 units, …`, for people.
  public static func summary(of lexicon: Lexicon) -> String {
    [
      "\(lexicon.regions.count) regions", "\(lexicon.units.count) units",
      "\(lexicon.assessors.count) assessors", "\(lexicon.instruments.count) instruments",
      "\(lexicon.scales.count) scales", "\(lexicon.regulations.count) regulations",
      "\(lexicon.words.count) words",
    ].joined(separator: ", ")
  }

  func record(of page: SavedPage, without template: SiteTemplate? = nil) -> DocumentRecord {
    let article = extract(page, without: template)
    guard !article.text.isEmpty else {
      return DocumentRecord(
        address: page.address, sha256: page.sha256, article: article, status: .failed,
        reason: article.remark ?? "no text was found in the page", capture: page.capture)
    }
    let tagged = tag(article)
    var reading = interpret(tagged)
    let mentions = MentionReader(tagged, reading).rows + MentionReader.rules(reading)
    reading.matches = []
    return DocumentRecord(
      address: page.address, sha256: page.sha256, article: article, reading: reading,
      mentions: mentions, status: .read,
      reason: Self.joined(page.remark, article.remark), capture: page.capture)
  }

  private static func joined(_ first: String?, _ second: String?) -> String? {
    let said = [first, second].compactMap { $0 }
    return said.isEmpty ? nil : said.joined(separator: "; ")
  }

  func reading(ofParts records: [DocumentRecord]) -> [DocumentRecord] {
    let articles = records.compactMap(\.article)
    guard articles.count == records.count else { return records }
    let joined = JoinedArticle(articles)
    let readings = joined.split(interpret(tag(joined.article)))
    return zip(records, zip(articles, readings)).map { record, found in
      var record = record
      record.mentions =
        MentionReader(tag(found.0), found.1).rows + MentionReader.rules(found.1)
      record.reading = found.1
      record.reading?.matches = []
      return record
    }
  }

  func tables(
    from records: RecordStore
  ) throws(DatasetError) -> (tables: [Table], texts: TextList) {
    try TableBuilder(
      lexicon: lexicon, corrections: corrections, nearDuplicates: nearDuplicates
    ).tables(from: records)
  }

  func needs(ofPattern pattern: String) -> [[String]] {
    PatternNeeds(pattern, classes: tagger.classes)?.needed ?? []
  }

  var libraries: [(name: String, version: String)] {
    [("libxml2", Extractor.libxml2Version), ("zlib", Crawler.zlibVersion)]
      + [("libarchive", Crawler.libarchiveVersion)]
  }
}

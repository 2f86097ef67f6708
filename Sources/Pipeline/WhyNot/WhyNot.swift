import Crawl
import Extract
import Interpret
import Lexicon
import Tag

/// Why a corpus does not give what is asked for: the places that came nearest, and what each of them lacks.
public struct WhyNot: Sendable {
  private let stages: Stages
  private let query: WhyNotQuery
  private let corpora: [String]
  private let jobs: Int
  private let title: String

  /// - Parameters:
  ///   - region: a code ("18.72") or a full name ("Kota Metro").
  ///   - field: "score", "zone", "grade", "category", "rank", or nil for any.
  ///   - unit: an alias of the units table, or nil for the region itself.
  /// - Throws: `PipelineError` when the pipeline cannot be used or there is no such region, field or unit.
  public init(
    region: String, year: Int, field: String?, unit: String?, pipeline: PipelineConfiguration,
    corpora: [String], jobs: Int
  ) throws(PipelineError) {
    stages = try Stages(pipeline)
    let lexicon = stages.lexicon
    guard let row = lexicon.region(code: region) ?? lexicon.region(named: region) else {
      throw PipelineError(Self.unknown(region, lexicon))
    }
    if let field, !WhyNotQuery.fields.contains(field) {
      throw PipelineError(
        "there is no field \"\(field)\"; there are \(WhyNotQuery.fields.joined(separator: ", "))")
    }
    let named = unit.map { Self.unit($0, lexicon) }
    query = WhyNotQuery(
      regions: Self.family(of: row, lexicon), year: year, field: field, unit: named)
    let asked = lexicon.regions[Int(row)]
    title =
      (["\(asked.fullName) (\(asked.code))"] + [named, String(year), field].compactMap { $0 })
      .joined(separator: ", ")
    self.corpora = corpora.isEmpty ? pipeline.corpora : corpora
    self.jobs = jobs
  }

  /// The rows of a region under its former codes and today's.
  private static func family(of row: Int32, _ lexicon: Lexicon) -> Set<Int32> {
    var family: Set<Int32> = [row]
    var isComplete = false
    while !isComplete {
      let codes = Set(family.map { lexicon.regions[Int($0)].code })
      let successors = Set(family.compactMap { lexicon.regions[Int($0)].successorCode })
      let grown = family.union(
        lexicon.regions.indices.filter { index in
          let region = lexicon.regions[index]
          return successors.contains(region.code)
            || region.successorCode.map(codes.contains) ?? false
        }.map(Int32.init))
      isComplete = grown.count == family.count
      family = grown
    }
    return family
  }

  /// A unit by any of its aliases, as claims name it: its canonical name, or the name that it bears.
  private static func unit(_ words: String, _ lexicon: Lexicon) -> String {
    let text = Array(words.utf8)
    guard let match = lexicon.matches(in: text).first, match.start == 0,
      Int(match.end) == text.count,
      let entry = lexicon.entries(pattern: match.pattern).first(where: { $0.kind == .unit })
    else { return words }
    return lexicon.units[Int(entry.index)].name
  }

  private static func unknown(_ region: String, _ lexicon: Lexicon) -> String {
    let wanted = region.lowercased()
    let near = lexicon.regions.filter {
      $0.validTo == nil && !wanted.isEmpty
        && ($0.name.lowercased() == wanted || $0.fullName.lowercased().contains(wanted))
    }.prefix(5).map { "\($0.fullName) (\($0.code))" }
    return "there is no region \"\(region)\"; give its code or its full name"
      + (near.isEmpty ? "" : ": \(near.joined(separator: ", "))")
  }

  /// - Throws: `PipelineError` when the corpus cannot be read.
  public func callAsFunction(
    _ progress: (_ done: Int) -> Void
  ) async throws(PipelineError) -> WhyNotReport {
    let crawler: Crawler
    let stream: DocumentStream
    do {
      crawler = try Crawler(corpora)
      stream = try crawler.stream()
    } catch {
      throw PipelineError("\(error)")
    }
    let (stages, query) = (self.stages, self.query)
    var done = 0
    let found = await ParallelMap.map(next: stream.next, weight: \.weight, jobs: jobs) {
      document -> (wasRead: Bool, misses: [WhyNotReport.Miss]?) in
      guard document.omission == nil, let page = try? crawler.read(document) else {
        return (false, nil)
      }
      let tagged = stages.tag(stages.extract(page))
      let misses = stages.whyNot(query, tagged)
      return (
        !tagged.article.text.isEmpty,
        misses?.map { miss in
          WhyNotReport.Miss(
            document: document.reference.address,
            sentence: tagged.text(miss.sentence).split(whereSeparator: \.isWhitespace)
              .joined(separator: " "),
            met: miss.met, failed: miss.failed, rules: miss.rules)
        }
      )
    } done: { results in
      done += results.count
      progress(done)
    }
    let all = found.compactMap(\.misses).flatMap { $0 }
    return WhyNotReport(
      title: title, documents: found.count { $0.wasRead }, unread: found.count { !$0.wasRead },
      naming: found.count { $0.misses != nil },
      misses: all.sorted {
        ($0.failed.count, -$0.met.count, $0.document) < (
          $1.failed.count, -$1.met.count, $1.document
        )
      })
  }
}

public import Interpret
import Lexicon
public import Tag

/// What was recognised in a text, as rows of `mentions` and for the marks of `tilik tag`.
public struct MentionReader {
  /// In the order of the text.
  public let rows: [MentionRow]

  /// Classes of words that say whether a statement is a fact.
  private static let factClasses = [
    "negation", "target", "hope", "condition", "future", "threshold",
  ]

  /// - Parameter reading: tells the numbers that are scores from the others.
  public init(_ tagged: TaggedArticle, _ reading: Reading) {
    var fields: [Range<Int>: String] = [:]
    for evidence in reading.claims.flatMap(\.evidence) where fields[evidence.range] == nil {
      fields[evidence.range] = evidence.field
    }
    rows = tagged.items.compactMap { item in
      Self.meaning(of: item, tagged, field: fields[item.range]).map {
        MentionRow(kind: $0, range: item.range, id: $1)
      }
    }
  }

  /// Where rules matched, as rows behind the others; a comparison of datasets tells by them what a rule
  /// did.
  static func rules(_ reading: Reading) -> [MentionRow] {
    reading.matches.map { MentionRow(kind: "rule", range: $0.range, id: $0.rule) }
  }

  private static func meaning(
    of item: Item, _ tagged: TaggedArticle, field: String?
  ) -> (kind: String, id: String?)? {
    let lexicon = tagged.lexicon
    switch item.content {
    case .region(let region):
      let only = region.candidates.count == 1 ? region.candidates.first : nil
      return ("region", only.map { lexicon.regions[Int($0)].code })
    case .unit(let unit): return ("unit", lexicon.units[Int(unit.unit)].id)
    case .institution(let row): return ("institution", lexicon.institutions[Int(row)].id)
    case .assessor(let row): return ("assessor", lexicon.assessors[Int(row)].id)
    case .instrument(let row): return ("instrument", lexicon.instruments[Int(row)].id)
    case .instrumentCue(let row): return ("instrument_cue", lexicon.instruments[Int(row)].id)
    case .number(let number): return (field ?? "number", number.description)
    case .range(let low, let high): return ("range", "\(low)-\(high)")
    case .year(let year, _): return ("year", String(year))
    case .date(let day, let month, let year):
      return ("date", year.map { date(day, month, $0) })
    case .regulation(let citation): return ("regulation", citation)
    case .zone(let zone, let shade, _):
      return ("zone", shade.map { "\(zone) \($0)" } ?? zone)
    case .grade(let grade): return ("grade", grade)
    case .category(let category): return ("category", category)
    case .rank(let rank, let of): return ("rank", of.map { "\(rank)/\($0)" } ?? String(rank))
    case .word:
      let kind = factClasses.first { item.classes.intersects(tagged.classes.set($0)) }
      return kind.map { ($0, nil) }
    case .punctuation: return nil
    }
  }

  private static func date(_ day: Int?, _ month: Int, _ year: Int) -> String {
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return "\(year)-\(two(month))" + (day.map { "-" + two($0) } ?? "")
  }
}

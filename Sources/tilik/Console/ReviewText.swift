import Dataset
import Pipeline

/// How a claim under review is shown, and what can be answered.
enum ReviewText {
  static func of(_ item: ReviewItem, number: Int, of count: Int) -> String {
    let claim = item.claim
    let about = ["region", "year", "unit", "instrument", "status"].compactMap { claim[$0].nonEmpty }
    let values = [
      "score", "zone", "zone_shade", "grade", "category", "rank", "rank_of", "rank_scope",
    ]
    .compactMap { column in claim[column].nonEmpty.map { "\(column) \($0)" } }
    var lines = [
      "\(number) of \(count)  \(claim["claim"].written): "
        + (item.reasons.isEmpty ? "nothing against it" : item.reasons.joined(separator: "; ")),
      "  \(about.joined(separator: ", ")): \(values.joined(separator: ", "))",
      "  …\(item.prefix)⟦\(claim["quote"].written)⟧\(item.suffix)…",
      "  \([item.title, claim["document"].written, item.url].compactMap { $0 }.joined(separator: ", "))",
    ]
    if let chain = claim["year_chain"].nonEmpty { lines.append("  year: \(chain)") }
    return lines.map { Escapes.terminal(Escapes.short($0, 1000)) }.joined(separator: "\n")
  }

  static let prompt = "[a]ccept, [r]eject, [c]hange field=value, [s]kip, [q]uit, [?] "

  static let help = """
      a                     rightly read: the page says so
      r                     wrongly read: the page does not say so
      c score=80.58         one field is wrong; several with ; between them: c score=80.58; year=2023
      c zone=               the page states no zone
      s                     decide later
      q                     stop; what was answered is kept
      A note goes behind --: r -- the page speaks of 2022
    """
}

extension Value {
  fileprivate var nonEmpty: String? { isNull ? nil : written }
}

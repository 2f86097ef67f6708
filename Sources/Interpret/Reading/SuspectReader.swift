import Lexicon
import Tag

/// Finds terms that a source seems to have mistaken for others, as rules mark them. They are told, never
/// mended: what the source meant is for people to say.
struct SuspectReader {
  static let kind = "suspect-term"
  /// The flag of claims whose sentence holds one.
  static let flag = "suspect_term"

  let document: TaggedArticle

  /// "suspect DPRD: OPD": the term as it stands, and what the table says is usually meant.
  func diagnostics(_ sentence: Sentence, _ marks: RuleMarks) -> [Diagnostic] {
    sentence.items.filter { marks[$0] == .suspect }.map { index in
      let item = document.items[index]
      let meant = document.value(of: item, as: "suspect") ?? "?"
      return Diagnostic(
        kind: Self.kind, message: "suspect \(document.text(item.range)): \(meant)",
        range: item.range)
    }
  }
}

extension Reading {
  /// Flags the claims that stand in a sentence with a suspected term.
  mutating func flagSuspects() {
    let places = diagnostics.filter { $0.kind == SuspectReader.kind }.map(\.range)
    guard !places.isEmpty else { return }
    for index in claims.indices
    where places.contains(where: { claims[index].quote.overlaps($0) }) {
      claims[index].flags = (claims[index].flags + [SuspectReader.flag]).sorted()
    }
  }
}

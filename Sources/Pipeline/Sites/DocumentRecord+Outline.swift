import Extract
import Interpret

extension DocumentRecord {
  /// For comparing the page with the others of its site.
  var outline: PageOutline? {
    article.flatMap { PageOutline($0, isNeeded: leans(on:)) }
  }

  /// Whether a passage must not be taken for the site's furniture because of what was read on the page.
  ///
  /// A sentence that says by itself who reached what in which year says so on whatever page it stands;
  /// a passage that gives a part of a statement (the line above a list, a name in it) is missed when it
  /// goes, and so is one that says which assessment or which region the page is about. But a sentence
  /// that names body and value and takes the year from the page around it is what a link to another
  /// story looks like: on the wrong page it is wrong.
  func leans(on passage: Range<Int>) -> Bool {
    guard let reading else { return false }
    var isOfOtherStory = false
    for claim in reading.claims {
      let fields = Set(
        claim.evidence.filter { passage.contains($0.range.lowerBound) }.map(\.field))
      if fields.isEmpty { continue }
      let saysWhen = fields.contains("year") && claim.year.basis == .stated
      let saysWho = fields.contains("region") || fields.contains("unit")
      let saysWhat = !fields.isSubset(of: ["region", "unit", "year"])
      if saysWhen || !(saysWho && saysWhat) { return true }
      isOfOtherStory = true
    }
    if isOfOtherStory { return false }
    let takesRegion = reading.claims.contains {
      $0.unit != nil || $0.flags.contains("region_inherited")
    }
    return reading.totals.contains { passage.contains($0.quote.lowerBound) }
      || mentions.contains { mention in
        passage.contains(mention.range.lowerBound)
          && (Self.context.contains(mention.kind) || takesRegion && mention.kind == "region")
      }
  }

  /// Kinds of mentions that say which assessment is spoken of.
  private static let context: Set<String> = ["assessor", "instrument", "instrument_cue"]
}

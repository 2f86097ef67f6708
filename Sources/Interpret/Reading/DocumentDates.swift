import Extract
import Lexicon
import Tag

/// The years that a document as a whole stands under.
enum DocumentDates {
  /// The year that "tahun ini" means: of publication or, without one, of the first full date in the text.
  static func anchor(of document: TaggedArticle) -> Int? {
    if let published = document.article.published { return published.value.year }
    for item in document.items {
      if case .date(_?, _, let year?) = item.content { return year }
    }
    return nil
  }

  /// The year that the title names, or the only one that the sentences about assessments name; nil where
  /// there are several.
  static func assessedYear(
    of document: TaggedArticle, marks: [RuleMarks], anchor: Int?
  ) -> ClaimYear? {
    var title: Set<Int> = []
    var body: Set<Int> = []
    for (number, sentence) in document.sentences.enumerated() {
      let isTitle = document.article.blocks[sentence.block].kind == .title
      let isAboutAssessment = sentence.items.contains { index in
        switch document.items[index].content {
        case .instrument(let row): document.lexicon.instruments[Int(row)].isInScope
        case .assessor(let row): document.lexicon.assessors[Int(row)].isInScope
        case .zone, .instrumentCue: true
        default: false
        }
      }
      for index in sentence.items {
        guard case .year(let year, isSpan: false) = document.items[index].content,
          marks[number][index] == nil
        else { continue }
        let isTarget = marks[number].statuses.contains {
          $0.status != .achieved && $0.cue.lowerBound <= index
        }
        if isTarget { continue }
        if isTitle {
          title.insert(year)
        } else if isAboutAssessment, year <= anchor ?? year {
          body.insert(year)
        }
      }
    }
    let chosen = title.count == 1 ? title : body
    guard chosen.count == 1, let year = chosen.first else { return nil }
    return ClaimYear(year: year, basis: .heading, chain: title.count == 1 ? "title" : nil)
  }
}

import Extract
import Lexicon
import Tag

/// From rows of tables to claims.
extension DocumentReader {
  /// "2022 | Evaluasi Pelayanan Publik 2021": the year in the assessment's name is not that of the award.
  private func assessedYear(_ sentence: Sentence) -> ClaimYear? {
    for index in sentence.items {
      if case .year(let year, isSpan: false) = document.items[index].content,
        DocumentDates.isAttached(index, sentence, document, classes)
      {
        return ClaimYear(year: year, basis: .stated)
      }
    }
    return nil
  }

  mutating func readRow(_ sentence: Sentence, _ index: Int, _ tables: inout TableReader) {
    guard let row = tables.read(sentence) else {
      // "Nilai IKM | 84,55": a label with its value reads like a sentence.
      if tables.isLabelled(sentence) { readSentence(sentence, index) }
      return
    }
    let status = StatusReader(marks: marks[index], sentence: sentence, clauseStarts: [])
    let assessed = assessedYear(sentence)
    for cell in row.results {
      let setting = ClaimMaker.Setting(
        sentence: sentence, named: [], clause: sentence.items, status: status,
        topicYear: assessed ?? cell.year ?? discourse.year,
        topicInstrument: topicInstrument(sentence),
        isTitle: false)
      append(
        maker.claims(
          body: .region(row.region), unit: row.unit, subject: named(row.subject),
          values: cell.values,
          manner: .table, in: setting),
        setting)
    }
  }
}

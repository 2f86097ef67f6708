import Lexicon
import Tag

/// Reads the office of the person whom a sentence quotes.
struct SpeakerReader {
  let document: TaggedArticle
  let classes: ReadingClasses

  /// "Kepala Perwakilan Ombudsman", "Wali Kota": an office beside a verb of speech; no person's name.
  func speaker(_ sentence: Sentence) -> String? {
    guard
      sentence.items.contains(where: {
        document.items[$0].classes.intersects(classes.speech)
      })
    else { return nil }
    for index in sentence.items {
      let item = document.items[index]
      guard item.classes.intersects(classes.office) else { continue }
      return document.text(item.range)
    }
    return nil
  }
}

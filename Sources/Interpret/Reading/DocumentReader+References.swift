import Extract
import Lexicon
import Tag

/// How a sentence points back: at all that were listed, at so many of them, at who speaks.
extension DocumentReader {
  /// "Semuanya", "keduanya": the bodies that were listed last.
  func refersToAll(_ sentence: Sentence) -> Bool { countOfAll(sentence) != nil }

  /// How many they are; 0 where the word does not say, nil where the sentence does not begin so.
  func countOfAll(_ sentence: Sentence) -> Int? {
    for index in sentence.items
    where document.items[index].classes.intersects(classes.allOfThem)
      && (index < sentence.items.lowerBound + 3
        || document.items[index - 1].classes.intersects(classes.speech))
    {
      // "Dari keduanya, X ...": one of them.
      if index > sentence.items.lowerBound,
        document.items[index - 1].classes.intersects(classes.takenFrom)
      {
        continue
      }
      return document.value(of: document.items[index], as: "all_of_them").flatMap { Int($0) } ?? 0
    }
    return isAllPointingBack(sentence) ? 0 : countPointingBack(sentence)
  }

  /// "Seluruh sampel tersebut", "semua unit kerja itu".
  private func isAllPointingBack(_ sentence: Sentence) -> Bool {
    let items = document.items[sentence.items].drop { $0.isMark("\"") }.prefix(3)
    guard items.count == 3, let all = items.first, let last = items.last else { return false }
    let noun = items[items.startIndex + 1]
    return all.classes.intersects(classes.wholeSet) && last.classes.intersects(classes.pointer)
      && (noun.classes.intersects(classes.countNoun) || noun.classes.intersects(classes.sampled))
  }

  /// "Dua daerah ini": a number that points back.
  func countPointingBack(_ sentence: Sentence) -> Int? {
    guard let start = sentence.items.first(where: { !document.items[$0].isMark("\"") }) else {
      return nil
    }
    let items = document.items[start..<min(start + 4, sentence.items.upperBound)]
    guard items.count == 4 || items.count == 3,
      items[start + 1].classes.intersects(classes.countNoun),
      items[start + 2].classes.intersects(classes.groupAnaphora)
        || ["ini", "itu"].contains(document.text(items[start + 2].range).lowercased())
    else { return nil }
    return document.count(at: start)
  }

  func isFirstPerson(_ sentence: Sentence) -> Bool {
    sentence.items.contains { document.items[$0].classes.intersects(classes.firstPerson) }
  }
}

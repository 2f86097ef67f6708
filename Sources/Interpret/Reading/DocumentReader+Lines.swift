import Extract
import Lexicon
import Tag

/// What a line by itself is: an item of a list, a heading, the lead of a list.
extension DocumentReader {
  func isListItem(_ sentence: Sentence) -> Bool {
    document.article.blocks[sentence.block].kind == .listItem
      || document.listNumber(of: sentence) != nil || isLine(sentence) || isBulleted(sentence)
  }

  /// "- Puskesmas X nilai 99,03."
  private func isBulleted(_ sentence: Sentence) -> Bool {
    let start = sentence.items.lowerBound
    guard sentence.items.count > 1,
      document.article.blocks[sentence.block].range.lowerBound
        == document.items[start].range.lowerBound,
      document.items[start].isMark("-") || document.items[start].isMark("*")
    else { return false }
    switch document.items[start + 1].content {
    case .region, .unit, .institution: return true
    default: return false
    }
  }

  /// "Kabupaten X: 93,41" on a line of its own.
  private func isLine(_ sentence: Sentence) -> Bool {
    guard sentence.items.count <= 12, !isTitle(sentence), isAlone(sentence) else { return false }
    switch document.items[sentence.items.lowerBound].content {
    case .region, .unit, .institution: break
    default: return false
    }
    return sentence.items.contains {
      if case .number(let number) = document.items[$0].content { number.scale > 0 } else { false }
    } && !sentence.items.contains { document.items[$0].classes.intersects(classes.fact) }
  }

  /// "Zona kuning:" above a list: what it says waits for the names.
  func isLead(_ sentence: Sentence, _ index: Int) -> Bool {
    nextIsListItem(index)
      && (document.items[sentence.items.upperBound - 1].isMark(":")
        || isHeading(sentence) && beginsWithBody(document.sentences[index + 1]))
  }

  /// "Kota X ...", "1. Dinas Y ...".
  private func beginsWithBody(_ sentence: Sentence) -> Bool {
    document.items[sentence.items].prefix(3).contains { item in
      switch item.content {
      case .region, .unit, .institution: true
      default: false
      }
    }
  }

  /// "Zona Hijau Kategori A" on a line of its own; "Kategori: A" is a line of the body above it.
  func isHeading(_ sentence: Sentence) -> Bool {
    isAlone(sentence) && sentence.items.count <= 8
      && sentence.items.contains {
        if case .zone = document.items[$0].content { true } else { false }
      }
      && !sentence.items.contains { index in
        if case .number = document.items[index].content { return true }
        return document.items[index].classes.intersects(classes.fact)
      }
  }

  /// Whether a block holds nothing but this sentence, and no full stop ends it.
  func isAlone(_ sentence: Sentence) -> Bool {
    let range = document.article.blocks[sentence.block].range
    guard let last = document.items[sentence.items].last else { return false }
    return !last.isMark(".") && !last.isMark(";")
      && document.items[sentence.items.lowerBound].range.lowerBound - range.lowerBound < 4
      && range.upperBound - last.range.upperBound < 4
  }

  /// Whether the block behind that of a sentence, its last one, begins a list.
  func nextIsListItem(_ index: Int) -> Bool {
    guard index + 1 < document.sentences.count else { return false }
    let next = document.sentences[index + 1]
    return next.block == document.sentences[index].block + 1 && isListItem(next)
  }
}

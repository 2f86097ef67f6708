public import Extract
public import Lexicon

/// Finds in an article what the lexicon and the readers know, and cuts it into sentences.
public struct Tagger: Sendable {
  public let lexicon: Lexicon
  public let classes: WordClasses

  public init(lexicon: Lexicon) {
    self.lexicon = lexicon
    classes = WordClasses(lexicon.words)
  }

  /// Splits the text into sentences of items and says of each item what it is.
  public func tag(_ article: Article) -> TaggedArticle {
    let context = ReadingContext(text: article.text, lexicon: lexicon, classes: classes)
    let scanner = Scanner(lexicon: lexicon, classes: classes, text: article.text)
    let splitter = SentenceSplitter(
      text: article.text, abbreviations: classes.set("abbreviation", "title"))
    let folder = Folder(context: context)
    let matches = lexicon.matches(in: article.text)
    var next = 0
    var raw: [Item] = []
    var items: [Item] = []
    var sentences: [Sentence] = []
    for (number, block) in article.blocks.enumerated() {
      raw.removeAll(keepingCapacity: true)
      scanner.scan(block.range, matches: matches, next: &next, into: &raw)
      let start = items.count
      folder.fold(&raw, into: &items)
      RegionRoles(context: context).assign(&items, start..<items.count)
      if block.kind == .tableRow {
        guard items.count > start else { continue }
        sentences.append(
          Sentence(items: start..<items.count, range: block.range, block: number))
      } else {
        sentences += splitter.split(items, start..<items.count, block: number)
      }
    }
    ShortNames(text: article.text).assign(&items)
    return TaggedArticle(
      article: article, items: items, sentences: sentences, lexicon: lexicon, classes: classes)
  }
}

/// Turns runs of scanned items into the mentions that they write.
private struct Folder {
  let time: TimeReader
  let values: ValueReader
  let regions: RegionReader
  let units: UnitReader

  init(context: ReadingContext) {
    time = TimeReader(context: context)
    values = ValueReader(context: context)
    regions = RegionReader(context: context)
    units = UnitReader(context: context)
  }

  func fold(_ raw: inout [Item], into items: inout [Item]) {
    var index = 0
    while index < raw.count {
      let found =
        time.read(raw, at: index, to: raw.count) ?? regions.read(raw, at: index, to: raw.count)
        ?? units.read(raw, at: index, to: raw.count)
        ?? values.read(raw, at: index, to: raw.count, from: 0)
      if let found {
        // A reader that looks back must see the mention, not the words it was made of.
        for offset in 0..<found.count { raw[index + offset].content = found.item.content }
        items.append(found.item)
        index += found.count
      } else {
        items.append(raw[index])
        index += 1
      }
    }
  }
}

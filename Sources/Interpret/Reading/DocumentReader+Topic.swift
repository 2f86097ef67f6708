import Extract
import Lexicon
import Tag

/// What the text is about where a sentence does not say so: the body, police and land offices, the instrument.
extension DocumentReader {
  /// Whether the region that the document is about was named before: in the title or in the text so far.
  func isMainKnown(_ sentence: Sentence) -> Bool {
    firstOfMain.map { $0 < sentence.items.lowerBound } ?? false
  }

  /// The first item that names the region which the document is about.
  static func firstOfMain(_ document: TaggedArticle, _ resolver: RegionResolver) -> Int? {
    guard let main = resolver.main else { return nil }
    return document.items.firstIndex { item in
      if case .region(let mention) = item.content {
        resolver.resolve(mention) == main
      } else {
        false
      }
    }
  }

  /// The body that a sentence without one speaks of.
  func topicSubject(_ sentence: Sentence) -> Subject? {
    guard !discourse.isVertical else { return nil }
    if let topic = discourse.topic ?? titled { return topic }
    return resolver.main.map {
      Subject(kind: .region($0), items: sentence.items.lowerBound..<sentence.items.lowerBound)
    }
  }

  mutating func updateVertical(_ sentence: Sentence) {
    let head = sentence.items.prefix(5)
    for index in head {
      if case .unit(let mention) = document.items[index].content,
        document.lexicon.units[Int(mention.unit)].isVertical
      {
        discourse.isVertical = true
        return
      }
    }
    for index in sentence.items {
      if case .unit(let mention) = document.items[index].content,
        document.lexicon.units[Int(mention.unit)].isVertical, mention.properName == nil
      {
        continue
      }
      if case .region(let mention) = document.items[index].content, mention.role == .plain {
        // Below a headline of land offices "Kabupaten X" is still the office there.
        if mention.level != nil,
          !isOfVertical || document.items[index].classes.intersects(classes.body)
        {
          discourse.isVertical = false
        }
        return
      }
    }
  }

  /// - Parameter hasScore: whether the sentence states one: "di tengah pandemi X meraih 84,12" is of ours.
  mutating func noteInstrument(_ sentence: Sentence, hasScore: Bool) {
    let isOurs = sentence.items.contains { names(document.items[$0]) }
    if isOurs || hasScore {
      discourse.isForeign = false
    } else if sentence.items.contains(where: {
      document.items[$0].classes.intersects(classes.distractor)
    }) {
      discourse.isForeign = true
    }
    var isNamed = false
    for index in sentence.items {
      if case .instrument(let row) = document.items[index].content {
        discourse.instrument = row
        discourse.instrumentBlock = sentence.block
        isNamed = true
      }
    }
    guard !isNamed else { return }
    // "Ombudsman menghargai X. Nilainya 88,87": another assessor than the topic's brings its own instrument.
    if let row = instruments.ofAssessor(
      in: sentence, topic: discourse.instrument ?? instruments.usual),
      row != discourse.instrument
    {
      discourse.instrument = row
      discourse.instrumentBlock = sentence.block
    }
  }

  /// Whether an item names an instrument or assessor of ours.
  func names(_ item: Item) -> Bool {
    document.lexicon.isOurs(item.content)
  }

  /// One of ours holds until another is named; a foreign one only in its own paragraph.
  func topicInstrument(_ sentence: Sentence) -> Int32? {
    guard let row = discourse.instrument else { return nil }
    if document.lexicon.instruments[Int(row)].isInScope { return row }
    return discourse.instrumentBlock == sentence.block ? row : nil
  }
}

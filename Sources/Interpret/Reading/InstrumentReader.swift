import Extract
import Lexicon
import Tag

/// Finds the instrument and the assessor that a value stands under.
struct InstrumentReader {
  let document: TaggedArticle
  /// The instrument that the document is about, where nothing nearer says so.
  let usual: Int32?
  let usualAssessor: Int32?
  /// The document speaks of something else altogether (an epidemic's zones) and of no instrument of ours.
  let isForeign: Bool
  /// The instruments of ours that the document names, in the order of the text, each once.
  let named: [Int32]
  /// Blocks that name an instrument or assessor of ours.
  let blocks: Set<Int>

  init(_ document: TaggedArticle, classes: ReadingClasses) {
    self.document = document
    let lexicon = document.lexicon
    var instruments: [Int32: Int] = [:]
    var assessors: [Int32: Int] = [:]
    var distractors = 0
    var named: [Int32] = []
    for item in document.items {
      let weight = item.range.upperBound <= document.article.bodyStart ? 3 : 2
      switch item.content {
      case .instrument(let row):
        if lexicon.instruments[Int(row)].isInScope {
          instruments[row, default: 0] += weight
          if !named.contains(row) { named.append(row) }
        } else {
          distractors += weight
        }
      case .instrumentCue(let row) where lexicon.instruments[Int(row)].isInScope:
        instruments[row, default: 0] += 1
      case .assessor(let row): assessors[row, default: 0] += weight
      default: break
      }
      if item.classes.intersects(classes.distractor) { distractors += 1 }
    }
    let ours = assessors.filter { lexicon.assessors[Int($0.key)].isInScope }
    let assessor = ours.max { ($0.value, -$0.key) < ($1.value, -$1.key) }?.key
    usualAssessor = assessor.map { Self.head(of: $0, lexicon) }
    let known = instruments.values.reduce(0, +) + ours.values.reduce(0, +)
    // Who assesses speaks for what is assessed.
    for (row, weight) in ours {
      let id = lexicon.assessors[Int(Self.head(of: row, lexicon))].id
      let own = lexicon.instruments.indices.filter {
        lexicon.instruments[$0].isInScope && lexicon.instruments[$0].assessor == id
      }
      let named = own.filter { instruments[Int32($0)] != nil }
      if let one = named.first ?? own.first { instruments[Int32(one), default: 0] += weight }
    }
    let best = instruments.max { ($0.value, -$0.key) < ($1.value, -$1.key) }?.key
    usual = best
    self.named = named
    isForeign = known == 0 || distractors > 3 * known
    blocks = isForeign ? [] : Self.blocksNamingOurs(document)
  }

  private static func blocksNamingOurs(_ document: TaggedArticle) -> Set<Int> {
    let lexicon = document.lexicon
    let naming = document.sentences.lazy.filter { sentence in
      sentence.items.contains { index in
        switch document.items[index].content {
        case .instrument(let row), .instrumentCue(let row): lexicon.instruments[Int(row)].isInScope
        case .assessor(let row): lexicon.assessors[Int(row)].isInScope
        default: false
        }
      }
    }
    return Set(naming.map(\.block))
  }

  /// The body whose office an assessor is.
  private static func head(of row: Int32, _ lexicon: Lexicon) -> Int32 {
    guard let parent = lexicon.assessors[Int(row)].parent,
      let index = lexicon.assessors.firstIndex(where: { $0.id == parent })
    else { return row }
    return Int32(index)
  }

  /// The nearest instrument in front of the value in its sentence, else behind it, else the topic's,
  /// else the document's; `isStated` when the sentence itself names it.
  func instrument(
    of value: StatedValue, in sentence: Sentence, topic: Int32?
  ) -> (row: Int32?, isStated: Bool) {
    let item = value.item
    var before: Int32?
    var after: Int32?
    for index in sentence.items {
      guard case .instrument(let row) = document.items[index].content else { continue }
      if index < item {
        before = row
      } else if after == nil {
        after = row
      }
    }
    if let row = before ?? after {
      // "Nilai SAKIP 75,2 dan zona hijau dari Ombudsman": a foreign instrument does not reach across an
      // assessor of ours, and has no zones.
      if !document.lexicon.instruments[Int(row)].isInScope,
        isOurs(value, behind: row, in: sentence),
        let ours = ofAssessor(in: sentence, topic: topic ?? usual)
      {
        return (ours, true)
      }
      return (row, true)
    }
    if let row = ofAssessor(in: sentence, topic: topic ?? usual) { return (row, true) }
    // A weaker word decides between instruments of ours, not against them.
    for index in sentence.items {
      guard case .instrumentCue(let row) = document.items[index].content else { continue }
      let cued = document.lexicon.instruments[Int(row)]
      // "Rapor merah ... penyelenggara pelayanan publik": no instrument that has no zones.
      if cued.isInScope, !cued.fields.isEmpty, !cued.fields.contains(value.field) { continue }
      return (row, cued.isInScope)
    }
    return (topic ?? usual, false)
  }

  private func isOurs(_ value: StatedValue, behind row: Int32, in sentence: Sentence) -> Bool {
    if value.field == "zone" { return true }
    let foreign = sentence.items.last {
      if case .instrument(row) = document.items[$0].content { $0 < value.item } else { false }
    }
    guard let foreign else { return false }
    return document.items[foreign..<value.item].contains { item in
      guard case .assessor(let assessor) = item.content else { return false }
      return document.lexicon.assessors[Int(assessor)].isInScope
    }
  }

  /// The instrument of the only assessor that a sentence names: the topic's, if it is one of that
  /// assessor's, else the first of the table.
  func ofAssessor(in sentence: Sentence, topic: Int32?) -> Int32? {
    let lexicon = document.lexicon
    var heads: Set<Int32> = []
    for index in sentence.items {
      if case .assessor(let row) = document.items[index].content {
        heads.insert(Self.head(of: row, lexicon))
      }
    }
    guard heads.count == 1, let head = heads.first, lexicon.assessors[Int(head)].isInScope else {
      return nil
    }
    let id = lexicon.assessors[Int(head)].id
    if let topic, lexicon.instruments[Int(topic)].assessor == id { return topic }
    // A satisfaction survey is anybody's.
    if let topic, lexicon.instruments[Int(topic)].isInScope,
      lexicon.instruments[Int(topic)].assessor == nil
    {
      return nil
    }
    return lexicon.instruments.firstIndex { $0.isInScope && $0.assessor == id }.map(Int32.init)
  }

  /// The assessor that the sentence names, else the document's.
  func assessor(in sentence: Sentence, instrument: Int32?) -> Int32? {
    let lexicon = document.lexicon
    for index in sentence.items {
      if case .assessor(let row) = document.items[index].content,
        lexicon.assessors[Int(row)].isInScope
      {
        return Self.head(of: row, lexicon)
      }
    }
    guard let usualAssessor else { return nil }
    guard let instrument, let id = lexicon.instruments[Int(instrument)].assessor else {
      return usualAssessor
    }
    return lexicon.assessors[Int(usualAssessor)].id == id ? usualAssessor : nil
  }
}

public import Lexicon
import Tag

/// What makes a document one of ours.
///
/// Nothing is claimed from a document that names no instrument and no assessor of the dataset:
/// `InstrumentReader` finds it foreign, and it is not read any further. Whoever wants to know this before
/// a page is parsed (the relevance gate) asks here for the names, so that there is one condition only.
extension Lexicon {
  /// Whether a meaning of a pattern names an instrument or an assessor whose results are in the dataset.
  public func isOurs(_ entry: Entry) -> Bool {
    switch entry.kind {
    case .instrument, .instrumentCue: instruments[Int(entry.index)].isInScope
    case .assessor: assessors[Int(entry.index)].isInScope
    // Regulations are documents of ours in their own right.
    case .regulationType: true
    default: false
    }
  }

  /// The same of what the tagger made of it.
  func isOurs(_ content: Content) -> Bool {
    switch content {
    case .instrument(let row), .instrumentCue(let row): instruments[Int(row)].isInScope
    case .assessor(let row): assessors[Int(row)].isInScope
    default: false
    }
  }

  /// The names of which at least one stands in every document that anything is claimed from, and how each
  /// must be written.
  public var namesOfOurs: [(spelling: [UInt8], writings: Set<Entry.Writing>)] {
    spellings.indices.compactMap { pattern in
      let ours = entries(pattern: Int32(pattern)).filter(isOurs)
      return ours.isEmpty ? nil : (spellings[pattern], Set(ours.map(\.writing)))
    }
  }
}

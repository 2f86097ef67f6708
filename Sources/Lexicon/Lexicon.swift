/// What an entry of the lexicon is.
public enum EntryKind: UInt8, Sendable, Hashable {
  case region, unit, assessor, instrument, instrumentCue, category, regulationType, word
}

/// One meaning of a pattern: the table it comes from and the row there.
public struct Entry: Sendable, Hashable {
  public let kind: EntryKind
  /// Row of the kind's table (`regions`, `units`…), from 0.
  public let index: Int32
  /// Too weak alone (a common word, a short or ambiguous name): it needs context to count.
  public let needsCue: Bool
}

/// A place in a text where a pattern stands.
public struct Match: Sendable, Hashable {
  /// UTF-8 byte offsets.
  public let start: Int32
  public let end: Int32
  public let pattern: Int32
}

/// The tables of a pipeline, and the one matcher that finds any of their entries in a text.
public struct Lexicon: Sendable {
  public let regions: [Region]
  public let units: [Unit]
  public let assessors: [Assessor]
  public let instruments: [Instrument]
  public let scales: [Scale]
  public let regulations: [Regulation]
  public let regulationTypes: [RegulationType]
  public let categories: [String]
  public let words: [Word]
}

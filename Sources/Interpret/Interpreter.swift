import Extract
public import Lexicon
public import Tag

/// Reads tagged articles: who has which value in which year under which instrument, and whether it is a
/// fact.
public struct Interpreter: Sendable {
  public let lexicon: Lexicon
  public let rules: RuleSet
  private let regulations: RegulationIndex
  private let classes: ReadingClasses
  private let offices: OfficeWords

  public init(lexicon: Lexicon, rules: RuleSet) {
    self.lexicon = lexicon
    self.rules = rules
    regulations = RegulationIndex(lexicon)
    classes = ReadingClasses(WordClasses(lexicon.words))
    offices = OfficeWords(lexicon)
  }

  /// All that one document says: claims, totals, citations, and what of it is in doubt.
  public func interpret(_ document: TaggedArticle) -> Reading {
    interpret(document, log: nil)
  }

  /// - Parameter log: told what is dropped and why; nil for nobody.
  func interpret(_ document: TaggedArticle, log: DecisionLog?) -> Reading {
    var reader = DocumentReader(document, rules: rules, classes: classes, log: log)
    var reading = reader.read()
    for index in reading.claims.indices { finish(&reading.claims[index]) }
    attribute(&reading, document)
    reading.cutQuotes(document)
    if RegulationReader.concerns(document) {
      RegulationReader(document, index: regulations).read(into: &reading)
      reading.leaveOutBands()
    }
    return reading
  }

  /// Who says each claim.
  private func attribute(_ reading: inout Reading, _ document: TaggedArticle) {
    guard !reading.claims.isEmpty else { return }
    var reader = AttributionReader(document, classes, offices)
    let found = zip(document.sentences, reader.attributions())
    let byQuote = Dictionary(found.map { ($0.range, $1) }) { first, _ in first }
    for index in reading.claims.indices {
      reading.claims[index].attribution = byQuote[reading.claims[index].quote] ?? Attribution()
    }
  }

  /// The code and the scale that were valid in the claim's year.
  private func finish(_ claim: inout Claim) {
    guard let year = claim.year.year else { return }
    var subject: String
    switch claim.body {
    case .region(let row):
      subject = lexicon.regions[Int(row)].level.rawValue
      claim.body = .region(lexicon.region(row, in: year))
    case .other(_, let level): subject = level
    }
    if claim.unit != nil { subject = "unit" }
    claim.instrument = claim.instrument.map { instrument($0, in: year, of: subject) }
    if let instrument = claim.instrument,
      let scale = lexicon.scale(instrument: instrument, subject: subject, year: year)
    {
      claim.scale = scale.id
    }
  }

  /// The instrument that its assessor used in the year, where the one named had no scale then but exactly
  /// one other of the same assessor had: the "opini" of 2022 is the compliance assessment's.
  private func instrument(_ id: String, in year: Int, of subject: String) -> String {
    guard lexicon.scale(instrument: id, subject: subject, year: year) == nil,
      let named = lexicon.instruments.first(where: { $0.id == id }), let assessor = named.assessor
    else { return id }
    let others = lexicon.instruments.filter {
      $0.isInScope && $0.id != id && $0.assessor == assessor
        && lexicon.scale(instrument: $0.id, subject: subject, year: year) != nil
    }
    // Competitions have no scale in any year.
    guard others.count == 1, lexicon.scales.contains(where: { $0.instrument == id }) else {
      return id
    }
    return others[0].id
  }
}

extension Reading {
  /// The longest quote, in bytes: a paragraph. What is longer is no sentence but a list that never ends.
  private static var quoteLimit: Int { 4_000 }
  /// What is shown around the evidence of a claim whose sentence is longer than that.
  private static var context: Int { 200 }

  /// A quote of a monstrous sentence shows what the claim stands on, not all of it a thousand times.
  fileprivate mutating func cutQuotes(_ document: TaggedArticle) {
    for index in claims.indices where claims[index].quote.count > Self.quoteLimit {
      let quote = claims[index].quote
      // What stands in the sentence in front of a list is not in this one.
      let own = claims[index].evidence.filter { quote.overlaps($0.range) }
      let values = own.filter { $0.field != "year" && $0.field != "region" }
      let near = (values.isEmpty ? own : values).map(\.range)
      let first = near.map(\.lowerBound).min() ?? quote.lowerBound
      let last = near.map(\.upperBound).max() ?? quote.lowerBound
      let wanted = max(first - Self.context, quote.lowerBound)..<(last + Self.context)
      claims[index].quote = Self.words(of: document, in: wanted.clamped(to: quote))
    }
    for index in totals.indices where totals[index].quote.count > Self.quoteLimit {
      let quote = totals[index].quote
      totals[index].quote = Self.words(
        of: document, in: quote.lowerBound..<quote.lowerBound + Self.quoteLimit)
    }
  }

  /// The whole items in a stretch of text.
  private static func words(of document: TaggedArticle, in range: Range<Int>) -> Range<Int> {
    let items = document.items
    let first = items.partition { $0.range.lowerBound >= range.lowerBound }
    let last = items.partition { $0.range.upperBound > range.upperBound }
    guard first < last else { return range }
    return items[first].range.lowerBound..<items[last - 1].range.upperBound
  }

  /// The bands of a scale are no results.
  fileprivate mutating func leaveOutBands() {
    guard !bands.isEmpty else { return }
    let quotes = Set(bands.map(\.quote))
    func isBand(_ quote: Range<Int>) -> Bool { quotes.contains { $0.overlaps(quote) } }
    claims.removeAll { isBand($0.quote) }
    totals.removeAll { isBand($0.quote) }
  }
}

extension [Item] {
  /// The first index at which a condition holds that holds for all that follow.
  fileprivate func partition(_ holds: (Item) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if holds(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}

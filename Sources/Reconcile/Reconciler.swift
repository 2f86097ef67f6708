public import Interpret
public import Lexicon

/// Makes one row per body, unit, instrument and year out of what all documents claim.
///
///     let reconciliation = Reconciler(lexicon: lexicon).reconcile(documents)
public struct Reconciler: Sendable {
  let regions: [Region]
  let instruments: [String: Instrument]
  let scales: ScaleLookup

  public init(lexicon: Lexicon) {
    self.init(
      regions: lexicon.regions, instruments: lexicon.instruments,
      scales: ScaleLookup(lexicon.scales) {
        lexicon.scale(instrument: $0, subject: $1, year: $2, score: $3)
      })
  }

  init(regions: [Region], instruments: [Instrument], scales: ScaleLookup) {
    self.regions = regions
    self.instruments = Dictionary(instruments.map { ($0.id, $0) }) { first, _ in first }
    self.scales = scales
  }

  /// The same for the same documents, in whatever order they are given.
  public func reconcile(_ documents: [DocumentClaims]) -> Reconciliation {
    let ordered = documents.sorted { precedes($0.document, $1.document) }
    let results = Gathering.groups(ordered).map { key, voices in outcome(key, voices) }
      .sorted { precedes($0.key.text, $1.key.text) }
    return Reconciliation(
      results: results,
      coverage: CoverageCount(documents: ordered, results: results, instruments: instruments).rows,
      panel: panel(results, ordered))
  }

  /// The scale by which a claim's values are to be read: that of its instrument, body and year, or
  /// the one that the claim names.
  public func scale(of claim: Claim) -> Scale? {
    scale(
      body: claim.body, isUnit: claim.unit != nil, instrument: claim.instrument,
      year: claim.year.year, score: claim.values.score)
      ?? claim.scale.flatMap { scales.scale(id: $0) }
  }

  private func outcome(_ key: ResultKey, _ voices: [Voice]) -> Outcome {
    let named = voices.compactMap(\.claim.scale).distinct().first
    return Settling(
      key: key, voices: voices,
      scale: { score in
        scale(
          body: key.body, isUnit: key.unit != nil, instrument: key.instrument, year: key.year,
          score: score) ?? named.flatMap { scales.scale(id: $0) }
      },
      instrumentMax: key.instrument.flatMap { instruments[$0]?.scoreMax }
    ).outcome()
  }

  private func scale(
    body: Body, isUnit: Bool, instrument: String?, year: Int?, score: FixedPoint?
  ) -> Scale? {
    guard let instrument, let year else { return nil }
    return scales.find(
      instrument, isUnit ? "unit" : body.subject(in: regions), year, score)
  }

  /// A region's results as a whole, by year; where an instrument has none of a known year, none.
  private func panel(_ results: [Outcome], _ documents: [DocumentClaims]) -> [PanelRow] {
    struct Cell: Hashable {
      let region: Int32
      let year: Int
    }
    var cells: [Cell: [Int]] = [:]
    for (position, result) in results.enumerated() {
      guard case .region(let region) = result.key.body, result.key.unit == nil,
        result.key.instrument != nil, let year = result.key.year
      else { continue }
      cells[Cell(region: region, year: year), default: []].append(position)
    }
    var sources: [String: String] = [:]
    for document in documents {
      for claim in document.claims { sources[claim.id] = document.source }
    }
    return cells.map { cell, positions in
      PanelRow(
        region: cell.region, year: cell.year,
        results: positions.sorted {
          precedes(results[$0].key.instrument ?? "", results[$1].key.instrument ?? "")
        },
        documents: Set(positions.flatMap { results[$0].claims }.compactMap { sources[$0] }).count)
    }.sorted { ($0.region, $0.year) < ($1.region, $1.year) }
  }
}

extension ResultKey {
  /// The key in words, from which an identifier can be made; distinct for distinct keys.
  /// - Parameter region: what stands for a region, such as its code.
  public func text(region: (Int32) -> String) -> String {
    let body =
      switch self.body {
      case .region(let row): "region\u{1F}" + region(row)
      case .other(let name, let level): "body\u{1F}" + level + "\u{1F}" + name
      }
    let year = year.map(String.init) ?? ""
    var parts = [body, unit ?? "", instrument ?? "", year]
    if let document { parts += [document, String(occurrence)] }
    return parts.joined(separator: "\u{1F}")
  }

  var text: String { text { String($0) } }
}

import Dataset

/// What is known of every region under one instrument, year by year.
struct CoverageMap {
  enum State: String, CaseIterable {
    case result
    case claim = "claim_without_result"
    case document = "document_without_claim"
    case nothing = "no_document"

    /// Of a region known under two codes the better one counts.
    var place: Int { Self.allCases.firstIndex(of: self) ?? 0 }
  }

  let instrument: String
  let years: [Int]
  /// By code of the region, a state for each of `years`.
  private let states: [String: [State]]
  private let regions: [String]

  /// One map for each instrument in `coverage`. Regions that the table does not have are those of which
  /// no document speaks.
  static func all(_ data: ReportData) -> [CoverageMap] {
    let records = Dictionary(grouping: data.records(Schema.coverage)) { $0["instrument"].written }
    let known = data.resultInstruments.filter { records[$0] != nil }
    let others = records.keys.filter { !known.contains($0) }.sorted()
    return (known + others).map { CoverageMap($0, records[$0] ?? [], data) }
  }

  private init(_ instrument: String, _ records: [Record], _ data: ReportData) {
    self.instrument = instrument
    let years = Set(records.compactMap { $0["year"].integer }).sorted()
    let places = Dictionary(
      years.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    var states: [String: [State]] = [:]
    for record in records {
      guard let place = record["year"].integer.flatMap({ places[$0] }),
        let state = record["status"].text.flatMap(State.init(rawValue:))
      else { continue }
      let code = data.key(record)
      var row = states[code] ?? Array(repeating: .nothing, count: years.count)
      if state.place < row[place].place { row[place] = state }
      states[code] = row
    }
    self.years = years
    self.states = states
    regions = data.regions.map { $0["region_code"].written }
  }

  func states(of region: String) -> [State] {
    states[region] ?? Array(repeating: .nothing, count: years.count)
  }

  /// How many of the regions are in each state in a year, by the place of the year.
  func counts(_ place: Int, of regions: [String]? = nil) -> [State: Int] {
    var counts: [State: Int] = [:]
    for region in regions ?? self.regions { counts[states(of: region)[place], default: 0] += 1 }
    return counts
  }
}

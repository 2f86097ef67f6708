import Interpret
import Lexicon

/// Counts, for every region, year and instrument that occurs, what is known and what is missing.
///
/// The rows are the regions that documents name or claims are about, times the pairs of year and
/// instrument of which any claim speaks; so a gap in one region shows beside the others' results.
struct CoverageCount {
  private struct Cell: Hashable {
    let region: Int32
    let year: Int
    let instrument: String
  }

  private struct Season: Hashable {
    let year: Int
    let instrument: String
  }

  private struct Visit: Hashable {
    let region: Int32
    let year: Int
  }

  let rows: [Coverage]

  init(documents: [DocumentClaims], results: [Outcome], instruments: [String: Instrument]) {
    var claims: [Cell: Int] = [:]
    var visits: [Visit: Int] = [:]
    var regions: Set<Int32> = []
    for document in documents where document.duplicateOf == nil {
      var visited: Set<Visit> = []
      func visit(_ region: Int32, _ years: [Int]) {
        regions.insert(region)
        for year in years { visited.insert(Visit(region: region, year: year)) }
      }
      for region in document.regions { visit(region, document.years) }
      for claim in document.claims.map(\.claim) {
        guard case .region(let region) = claim.body else { continue }
        visit(region, [claim.year.year].compactMap { $0 })
        if let year = claim.year.year, let instrument = claim.instrument {
          claims[Cell(region: region, year: year, instrument: instrument), default: 0] += 1
        }
      }
      for visit in visited { visits[visit, default: 0] += 1 }
    }
    var found: [Cell: Int] = [:]
    for key in results.map(\.key) {
      guard case .region(let region) = key.body, let year = key.year,
        let instrument = key.instrument
      else { continue }
      found[Cell(region: region, year: year, instrument: instrument), default: 0] += 1
    }
    let cells: [Cell] = Array(claims.keys) + Array(found.keys)
    let known = Set(cells.map { Season(year: $0.year, instrument: $0.instrument) })
    let seasons = known.filter { instruments[$0.instrument]?.isInScope ?? true }
      .sorted { $0.year == $1.year ? precedes($0.instrument, $1.instrument) : $0.year < $1.year }
    rows = regions.sorted().flatMap { region in
      seasons.map { season in
        let cell = Cell(region: region, year: season.year, instrument: season.instrument)
        return Coverage(
          region: region, year: season.year, instrument: season.instrument,
          documents: visits[Visit(region: region, year: season.year)] ?? 0,
          claims: claims[cell] ?? 0, results: found[cell] ?? 0)
      }
    }
  }
}

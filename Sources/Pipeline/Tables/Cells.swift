import Dataset
import Interpret
import Lexicon

/// A row under way: columns by their names, of which that which was added last counts. A list, since rows are
/// put together more often than asked.
struct Cells: ExpressibleByDictionaryLiteral, Sequence {
  private var list: [(key: String, value: Value)]

  init(dictionaryLiteral cells: (String, Value)...) {
    list = cells.map { (key: $0, value: $1) }
  }

  subscript(column: String) -> Value? { list.last { $0.key == column }?.value }

  /// Adds columns; those given win.
  mutating func add(_ cells: Cells) { list += cells.list }

  mutating func add(_ column: String, _ value: Value) { list.append((column, value)) }

  func makeIterator() -> IndexingIterator<[(key: String, value: Value)]> { list.makeIterator() }
}

extension Value {
  init(_ number: FixedPoint?) {
    self = number.map { .decimal(units: $0.units, scale: $0.scale) } ?? .null
  }
}

/// Turns what claims hold into the columns that several tables share.
struct CellMaker {
  let lexicon: Lexicon
  private let assessors: [String: String]
  private let instruments: Set<String>

  init(_ lexicon: Lexicon) {
    self.lexicon = lexicon
    assessors = Dictionary(lexicon.assessors.map { ($0.id, $0.name) }) { first, _ in first }
    instruments = Set(lexicon.instruments.map(\.id))
  }

  func body(_ body: Body) -> Cells {
    switch body {
    case .region(let row): region(row)
    case .other(let name, let level): ["region": Value(name), "level": Value(level)]
    }
  }

  func region(_ row: Int32) -> Cells {
    let region = lexicon.regions[Int(row)]
    return [
      "region_code": Value(region.code), "region": Value(region.fullName),
      "level": Value(region.level.rawValue),
    ]
  }

  func unit(_ unit: ClaimUnit?) -> Cells {
    guard let unit else { return [:] }
    return [
      "unit": Value(unit.name), "unit_type": Value(unit.type), "sector": Value(unit.sector),
    ]
  }

  func assessor(_ id: String?) -> Value {
    Value(id.map { assessors[$0] ?? $0 })
  }

  /// Nothing for an id that the instruments table does not have.
  func instrument(_ id: String?) -> Value {
    Value(id.flatMap { instruments.contains($0) ? $0 : nil })
  }

  func values(_ values: ClaimValues, scoreMax: FixedPoint?) -> Cells {
    [
      "score": Value(values.score), "score_max": values.score == nil ? .null : Value(scoreMax),
      "zone": Value(values.zone), "zone_shade": Value(values.shade),
      "grade": Value(values.grade), "category": Value(values.category),
      "rank": Value(values.rank), "rank_of": Value(values.rankOf),
      "rank_scope": Value(values.rankScope),
    ]
  }

  /// A quote and where it stands, in the text and in the saved page.
  func evidence(_ range: Range<Int>, _ places: TextPlaces) -> Cells {
    let place = places.place(of: range)
    let raw = places.raw(of: range)
    return [
      "part": Value(place.part), "quote": Value(places.text(range)),
      "start": .integer(place.start), "end": .integer(place.end),
      "raw_start": Value(raw?.lowerBound), "raw_end": Value(raw?.upperBound),
    ]
  }
}

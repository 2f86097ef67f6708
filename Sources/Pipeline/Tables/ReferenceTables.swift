import Dataset
import Lexicon

/// The lexicon's tables as the dataset carries them.
struct ReferenceTables {
  let lexicon: Lexicon

  /// - Parameter citing: how many documents are or cite each regulation, by short citation.
  func tables(citing: [String: Int]) throws(DatasetError) -> [Table] {
    [
      try regions(), try units(), try instruments(), try scales(), try regulations(citing),
    ]
  }

  private func regions() throws(DatasetError) -> Table {
    var table = Table(Schema.regions)
    let codes = Set(lexicon.regions.map(\.code))
    for region in lexicon.regions {
      try table.append([
        "region_code": Value(region.code), "region": Value(region.fullName),
        "level": Value(region.level.rawValue), "name": Value(region.name),
        "province_code": codes.contains(region.provinceCode) ? Value(region.provinceCode) : .null,
        "successor_code": Value(region.successorCode),
      ])
    }
    return table
  }

  private func units() throws(DatasetError) -> Table {
    var table = Table(Schema.units)
    for unit in lexicon.units {
      try table.append([
        "unit_id": Value(unit.id), "name": Value(unit.name),
        "abbreviation": Value(unit.abbreviation), "sector": Value(unit.sector),
        "unit_type": Value(unit.type),
      ])
    }
    return table
  }

  private func instruments() throws(DatasetError) -> Table {
    var table = Table(Schema.instruments)
    let cells = CellMaker(lexicon)
    for instrument in lexicon.instruments {
      try table.append([
        "instrument": Value(instrument.id), "name_id": Value(instrument.name),
        "name_en": Value(instrument.nameEnglish),
        "assessor": cells.assessor(instrument.assessor),
        "scope": instrument.isInScope ? "core" : "told_apart",
      ])
    }
    return table
  }

  private func scales() throws(DatasetError) -> Table {
    var table = Table(Schema.scales)
    let known = Set(lexicon.instruments.map(\.id))
    for scale in lexicon.scales where known.contains(scale.instrument) {
      for band in scale.bands {
        try table.append([
          "scale": Value(scale.id), "band": .integer(band.order),
          "instrument": Value(scale.instrument),
          "subject": Value(scale.subjects.joined(separator: "|")),
          "year_from": Value(scale.validFrom), "year_to": Value(scale.validTo),
          "score_min": Value(band.min), "score_max": Value(band.max), "zone": Value(band.zone),
          "zone_shade": Value(band.shade), "grade": Value(band.grade),
          "category": Value(band.category),
        ])
      }
    }
    return table
  }

  private func regulations(_ citing: [String: Int]) throws(DatasetError) -> Table {
    var table = Table(Schema.regulations)
    let known = Dictionary(lexicon.regulations.map { ($0.id, $0) }) { first, _ in first }
    for (citation, documents) in citing {
      var row: Cells = ["regulation": Value(citation), "documents": .integer(documents)]
      if let regulation = known[citation] {
        row.add([
          "type": Value(typeName(regulation.type)), "number": Value(regulation.number),
          "year": .integer(regulation.year), "title": Value(regulation.title),
          "issuer": Value(regulation.issuer),
        ])
      } else {
        let parts = ShortCitation(citation)
        row.add([
          "type": Value(typeName(parts.type)), "number": Value(parts.number),
          "year": Value(parts.year),
        ])
      }
      try table.append(row)
    }
    return table
  }

  private func typeName(_ type: String) -> String {
    lexicon.regulationTypes.first { $0.abbreviation == type }?.name ?? type
  }
}

/// The parts of a short citation: "UU 25/2009", "Peraturan Ombudsman 22/2016", "Perda 3/2011".
struct ShortCitation {
  let type: String
  let number: String?
  let year: Int?

  init(_ citation: String) {
    guard let space = citation.lastIndex(of: " ") else {
      self.init(type: citation, number: nil, year: nil)
      return
    }
    let tail = citation[citation.index(after: space)...]
    let slash = tail.lastIndex(of: "/")
    let number = slash.map { tail[..<$0] } ?? tail
    self.init(
      type: String(citation[..<space]), number: number.isEmpty ? nil : String(number),
      year: slash.flatMap { Int(tail[tail.index(after: $0)...]) })
  }

  private init(type: String, number: String?, year: Int?) {
    self.type = type
    self.number = number
    self.year = year
  }
}

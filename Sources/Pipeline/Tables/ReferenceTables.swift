import Dataset
import Lexicon

/// The lexicon's tables as the dataset carries them.
struct ReferenceTables {
  let lexicon: Lexicon

  func tables() throws(DatasetError) -> [Table] {
    [try regions(), try units(), try instruments(), try scales()]
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
}

import Dataset

/// A language of the site. The first stands at the top of the report's folder, the others in folders
/// of their own.
enum Language: String, CaseIterable, Sendable {
  case indonesian = "id"
  case english = "en"

  /// Folder below the report's: none for the first language.
  var folder: String { self == .indonesian ? "" : rawValue + "/" }

  /// What stands before the decimals.
  var decimalMark: UInt8 { UInt8(ascii: self == .indonesian ? "," : ".") }
}

/// Everything the site says in one language, from `texts.csv` of the templates' folder.
struct Words: Sendable {
  let language: Language
  let texts: [String: String]

  /// The text of a key; the key itself where there is none, which loading rules out.
  func callAsFunction(_ key: TextKey) -> String {
    texts[key.rawValue] ?? key.rawValue
  }

  /// A text with `{name}` filled in.
  func callAsFunction(_ key: TextKey, _ values: [String: String]) -> String {
    var text = self(key)
    for (name, value) in values.sorted(by: { $0.key < $1.key }) {
      text = text.replacing("{\(name)}", with: value)
    }
    return text
  }

  /// A value of the dataset (a zone, a status) for people: the text `kind.value`, or the value as it is.
  func label(_ kind: String, _ value: String) -> String {
    texts["\(kind).\(value)"] ?? value
  }

  /// A number with this language's decimal mark; other values as they are written.
  func number(_ value: Value) -> String {
    switch value {
    case .decimal, .integer:
      String(
        decoding: value.written.utf8.map { $0 == 46 ? language.decimalMark : $0 }, as: UTF8.self)
    default: value.written
    }
  }

  /// With two decimals.
  func number(_ value: Double) -> String {
    let hundredths = Int((value * 100).rounded())
    let decimals = hundredths.magnitude % 100
    let mark = String(decoding: [language.decimalMark], as: UTF8.self)
    return (hundredths < 0 ? "-" : "") + "\(hundredths.magnitude / 100)\(mark)"
      + (decimals < 10 ? "0" : "") + "\(decimals)"
  }

  /// A part of a count as a percentage with one decimal, so that few of many are not none: `0,7 %`.
  func share(_ part: Int, of all: Int) -> String {
    guard all > 0 else { return "" }
    let tenths = (part * 1000 + all / 2) / all
    let mark = String(decoding: [language.decimalMark], as: UTF8.self)
    return "\(tenths / 10)\(mark)\(tenths % 10) %"
  }

  /// A share of 1 as a percentage without decimals.
  func percent(_ value: Value) -> String {
    value.double.map { "\(Int(($0 * 100).rounded())) %" } ?? ""
  }
}

/// The texts that the code itself needs; templates name theirs as `{{t.key}}`.
enum TextKey: String, CaseIterable, Sendable {
  case navOverview = "nav_overview"
  case navResults = "nav_results"
  case navCompare = "nav_compare"
  case navConflicts = "nav_conflicts"
  case navTargets = "nav_targets"
  case navUnknown = "nav_unknown"
  case navDocuments = "nav_documents"
  case navMethod = "nav_method"
  case navReview = "nav_review"
  case noRegion = "no_region"
  case noInstrument = "no_instrument"
  case noYear = "no_year"
  case yearFromOn = "year_from_on"
  case yearUntil = "year_until"
  case noScale = "no_scale"
  case chartZones = "chart_zones"
  case chartZonesDesc = "chart_zones_desc"
  case chartOtherScale = "chart_other_scale"
  case chartSeries = "chart_series"
  case chartSeriesDesc = "chart_series_desc"
  case chartUnits = "chart_units"
  case chartTile = "chart_tile"
  case chartTileMean = "chart_tile_mean"
  case chartHeat = "chart_heat"
  case chartHeatDesc = "chart_heat_desc"
  case chartUnknown = "chart_unknown"
  case chartNoValue = "chart_no_value"
  case ofMaximum = "of_maximum"
  case rowsCut = "rows_cut"
  case excerptCut = "excerpt_cut"
  case seasonTitle = "season_title"
  case unknownTitle = "unknown_title"
  case copyOf = "copy_of"
  case otherDocuments = "other_documents"
  case mixYears = "mix_years"
  case mixYear = "mix_year"
  case verdictReached = "verdict_reached"
  case verdictMissed = "verdict_missed"
  case verdictOpen = "verdict_open"
  case verdictOtherScale = "verdict_other_scale"
  case verdictLater = "verdict_later"
  case reasonUnsettled = "reason_unsettled"
  case reasonCorrected = "reason_corrected"
  case fitsYes = "fits_yes"
  case fitsNo = "fits_no"
  case fitsUnknown = "fits_unknown"
}

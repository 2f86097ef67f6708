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

  /// A share of 1 as a percentage without decimals.
  func percent(_ value: Value) -> String {
    value.double.map { "\(Int(($0 * 100).rounded())) %" } ?? ""
  }
}

/// The texts that the code itself needs; templates name theirs as `{{t.key}}`.
enum TextKey: String, CaseIterable, Sendable {
  case nav_overview, nav_results, nav_compare, nav_conflicts, nav_targets, nav_unknown
  case nav_documents, nav_method, nav_review
  case no_region, no_instrument, no_year, no_scale
  case chart_zones, chart_zones_desc, chart_other_scale, chart_series, chart_series_desc
  case chart_units, chart_tile, chart_tile_mean, chart_heat, chart_heat_desc, chart_unknown
  case chart_no_value, of_maximum, rows_cut, excerpt_cut
  case season_title, unknown_title
  case copy_of, other_documents, mix_years, mix_year
  case verdict_reached, verdict_missed, verdict_open, verdict_other_scale, verdict_later
  case reason_unsettled, fits_yes, fits_no, fits_unknown
}

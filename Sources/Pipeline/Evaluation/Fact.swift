import Dataset

/// The atom of counting: one value of one field, of somebody in a year under an instrument.
struct Fact: Hashable {
  var document: String
  var region: String
  var unit: String
  var instrument: String
  var year: String
  var field: String
  var value: String

  static let fields = ["score", "zone", "grade", "category", "rank"]

  /// In the order of its parts.
  var parts: [String] { [document, region, unit, instrument, year, field, value] }
}

/// Facts of a label or a claim, by what counts of them.
struct FactReader {
  let units: UnitNames

  struct Found {
    let status: String
    /// Neither rewarded nor punished.
    let isOptional: Bool
    let fact: Fact
  }

  func facts(_ row: JSON, document: String) -> [Found] {
    let place = place(of: row, document)
    let status = Self.text(row["status"])
    return Fact.fields.compactMap { field in
      let value = Self.value(field, row[field])
      guard !value.isEmpty else { return nil }
      var fact = place
      (fact.field, fact.value) = (field, value)
      return Found(
        status: status.isEmpty ? "achieved" : status, isOptional: Self.isTrue(row["optional"]),
        fact: fact)
    }
  }

  /// A label's facts with what else would be right: the gloss of a colour, a zone that is implied.
  /// - Parameter alias: gains the same fact in the year that a careful reader infers.
  func labels(_ row: JSON, document: String, alias: inout [Fact: Fact]) -> [Found] {
    var found = facts(row, document: document)
    let place = place(of: row, document)
    let inferable = Self.text(row["year_inferable"])
    if place.year.isEmpty, !inferable.isEmpty {
      for fact in found.map(\.fact) {
        var other = fact
        other.year = inferable
        alias[other] = fact
      }
    }
    let status = Self.text(row["status"])
    func allow(_ field: String, _ value: String) {
      for year in Set([place.year, inferable.isEmpty ? place.year : inferable]) {
        var fact = place
        (fact.year, fact.field, fact.value) = (year, field, value)
        found.append(
          Found(status: status.isEmpty ? "achieved" : status, isOptional: true, fact: fact))
      }
    }
    if place.instrument == FactNames.glossedFamily {
      let zone = Self.value("zone", row["zone"])
      let category = Self.value("category", row["category"])
      for (gloss, colour) in FactNames.glosses {
        if zone == colour, category.isEmpty { allow("category", gloss) }
        if category == gloss, zone.isEmpty { allow("zone", colour) }
      }
    }
    if Self.isTrue(row["zone_implied"]), !Self.isTrue(row["zone"]) {
      allow("zone", Self.value("zone", row["zone_implied"]))
    }
    return found
  }

  private func place(of row: JSON, _ document: String) -> Fact {
    Fact(
      document: document, region: FactNames.region(Self.text(row["region"])),
      unit: units.key(Self.text(row["unit"])),
      instrument: FactNames.instrument(Self.text(row["instrument"])),
      year: Self.text(row["year"]), field: "", value: "")
  }

  private static func value(_ field: String, _ json: JSON?) -> String {
    guard let json, json != .null, json != .string(""), json != .array([]) else { return "" }
    let text = written(json)
    switch field {
    case "score", "rank": return FactNumber.written(text) ?? PlainText.of(text)
    case "category": return FactNames.category(text)
    case "grade": return FactNames.trimmed(text).uppercased()
    default: return PlainText.of(text)
    }
  }

  /// A member's text; nothing for what does not count as true.
  private static func text(_ json: JSON?) -> String {
    isTrue(json) ? json.map(written) ?? "" : ""
  }

  private static func isTrue(_ json: JSON?) -> Bool {
    switch json {
    case nil, .null, .boolean(false), .string(""), .array([]), .object([]): false
    case .number(let digits): Double(digits) != 0
    default: true
    }
  }

  private static func written(_ json: JSON) -> String {
    switch json {
    case .string(let text): text
    case .number(let digits): digits
    case .boolean(let truth): truth ? "True" : "False"
    default: json.line
    }
  }
}

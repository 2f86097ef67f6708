import Interpret
public import Lexicon

/// Why a value cannot stand in a field, and what can.
public struct CorrectionProblem: Error, Sendable, Hashable, CustomStringConvertible {
  public let description: String

  init(_ description: String) { self.description = description }
}

/// Checks what a person wrote against the tables before it is believed.
public struct CorrectionChecker: Sendable {
  private let lexicon: Lexicon

  public init(_ lexicon: Lexicon) {
    self.lexicon = lexicon
  }

  /// - Parameters:
  ///   - written: as it would stand in the claims table; empty for "the page states none".
  ///   - about: what the claim says, so far as it is told; it says on which scale a score must be.
  public func value(
    _ field: ClaimField, _ written: String, about: [ClaimField: String] = [:]
  ) throws(CorrectionProblem) -> CorrectedValue {
    switch field {
    case .region:
      throw CorrectionProblem("region follows from region_code; change that")
    case .regionCode: return .region(try region(written))
    case .unit: return .unit(written.isEmpty ? nil : try unit(written))
    case .year: return .count(written.isEmpty ? nil : try number(written, field, 1945...2100))
    case .instrument:
      if written.isEmpty { return .text(nil) }
      guard lexicon.instrument(id: written) != nil else {
        throw CorrectionProblem("there is no instrument \"\(shown(written))\" in instruments.csv")
      }
      return .text(written)
    case .assessor:
      if written.isEmpty { return .text(nil) }
      guard let row = lexicon.assessors.first(where: { $0.id == written || $0.name == written })
      else {
        throw CorrectionProblem("there is no assessor \"\(shown(written))\" in assessors.csv")
      }
      return .text(row.id)
    case .score: return .number(written.isEmpty ? nil : try score(written, about))
    case .zone: return .text(try label(written, field, about) { $0.zone })
    case .zoneShade: return .text(try label(written, field, about) { $0.shade })
    case .grade: return .text(try label(written, field, about) { $0.grade })
    case .category: return .text(try category(written))
    case .rank, .rankOf:
      return .count(written.isEmpty ? nil : try number(written, field, 1...100_000))
    case .rankScope: return .text(written.isEmpty ? nil : written)
    case .status:
      guard let status = ClaimStatus(rawValue: written) else {
        throw CorrectionProblem(
          "status is \"\(shown(written))\", not achieved, target, hypothetical or negated")
      }
      return .status(status)
    }
  }

  private func region(_ code: String) throws(CorrectionProblem) -> Int32 {
    guard let row = lexicon.region(code: code) else {
      throw CorrectionProblem(
        code.isEmpty
          ? "region_code cannot be empty; reject the claim if it is about no region"
          : "there is no region with the code \"\(shown(code))\" in regions.csv")
    }
    return row
  }

  /// A unit of the table by its canonical name or, where its kind has one, with its own name behind.
  private func unit(_ name: String) throws(CorrectionProblem) -> ClaimUnit {
    let found = lexicon.units.indices.filter { row in
      let unit = lexicon.units[row]
      if unit.name == name { return true }
      return unit.takesProperName
        && [unit.name, unit.abbreviation ?? unit.name].contains { name.hasPrefix($0 + " ") }
    }
    let exact = found.first { lexicon.units[$0].name == name } ?? found.first
    guard let row = exact else {
      throw CorrectionProblem(
        "there is no unit \"\(shown(name))\" in units.csv; write its name as the table does")
    }
    let unit = lexicon.units[row]
    return ClaimUnit(unit: Int32(row), name: name, type: unit.type, sector: unit.sector)
  }

  private func number(
    _ written: String, _ field: ClaimField, _ range: ClosedRange<Int>
  ) throws(CorrectionProblem) -> Int {
    guard let number = Int(written), range.contains(number), String(number) == written else {
      throw CorrectionProblem(
        "\(field.rawValue) is \"\(shown(written))\", no whole number from \(range.lowerBound) to "
          + "\(range.upperBound)")
    }
    return number
  }

  private func score(
    _ written: String, _ about: [ClaimField: String]
  ) throws(CorrectionProblem) -> FixedPoint {
    guard let score = FixedPoint(written) else {
      throw CorrectionProblem(
        "score is \"\(shown(written))\", no number; write a decimal point, as in 80.85")
    }
    let scale = scale(about)
    let instrument = about[.instrument].flatMap(lexicon.instrument(id:))
    let limit =
      scale?.scoreMax ?? instrument.flatMap { lexicon.instruments[Int($0)].scoreMax }
      ?? lexicon.scales.map(\.scoreMax).max()
    if let limit, score > limit {
      let name = scale.map { "scale \($0.id)" } ?? about[.instrument] ?? "highest scale"
      throw CorrectionProblem("score \(score) is off the \(name), which ends at \(limit)")
    }
    return score
  }

  /// The scale of the claim, where what is told of it says which.
  private func scale(_ about: [ClaimField: String]) -> Scale? {
    guard let instrument = about[.instrument], let year = about[.year].flatMap({ Int($0) }),
      let row = about[.regionCode].flatMap(lexicon.region(code:))
    else { return nil }
    return lexicon.scale(
      instrument: instrument,
      subject: about[.unit] == nil ? lexicon.regions[Int(row)].level.rawValue : "unit",
      year: year)
  }

  /// A label of the claim's scale, or of any where that is not known.
  private func label(
    _ written: String, _ field: ClaimField, _ about: [ClaimField: String],
    _ read: (Band) -> String?
  ) throws(CorrectionProblem) -> String? {
    if written.isEmpty { return nil }
    var known = Set((scale(about).map { [$0] } ?? []).flatMap(\.bands).compactMap(read))
    // A page may state a label that its year's scale does not have; the check of scales says so then.
    if !known.contains(written) { known = Set(lexicon.scales.flatMap(\.bands).compactMap(read)) }
    guard known.contains(written) else {
      let list = known.sorted().joined(separator: ", ")
      throw CorrectionProblem(
        "\(field.rawValue) \"\(shown(written))\" does not exist; there are \(list)")
    }
    return written
  }

  private func category(_ written: String) throws(CorrectionProblem) -> String? {
    if written.isEmpty { return nil }
    let known = lexicon.categories + lexicon.scales.flatMap(\.bands).compactMap(\.category)
    guard known.contains(written) else {
      throw CorrectionProblem(
        "category \"\(shown(written))\" is in neither categories.csv nor scales.csv")
    }
    return written
  }
}

/// A person's text in a message: on one line, and no longer than that.
private func shown(_ text: String) -> String {
  let line = String(
    text.unicodeScalars.map { $0.value < 0x20 || $0.value == 0x7F ? " " : Character($0) })
  return line.count > 60 ? line.prefix(60) + "…" : line
}

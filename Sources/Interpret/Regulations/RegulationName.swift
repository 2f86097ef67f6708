public import Lexicon

/// What tells a regulation from all others: type, number, year and, for types that several bodies
/// issue, whose it is.
public struct RegulationName: Sendable, Hashable {
  /// Row of the regulation types.
  public let type: Int32
  /// Name of the ministry or agency, for types that need it.
  public var body: String?
  /// Row of the regions table, for regulations of regions.
  public var region: Int32?
  public var number: String?
  public var year: Int?

  public init(
    type: Int32, body: String? = nil, region: Int32? = nil, number: String? = nil, year: Int? = nil
  ) {
    self.type = type
    self.body = body
    self.region = region
    self.number = number
    self.year = year
  }

  /// The short citation, which is the regulation's identifier: "UU 25/2009", "Perda Kota Metro 3/2021".
  public func citation(_ lexicon: Lexicon) -> String {
    var text = lexicon.regulationTypes[Int(type)].abbreviation
    if let body { text += " " + body }
    if let region { text += " " + lexicon.regions[Int(region)].fullName }
    if let number { text += " " + number }
    if let year { text += (number == nil ? " " : "/") + String(year) }
    return text
  }

  /// Who issued it, where the type tells.
  public func issuer(_ lexicon: Lexicon) -> String? {
    guard let pattern = lexicon.regulationTypes[Int(type)].issuer else { return nil }
    guard pattern.contains("{") else { return pattern }
    let row = region.map { lexicon.regions[Int($0)] }
    guard let name = row?.name ?? body else { return nil }
    return Self.replacing(
      "{region}", by: row?.fullName ?? name, in: Self.replacing("{}", by: name, in: pattern))
  }

  private static func replacing(_ mark: String, by text: String, in pattern: String) -> String {
    guard let place = pattern.firstRange(of: mark) else { return pattern }
    return pattern[..<place.lowerBound] + text + pattern[place.upperBound...]
  }

  /// Reads a short citation, as the lexicon's table and the tagger write them.
  public init?(citation: String, _ lexicon: Lexicon) {
    var best: (type: Int, length: Int)?
    for (row, type) in lexicon.regulationTypes.enumerated() {
      let abbreviation = type.abbreviation
      guard citation == abbreviation || citation.hasPrefix(abbreviation + " "),
        abbreviation.utf8.count > best?.length ?? 0
      else { continue }
      best = (row, abbreviation.utf8.count)
    }
    guard let best else { return nil }
    let rest = citation.utf8.dropFirst(best.length + 1)
    self.init(type: Int32(best.type))
    guard !rest.isEmpty else { return }
    let words = rest.split(separator: UInt8(ascii: " "))
    let number = words.last ?? rest
    let owner = words.dropLast().map { String(decoding: $0, as: UTF8.self) }.joined(separator: " ")
    switch lexicon.regulationTypes[best.type].distinction {
    case .body where !owner.isEmpty: body = owner
    case .region where !owner.isEmpty: region = lexicon.region(named: owner)
    case .body, .region, .none, .itself: break
    }
    guard let slash = number.lastIndex(of: UInt8(ascii: "/")) else {
      self.number = String(decoding: number, as: UTF8.self)
      return
    }
    self.number = String(decoding: number[..<slash], as: UTF8.self)
    year = Int(String(decoding: number[number.index(after: slash)...], as: UTF8.self))
  }
}

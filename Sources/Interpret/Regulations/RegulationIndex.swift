import Lexicon

/// The regulations of the lexicon by what they are called: found by number, and by their short names.
struct RegulationIndex: Sendable {
  /// Of one short name, the earliest first.
  private let byName: [[UInt8]: [RegulationName]]
  private let byNumber: [String: [RegulationName]]
  /// Words of the longest short name behind its type.
  let longest: Int

  init(_ lexicon: Lexicon) {
    var byName: [[UInt8]: [RegulationName]] = [:]
    var byNumber: [String: [RegulationName]] = [:]
    var longest = 0
    for regulation in lexicon.regulations {
      guard let name = RegulationName(citation: regulation.id, lexicon) else { continue }
      byNumber[Self.key(name), default: []].append(name)
      let type = lexicon.regulationTypes[Int(name.type)].abbreviation
      for short in Set(regulation.shortNames + ["\(type) \(regulation.title)"]) {
        guard short.hasPrefix(type + " ") else { continue }
        let words = DraftingText.words(Array(short.utf8.dropFirst(type.utf8.count)))
        longest = max(longest, words.count)
        byName[Self.key(name.type, words), default: []].append(name)
      }
    }
    self.byName = byName.mapValues { $0.sorted { ($0.year ?? 0) < ($1.year ?? 0) } }
    self.byNumber = byNumber
    self.longest = longest
  }

  /// The regulation that was called so in a year: the latest that there was by then.
  func regulation(type: Int32, words: ArraySlice<[UInt8]>, in year: Int?) -> RegulationName? {
    guard let found = byName[Self.key(type, words)] else { return nil }
    guard let year else { return found.last }
    return found.last { ($0.year ?? 0) <= year } ?? found.first
  }

  /// The only regulation of a type with a number.
  func regulation(type: Int32, number: String) -> RegulationName? {
    let found = byNumber["\(type) \(number)"] ?? []
    return found.count == 1 ? found.first : nil
  }

  private static func key(_ name: RegulationName) -> String { "\(name.type) \(name.number ?? "")" }

  private static func key(_ type: Int32, _ words: some Sequence<[UInt8]>) -> [UInt8] {
    Array("\(type)".utf8) + words.flatMap { [0x20] + $0 }
  }
}

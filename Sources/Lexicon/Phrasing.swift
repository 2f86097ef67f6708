/// One form of words that a row of a table gives to the matcher, and where the row stands.
public struct Phrasing: Sendable, Hashable {
  /// Name of the table's file in the lexicon's folder.
  public let file: String
  /// Line of the row in its file, from 1.
  public let line: Int
  /// As the table writes it.
  public let form: String
  /// What the words stand for.
  public let entry: Entry
  /// Folded; the form itself first, then how it is written joined or with hyphens.
  let patterns: [[UInt8]]
  /// Numbers of these patterns in the matcher.
  private(set) var numbers: [Int32] = []

  init(file: String, line: Int, form: String, entry: Entry, patterns: [[UInt8]]) {
    self.file = file
    self.line = line
    self.form = form
    self.entry = entry
    self.patterns = patterns
  }

  func numbered(_ numbers: [[UInt8]: Int32]) -> Phrasing {
    var phrasing = self
    phrasing.numbers = patterns.compactMap { numbers[$0] }
    return phrasing
  }

  /// Whether a text with these patterns in it has the form.
  public func isMet(in patterns: Set<Int32>) -> Bool { numbers.contains(where: patterns.contains) }

  /// `words.csv:12`.
  public var place: String { "\(file):\(line)" }
}

/// Two rows that give the same words to different things, of which only one can be found.
public struct Collision: Sendable, Hashable {
  /// The row whose words are found.
  public let found: Phrasing
  /// The row whose words are never read as what it says.
  public let hidden: Phrasing
}

extension Lexicon {
  /// Rows of the tables that hide one another. Names of regions may be alike: which one is meant is found
  /// from the text.
  public var collisions: [Collision] {
    var byPattern: [Int32: [Phrasing]] = [:]
    for phrasing in phrasings where phrasing.entry.kind != .word {
      for number in phrasing.numbers { byPattern[number, default: []].append(phrasing) }
    }
    var seen: Set<Collision> = []
    var collisions: [Collision] = []
    for (_, all) in byPattern.sorted(by: { $0.key < $1.key }) where all.count > 1 {
      for (place, one) in all.enumerated() {
        for other in all[(place + 1)...] {
          guard let collision = Self.collision(one, other), seen.insert(collision).inserted else {
            continue
          }
          collisions.append(collision)
        }
      }
    }
    return collisions.sorted {
      ($0.hidden.file, $0.hidden.line, $0.found.line)
        < ($1.hidden.file, $1.hidden.line, $1.found.line)
    }
  }

  /// Which of two readings of the same words wins, as the tagger chooses. A row that repeats another is
  /// hidden by the first.
  private static func collision(_ one: Phrasing, _ other: Phrasing) -> Collision? {
    guard one.entry.kind == other.entry.kind, one.place != other.place else { return nil }
    if one.entry.index == other.entry.index {
      // A name with spaces is found joined and with hyphens too: only the form itself is one too many.
      guard one.patterns.first == other.patterns.first, one.entry.writing == other.entry.writing
      else {
        return nil
      }
      return Collision(found: one, hidden: other)
    }
    switch one.entry.kind {
    case .region, .word: return nil
    case .unit, .assessor, .instrument, .regulationType:
      return Collision(found: other, hidden: one)
    case .institution, .instrumentCue, .category: return Collision(found: one, hidden: other)
    }
  }

  /// What a row is called in messages: its id or name.
  public func name(of entry: Entry) -> String {
    let row = Int(entry.index)
    return switch entry.kind {
    case .region: regions[row].fullName
    case .unit: units[row].id
    case .institution: institutions[row].id
    case .assessor: assessors[row].id
    case .instrument, .instrumentCue: instruments[row].id
    case .category: categories[row]
    case .regulationType: regulationTypes[row].abbreviation
    case .word: words[row].word
    }
  }
}

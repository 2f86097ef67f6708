/// What an entry of the lexicon is.
public enum EntryKind: UInt8, Sendable, Hashable {
  case region, unit, institution, assessor, instrument, instrumentCue, category, regulationType,
    word
}

/// One meaning of a pattern: the table it comes from and the row there.
public struct Entry: Sendable, Hashable {
  /// How the pattern must be written in a text to have this meaning.
  public enum Writing: UInt8, Sendable, Hashable {
    case any
    /// A name: begins with a capital; in small letters it needs context.
    case name
    /// An abbreviation in capitals.
    case capitals
  }

  /// The table that it comes from.
  public let kind: EntryKind
  /// Row of the kind's table (`regions`, `units`…), from 0.
  public let index: Int32
  /// Too weak alone (a common word, a short or ambiguous name): it needs context to count.
  public let needsCue: Bool
  /// How it must be written to be taken for itself.
  public let writing: Writing
}

/// A place in a text where a pattern stands.
public struct Match: Sendable, Hashable {
  /// UTF-8 byte offsets.
  public let start: Int32
  /// Behind its last byte.
  public let end: Int32
  /// Number of the pattern in the matcher.
  public let pattern: Int32
}

/// The tables of a pipeline, and the one matcher that finds any of their entries in a text.
public struct Lexicon: Sendable {
  /// Of `regions.csv`, in the order of the file, as are all tables here.
  public let regions: [Region]
  /// Of `units.csv`.
  public let units: [Unit]
  /// Of `institutions.csv`.
  public let institutions: [Institution]
  /// Of `assessors.csv`.
  public let assessors: [Assessor]
  /// Of `instruments.csv`.
  public let instruments: [Instrument]
  /// Of `scales.csv`, its rows gathered by their id.
  public let scales: [Scale]
  /// Of `regulations.csv`.
  public let regulations: [Regulation]
  /// Of `regulation_types.csv`.
  public let regulationTypes: [RegulationType]
  /// Canonical labels of categories and awards.
  public let categories: [String]
  /// Of `words.csv`.
  public let words: [Word]
  /// How each pattern is spelled: small ASCII letters, single spaces, every dash as `-`; UTF-8.
  public let spellings: [[UInt8]]
  /// Rows of regions by their code, and those that a code took the place of, in the order of the table.
  private let rowOfCode: [String: Int32]
  private let rowsBefore: [String: [Int32]]
  private let categoryNames: CategoryNames
  /// The words that names of units are made of, without their first; in small letters.
  private let unitWords: Set<[UInt8]>
  private var patterns: [[Entry]]
  private var matcher: Matcher
  /// Every form that a row of a table gives to the matcher, in the order of the tables.
  public let phrasings: [Phrasing]

  /// Loads the tables of a folder.
  /// - Throws: `LexiconError` with every problem of every table.
  public init(folder: String) throws(LexiconError) {
    var loader = TableLoader(folder: folder)
    regions = loader.regions()
    units = loader.units()
    institutions = loader.institutions()
    assessors = loader.assessors()
    instruments = loader.instruments()
    scales = loader.scales()
    regulationTypes = loader.regulationTypes()
    regulations = loader.regulations(of: regulationTypes)
    categories = loader.categories()
    words = loader.words()
    guard loader.problems.isEmpty else { throw LexiconError(problems: loader.problems) }
    categoryNames = CategoryNames(scales)
    let rows = regions.indices.map(Int32.init)
    rowOfCode = Dictionary(zip(regions.map(\.code), rows)) { first, _ in first }
    rowsBefore = Dictionary(
      grouping: rows.filter { [regions] in regions[Int($0)].successorCode != nil },
      by: { [regions] in regions[Int($0)].successorCode ?? "" })
    let ordered = loader.patterns.sorted { $0.key.lexicographicallyPrecedes($1.key) }
    spellings = ordered.map(\.key)
    let numbers = Dictionary(
      ordered.enumerated().map { ($1.key, Int32($0)) }, uniquingKeysWith: { first, _ in first })
    phrasings = loader.phrasings.map { $0.numbered(numbers) }
    unitWords = Set(
      ordered.lazy.filter { $0.value.contains { $0.kind == .unit } }.flatMap {
        $0.key.split(separator: 0x20).dropFirst().map { Array($0) }
      })
    patterns = ordered.map(\.value)
    matcher = Matcher(spellings)
  }

  /// The words of a folder's `words.csv` alone, as far as they can be read.
  public static func words(folder: String) -> [Word] {
    var loader = TableLoader(folder: folder)
    return loader.words()
  }

  /// The places of a text where a pattern stands, in order, without overlaps: at each word the longest.
  public func matches(in text: [UInt8]) -> [Match] { matcher.matches(in: text) }

  /// Names of regions that are common words too have hardly more letters.
  private static let longestCommonWord = 5

  /// All meanings of a pattern.
  public func entries(pattern: Int32) -> [Entry] { patterns[Int(pattern)] }

  /// The meanings that a match has as it is written: an abbreviation counts in capitals only, a name in
  /// small letters needs context.
  public func entries(of match: Match, in text: [UInt8]) -> [Entry] {
    let all = patterns[Int(match.pattern)]
    let written = text[Int(match.start)..<Int(match.end)]
    let first = written.first ?? 0
    let startsUpper = first >= 0x41 && first <= 0x5A
    return all.compactMap { entry in
      switch entry.writing {
      case .any: return entry
      case .capitals:
        return written.contains(where: { $0 >= 0x61 && $0 <= 0x7A }) ? nil : entry
      case .name:
        if startsUpper { return entry }
        // "Tahun 2024 baru 3,67": a common word in small letters is no name.
        return entry.kind == .region && !(entry.needsCue && written.count < Self.longestCommonWord)
          ? Entry(kind: .region, index: entry.index, needsCue: true, writing: .name) : nil
      }
    }
  }
}

// MARK: Leaving rows out

extension Lexicon {
  /// The same tables without one of their rows' forms, as if that row had been deleted: what another row
  /// says in the same words stays.
  public func without(_ phrasing: Phrasing) -> Lexicon {
    var lexicon = self
    let others = phrasings.filter {
      $0 != phrasing && $0.entry.kind == phrasing.entry.kind
        && $0.entry.index == phrasing.entry.index
    }
    for number in phrasing.numbers where !others.contains(where: { $0.numbers.contains(number) }) {
      lexicon.patterns[Int(number)].removeAll {
        $0.kind == phrasing.entry.kind && $0.index == phrasing.entry.index
      }
      if lexicon.patterns[Int(number)].isEmpty { lexicon.matcher = lexicon.matcher.without(number) }
    }
    return lexicon
  }
}

// MARK: Looking rows up

extension Lexicon {
  /// Row of a region by its code.
  public func region(code: String) -> Int32? {
    rowOfCode[code]
  }

  /// Row of a region that is valid today, by its full name: "Kota Metro".
  public func region(named fullName: String) -> Int32? {
    let wanted = Bytes.folded(fullName)
    return regions.firstIndex {
      $0.validTo == nil && Bytes.folded($0.fullName) == wanted
    }.map(Int32.init)
  }

  /// The row with the code that the same region had in a year; the same row where none is known.
  public func region(_ row: Int32, in year: Int) -> Int32 {
    for earlier in rowsBefore[regions[Int(row)].code] ?? []
    where year <= regions[Int(earlier)].validTo ?? .min {
      return earlier
    }
    return row
  }

  /// The scale that an instrument used for a kind of body ("kota", "unit") in a year; with a score, the
  /// one of several whose range holds it.
  public func scale(
    instrument: String, subject: String, year: Int, score: FixedPoint? = nil
  ) -> Scale? {
    let valid = scales.filter {
      $0.instrument == instrument && $0.isValid(in: year) && $0.subjects.contains(subject)
    }
    guard let score else { return valid.first }
    return valid.filter { score <= $0.scoreMax }.min { $0.scoreMax < $1.scoreMax } ?? valid.first
  }

  /// A category in small letters, by the name that the instrument's scales give it where they know it by
  /// several: "prima" and "pelayanan prima" are one.
  public func category(_ text: String, of instrument: String?) -> String {
    let text = text.lowercased()
    return instrument.flatMap { categoryNames[text, $0] } ?? text
  }

  /// Whether a category is a band of some scale; those of contests ("Top 45") are of none.
  public func isOnScale(_ category: String) -> Bool {
    categoryNames.contains(category.lowercased())
  }

  /// Whether a word stands in the name of a unit, behind the first word.
  public func isUnitWord(_ word: ArraySlice<UInt8>) -> Bool {
    unitWords.contains(word.map { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 })
  }

  /// Row of an assessor; nil where no row has the id.
  public func assessor(id: String) -> Int32? {
    assessors.firstIndex { $0.id == id }.map(Int32.init)
  }

  /// Row of an instrument; nil where no row has the id.
  public func instrument(id: String) -> Int32? {
    instruments.firstIndex { $0.id == id }.map(Int32.init)
  }
}

public import Lexicon

/// A set of word classes: what `words.csv` says of a word ("negation", "level", "month"…).
public struct ClassSet: Sendable, Hashable {
  private var bits: UInt128

  public init() { bits = 0 }

  init(bit: Int) { bits = 1 << UInt128(bit) }

  public var isEmpty: Bool { bits == 0 }

  /// Whether the two have a class in common.
  public func intersects(_ other: ClassSet) -> Bool { bits & other.bits != 0 }

  /// Whether every class of the other is in this set.
  public func contains(_ other: ClassSet) -> Bool { bits & other.bits == other.bits }

  /// Adds the classes of the other.
  public mutating func formUnion(_ other: ClassSet) { bits |= other.bits }

  /// The classes that the other does not have.
  public func subtracting(_ other: ClassSet) -> ClassSet {
    var result = self
    result.bits &= ~other.bits
    return result
  }

  /// The classes of both.
  public func union(_ other: ClassSet) -> ClassSet {
    var result = self
    result.formUnion(other)
    return result
  }
}

/// The classes of `words.csv`, numbered in the order in which the table first names them.
///
/// Rule files name classes as they like (`@given`), so the set is open; code that depends on a class
/// asks for it once by name. A class nobody has words for is the empty set, which matches nothing.
public struct WordClasses: Sendable {
  /// A `ClassSet` has room for this many.
  public static let limit = 128

  public let names: [String]
  private let sets: [String: ClassSet]
  /// Per row of the words table.
  let ofWord: [ClassSet]

  public init(_ words: [Word]) {
    var names: [String] = []
    var sets: [String: ClassSet] = [:]
    var ofWord: [ClassSet] = []
    for word in words {
      if sets[word.wordClass] == nil, names.count < Self.limit {
        sets[word.wordClass] = ClassSet(bit: names.count)
        names.append(word.wordClass)
      }
      ofWord.append(sets[word.wordClass] ?? ClassSet())
    }
    self.names = names
    self.sets = sets
    self.ofWord = ofWord
  }

  /// The classes of these names; a name that is no class adds nothing.
  public func set(_ names: String...) -> ClassSet {
    names.reduce(into: ClassSet()) { $0.formUnion(sets[$1] ?? ClassSet()) }
  }

  /// The names of the classes in a set, in the order of the table.
  public func names(in set: ClassSet) -> [String] {
    names.filter { sets[$0].map(set.intersects) ?? false }
  }

  /// Whether the table has a class of this name.
  public func isKnown(_ name: String) -> Bool { sets[name] != nil }
}

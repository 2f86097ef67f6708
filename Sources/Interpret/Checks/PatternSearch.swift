import Tag

/// Looks for a sentence that a pattern matches, over the tokens that there can be.
///
/// A pattern without lookahead or ends of sentences matches something as soon as each of its atoms can be a
/// token. With them, the search follows every way through the pattern's program and keeps for each what
/// must not follow; it ends, since a program's places are finite, and gives up beyond a limit.
struct PatternSearch {
  enum Outcome: Equatable {
    case found
    /// The atom that no way came past, and why.
    case none(Obstacle)
    /// Too many ways, or a denial inside a denial.
    case unknown
  }

  /// Why nothing came past a place.
  enum Obstacle: Hashable {
    case behindEnd, notAtStart, denied
  }

  static let limit = 40_000

  private struct Way: Hashable {
    var place: Int
    /// Places of lookaheads that must not come to their end.
    var denied: Set<Set<Int>> = []
    var isAtStart: Bool
    var isAtEnd = false
  }

  private let program: PatternProgram
  /// For each distinguishable token, at which instructions it can stand.
  private let letters: [[Bool]]
  private var seen: Set<Way> = []
  private var ways: [Way] = []
  private var furthest = (place: -1, obstacle: Obstacle.denied)
  private var isBeyondUs = false

  static func search(_ pattern: Pattern, _ tokens: Set<Token>) -> Outcome {
    var search = PatternSearch(pattern, tokens)
    return search.run()
  }

  private init(_ pattern: Pattern, _ tokens: Set<Token>) {
    program = PatternProgram(pattern)
    let program = program
    var letters: Set<[Bool]> = []
    for token in tokens {
      letters.insert(program.instructions.map { Self.takes($0, token, program.bytes) })
    }
    // In an order of its own, so that the same faults are found in the same words.
    self.letters = letters.sorted { one, other in
      for (a, b) in zip(one, other) where a != b { return a }
      return false
    }
  }

  private static func takes(
    _ instruction: PatternProgram.Instruction, _ token: Token, _ bytes: [UInt8]
  ) -> Bool {
    switch instruction {
    case .any: true
    case .classes(let set): token.classes.intersects(set)
    case .kind(let bit): token.kinds & bit != 0
    case .literal(let start, let count):
      token.isOne(of: .literal(Array(bytes[Int(start)..<Int(start + count)])))
    default: false
    }
  }

  private mutating func run() -> Outcome {
    push(Way(place: 0, isAtStart: false))
    push(Way(place: 0, isAtStart: true))
    while let way = ways.popLast() {
      if step(way) { return .found }
      if seen.count > Self.limit { return .unknown }
    }
    return isBeyondUs ? .unknown : .none(furthest.obstacle)
  }

  private mutating func push(_ way: Way) {
    if seen.insert(way).inserted { ways.append(way) }
  }

  private mutating func fail(_ way: Way, _ obstacle: Obstacle) {
    if way.place > furthest.place { furthest = (way.place, obstacle) }
  }

  /// Follows a way by one instruction; true when it comes to the end of the pattern.
  private mutating func step(_ way: Way) -> Bool {
    var next = way
    next.place += 1
    switch program.instructions[way.place] {
    case .any, .classes, .kind, .literal:
      guard !way.isAtEnd else {
        fail(way, .behindEnd)
        return false
      }
      next.isAtStart = false
      advance(way, to: next)
    case .sentenceStart:
      if way.isAtStart { push(next) } else { fail(way, .notAtStart) }
    case .sentenceEnd:
      guard canEnd(way) else {
        fail(way, .denied)
        return false
      }
      next.isAtEnd = true
      next.denied = []
      push(next)
    case .split(let other):
      push(next)
      next.place = Int(other)
      push(next)
    case .jump(let target):
      next.place = Int(target)
      push(next)
    case .open, .close: push(next)
    case .not(let behind):
      next.place = Int(behind)
      let places = closure([way.place + 1], way)
      if places.contains(where: isAccept) {
        fail(way, .denied)
      } else if way.isAtEnd || places.isEmpty {
        push(next)
      } else {
        next.denied.insert(places)
        push(next)
      }
    case .accept:
      if way.denied.isEmpty || canEnd(way) { return true }
      next.place = way.place
      next.isAtStart = false
      for letter in letters {
        if let denied = denied(way.denied, behind: letter) {
          next.denied = denied
          push(next)
        }
      }
    }
    return false
  }

  private mutating func advance(_ way: Way, to next: Way) {
    var next = next
    var cameOn = false
    for letter in letters where letter[way.place] {
      guard let denied = denied(way.denied, behind: letter) else { continue }
      cameOn = true
      next.denied = denied
      push(next)
    }
    if !cameOn { fail(way, .denied) }
  }

  /// What is still denied behind a token; nil when the token is itself what was denied.
  private mutating func denied(
    _ denied: Set<Set<Int>>, behind letter: [Bool]
  ) -> Set<Set<Int>>? {
    var left: Set<Set<Int>> = []
    for places in denied {
      let behind = closure(places.filter { letter[$0] }.map { $0 + 1 }, nil)
      if behind.contains(where: isAccept) { return nil }
      if !behind.isEmpty { left.insert(behind) }
    }
    return left
  }

  /// Whether the sentence may end here without anything that is denied.
  private mutating func canEnd(_ way: Way) -> Bool {
    var end = way
    end.isAtEnd = true
    for places in way.denied
    where closure(Array(places), end).contains(where: isAccept) { return false }
    return true
  }

  private func isAccept(_ place: Int) -> Bool {
    if case .accept = program.instructions[place] { true } else { false }
  }

  /// The places of a denied pattern that wait for a token, for the end of the sentence, or are its end.
  /// - Parameter way: where the sentence stands; nil inside of it.
  private mutating func closure(_ places: [Int], _ way: Way?) -> Set<Int> {
    var open = places
    var visited: Set<Int> = []
    var waiting: Set<Int> = []
    while let place = open.popLast() {
      guard visited.insert(place).inserted else { continue }
      switch program.instructions[place] {
      case .any, .classes, .kind, .literal: if way?.isAtEnd != true { waiting.insert(place) }
      case .accept: waiting.insert(place)
      case .sentenceStart: if way?.isAtStart == true { open.append(place + 1) }
      case .sentenceEnd:
        if way?.isAtEnd == true { open.append(place + 1) } else { waiting.insert(place) }
      case .split(let other): open += [place + 1, Int(other)]
      case .jump(let target): open.append(Int(target))
      case .open, .close: open.append(place + 1)
      case .not: isBeyondUs = true
      }
    }
    return waiting
  }
}

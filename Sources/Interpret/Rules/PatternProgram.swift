import Lexicon
import Tag

/// A pattern as instructions of a small machine, which follows indices instead of references.
struct PatternProgram: Sendable {
  enum Instruction {
    case any
    case classes(ClassSet)
    /// A bit of `ItemKey.kinds`.
    case kind(UInt32)
    /// Bytes of `bytes`, in small letters.
    case literal(start: Int32, count: Int32)
    case sentenceStart
    case sentenceEnd
    /// Goes on at the next instruction and, should that lead nowhere, at another.
    case split(other: Int32)
    case jump(Int32)
    /// The place with a name of `names` begins or ends here.
    case open(Int32)
    case close(Int32)
    /// What follows, up to its `accept`, must not match; goes on behind it.
    case not(behind: Int32)
    case accept
  }

  private(set) var instructions: [Instruction] = []
  private(set) var bytes: [UInt8] = []
  private(set) var names: [String] = []

  init(_ pattern: Pattern) {
    add(pattern)
    instructions.append(.accept)
  }

  private mutating func add(_ pattern: Pattern) {
    switch pattern {
    case .atom(.any): instructions.append(.any)
    case .atom(.wordClass(let set)): instructions.append(.classes(set))
    case .atom(.kind(let kind)): instructions.append(.kind(ItemKey.bit(kind)))
    case .atom(.literal(let literal)):
      instructions.append(.literal(start: Int32(bytes.count), count: Int32(literal.count)))
      bytes += literal
    case .sequence(let parts): for part in parts { add(part) }
    case .choice(let choices): add(choices)
    case .repeated(let inner, let min, let max):
      // As many as can be are taken first; the parser bounds `max`, so each has its own copy.
      for _ in 0..<min { add(inner) }
      var splits: [Int] = []
      for _ in min..<max {
        splits.append(instructions.count)
        instructions.append(.split(other: 0))
        add(inner)
      }
      for split in splits { instructions[split] = .split(other: Int32(instructions.count)) }
    case .named(let name, let inner):
      names.append(name)
      let number = Int32(names.count - 1)
      instructions.append(.open(number))
      add(inner)
      instructions.append(.close(number))
    case .not(let inner):
      let place = instructions.count
      instructions.append(.not(behind: 0))
      add(inner)
      instructions.append(.accept)
      instructions[place] = .not(behind: Int32(instructions.count))
    case .start: instructions.append(.sentenceStart)
    case .end: instructions.append(.sentenceEnd)
    }
  }

  private mutating func add(_ choices: [Pattern]) {
    var jumps: [Int] = []
    for (number, choice) in choices.enumerated() {
      guard number + 1 < choices.count else {
        add(choice)
        break
      }
      let split = instructions.count
      instructions.append(.split(other: 0))
      add(choice)
      jumps.append(instructions.count)
      instructions.append(.jump(0))
      instructions[split] = .split(other: Int32(instructions.count))
    }
    for jump in jumps { instructions[jump] = .jump(Int32(instructions.count)) }
  }
}

import Lexicon
import Tag

/// Runs pattern programs at places of a sentence, by backtracking with a bound on its steps.
struct PatternMatcher {
  /// Of the whole document.
  private let keys: [ItemKey]
  private let text: [UInt8]
  /// The items of the sentence.
  private let sentence: Range<Int>
  private(set) var captures: [(name: Int32, range: Range<Int>)] = []
  private var steps = 0
  /// Ways that are still open.
  private var ways: [Way] = []
  /// Where named places begin and end, on the way that is followed.
  private var bounds: [Bound] = []
  /// More steps than this at one place and the place counts as no match, so that time stays linear.
  static let stepLimit = 8_000

  private struct Way {
    let instruction: Int32
    let item: Int32
    let bounds: Int32
  }

  private struct Bound {
    let name: Int32
    let item: Int32
    let isEnd: Bool
  }

  init(keys: [ItemKey], sentence: Range<Int>, text: [UInt8]) {
    self.keys = keys
    self.sentence = sentence
    self.text = text
  }

  /// The end of the match that begins at an item, if there is one.
  mutating func match(_ program: PatternProgram, at start: Int) -> Int? {
    captures.removeAll(keepingCapacity: true)
    bounds.removeAll(keepingCapacity: true)
    ways.removeAll(keepingCapacity: true)
    steps = 0
    let end = keys.withUnsafeBufferPointer { keys in
      program.instructions.withUnsafeBufferPointer { instructions in
        run(program, instructions, keys, from: 0, at: start)
      }
    }
    guard let end else { return nil }
    takeCaptures()
    return end
  }

  private mutating func run(
    _ program: PatternProgram, _ instructions: UnsafeBufferPointer<PatternProgram.Instruction>,
    _ keys: UnsafeBufferPointer<ItemKey>, from first: Int, at start: Int
  ) -> Int? {
    let base = ways.count
    var instruction = first
    var item = start
    while true {
      steps += 1
      guard steps < Self.stepLimit else {
        ways.removeSubrange(base...)
        return nil
      }
      var isDead = false
      switch instructions[instruction] {
      case .any:
        isDead = item >= sentence.upperBound
        item += 1
      case .classes(let set):
        isDead = item >= sentence.upperBound || !keys[item].classes.intersects(set)
        item += 1
      case .kind(let bit):
        isDead = item >= sentence.upperBound || keys[item].kinds & bit == 0
        item += 1
      case .literal(let start, let count):
        isDead =
          item >= sentence.upperBound
          || !says(program, Int(start), Int(count), keys[item])
        item += 1
      case .sentenceStart: isDead = item != sentence.lowerBound
      case .sentenceEnd: isDead = item != sentence.upperBound
      case .split(let other):
        ways.append(
          Way(instruction: other, item: Int32(item), bounds: Int32(bounds.count)))
      case .jump(let target):
        instruction = Int(target)
        continue
      case .open(let name): bounds.append(Bound(name: name, item: Int32(item), isEnd: false))
      case .close(let name): bounds.append(Bound(name: name, item: Int32(item), isEnd: true))
      case .not(let behind):
        let count = bounds.count
        isDead = run(program, instructions, keys, from: instruction + 1, at: item) != nil
        bounds.removeSubrange(count...)
        if !isDead {
          instruction = Int(behind)
          continue
        }
      case .accept:
        ways.removeSubrange(base...)
        return item
      }
      if isDead {
        guard ways.count > base, let way = ways.popLast() else { return nil }
        instruction = Int(way.instruction)
        item = Int(way.item)
        bounds.removeSubrange(Int(way.bounds)...)
      } else {
        instruction += 1
      }
    }
  }

  private mutating func takeCaptures() {
    for (place, bound) in bounds.enumerated() where bound.isEnd {
      guard let open = bounds[..<place].last(where: { !$0.isEnd && $0.name == bound.name }) else {
        continue
      }
      captures.append((bound.name, Int(open.item)..<Int(bound.item)))
    }
  }

  private func says(
    _ program: PatternProgram, _ start: Int, _ count: Int, _ key: ItemKey
  ) -> Bool {
    if key.mark != 0 { return count == 1 && program.bytes[start] == key.mark }
    guard Int(key.end - key.start) == count else { return false }
    for offset in 0..<count {
      let byte = text[Int(key.start) + offset]
      let small = byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte
      if small != program.bytes[start + offset] { return false }
    }
    return true
  }
}

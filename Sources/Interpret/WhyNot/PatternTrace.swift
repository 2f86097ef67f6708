import Lexicon
import Tag

/// How far a pattern comes at a place of a sentence, for telling a person what it still wanted.
///
/// Follows the same program as `PatternMatcher`, and remembers where no way went on; it is run for one
/// sentence that somebody asks about, never for all.
struct PatternTrace {
  struct Result {
    /// Items from the start that the best way took.
    let start: Int
    let end: Int
    /// The instruction at which it ended.
    let place: Int
  }

  let keys: [ItemKey]
  let sentence: Range<Int>
  let text: [UInt8]
  let program: PatternProgram

  private struct State: Hashable {
    let place: Int
    let item: Int
  }

  /// - Returns: the way that took most items, if any took one and none came to the end.
  func furthest(from start: Int) -> Result? {
    var seen: Set<State> = []
    var open = [State(place: 0, item: start)]
    var best: Result?
    while let state = open.popLast() {
      guard seen.insert(state).inserted else { continue }
      var next = State(place: state.place + 1, item: state.item)
      switch program.instructions[state.place] {
      case .accept: return nil
      case .split(let other): open += [next, State(place: Int(other), item: state.item)]
      case .jump(let target): open.append(State(place: Int(target), item: state.item))
      case .open, .close: open.append(next)
      case .sentenceStart:
        if state.item == sentence.lowerBound {
          open.append(next)
        } else {
          fail(state, start, &best)
        }
      case .sentenceEnd:
        if state.item == sentence.upperBound {
          open.append(next)
        } else {
          fail(state, start, &best)
        }
      case .not(let behind):
        if comesThrough(State(place: state.place + 1, item: state.item)) {
          fail(state, start, &best)
        } else {
          open.append(State(place: Int(behind), item: state.item))
        }
      case let instruction:
        guard takes(instruction, state.item) else {
          fail(state, start, &best)
          continue
        }
        next = State(place: state.place + 1, item: state.item + 1)
        open.append(next)
      }
    }
    return best.flatMap { $0.end > start ? $0 : nil }
  }

  /// Of ways that came equally far the one with the least behind it to match: it was nearest to its end.
  private func fail(_ state: State, _ start: Int, _ best: inout Result?) {
    if let known = best, (known.end, known.place) >= (state.item, state.place) { return }
    best = Result(start: start, end: state.item, place: state.place)
  }

  /// Whether a lookahead matches.
  private func comesThrough(_ first: State) -> Bool {
    var seen: Set<State> = []
    var open = [first]
    while let state = open.popLast() {
      guard seen.insert(state).inserted else { continue }
      let next = State(place: state.place + 1, item: state.item)
      switch program.instructions[state.place] {
      case .accept: return true
      case .split(let other): open += [next, State(place: Int(other), item: state.item)]
      case .jump(let target): open.append(State(place: Int(target), item: state.item))
      case .open, .close: open.append(next)
      case .sentenceStart: if state.item == sentence.lowerBound { open.append(next) }
      case .sentenceEnd: if state.item == sentence.upperBound { open.append(next) }
      case .not(let behind):
        if !comesThrough(next) { open.append(State(place: Int(behind), item: state.item)) }
      case let instruction:
        if takes(instruction, state.item) {
          open.append(State(place: state.place + 1, item: state.item + 1))
        }
      }
    }
    return false
  }

  private func takes(_ instruction: PatternProgram.Instruction, _ item: Int) -> Bool {
    guard item < sentence.upperBound else { return false }
    switch instruction {
    case .any: return true
    case .classes(let set): return keys[item].classes.intersects(set)
    case .kind(let bit): return keys[item].kinds & bit != 0
    case .literal(let start, let count):
      let literal = program.bytes[Int(start)..<Int(start + count)]
      if keys[item].mark != 0 { return literal.elementsEqual([keys[item].mark]) }
      return literal.elementsEqual(
        text[Int(keys[item].start)..<Int(keys[item].end)].map {
          $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0
        })
    default: return false
    }
  }

  /// What stands at an instruction, as a rule file writes it.
  func words(at place: Int, _ classes: WordClasses) -> String {
    switch program.instructions[place] {
    case .any: return "ANY"
    case .classes(let set): return "@" + (classes.names(in: set).first ?? "?")
    case .kind(let bit):
      return MentionKind.allCases.first { ItemKey.bit($0) == bit }?.name ?? "?"
    case .literal(let start, let count):
      return "\""
        + String(decoding: program.bytes[Int(start)..<Int(start + count)], as: UTF8.self) + "\""
    case .sentenceStart: return "the beginning of the sentence"
    case .sentenceEnd: return "the end of the sentence"
    case .not: return "none of what its \"!\" forbids"
    case .split, .jump, .open, .close, .accept: return "more"
    }
  }
}

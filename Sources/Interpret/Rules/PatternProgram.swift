import Lexicon
import Tag

/// A pattern laid out flat, so that matching follows indices instead of references.
struct PatternProgram: Sendable {
  enum Node {
    case any
    case classes(ClassSet)
    /// A bit of `ItemKey.kinds`.
    case kind(UInt32)
    /// Bytes of `bytes`, in small letters.
    case literal(Range<Int32>)
    /// Nodes of `children`.
    case sequence(Range<Int32>)
    case choice(Range<Int32>)
    case repeated(Int32, min: Int32, max: Int32)
    /// `names` has the name.
    case named(Int32, name: Int32)
    case not(Int32)
    case start, end
  }

  private(set) var nodes: [Node] = []
  private(set) var children: [Int32] = []
  private(set) var bytes: [UInt8] = []
  private(set) var names: [String] = []
  private(set) var root: Int32 = 0

  init(_ pattern: Pattern) {
    root = add(pattern)
  }

  private mutating func add(_ pattern: Pattern) -> Int32 {
    let node: Node
    switch pattern {
    case .atom(.any): node = .any
    case .atom(.wordClass(let set)): node = .classes(set)
    case .atom(.kind(let kind)): node = .kind(ItemKey.bit(kind))
    case .atom(.literal(let literal)):
      let start = Int32(bytes.count)
      bytes += literal
      node = .literal(start..<Int32(bytes.count))
    case .sequence(let parts): node = .sequence(list(parts))
    case .choice(let choices): node = .choice(list(choices))
    case .repeated(let inner, let min, let max):
      node = .repeated(add(inner), min: Int32(min), max: Int32(max))
    case .named(let name, let inner):
      let inner = add(inner)
      names.append(name)
      node = .named(inner, name: Int32(names.count - 1))
    case .not(let inner): node = .not(add(inner))
    case .start: node = .start
    case .end: node = .end
    }
    nodes.append(node)
    return Int32(nodes.count - 1)
  }

  private mutating func list(_ patterns: [Pattern]) -> Range<Int32> {
    let added = patterns.map { add($0) }
    let start = Int32(children.count)
    children += added
    return start..<Int32(children.count)
  }
}

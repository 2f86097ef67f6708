import Lexicon

/// Short names that a text gives a body in brackets and calls it by from then on: "RSUD Abdul Moeloek (RSUDAM)".
struct ShortNames {
  let text: [UInt8]

  /// Shorter ones are too often other words' initials, too.
  private static let lengths = 4...14
  /// A page that gives more names than this is a list; its brackets hold something else.
  private static let most = 64

  /// Makes the mentions of bodies by such names the body's.
  func assign(_ items: inout [Item]) {
    var known: [(name: Range<Int>, content: Content)] = []
    for index in items.indices.dropLast(3) where known.count < Self.most {
      switch items[index].content {
      case .unit, .institution: break
      default: continue
      }
      let name = items[index + 2]
      guard items[index + 1].isMark("("), items[index + 3].isMark(")"), isShortName(name) else {
        continue
      }
      known.append((name.range, items[index].content))
    }
    guard !known.isEmpty else { return }
    for index in items.indices where isShortName(items[index]) {
      // In the brackets that introduce it, the name stays another word for the same body.
      guard let body = known.first(where: { isSame($0.name, items[index].range) }),
        index == 0 || !items[index - 1].isMark("(")
      else { continue }
      items[index].content = body.content
    }
  }

  private func isSame(_ one: Range<Int>, _ other: Range<Int>) -> Bool {
    one.count == other.count && text[one].elementsEqual(text[other])
  }

  /// A word of capitals that the tables do not have.
  private func isShortName(_ item: Item) -> Bool {
    guard case .word = item.content, item.classes.isEmpty, Self.lengths.contains(item.range.count)
    else { return false }
    return text[item.range].allSatisfy { (0x41...0x5A).contains($0) }
  }
}

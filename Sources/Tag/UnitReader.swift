import Lexicon

/// Reads a service unit with its own name: "Puskesmas Selabatu", "RSUD R Syamsudin SH", "Polres Sigi".
struct UnitReader {
  let context: ReadingContext
  /// More words than this are no name.
  private static let longestName = 5

  func read(_ items: [Item], at index: Int, to limit: Int) -> (item: Item, count: Int)? {
    guard case .unit(let mention) = items[index].content, mention.properName == nil else {
      return nil
    }
    let unit = context.lexicon.units[Int(mention.unit)]
    guard unit.takesProperName else { return (items[index], 1) }
    var at = index + 1
    var last: Int?
    while at < limit, at <= index + Self.longestName {
      let item = items[at]
      if item.isMark("."), at > index + 1, items[at - 1].range.count <= 3,
        item.range.lowerBound == items[at - 1].range.upperBound
      {
        // An initial or a title: "A.M. Parikesit", "dr. Haryoto".
        if last == at - 1 { last = at }
        at += 1
        continue
      }
      if last == nil, case .word = item.content, item.classes.intersects(context.nameTitle),
        at + 1 < limit, items[at + 1].isMark(".") || isName(items[at + 1])
      {
        at += 1
        continue
      }
      guard isName(item) else { break }
      last = at
      at += 1
      if case .region = item.content, unit.isVertical { break }
    }
    guard var last else { return (items[index], 1) }
    // "RSUD Loekmono Hadi Kudus": behind a name of its own the region is where the unit lies.
    if !unit.isVertical, last > index + 1, case .region(let place) = items[last].content,
      !place.needsCue, case .word = items[last - 1].content
    {
      last -= 1
    }
    var item = items[index]
    item.range = item.range.lowerBound..<items[last].range.upperBound
    item.content = .unit(
      UnitMention(
        unit: mention.unit,
        properName: items[index + 1].range.lowerBound..<items[last].range.upperBound))
    return (item, last - index + 1)
  }

  private func isName(_ item: Item) -> Bool {
    switch item.content {
    case .word:
      return context.startsUpper(item) && !item.classes.intersects(context.notInName)
    case .region: return true
    default: return false
    }
  }
}

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
    let start = endOfShortName(items, mention, at: index, to: limit)
    guard unit.takesProperName else { return unnamed(items, index, start) }
    var at = start
    var last: Int?
    while at < limit, at < start + Self.longestName {
      let item = items[at]
      if item.isMark("."), at > start, items[at - 1].range.count <= 3,
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
    guard var last else { return unnamed(items, index, start) }
    // "RSUD Loekmono Hadi Kudus": behind a name of its own the region is where the unit lies.
    if !unit.isVertical, last > start, case .region(let place) = items[last].content,
      !place.needsCue, case .word = items[last - 1].content
    {
      last -= 1
    }
    var item = items[index]
    item.range = item.range.lowerBound..<items[last].range.upperBound
    item.content = .unit(
      UnitMention(
        unit: mention.unit,
        properName: items[start].range.lowerBound..<items[last].range.upperBound))
    return (item, last - index + 1)
  }

  /// "Rumah Sakit Umum Daerah (RSUD) Bendan": the first item behind the bracket with the short name, or behind
  /// the kind of unit where there is none.
  private func endOfShortName(
    _ items: [Item], _ mention: UnitMention, at index: Int, to limit: Int
  ) -> Int {
    guard index + 3 < limit, items[index + 1].isMark("("), items[index + 3].isMark(")"),
      case .unit(let short) = items[index + 2].content, short.unit == mention.unit
    else { return index + 1 }
    return index + 4
  }

  private func unnamed(_ items: [Item], _ index: Int, _ end: Int) -> (item: Item, count: Int) {
    var item = items[index]
    item.range = item.range.lowerBound..<items[end - 1].range.upperBound
    return (item, end - index)
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

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
    guard unit.takesProperName else {
      return longer(items, mention, at: index, to: limit) ?? unnamed(items, index, start)
    }
    var at = start
    var last: Int?
    while at < limit, at < start + Self.longestName {
      let item = items[at]
      if item.isMark("."), at > start, items[at - 1].range.count <= 3,
        item.range.lowerBound == items[at - 1].range.upperBound, !isNumeral(items[at - 1])
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
      // "SMA Negeri 1 Dumai".
      if at == start, let number = context.integer(item), (1...99).contains(number), at + 1 < limit,
        isName(items[at + 1])
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
    // "Puskesmas Sewon 2 dengan nilai 98,09".
    if last + 2 < limit, let number = context.integer(items[last + 1]), (1...9).contains(number),
      case .word = items[last + 2].content, !items[last + 2].classes.intersects(context.countNoun)
    {
      last += 1
    }
    var item = items[index]
    item.range = item.range.lowerBound..<items[last].range.upperBound
    item.content = .unit(
      UnitMention(
        unit: mention.unit,
        properName: items[start].range.lowerBound..<items[last].range.upperBound,
        place: place(items[start])))
    return (item, last - index + 1)
  }

  private func place(_ item: Item) -> RegionMention? {
    if case .region(let mention) = item.content { mention } else { nil }
  }

  /// "Dinas Koperasi, UKM dan Perdagangan", "Dinas Sosial PPA": a name that goes on behind the one that the
  /// tables have, with words that names of units are made of.
  private func longer(
    _ items: [Item], _ mention: UnitMention, at index: Int, to limit: Int
  ) -> (item: Item, count: Int)? {
    var at = index + 1
    var last = index
    var hasAnd = false
    var hasComma = false
    while at < limit, at - index <= Self.longestLongerName {
      let item = items[at]
      if item.isMark(",") || item.isMark("&") || item.classes.intersects(context.and) {
        hasComma = hasComma || item.isMark(",")
        hasAnd = hasAnd || !item.isMark(",")
      } else if isUnitWord(item) {
        last = at
      } else {
        break
      }
      at += 1
    }
    // Commas alone enumerate something else.
    guard last > index, !hasComma || hasAnd else { return nil }
    let range = items[index].range.lowerBound..<items[last].range.upperBound
    var item = items[index]
    item.range = range
    item.content = .unit(
      UnitMention(unit: mention.unit, properName: nil, longerName: range))
    return (item, last - index + 1)
  }

  /// More items than these are no name.
  private static let longestLongerName = 12

  private func isUnitWord(_ item: Item) -> Bool {
    guard case .word = item.content, context.startsUpper(item) else { return false }
    return context.lexicon.isUnitWord(context.text[item.range])
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

  /// "Puskesmas Kudu II.": a numeral and no initial.
  private func isNumeral(_ item: Item) -> Bool {
    item.range.count > 1 && context.text[item.range].allSatisfy { [0x49, 0x56, 0x58].contains($0) }
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

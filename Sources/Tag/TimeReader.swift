import Lexicon

/// Reads dates, years and spans of years, and citations of regulations.
struct TimeReader {
  let context: ReadingContext

  /// The mention that begins at an item, and how many items it takes.
  func read(_ items: [Item], at index: Int, to limit: Int) -> (item: Item, count: Int)? {
    regulation(items, index, limit) ?? numericDate(items, index, limit)
      ?? writtenDate(items, index, limit) ?? monthYear(items, index, limit)
      ?? years(items, index, limit) ?? numberRange(items, index, limit)
  }

  /// "UU No. 25 Tahun 2009", "Permenpan RB 14/2017".
  private func regulation(_ items: [Item], _ index: Int, _ limit: Int) -> (Item, Int)? {
    let first = items[index]
    guard first.word >= 0, let type = context.regulationType(first.word) else { return nil }
    var at = index + 1
    // "Republik Indonesia", "(UU)", "RI", "Nomor", "No.": at most six items before the number.
    while at < limit, at < index + 7, context.integer(items[at]) == nil {
      switch items[at].content {
      case .word, .punctuation: at += 1
      default: return nil
      }
      if items[at - 1].isMark(",") || items[at - 1].isMark(";") { return nil }
    }
    guard at < limit, let number = context.integer(items[at]) else { return nil }
    at += 1
    guard at + 1 < limit else { return nil }
    if items[at].isMark("/") || items[at].classes.intersects(context.yearWord) { at += 1 }
    guard at < limit, let year = context.integer(items[at]), (1945...2049).contains(year) else {
      return nil
    }
    return (
      Item(
        .regulation("\(type) \(number)/\(year)"),
        first.range.lowerBound..<items[at].range.upperBound), at - index + 1
    )
  }

  /// "16/1/2024", "10-09-2019", "30/4".
  private func numericDate(_ items: [Item], _ index: Int, _ limit: Int) -> (Item, Int)? {
    guard index + 2 < limit, let day = context.integer(items[index]), (1...31).contains(day),
      items[index + 1].isMark("/") || items[index + 1].isMark("-"),
      let month = context.integer(items[index + 2]), (1...12).contains(month),
      context.areAdjacent(items, index, 3)
    else { return nil }
    let isSlash = items[index + 1].isMark("/")
    if index + 4 < limit, items[index + 3].isMark(isSlash ? "/" : "-"),
      let year = context.integer(items[index + 4]), context.areAdjacent(items, index, 5),
      (1945...2049).contains(year) || (0...49).contains(year)
    {
      let full = year < 100 ? 2000 + year : year
      return (
        Item(
          .date(day: day, month: month, year: full),
          items[index].range.lowerBound..<items[index + 4].range.upperBound), 5
      )
    }
    // Without a year only in brackets: "Rabu (28/1)". Elsewhere it may be a fraction.
    guard isSlash, index > 0, items[index - 1].isMark("("), index + 3 < limit,
      items[index + 3].isMark(")")
    else { return nil }
    return (
      Item(
        .date(day: day, month: month, year: nil),
        items[index].range.lowerBound..<items[index + 2].range.upperBound), 3
    )
  }

  /// "16 Januari 2024", "27 November".
  private func writtenDate(_ items: [Item], _ index: Int, _ limit: Int) -> (Item, Int)? {
    guard index + 1 < limit, let day = context.integer(items[index]), (1...31).contains(day),
      let month = context.month(items[index + 1])
    else { return nil }
    if index + 2 < limit, let year = context.year(items[index + 2]) {
      return (
        Item(
          .date(day: day, month: month, year: year),
          items[index].range.lowerBound..<items[index + 2].range.upperBound), 3
      )
    }
    return (
      Item(
        .date(day: day, month: month, year: nil),
        items[index].range.lowerBound..<items[index + 1].range.upperBound), 2
    )
  }

  private func monthYear(_ items: [Item], _ index: Int, _ limit: Int) -> (Item, Int)? {
    guard index + 1 < limit, let month = context.month(items[index]),
      let year = context.year(items[index + 1])
    else { return nil }
    return (
      Item(
        .date(day: nil, month: month, year: year),
        items[index].range.lowerBound..<items[index + 1].range.upperBound), 2
    )
  }

  /// "2023", "2016-2018".
  private func years(_ items: [Item], _ index: Int, _ limit: Int) -> (Item, Int)? {
    guard let first = context.year(items[index]) else { return nil }
    if index + 2 < limit,
      items[index + 1].isMark("-") || items[index + 1].isMark("/")
        || items[index + 1].classes.intersects(context.rangeTo),
      let last = context.year(items[index + 2]), last > first
    {
      return (
        Item(
          .year(last, isSpan: true),
          items[index].range.lowerBound..<items[index + 2].range.upperBound), 3
      )
    }
    return (Item(.year(first, isSpan: false), items[index].range, items[index].classes), 1)
  }

  /// "81,00 – 100", "0 sampai 50".
  private func numberRange(_ items: [Item], _ index: Int, _ limit: Int) -> (Item, Int)? {
    guard index + 2 < limit, case .number(let low) = items[index].content,
      items[index + 1].classes.intersects(context.rangeTo) || items[index + 1].isMark("-"),
      case .number(let high) = items[index + 2].content, low < high
    else { return nil }
    return (
      Item(
        .range(low, high), items[index].range.lowerBound..<items[index + 2].range.upperBound), 3
    )
  }
}

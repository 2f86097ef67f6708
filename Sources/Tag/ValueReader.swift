import Lexicon

/// Reads the values of an assessment: zones, grades, categories, ranks.
struct ValueReader {
  let context: ReadingContext

  func read(_ items: [Item], at index: Int, to limit: Int, from start: Int) -> (
    item: Item, count: Int
  )? {
    zone(items, index, limit, start) ?? rank(items, index, limit)
      ?? partedDecimal(items, index, limit, start)
      ?? grade(items, index, limit, start) ?? category(items, index, limit, start)
  }

  /// "hijau", "hijau pekat"; framed where a word like "zona" or "rapor" stands shortly before it.
  private func zone(_ items: [Item], _ index: Int, _ limit: Int, _ start: Int) -> (Item, Int)? {
    guard items[index].classes.intersects(context.colour),
      let colour = context.value(items[index], "colour")
    else { return nil }
    let isFramed = items[max(start, index - 4)..<index].contains {
      $0.classes.intersects(context.zoneCue) || $0.classes.intersects(context.categoryCue)
    }
    var end = index
    var shade: String?
    if index + 1 < limit, items[index + 1].classes.intersects(context.shade) {
      shade = context.value(items[index + 1], "shade")
      end += 1
    }
    return (
      Item(
        .zone(colour, shade: shade, isFramed: isFramed),
        items[index].range.lowerBound..<items[end].range.upperBound, items[index].classes),
      end - index + 1
    )
  }

  /// "Nilai akhir 80, 25 mengantar ...": a decimal whose comma is followed by a space, right behind its cue
  /// and with no list going on behind it.
  private func partedDecimal(
    _ items: [Item], _ index: Int, _ limit: Int, _ start: Int
  ) -> (Item, Int)? {
    guard index > start, index + 2 < limit,
      items[index - 1].classes.intersects(context.scoreCue)
        || items[index - 1].classes.intersects(context.intro)
        || items[index - 1].classes.intersects(context.fact)
        || items[index - 1].classes.intersects(context.zoneCue)
        || isBody(items[index - 1]) && index + 3 < limit && items[index].range.count == 2
          && (items[index + 3].isMark(",") || items[index + 3].isMark("."))
        || items[index - 1].isMark("(") && index + 3 < limit && items[index].range.count == 2
          && (items[index + 3].isMark(")") || items[index + 3].classes.intersects(context.and)),
      let whole = context.integer(items[index]), whole <= 100, items[index + 1].isMark(","),
      items[index + 1].range.lowerBound == items[index].range.upperBound,
      let part = context.integer(items[index + 2]), items[index + 2].range.count == 2
    else { return nil }
    if index + 3 < limit {
      let next = items[index + 3]
      if next.isMark(";") || next.classes.intersects(context.and) && !items[index - 1].isMark("(") {
        return nil
      }
      // "Nilai 83, 81, 79 dan 75" is a list, "nilai 83, 81, meningkat" is none.
      if next.isMark(","), index + 4 >= limit || context.integer(items[index + 4]) != nil {
        return nil
      }
    }
    let value = FixedPoint(units: Int64(whole * 100 + part), scale: 2)
    return (
      Item(.number(value), items[index].range.lowerBound..<items[index + 2].range.upperBound), 3
    )
  }

  /// "peringkat ke-28 dari 34", "urutan 21", "berperingkat ketujuh", "Peringkat I".
  private func rank(_ items: [Item], _ index: Int, _ limit: Int) -> (Item, Int)? {
    if let further = furtherRank(items, index, limit) { return further }
    guard items[index].classes.intersects(context.rankCue) else { return nil }
    let isBareKe = context.text[items[index].range].elementsEqual("ke".utf8) { $0 | 0x20 == $1 }
    var at = index + 1
    while at < limit, at < index + 3,
      items[at].isMark("-") || items[at].classes.intersects(context.rankCue)
    {
      at += 1
    }
    guard at < limit else { return nil }
    // "ke" alone is a preposition: only "ke-3" and "ke 3" with digits right behind it is a rank.
    if isBareKe, context.integer(items[at]) == nil || at == index + 1 { return nil }
    guard let place = place(items[at]) else { return nil }
    if at + 1 < limit, items[at + 1].isMark("/") { return nil }
    // "Ke-13 kabupaten itu", "ke-11 penerima": all of them.
    if isBareKe, at + 1 < limit,
      items[at + 1].classes.intersects(context.countNoun)
        || items[at + 1].classes.intersects(context.recipient)
    {
      return nil
    }
    let (count, end) = field(items, place, at, limit)
    return (
      Item(
        .rank(place, of: count),
        items[index].range.lowerBound..<items[end].range.upperBound), end - index + 1
    )
  }

  /// "peringkat 11 dan 27", "nomor empat dan lima": the numbers behind the first are places too.
  private func furtherRank(_ items: [Item], _ index: Int, _ limit: Int) -> (Item, Int)? {
    guard index >= 2, case .rank(let before, of: nil) = items[index - 2].content,
      context.text[items[index - 1].range] == Array("dan".utf8)[...],
      let place = place(items[index])
    else { return nil }
    // In words only the next one: "peringkat pertama dan dua penghargaan".
    guard context.integer(items[index]) != nil || place == before + 1 else { return nil }
    // "Peringkat 5 dan 23 kabupaten lain": a count.
    if index + 1 < limit, items[index + 1].classes.intersects(context.countNoun) { return nil }
    let (count, end) = field(items, place, index, limit)
    return (
      Item(
        .rank(place, of: count),
        items[index].range.lowerBound..<items[end].range.upperBound), end - index + 1
    )
  }

  /// "dari 34" behind a place: of how many, and where that ends.
  private func field(
    _ items: [Item], _ place: Int, _ at: Int, _ limit: Int
  ) -> (count: Int?, end: Int) {
    var count: Int?
    var end = at
    if at + 2 < limit, context.text[items[at + 1].range] == Array("dari".utf8)[...] {
      let isTotal = context.text[items[at + 2].range] == Array("total".utf8)[...]
      let number = at + (isTotal ? 3 : 2)
      if number < limit, let of = context.integer(items[number]), of >= place {
        count = of
        end = number
      }
    }
    return (count, end)
  }

  private func place(_ item: Item) -> Int? {
    if let digits = context.integer(item) { return (1...600).contains(digits) ? digits : nil }
    if item.classes.intersects(context.ordinal) {
      return context.value(item, "ordinal").flatMap { Int($0) }
    }
    if item.classes.intersects(context.number) {
      return context.value(item, "number").flatMap { Int($0) }
    }
    return context.isUpper(item) ? roman(context.text[item.range]) : nil
  }

  private func roman(_ letters: ArraySlice<UInt8>) -> Int? {
    let values: [UInt8: Int] = [0x49: 1, 0x56: 5, 0x58: 10]
    var total = 0
    var previous = 0
    for letter in letters.reversed() {
      guard let value = values[letter] else { return nil }
      total += value < previous ? -value : value
      previous = max(previous, value)
    }
    return total > 0 && letters.count <= 6 ? total : nil
  }

  /// A letter from A to F, maybe with a minus: behind "predikat", "kategori", "nilai", or in front of
  /// its gloss in brackets.
  private func grade(_ items: [Item], _ index: Int, _ limit: Int, _ start: Int) -> (Item, Int)? {
    guard case .word = items[index].content, items[index].range.count <= 2,
      let letter = letters(items[index])
    else { return nil }
    var end = index
    var grade = letter
    if letter.count == 1, index + 1 < limit, items[index + 1].isMark("-"),
      items[index + 1].range.lowerBound == items[index].range.upperBound,
      index + 2 == limit || items[index + 2].range.lowerBound > items[index + 1].range.upperBound
        || !startsWord(items[index + 2])
    {
      grade += "-"
      end += 1
    }
    var before = index - 1
    while before >= start, items[before].isMark("\"") || items[before].isMark(":") { before -= 1 }
    let isCued =
      before >= start
      && (items[before].classes.intersects(context.gradeCue)
        || items[before].classes.intersects(context.categoryCue))
    let isGlossed =
      end + 2 < limit && items[end + 1].isMark("(")
      && (items[end + 2].classes.intersects(context.degree) || isCategory(items[end + 2]))
    // "A atau B", "Sangat Baik atau A-".
    let isAlternative =
      before >= start + 1
      && (isGrade(items[before - 1]) || isLink(items[before]) && isCategory(items[before - 1]))
    // "Meraih A- dalam evaluasi", "memperoleh B dengan indeks 3,60".
    let isReached =
      index > start && items[index - 1].classes.intersects(context.fact)
      && letter.count == 1 && (end > index || isEndOfPhrase(items, end + 1, limit))
    // "3,88 (B)": alone in brackets behind a number.
    var isBracketed = false
    if before >= start + 1, items[before].isMark("("), end + 1 < limit,
      items[end + 1].isMark(")") || items[end + 1].isMark("/") || items[end + 1].isMark(","),
      case .number = items[before - 1].content
    {
      isBracketed = true
    }
    // "Dinas Perhubungan B, 83,00": between a body and its score.
    let isBeforeScore =
      before >= start && before == index - 1 && isBody(items[before]) && end + 2 < limit
      && (items[end + 1].isMark(",") || items[end + 1].isMark("(")) && isDecimal(items[end + 2])
    // "Indeks 3,88, juga B".
    let isAlso =
      before > start
      && ["juga", "pula"].contains { context.text[items[before].range].elementsEqual($0.utf8) }
      && items[before - 1].isMark(",") && (end + 1 == limit || !startsWord(items[end + 1]))
    guard
      isCued || isAnnounced(items, index, end, limit, start) || isGlossed || isAlternative
        || isReached || isBracketed
        || isBeforeScore || isAlso
    else {
      return nil
    }
    return (
      Item(.grade(grade), items[index].range.lowerBound..<items[end].range.upperBound),
      end - index + 1
    )
  }

  /// "Mutu pelayanan kita masih B", "mutu pelayanan Dinas X adalah B": the cue, whose it is, and a copula.
  private func isAnnounced(
    _ items: [Item], _ index: Int, _ end: Int, _ limit: Int, _ start: Int
  ) -> Bool {
    guard isEndOfPhrase(items, end + 1, limit) else { return false }
    var before = index - 1
    var hasCopula = false
    while before >= start, index - before <= 6 {
      let item = items[before]
      if item.classes.intersects(context.categoryCue) { return hasCopula }
      if isBody(item) || item.classes.intersects(context.firstPerson) {
        before -= 1
      } else if item.classes.intersects(context.copula) {
        hasCopula = true
        before -= 1
      } else {
        return false
      }
    }
    return false
  }

  /// Behind a grade that its verb alone announces stands its score, its source, or nothing.
  private func isEndOfPhrase(_ items: [Item], _ index: Int, _ limit: Int) -> Bool {
    guard index < limit else { return true }
    if case .punctuation(let mark) = items[index].content {
      return mark != UInt8(ascii: ".") || index + 1 == limit
    }
    return ["dengan", "pada", "dalam", "dari", "untuk", "atau"].contains {
      context.text[items[index].range].elementsEqual($0.utf8)
    }
  }

  /// What stands between two names of one value: "B atau baik", "A-/Sangat Baik", "Sangat Baik (A-)".
  private func isLink(_ item: Item) -> Bool {
    item.isMark("(") || item.isMark("/") || item.classes.intersects(context.or)
  }

  private func letters(_ item: Item) -> String? {
    let bytes = context.text[item.range]
    guard let first = bytes.first, (0x41...0x46).contains(first) else { return nil }
    if bytes.count == 1 { return String(decoding: bytes, as: UTF8.self) }
    return bytes.allSatisfy { $0 == first } ? String(decoding: bytes, as: UTF8.self) : nil
  }

  private func startsWord(_ item: Item) -> Bool {
    if case .punctuation = item.content { return false }
    return true
  }

  private func isGrade(_ item: Item) -> Bool {
    if case .grade = item.content { return true }
    return false
  }

  private func isCategory(_ item: Item) -> Bool {
    if case .category = item.content { return true }
    return false
  }

  /// "opini kualitas tertinggi", "predikat kepatuhan tinggi", "kategori sangat baik".
  private func category(_ items: [Item], _ index: Int, _ limit: Int, _ start: Int) -> (Item, Int)? {
    if case .category(let label) = items[index].content {
      return keepsCategory(items, index, start)
        ? (Item(.category(label), items[index].range, items[index].classes), 1)
        : (Item(.word, items[index].range, items[index].classes), 1)
    }
    // In brackets behind a grade or score the degree stands alone: "A- (sangat baik)", "84,17 (Baik)".
    if items[index].classes.intersects(context.degree), index >= start + 2,
      items[index - 1].isMark("(") && isDecimal(items[index - 2])
        || isLink(items[index - 1]) && isGrade(items[index - 2])
        || index >= start + 3 && items[index - 1].isMark(",") && isGrade(items[index - 2])
          && items[index - 3].isMark("(")
    {
      return (Item(.category(titled(items[index].range)), items[index].range), 1)
    }
    // "Dinas Sosial Baik dengan 79,50": a degree alone, written as a name, between the body and its score.
    if items[index].classes.intersects(context.degree), index > start, index + 2 < limit,
      context.startsUpper(items[index]), isBody(items[index - 1]),
      context.text[items[index + 1].range].elementsEqual("dengan".utf8),
      isDecimal(items[index + 2]) || items[index + 2].classes.intersects(context.scoreCue)
    {
      return (Item(.category(titled(items[index].range)), items[index].range), 1)
    }
    // "91,70 atau "Sangat Baik"".
    if items[index].classes.intersects(context.degree), isBehindDecimal(items, index, start) {
      return (Item(.category(titled(items[index].range)), items[index].range), 1)
    }
    guard items[index].classes.intersects(context.categoryCue) else { return nil }
    var at = index
    var noun: Range<Int>?
    while at < limit, at < index + 4, items[at].classes.intersects(context.categoryCue) {
      let word = context.text[items[at].range].map { $0 | 0x20 }
      if word.elementsEqual("kualitas".utf8) || word.elementsEqual("kepatuhan".utf8)
        || word.suffix(9).elementsEqual("kepatuhan".utf8)
      {
        noun =
          word.count > 9
          ? items[at].range.upperBound - 9..<items[at].range.upperBound
          : items[at].range
      }
      at += 1
      while at < limit, items[at].isMark("\"") || items[at].isMark(":") { at += 1 }
    }
    guard at < limit, items[at].classes.intersects(context.degree) else { return nil }
    // "nilai kepatuhan tertinggi" ranks; it names no category.
    if index > start, items[index - 1].classes.intersects(context.scoreCue) { return nil }
    let label =
      (noun.map { titled($0) + " " } ?? "") + titled(items[at].range)
    return (
      Item(.category(label), (noun ?? items[at].range).lowerBound..<items[at].range.upperBound),
      at - index + 1
    )
  }

  /// Labels like "Pelayanan Prima" are ordinary words too: they count behind a cue, in brackets behind
  /// a grade, or when they bring their own noun.
  private func keepsCategory(_ items: [Item], _ index: Int, _ start: Int) -> Bool {
    let bytes = context.text[items[index].range].map { $0 | 0x20 }
    if bytes.starts(with: "kualitas ".utf8) || bytes.starts(with: "kepatuhan ".utf8)
      || bytes.starts(with: "opini ".utf8) || bytes.starts(with: "top ".utf8)
      || bytes.starts(with: "pembina ".utf8) || bytes.suffix(7).elementsEqual("catatan".utf8)
    {
      // "Nilai kepatuhan tertinggi" ranks; "nilai kualitas tinggi" does not.
      return bytes.starts(with: "kualitas ".utf8) || index == start
        || !items[index - 1].classes.intersects(context.scoreCue)
    }
    guard index > start else { return false }
    var before = index - 1
    while before > start, items[before].isMark("\"") || items[before].isMark(":") { before -= 1 }
    if items[before].classes.intersects(context.categoryCue) { return true }
    if isBehindDecimal(items, index, start) { return true }
    // "88,20 (A, Sangat Baik)".
    if before >= start + 2, items[before].isMark(","), isGrade(items[before - 1]),
      items[before - 2].isMark("(")
    {
      return true
    }
    // "Predikat A atau Pelayanan Prima".
    if items[before].classes.intersects(context.or), before > start, isGrade(items[before - 1]) {
      return true
    }
    return before > start
      && (isLink(items[before]) && isGrade(items[before - 1])
        || items[before].isMark("(") && isDecimal(items[before - 1]))
  }

  /// Only "atau" and an opening mark stand between, and at least one of them.
  private func isBehindDecimal(_ items: [Item], _ index: Int, _ start: Int) -> Bool {
    var before = index - 1
    while before > start,
      items[before].isMark("\"") || items[before].isMark("/")
        || items[before].classes.intersects(context.or)
    {
      before -= 1
    }
    return before < index - 1 && before >= start && isDecimal(items[before])
  }

  private func isBody(_ item: Item) -> Bool {
    switch item.content {
    case .region, .unit, .institution: true
    default: false
    }
  }

  private func isDecimal(_ item: Item) -> Bool {
    if case .number(let value) = item.content { value.scale > 0 } else { false }
  }

  private func titled(_ range: Range<Int>) -> String {
    var result: [UInt8] = []
    var atStart = true
    for byte in context.text[range] {
      let lower = byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte
      if lower == 0x20 || lower == 0x0A {
        result.append(0x20)
        atStart = true
      } else {
        result.append(atStart && lower >= 0x61 && lower <= 0x7A ? lower & 0xDF : lower)
        atStart = false
      }
    }
    return String(decoding: result, as: UTF8.self)
  }
}

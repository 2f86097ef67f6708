/// Takes out of the main content what is nobody's text: boilerplate lines, repeated passages, lists of
/// links, and what stands at the edges.
struct PassageFilter {
  let boilerplate: Boilerplate
  let template: SiteTemplate?
  let plain: (Passage) -> [UInt8]

  /// Only passages of up to this many bytes can be furniture by what they say.
  private static let short = 200
  /// How many passages from the end may be notes, and how long such a note is.
  private static let tailPassages = 4
  private static let tailLength = 260
  /// A passage of fewer bytes may stand twice with reason (the questions of an interview).
  private static let leastRepeated = 60
  /// So many passages repeated in their order were pasted twice.
  private static let pastedRun = 3
  /// The word that begins a part of a regulation, and how many different ones make a page a regulation.
  private static let longestPart = 16
  private static let leastParts = 3
  /// A passage of this length with a stop is running text.
  private static let running = 80

  func drop(_ passages: inout [Passage], titlePlace: Int?, title: String?) {
    dropTemplate(&passages, titlePlace: titlePlace)
    let isRegulation = dropLines(&passages, titlePlace: titlePlace, title: title)
    dropLinkLists(&passages)
    if !isRegulation { trimHead(&passages) }
    trimTail(&passages)
    dropOrphanHeadings(&passages)
  }

  private static func isRunning(_ passage: Passage) -> Bool {
    passage.kind == .tableRow
      || passage.length >= running && passage.words > 7 && passage.stops > 0
        && passage.kind != .caption
        && passage.kind != .heading
  }

  /// First, so that what is left has its own beginning and end.
  private func dropTemplate(_ passages: inout [Passage], titlePlace: Int?) {
    guard let template else { return }
    for index in passages.indices
    where !passages[index].isJunk && index != titlePlace && passages[index].kind.mayBeFurniture
      && template.contains(plain(passages[index]))
    {
      passages[index].isJunk = true
      passages[index].isTemplate = true
    }
  }

  /// - Returns: whether the page is a regulation. Its heading is many short lines, one of which is what the
  ///   page calls itself; all of them are its text.
  private func dropLines(
    _ passages: inout [Passage], titlePlace: Int?, title: String?
  ) -> Bool {
    var parts: Set<String> = []
    var titles: [Int] = []
    let titleKey = title.map { TitleFinder.key(Array($0.utf8)) } ?? []
    let total = passages.reduce(0) { $0 + ($1.isJunk ? 0 : $1.length) }
    var sofar = 0
    for index in passages.indices where !passages[index].isJunk {
      let passage = passages[index]
      if index == titlePlace {
        passages[index].isJunk = true
        titles.append(index)
        continue
      }
      if passage.kind != .tableRow, passage.length < Self.short {
        let text = plain(passage)
        if boilerplate.isClosingHeading(text) {
          passages[index].isJunk = true
          // What follows is not the article's, unless it is most of it.
          if sofar * 2 > total {
            for rest in index..<passages.count { passages[rest].isJunk = true }
            return false
          }
          continue
        }
        if boilerplate.isBoilerplate(text, isShort: true) {
          passages[index].isJunk = true
          continue
        }
        if !titleKey.isEmpty, TitleFinder.key(text) == titleKey {
          passages[index].isJunk = true
          titles.append(index)
          continue
        }
        if let part = PageKindReader.part(Boilerplate.fold(text.prefix(Self.longestPart))) {
          parts.insert(part)
        }
      } else if passage.kind != .tableRow, passage.linkLength > 0,
        boilerplate.isBoilerplate(plain(passage), isShort: false)
      {
        passages[index].isJunk = true
        continue
      }
      if passage.kind == .paragraph, passage.length < 400, boilerplate.isCredited(passage, plain) {
        passages[index].kind = .caption
      }
      sofar += passage.length
    }
    let isRegulation = parts.count >= Self.leastParts
    if isRegulation { for index in titles { passages[index].isJunk = false } }
    dropRepeated(&passages)
    return isRegulation
  }

  /// What stands in the page already. A page pasted twice repeats its passages one behind the other; a
  /// sentence by itself that comes again is a quotation set apart. Lists of goods, ingredients or
  /// answers say the same now and then with reason.
  private func dropRepeated(_ passages: inout [Passage]) {
    var first: [UInt64: Int] = [:]
    var repeats: [(index: Int, order: Int, original: Int)] = []
    var order = 0
    for index in passages.indices where !passages[index].isJunk {
      let passage = passages[index]
      guard passage.kind != .tableRow, passage.kind != .heading,
        passage.length >= Self.leastRepeated
      else { continue }
      if let original = first[passage.hash] {
        repeats.append((index, order, original))
      } else {
        first[passage.hash] = order
      }
      order += 1
    }
    var start = 0
    while start < repeats.count {
      var end = start + 1
      while end < repeats.count, repeats[end].order == repeats[end - 1].order + 1,
        repeats[end].original == repeats[end - 1].original + 1
      {
        end += 1
      }
      for (index, _, _) in repeats[start..<end]
      where end - start >= Self.pastedRun || Self.endsSentence(plain(passages[index])) {
        passages[index].isJunk = true
        passages[index].isRepeated = true
      }
      start = end
    }
  }

  /// Lists that are mostly links, within a page that is mostly text; behind the last running text a
  /// link in most of the items is enough.
  private func dropLinkLists(_ passages: inout [Passage]) {
    struct List {
      var length = 0
      var linked = 0
      var items = 0
      var linkedItems = 0
      var first = 0
    }
    var lists: [Int: List] = [:]
    var running = 0
    var lastRunning = 0
    for (index, passage) in passages.enumerated() where !passage.isJunk {
      if Self.isRunning(passage), passage.kind != .listItem {
        running += passage.length
        lastRunning = index
      }
      guard passage.kind == .listItem, passage.group > 0 else { continue }
      var list = lists[passage.group] ?? List(first: index)
      list.length += passage.length
      list.linked += passage.linkLength
      list.items += 1
      if passage.linkLength > 0 { list.linkedItems += 1 }
      lists[passage.group] = list
    }
    guard running > 400 else { return }
    var last = -1
    for index in passages.indices where !passages[index].isJunk {
      guard passages[index].kind == .listItem, let list = lists[passages[index].group],
        list.items > 1
      else {
        last = index
        continue
      }
      let isLast = list.first > lastRunning && list.linkedItems * 10 >= list.items * 7
      guard list.linked * 10 > list.length * (isLast ? 3 : 6) else {
        last = index
        continue
      }
      passages[index].isJunk = true
      // The line that named the list.
      if last >= 0, index == list.first, passages[last].length < 60,
        passages[last].kind == .paragraph
      {
        passages[last].isJunk = true
      }
    }
  }

  /// Before the first running text: day, author, counters, section. A dateline stays, it ends with a
  /// dash.
  private func trimHead(_ passages: inout [Passage]) {
    let kept = passages.indices.filter { !passages[$0].isJunk }
    let begins = kept.indices.first {
      Self.isRunning(passages[kept[$0]]) || isSentence(passages[kept[$0]])
        || $0 + 1 < kept.count && leads(passages[kept[$0]], to: passages[kept[$0 + 1]])
    }
    guard let first = begins, first < 9 else { return }
    for index in kept[..<first] {
      let passage = passages[index]
      guard passage.kind != .heading, passage.kind != .caption else { continue }
      if passage.words == 1, passage.length > 30 {
        // An address.
        passages[index].isJunk = true
        continue
      }
      guard passage.length < 90 else { continue }
      let text = plain(passage)
      if Self.endsWithDash(text) || PageKindReader.isNumberOfPart(text) { continue }
      let isDated = DateReader.line(String(decoding: text, as: UTF8.self)) != nil
      if isDated || passage.length < 60 && !Self.endsSentence(text) {
        passages[index].isJunk = true
      }
    }
  }

  /// Short, but a whole sentence.
  private func isSentence(_ passage: Passage) -> Bool {
    passage.kind == .paragraph && passage.words > 6 && passage.linkLength == 0
      && plain(passage).last == UInt8(ascii: ".")
  }

  /// "Berikut nilai semua kecamatan:" in front of a list is text, and the list with it.
  private func leads(_ passage: Passage, to next: Passage) -> Bool {
    guard next.kind == .listItem, passage.kind == .paragraph, passage.words > 6 else {
      return false
    }
    return plain(passage).last == UInt8(ascii: ":")
  }

  /// At the end: notes about authors, invitations, rights.
  private func trimTail(_ passages: inout [Passage]) {
    var left = Self.tailPassages
    for index in passages.indices.reversed() where !passages[index].isJunk {
      let passage = passages[index]
      if passage.kind == .tableRow { return }
      if passage.length < Self.tailLength, boilerplate.isTail(plain(passage)) {
        passages[index].isJunk = true
      } else {
        left -= 1
        if left == 0 { return }
      }
    }
  }

  private static func endsWithDash(_ text: [UInt8]) -> Bool {
    guard let last = text.last else { return false }
    if last == UInt8(ascii: "-") { return true }
    return text.count > 2 && text[text.count - 3] == 0xE2 && text[text.count - 2] == 0x80
      && (last == 0x93 || last == 0x94)
  }

  private static func endsSentence(_ text: [UInt8]) -> Bool {
    for byte in text.reversed() {
      if byte == UInt8(ascii: ".") || byte == UInt8(ascii: "!") || byte == UInt8(ascii: "?")
        || byte == UInt8(ascii: ":")
      {
        return true
      }
      if isLetter(byte) || isDigit(byte) { return false }
    }
    return false
  }

  /// Headings of what was dropped, and headings at the end with nothing behind them.
  private func dropOrphanHeadings(_ passages: inout [Passage]) {
    var next = -1
    for index in passages.indices.reversed() where !passages[index].isJunk {
      defer { if !passages[index].isJunk { next = index } }
      guard passages[index].kind == .heading else { continue }
      if next < 0 {
        passages[index].isJunk = true
        continue
      }
      let hasDropped = index + 1 < next
      if hasDropped, passages[next].kind == .heading,
        passages[next].level <= passages[index].level
      {
        passages[index].isJunk = true
      }
    }
  }
}

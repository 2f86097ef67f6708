import Extract

/// Which documents of a corpus are the parts of one article.
///
/// Parts have one address but for the mark of the part, one title, and numbers that differ. Documents
/// are named by their place among the records.
struct ArticleParts {
  /// Parts that follow one another without a gap, two or more.
  private(set) var runs: [[Int]] = []
  /// The part that a document is; the first part that is there, and nil for one without others.
  private(set) var parts: [Int: (number: Int, first: Int?)] = [:]
  /// Parts whose part before is not there.
  private(set) var unpreceded: Set<Int> = []
  /// The document that holds all of a part.
  private(set) var wholes: [Int: Int] = [:]
  /// Documents with the same text as a part.
  private(set) var copies: [Int: Int] = [:]

  /// A document holds another when this share of the other's text stands in it; a note at the end of
  /// a part ("Lanjut ke halaman 2") does not.
  private static let holdingShare = 0.8

  private let records: RecordStore

  /// - Parameter records: in the order of their addresses.
  init(_ records: RecordStore) {
    self.records = records
    var pages: [(index: Int, part: PagePart)] = []
    for index in records.places([.read, .article]) {
      if let part = records.kinship(index)?.part { pages.append((index, part)) }
    }
    let linked = Self.chains(pages)
    var articles: [Key: [Member]] = [:]
    var order: [Key] = []
    for (index, part) in pages {
      let link = linked[index]
      let key = Key(base: link?.base ?? part.base, title: part.title)
      if articles[key] == nil { order.append(key) }
      articles[key, default: []].append(
        Member(
          index: index, number: link?.number ?? part.number,
          isNamed: link != nil || part.isNamed, isWhole: part.isWhole))
    }
    for key in order { join(articles[key] ?? []) }
  }

  private struct Key: Hashable {
    let base: String
    let title: [UInt8]
  }

  private struct Member {
    let index: Int
    let number: Int?
    let isNamed: Bool
    let isWhole: Bool
  }

  /// Numbers pages whose addresses have nothing in common by the links from each to the next.
  private static func chains(
    _ pages: [(index: Int, part: PagePart)]
  ) -> [Int: (base: String, number: Int)] {
    guard pages.contains(where: { $0.part.next != nil }) else { return [:] }
    var byAddress: [String: Int] = [:]
    for (place, page) in pages.enumerated() {
      for address in page.part.addresses where byAddress[address] == nil {
        byAddress[address] = place
      }
    }
    var linked: [Int: (base: String, number: Int)] = [:]
    for start in pages.indices where !pages[start].part.hasPrevious {
      var chain = [start]
      while let last = chain.last, let next = pages[last].part.next, let place = byAddress[next],
        !chain.contains(place), pages[place].part.title == pages[start].part.title
      {
        chain.append(place)
      }
      guard chain.contains(where: { pages[$0].part.base != pages[start].part.base }) else {
        continue
      }
      for (position, place) in chain.enumerated() where linked[pages[place].index] == nil {
        linked[pages[place].index] = (pages[start].part.base, position + 1)
      }
    }
    return linked
  }

  private mutating func join(_ members: [Member]) {
    guard members.contains(where: { ($0.number ?? 1) > 1 || $0.isWhole }) else { return }
    if let whole = whole(of: members) {
      for member in members where member.index != whole.index {
        wholes[member.index] = whole.index
        parts[member.index] = member.isWhole ? nil : (member.number ?? 1, nil)
      }
      return
    }
    var chosen: [Int: Int] = [:]
    // One that says it is the whole, and is not, comes last.
    for member in members.filter({ !$0.isWhole }) + members.filter(\.isWhole) {
      let number = member.number ?? 1
      if let first = chosen[number] {
        if text(member.index) == text(first) { copies[member.index] = first }
      } else {
        chosen[number] = member.index
      }
    }
    let numbers = chosen.keys.sorted()
    guard let lowest = numbers.first, numbers.count > 1 else {
      if let only = members.first, let number = only.number, number > 1, only.isNamed {
        parts[only.index] = (number, nil)
        unpreceded.insert(only.index)
      }
      return
    }
    var run: [Int] = []
    for number in numbers {
      guard let index = chosen[number] else { continue }
      parts[index] = (number, chosen[lowest])
      if chosen[number - 1] == nil {
        run = []
        if number > 1 { unpreceded.insert(index) }
      }
      run.append(index)
      if chosen[number + 1] == nil, run.count > 1 { runs.append(run) }
    }
    for (copy, original) in copies where parts[copy] == nil { parts[copy] = parts[original] }
  }

  /// The document that holds all the others: one that says so, else the first part.
  private func whole(of members: [Member]) -> Member? {
    guard members.count > 1 else { return nil }
    let said = members.filter(\.isWhole)
    return (said + members.filter { !$0.isWhole && ($0.number ?? 1) == 1 }).first { whole in
      members.allSatisfy { $0.index == whole.index || holds(whole.index, $0.index) }
    }
  }

  private func holds(_ whole: Int, _ part: Int) -> Bool {
    guard let whole = records.article(whole), let part = records.article(part) else { return false }
    return part.share(in: whole) >= Self.holdingShare
  }

  private func text(_ index: Int) -> [UInt8] { records.article(index)?.text ?? [] }
}

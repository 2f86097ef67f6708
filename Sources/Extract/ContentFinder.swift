/// Decides which passages are the page's own text.
struct ContentFinder {
  let page: PageNodes
  let filtered: UnsafeBufferPointer<UInt8>
  private(set) var senses: [Senses]
  private(set) var skipped: [Bool]
  private(set) var junk: [Bool]
  /// The page lists other pages.
  private(set) var isListing = false

  init(page: PageNodes, filtered: UnsafeBufferPointer<UInt8>) {
    self.page = page
    self.filtered = filtered
    let count = page.nodes.count
    senses = Array(repeating: [], count: count)
    skipped = Array(repeating: false, count: count)
    junk = skipped
    readSenses()
  }

  private mutating func readSenses() {
    let words = ClassWords.shared
    let tags = TagTable.shared
    for index in page.nodes.indices {
      let node = page.nodes[index]
      guard node.tag != .text else { continue }
      if tags.isUnread[Int(node.tag.rawValue)] { skipped[index] = true }
      var sense: Senses = []
      if node.length > 0, node.tag != .body, node.tag != .html {
        page.names.withUnsafeBufferPointer { names in
          sense = words.senses(
            UnsafeBufferPointer(
              rebasing: names[Int(node.start)..<Int(node.start + node.length)]))
        }
      }
      for place in Int(node.from)..<Int(node.from + node.fromLength) {
        let attribute = page.attributes[place]
        switch attribute.attribute {
        case .hidden: sense.insert(.hidden)
        case .ariaHidden:
          if page.string(.ariaHidden, of: index) == "true" { sense.insert(.hidden) }
        case .style:
          if Self.hides(page.string(.style, of: index) ?? "") { sense.insert(.hidden) }
        case .role:
          let role = page.string(.role, of: index) ?? ""
          if ContentRules.junkRoles.contains(role) { sense.insert(.junk) }
          if role == "main" || role == "article" { sense.insert(.article) }
        case .itemprop:
          let property = page.string(.itemprop, of: index) ?? ""
          if property == "articleBody" || property == "text" { sense.insert(.body) }
          if Self.bylineProperties.contains(property) { sense.insert(.byline) }
        default: break
        }
      }
      if ContentRules.junkTags.contains(node.tag) { sense.insert(.junk) }
      // A header without a heading is the site's.
      if node.tag == .header, !holdsHeading(index) { sense.insert(.junk) }
      if node.tag == .article || node.tag == .main { sense.insert(.article) }
      if sense.contains(.hidden), node.tag != .body, node.tag != .html { skipped[index] = true }
      senses[index] = sense
    }
  }

  private static let bylineProperties: Set<String> = [
    "author", "datePublished", "dateModified", "publisher", "alternativeHeadline",
  ]

  private func holdsHeading(_ index: Int) -> Bool {
    for inner in index..<Int(page.nodes[index].end) {
      switch page.nodes[inner].tag {
      case .h1, .h2, .h3, .p: return true
      default: continue
      }
    }
    return false
  }

  private static func hides(_ style: String) -> Bool {
    let plain = style.lowercased().filter { $0 != " " }
    return plain.contains("display:none") || plain.contains("visibility:hidden")
  }

  /// Marks the passages that are furniture.
  mutating func choose(_ passages: inout [Passage]) {
    guard !page.nodes.isEmpty else { return }
    mark(&passages, by: [.junk, .comments, .byline])
    let kept = passages.reduce(0) { $0 + ($1.isJunk ? 0 : $1.length) }
    guard kept < ContentRules.thinPage else { return }
    // Thin: perhaps a class was misread. Comments stay out, they are never thin.
    var second = passages
    mark(&second, by: [.comments])
    let more = second.reduce(0) { $0 + ($1.isJunk ? 0 : Self.mass($1)) }
    if more > ContentRules.thinFactor * max(kept, 60) { passages = second }
  }

  private mutating func mark(_ passages: inout [Passage], by bad: Senses) {
    let nodes = page.nodes
    let count = nodes.count
    // All text, then running text outside of junk.
    var all = Array(repeating: 0, count: count)
    for passage in passages { all[passage.parent] += passage.length - passage.linkLength }
    for index in stride(from: count - 1, to: 0, by: -1) where nodes[index].parent >= 0 {
      all[Int(nodes[index].parent)] += all[index]
    }
    let total = all[0]
    for index in 0..<count {
      let parent = Int(nodes[index].parent)
      if parent >= 0, junk[parent] {
        junk[index] = true
        continue
      }
      let sense = senses[index]
      junk[index] =
        !sense.isDisjoint(with: bad) && sense.isDisjoint(with: [.body, .embed])
        && Double(all[index]) < ContentRules.wholePageShare * Double(total)
    }
    var mass = Array(repeating: 0, count: count)
    for index in passages.indices {
      let passage = passages[index]
      if junk[passage.parent] { continue }
      mass[passage.parent] += Self.mass(passage)
    }
    for index in stride(from: count - 1, to: 0, by: -1) where nodes[index].parent >= 0 {
      mass[Int(nodes[index].parent)] += mass[index]
    }
    let dataTables = Set(passages.lazy.filter { !$0.cells.isEmpty }.map(\.parent))
    var ranges = content(mass, dataTables)
    ranges = RecordTables(page: page, junk: junk).before(ranges, passages) + ranges
    var place = 0
    for index in passages.indices {
      let first = passages[index].nodes.lowerBound
      while place < ranges.count, ranges[place].upperBound <= first { place += 1 }
      let inside = place < ranges.count && ranges[place].contains(first)
      passages[index].isJunk = !inside || junk[passages[index].parent]
    }
    isListing = Self.isListing(passages)
    for index in passages.indices where !passages[index].isJunk && isWayOut(passages[index]) {
      if !isListing || passages[index].kind != .heading { passages[index].isJunk = true }
    }
  }

  /// Whether the page lists other pages: headings that are links, most of them with a line about the
  /// page behind, and little running text.
  private static func isListing(_ passages: [Passage]) -> Bool {
    var teasers = 0
    var headings = 0
    var running = 0
    var afterLink = false
    for passage in passages where !passage.isJunk {
      if passage.kind == .heading {
        headings += 1
        afterLink = passage.linkLength * 10 > passage.length * 8
      } else {
        if afterLink, passage.length > 30, passage.linkLength * 2 < passage.length {
          teasers += 1
        } else {
          running += passage.length - passage.linkLength
        }
        afterLink = false
      }
    }
    return teasers >= 3 && teasers * 2 > headings && running < 600
  }

  /// How much a passage says for its container being the text.
  private static func mass(_ passage: Passage) -> Int {
    let own = passage.length - passage.linkLength
    if passage.kind == .tableRow || passage.kind == .listItem {
      return passage.linkLength * 2 > passage.length ? 0 : own
    }
    if passage.kind == .heading { return 0 }
    if passage.length < 30 && passage.stops == 0 { return 0 }
    return passage.linkLength * 2 > passage.length ? 0 : own
  }

  /// A passage that is nearly all links.
  private func isWayOut(_ passage: Passage) -> Bool {
    guard passage.kind != .tableRow else { return false }
    return Double(passage.linkLength) >= ContentRules.linkShare * Double(passage.length)
      && passage.length > 0 && !isAddress(passage)
  }

  /// Whether a passage is an address in full, which names a source instead of inviting elsewhere.
  private func isAddress(_ passage: Passage) -> Bool {
    guard passage.words <= 1 else { return false }
    for index in passage.nodes where page.nodes[index].tag == .text {
      let node = page.nodes[index]
      guard !node.marks.contains(.entity) else { return false }
      let text = UnsafeBufferPointer(
        rebasing: filtered[Int(node.start)..<Int(node.start + node.length)])
      guard let start = text.firstIndex(where: { !isSpace($0) }) else { continue }
      return ["http://", "https://", "www."].contains { text[start...].starts(with: $0.utf8) }
    }
    return false
  }

  /// Where going down begins: an element that calls itself the article and holds most of the text,
  /// or much of it and far more than any other article of the page; the root otherwise.
  private func articleElement(_ mass: [Int]) -> Int {
    let nodes = page.nodes
    var largest = 0
    var second = 0
    var place = 0
    var index = 0
    while index < nodes.count {
      defer { index += 1 }
      guard nodes[index].tag == .article || nodes[index].tag == .main, !junk[index] else {
        continue
      }
      if Double(mass[index]) >= ContentRules.articleShare * Double(mass[place]) { place = index }
      if nodes[index].tag == .article {
        if largest == 0 || mass[index] > mass[largest] {
          if largest != 0, nodes[index].parent != Int32(largest) { second = mass[largest] }
          largest = index
        } else if index >= Int(nodes[largest].end) {
          second = max(second, mass[index])
        }
      }
    }
    if largest > 0, nodes[place].tag != .article, mass[largest] >= ContentRules.longArticle,
      Double(mass[largest]) >= ContentRules.leadingArticleShare * Double(mass[0]),
      mass[largest] >= 3 * second
    {
      return largest
    }
    return place
  }

  /// Pages that load one article after another hold the bodies of several: the first is the page's.
  private func firstArticle(_ named: [Int], _ mass: [Int]) -> [Int] {
    func article(_ node: Int) -> Int {
      var place = Int(page.nodes[node].parent)
      while place >= 0, page.nodes[place].tag != .article { place = Int(page.nodes[place].parent) }
      return place
    }
    guard let first = named.first else { return named }
    let home = article(first)
    guard home >= 0 else { return named }
    let own = named.filter { article($0) == home }
    let ownMass = own.reduce(0) { $0 + mass[$1] }
    return ownMass >= ContentRules.thinPage ? own : named
  }

  /// Elements that are text, not containers of it.
  private static let leaves: Set<Tag> = [
    .p, .ul, .ol, .dl, .pre, .blockquote, .li, .h1, .h2, .h3, .h4, .h5, .h6,
  ]

  /// The node ranges that hold the text.
  private func content(_ mass: [Int], _ dataTables: Set<Int>) -> [Range<Int>] {
    let nodes = page.nodes
    let total = mass[0]
    // Containers named as the body of an article, outermost first.
    var named: [Int] = []
    var index = 0
    while index < nodes.count {
      if senses[index].contains(.body), !junk[index], mass[index] > 0 {
        named.append(index)
        index = max(index + 1, Int(nodes[index].end))
      } else {
        index += 1
      }
    }
    named = firstArticle(named, mass)
    let sum = named.reduce(0) { $0 + mass[$1] }
    if sum >= ContentRules.thinText, Double(sum) >= ContentRules.namedBodyShare * Double(total) {
      return named.map { $0..<Int(nodes[$0].end) }
    }
    var node = articleElement(mass)
    while true {
      var best = -1
      var child = node + 1
      while child < Int(nodes[node].end) {
        if nodes[child].tag != .text, best < 0 || mass[child] > mass[best] { best = child }
        child = max(child + 1, Int(nodes[child].end))
      }
      guard best >= 0, mass[best] > 0,
        Double(mass[best]) >= ContentRules.descendShare * Double(mass[node]),
        !TagTable.shared.isInline[Int(nodes[best].tag.rawValue)],
        !Self.leaves.contains(nodes[best].tag),
        nodes[best].tag != .table || !dataTables.contains(best)
      else { break }
      node = best
    }
    return [node..<Int(nodes[node].end)]
  }
}

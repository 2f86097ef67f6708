/// The passages that stand on the pages of one site whatever the page is about.
public struct SiteTemplate: Sendable, Hashable {
  let keys: Set<UInt64>

  /// Whether it is what a passage of a page says.
  func contains(_ text: some Sequence<UInt8>) -> Bool { keys.contains(PassageKey.of(text)) }

  /// Equal for equal templates, from run to run.
  public var fingerprint: UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for key in keys.sorted() { hash = (hash ^ key) &* 0x100_0000_01b3 ^ (hash >> 29) }
    return hash
  }

  /// Whether a page holds furniture and something of its own beside it.
  public func isOn(_ outline: PageOutline) -> Bool {
    var holds = false
    var hasOwn = false
    for passage in outline.passages {
      if passage.isCandidate, keys.contains(passage.key) { holds = true } else { hasOwn = true }
    }
    return holds && hasOwn
  }
}

/// Finds what repeats itself over the pages of each site of a corpus.
///
///     var templates = SiteTemplates()
///     for outline in outlines { templates.add(outline) }
///     let found = templates.found()
///
/// Keeps 16 bytes a passage. The order in which pages are added does not matter.
public struct SiteTemplates: Sendable {
  /// A passage is furniture from this many pages with titles of their own; fewer may be chance, or one
  /// article that went through several editions.
  static let leastPages = 4
  /// And from this share of the site's pages: what half of them leave out is no part of the site's frame.
  static let leastShare = 0.5
  /// A page of which repeated passages make up more than this is a copy of another under a title of its
  /// own; it says nothing about the site.
  static let copyShare = 0.5
  /// Furniture is a small part of the page that it stands on.
  static let passageShare = 0.25
  /// Bytes of furniture before the first or behind the last passage of the page's own: invitations, notes
  /// on rights. Longer texts there are background paragraphs.
  static let edgeLength = 400
  /// Between two passages of the page's own, furniture is a line.
  static let innerLength = 160

  private var sites: [String: [PageOutline]] = [:]

  public init() {}

  /// Takes in one more page of a site.
  public mutating func add(_ outline: PageOutline) {
    sites[outline.site, default: []].append(outline)
  }

  /// By site; sites without furniture have none.
  public func found() -> [String: SiteTemplate] {
    sites.compactMapValues { pages in
      let keys = Self.furniture(of: pages)
      return keys.isEmpty ? nil : SiteTemplate(keys: keys)
    }
  }

  private static func furniture(of pages: [PageOutline]) -> Set<UInt64> {
    let titles = Set(pages.map(\.title)).count
    guard titles >= leastPages else { return [] }
    let repeated = keys(on: pages, under: leastPages) { Array($0.passages.indices) }
    guard !repeated.isEmpty else { return [] }
    let least = max(leastPages, Int((leastShare * Double(titles)).rounded(.up)))
    var furniture = keys(on: pages, under: least) { candidates(on: $0, repeated) }
    // What one page needs is not furniture on the others either.
    for page in pages {
      for passage in page.passages where !passage.isCandidate { furniture.remove(passage.key) }
    }
    return furniture
  }

  /// The passages that stand under so many titles, of those that are chosen of each page.
  private static func keys(
    on pages: [PageOutline], under least: Int, choose: (PageOutline) -> [Int]
  ) -> Set<UInt64> {
    // Sorted pairs take a tenth of the memory of a set of titles for each passage.
    var pairs: [(key: UInt64, title: UInt64)] = []
    for page in pages {
      for index in choose(page) { pairs.append((page.passages[index].key, page.title)) }
    }
    pairs.sort { $0 < $1 }
    var found: Set<UInt64> = []
    var titles = 0
    for (index, pair) in pairs.enumerated() {
      if index > 0, pairs[index - 1] == pair { continue }
      titles = index > 0 && pairs[index - 1].key == pair.key ? titles + 1 : 1
      if titles == least { found.insert(pair.key) }
    }
    return found
  }

  /// The repeated passages of a page that have furniture's size and place; none of a page that is a copy.
  private static func candidates(on page: PageOutline, _ repeated: Set<UInt64>) -> [Int] {
    let passages = page.passages
    let length = Double(page.length)
    let own = passages.indices.filter { !repeated.contains(passages[$0].key) }
    guard let first = own.first, let last = own.last else { return [] }
    let copied = length - Double(own.reduce(0) { $0 + Int(passages[$1].length) })
    guard copied <= copyShare * length else { return [] }
    return passages.indices.filter { index in
      let passage = passages[index]
      guard passage.isCandidate, repeated.contains(passage.key),
        Double(passage.length) <= passageShare * length
      else { return false }
      let isInside = index > first && index < last
      return passage.length <= (isInside ? innerLength : edgeLength)
    }
  }
}

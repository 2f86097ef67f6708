import Lexicon
import Tag

/// A mention with the regulation that it was found to mean.
struct ResolvedMention {
  let name: RegulationName
  let resolution: Citation.Resolution
  let items: Range<Int>
}

/// Finds where a document cites regulations, with article, paragraph and letter: "Pasal 21 ayat (1) UU No.
/// 25 Tahun 2009", "UU Pelayanan Publik pasal 15 dan 21", "Pasal 7 undang-undang tersebut".
struct CitationReader {
  let view: DraftingView
  let index: RegulationIndex
  /// What the document is, if it is a regulation.
  let own: RegulationName?
  /// Items at which parts of the document itself begin: "Pasal 7" as a heading.
  let labels: Set<Int>
  /// What the document changes, if it is an amendment.
  var amended: Amended?

  /// A regulation whose articles are meant within the points of its amendment.
  struct Amended {
    let name: RegulationName
    /// In the text, in order.
    let within: [Range<Int>]
  }

  /// A regulation named before is meant for so many sentences.
  private static let memory = 4
  /// "UU Nomor 25 Tahun 2009 tentang Pelayanan Publik, khususnya Pasal 15": from the name to the article.
  private static let reach = 24
  /// A run of more articles is cited by its ends.
  private static let longestRun = 100

  /// What each mention means, in order.
  func resolve(_ mentions: [RegulationMention]) -> [ResolvedMention] {
    var resolved: [ResolvedMention] = []
    var named = Named()
    let sentences = SentenceCounter(view)
    for mention in mentions {
      let sentence = sentences.number(of: mention.items.lowerBound)
      guard let (name, resolution) = meaning(of: mention, named, sentence) else { continue }
      resolved.append(ResolvedMention(name: name, resolution: resolution, items: mention.items))
      if resolution != .itself { named.add(name, sentence) }
    }
    return resolved
  }

  /// The regulations that the text has named so far.
  private struct Named {
    private var stated: [String: RegulationName] = [:]
    private(set) var lastOfType: [Int32: RegulationName] = [:]
    private(set) var last: (name: RegulationName, sentence: Int)?

    mutating func add(_ name: RegulationName, _ sentence: Int) {
      last = (name, sentence)
      lastOfType[name.type] = name
      if let number = name.number, name.year != nil { stated["\(name.type) \(number)"] = name }
    }

    func stated(_ name: RegulationName) -> RegulationName? {
      stated["\(name.type) \(name.number ?? "")"]
    }
  }

  private func meaning(
    of mention: RegulationMention, _ named: Named, _ sentence: Int
  ) -> (RegulationName, Citation.Resolution)? {
    var name = mention.name
    switch mention.manner {
    case .stated:
      switch view.document.lexicon.regulationTypes[Int(name.type)].distinction {
      case .body where name.body == nil: return (name, .issuerUnknown)
      case .region where name.region == nil:
        // Within a region's own regulation the region need not be said.
        guard let region = own?.region else { return (name, .issuerUnknown) }
        name.region = region
        return (name, .stated)
      default: return (name, .stated)
      }
    case .withoutYear:
      if let earlier = named.stated(name)
        ?? index.regulation(type: name.type, number: name.number ?? "")
      {
        return (earlier, .yearInferred)
      }
      return (name, .yearUnknown)
    case .shortName: return (name, .shortName)
    case .earlier: return named.lastOfType[name.type].map { ($0, .earlier) }
    case .latest:
      // A regulation calls itself so.
      if let own { return (own, .itself) }
      guard let last = named.last, sentence - last.sentence <= Self.memory else { return nil }
      return (last.name, .earlier)
    case .itself:
      guard let own else { return named.lastOfType[name.type].map { ($0, .earlier) } }
      return own.type == name.type ? (own, .itself) : nil
    }
  }

  /// All citations in the order of the text.
  func citations(_ mentions: [ResolvedMention]) -> [Citation] {
    var runs = runs()
    var citations: [Citation] = []
    var used = Set<Int>()
    // An article belongs to the mention right behind it, else to the one in front of it.
    for (number, mention) in mentions.enumerated() {
      var found: [LocatorRun] = []
      var items = mention.items
      if let run = runs.before(mention.items.lowerBound),
        isBridge(run.items.upperBound..<items.lowerBound)
      {
        found.append(run)
        items = run.items.lowerBound..<items.upperBound
        used.insert(run.items.lowerBound)
      }
      let next =
        number + 1 < mentions.count ? mentions[number + 1].items.lowerBound : view.items.count
      while let run = runs.after(items.upperBound), run.items.upperBound <= next,
        run.items.lowerBound - items.upperBound <= Self.reach, !used.contains(run.items.lowerBound),
        isSameSentence(items.upperBound - 1, run.items.lowerBound),
        !(next < view.items.count && isBridge(run.items.upperBound..<next))
      {
        found.append(run)
        items = items.lowerBound..<run.items.upperBound
        used.insert(run.items.lowerBound)
      }
      add(found, mention.name, mention.resolution, items, to: &citations)
    }
    citations += alone(runs.all.filter { !used.contains($0.items.lowerBound) }, mentions)
    return citations.sorted {
      ($0.range.lowerBound, $0.range.upperBound) < ($1.range.lowerBound, $1.range.upperBound)
    }
  }

  private func add(
    _ runs: [LocatorRun], _ name: RegulationName?, _ resolution: Citation.Resolution,
    _ items: Range<Int>, to citations: inout [Citation]
  ) {
    let regulation = name.map { $0.citation(view.document.lexicon) }
    let range = view.range(items)
    guard !runs.isEmpty else {
      // "Dalam Peraturan Bupati ini …" cites nothing by itself.
      if resolution != .itself {
        citations.append(Citation(regulation: regulation, resolution: resolution, range: range))
      }
      return
    }
    for locator in runs.flatMap(\.locators) {
      for article in articles(locator) {
        citations.append(
          Citation(
            regulation: regulation, article: article, paragraph: locator.paragraph,
            letter: locator.letter, number: locator.number, resolution: resolution, range: range))
      }
    }
  }

  private func articles(_ locator: Locator) -> [String] {
    guard let last = locator.lastArticle else { return [locator.article] }
    guard let from = Int(locator.article), let to = Int(last), from < to,
      to - from < Self.longestRun
    else { return [locator.article, last] }
    return (from...to).map(String.init)
  }

  // MARK: Articles

  /// The runs of articles in a document's text, found from either side.
  private struct Runs {
    var all: [LocatorRun] = []
    private var next = 0

    init(_ runs: [LocatorRun]) { all = runs }

    /// The last run that ends in front of an item; asked for in rising order.
    mutating func before(_ item: Int) -> LocatorRun? {
      while next < all.count, all[next].items.upperBound <= item { next += 1 }
      return next > 0 ? all[next - 1] : nil
    }

    /// The first run that begins at an item or behind it, near where `before` was asked last.
    func after(_ item: Int) -> LocatorRun? {
      var place = max(0, next - 1)
      while place < all.count, all[place].items.lowerBound < item { place += 1 }
      return place < all.count ? all[place] : nil
    }
  }

  private func runs() -> Runs {
    let reader = LocatorReader(view: view)
    var found: [LocatorRun] = []
    var item = 0
    while item < view.items.count {
      if !labels.contains(item),
        let run = reader.run(at: item, to: view.paragraph(of: item).upperBound)
      {
        found.append(run)
        item = run.items.upperBound
      } else {
        item += 1
      }
    }
    return Runs(found)
  }

  /// Whether only small words stand between an article and its regulation.
  private func isBridge(_ gap: Range<Int>) -> Bool {
    guard gap.lowerBound <= gap.upperBound, gap.count <= 4, gap.upperBound < view.items.count,
      gap.lowerBound > 0, view.areTogether(gap.lowerBound - 1, gap.upperBound)
    else { return false }
    return gap.allSatisfy {
      view.isWord($0, among: ["dalam", "pada", "dari", "di", "ketentuan", "nya"])
        || view.items[$0].isMark(",")
    }
  }

  private func isSameSentence(_ left: Int, _ right: Int) -> Bool {
    guard view.areTogether(left, right) else { return false }
    for item in left..<right {
      if view.items[item].isMark(";") { return false }
      if view.items[item].isMark("."), item + 1 <= right, view.startsUpper(item + 1),
        !view.areGlued(item, item + 1)
      {
        return false
      }
    }
    return true
  }

  /// Articles without a regulation of their own.
  private func alone(_ runs: [LocatorRun], _ mentions: [ResolvedMention]) -> [Citation] {
    var citations: [Citation] = []
    let sentences = SentenceCounter(view)
    var place = 0
    for run in runs {
      if let own {
        let place = view.items[run.items.lowerBound].range.lowerBound
        if let amended, amended.within.contains(where: { $0.contains(place) }) {
          add([run], amended.name, .earlier, run.items, to: &citations)
        } else {
          add([run], own, .itself, run.items, to: &citations)
        }
        continue
      }
      while place < mentions.count, mentions[place].items.lowerBound < run.items.lowerBound {
        place += 1
      }
      if place > 0,
        sentences.number(of: run.items.lowerBound)
          - sentences.number(of: mentions[place - 1].items.lowerBound) <= Self.memory
      {
        add([run], mentions[place - 1].name, .earlier, run.items, to: &citations)
      } else {
        add([run], nil, .articleOnly, run.items, to: &citations)
      }
    }
    return citations
  }
}

/// The sentence that an item stands in.
private struct SentenceCounter {
  private let starts: [Int]

  init(_ view: DraftingView) { starts = view.document.sentences.map(\.items.lowerBound) }

  func number(of item: Int) -> Int {
    var low = 0
    var high = starts.count
    while low < high {
      let middle = (low + high) / 2
      if starts[middle] <= item { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

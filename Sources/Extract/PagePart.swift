/// Where a page stands among the pages that an article may have been split into, as far as the page
/// itself tells.
public struct PagePart: Sendable, Hashable {
  /// Equal for the parts of one article: the address without the mark of the part.
  public let base: String
  /// The title without the mark of the part, for comparing.
  public let title: [UInt8]
  /// From 1; nil where nothing tells, as on most first parts.
  public let number: Int?
  /// Whether a word says that the number counts pages.
  public let isNamed: Bool
  /// The address says that all parts stand on this page.
  public let isWhole: Bool
  /// The addresses that the page gives for itself, and the one that it gives for the next part.
  public let addresses: [String]
  public let next: String?
  public let hasPrevious: Bool

  /// - Returns: nil for a page without a title or text, and for one that lists others: the pages of an
  ///   archive are no article. A page of table rows is, a long ranking for example.
  public init?(_ article: Article) {
    guard let written = article.title?.value,
      article.kind != .list || article.blocks.contains(where: { $0.kind == .tableRow }),
      article.bodyStart < article.text.count
    else { return nil }
    let (plain, titleMark) = PartMark.split(title: written)
    title = TitleFinder.key(Array(plain.utf8))
    guard !title.isEmpty else { return nil }
    let file = Self.fileAddress(article.address).split()
    let own = article.addresses.compactMap { PageAddress($0) }
      .filter { !$0.host.isEmpty && $0.isOfPage }
    addresses = own.map(\.key)
    let split = own.map { $0.split() }
    // The declared address first: pages of one article may have been saved from several hosts.
    let declared = article.url.flatMap { PageAddress($0.value) }.flatMap {
      $0.isOfPage ? $0.split().address : nil
    }
    let address = declared ?? split.first?.address
    base = address?.key ?? "file:" + file.address.key
    func neighbour(_ written: String?) -> PageAddress? {
      guard var found = written.flatMap({ PageAddress($0) }) else { return nil }
      if found.host.isEmpty, let address {
        found.host = address.host
        // "?page=2": a query of this page.
        if found.path.isEmpty { found.path = address.path }
      }
      return found
    }
    let next = neighbour(article.next)
    let previous = neighbour(article.previous)
    self.next = next?.key
    hasPrevious = previous != nil
    let marks = split.map(\.mark) + [file.mark]
    isWhole = marks.contains(.whole)
    var found: (number: Int, isNamed: Bool)?
    for case .number(let number, let isNamed)? in marks where found == nil {
      found = (number, isNamed)
    }
    found = found ?? Self.number(next: next, previous: previous, base: base)
    if found == nil, case .number(let number, let isNamed)? = titleMark {
      found = (number, isNamed)
    }
    number = found?.number
    isNamed = found?.isNamed ?? false
  }

  /// Made again from what was kept of it.
  package init(
    base: String, title: [UInt8], number: Int?, isNamed: Bool, isWhole: Bool, addresses: [String],
    next: String?, hasPrevious: Bool
  ) {
    self.base = base
    self.title = title
    self.number = number
    self.isNamed = isNamed
    self.isWhole = isWhole
    self.addresses = addresses
    self.next = next
    self.hasPrevious = hasPrevious
  }

  /// By the numbers of its neighbours.
  private static func number(
    next: PageAddress?, previous: PageAddress?, base: String
  ) -> (number: Int, isNamed: Bool)? {
    if let (address, mark) = previous?.split(), address.key == base {
      if case .number(let number, let isNamed)? = mark { return (number + 1, isNamed) }
      // The first part has no mark.
      return (2, true)
    }
    if let (address, mark) = next?.split(), address.key == base,
      case .number(let number, let isNamed)? = mark, number > 1
    {
      return (number - 1, isNamed)
    }
    return nil
  }

  /// The name of a file as an address: programs that save pages keep the query in it, with `?` or what
  /// stands for it (`judul?page=2.html`, `judul@page=2.html`).
  static func fileAddress(_ name: String) -> PageAddress {
    var name = name[...]
    for ending in [".gz", ".html", ".htm", ".xhtml", ".txt"] where Self.ends(name, in: ending) {
      name = name[..<name.utf8.index(name.endIndex, offsetBy: -ending.utf8.count)]
    }
    var written = String(name)
    // Asked of each page of a crawl, most of which have neither.
    guard written.utf8.contains(where: { $0 == UInt8(ascii: "%") || $0 == UInt8(ascii: "@") })
    else { return PageAddress(within: written) }
    for (code, mark) in [("%3F", "?"), ("%3f", "?"), ("%3D", "="), ("%3d", "="), ("@", "?")] {
      written = written.split(separator: code, omittingEmptySubsequences: false)
        .joined(separator: mark)
    }
    return PageAddress(within: written)
  }

  /// Whether a name has an ending, in whatever case.
  private static func ends(_ name: Substring, in ending: String) -> Bool {
    name.utf8.count >= ending.utf8.count
      && name.utf8.suffix(ending.utf8.count).elementsEqual(ending.utf8) { byte, letter in
        byte == letter || (0x41...0x5A).contains(byte) && byte | 0x20 == letter
      }
  }
}

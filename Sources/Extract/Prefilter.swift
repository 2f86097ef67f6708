/// Makes of a page what the parser is to see: no script, style, comment or other element that no
/// visitor reads, no attribute that nobody asks for, no tag without measure. On ordinary pages this
/// halves the bytes, and it takes away what libxml2 2.9.14 stumbles over: attributes by the thousand
/// (quadratic), `</x` within scripts, a document type with an early `</html>`.
struct Prefilter {
  /// The page without what was cut.
  private(set) var bytes: [UInt8] = []
  /// From `bytes` to the decoded page, for everything that is text.
  private(set) var map = OffsetMap()
  /// Bodies of JSON-LD scripts, in the decoded page.
  private(set) var jsonLD: [Range<Int>] = []
  /// Bytes of scripts without an end, and of elements nested too deep.
  private(set) var cut = 0
  private(set) var droppedTags = 0
  /// Bytes of text handed on, in the decoded page.
  private(set) var textBytes = 0

  /// Elements open at once, as far as tags tell; beyond it opening tags are dropped, their text stays.
  /// Browsers flatten what is nested deeper than 512, so no page that was ever looked at is deeper.
  static let depthLimit = 512
  /// A quoted value longer than this is taken for a missing quotation mark, `data:` images aside.
  static let valueLimit = 4_000_000
  static let attributeLimit = 24

  init(_ page: UnsafeBufferPointer<UInt8>) {
    guard let base = page.baseAddress, !page.isEmpty else { return }
    var scan = FilterScan(base: base, count: page.count)
    bytes = [UInt8](unsafeUninitializedCapacity: page.count + page.count / 4 + 64) {
      buffer, count in
      scan.out = buffer.baseAddress!
      scan.run()
      count = scan.length
    }
    map = scan.map
    jsonLD = scan.jsonLD
    cut = scan.cut
    droppedTags = scan.droppedTags
    textBytes = scan.textBytes
  }
}

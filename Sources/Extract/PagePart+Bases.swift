public import Crawl

extension PagePart {
  /// What `base` may come out as once a page is parsed: from its bytes, its name and its container alone.
  /// - Parameters:
  ///   - page: as it was saved.
  ///   - places: of the marks (`canonical`, `og:url`) in tags that declare an address.
  public static func bases(of page: SavedPage, declaredAt places: [Int]) -> [String] {
    page.bytes.withUnsafeBufferPointer { bytes in
      var written = [page.url, SavedFrom.address(in: bytes)].compactMap { $0 }
      for place in places { written += addresses(inTagAround: place, bytes) }
      var bases = written.compactMap { PageAddress($0) }.filter { !$0.host.isEmpty && $0.isOfPage }
        .map { $0.split().address.key }
      bases.append("file:" + fileAddress(page.address).split().address.key)
      return Set(bases).sorted()
    }
  }

  /// Longer tags do not hold addresses of pages.
  private static let tagLimit = 2000

  private static func addresses(
    inTagAround place: Int, _ page: UnsafeBufferPointer<UInt8>
  ) -> [String] {
    let low = max(0, place - tagLimit)
    let high = min(page.count, place + tagLimit)
    let start = page[low..<place].lastIndex(of: UInt8(ascii: "<")) ?? low
    let end = page[place..<high].firstIndex(of: UInt8(ascii: ">")) ?? high
    var found: [String] = []
    var index = start
    while index + 4 < end {
      guard page[index..<index + 4].elementsEqual("http".utf8) else {
        index += 1
        continue
      }
      let address = page[index..<end].prefix {
        !isSpace($0) && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "'")
      }
      found.append(HTMLText.unescape(String(decoding: address, as: UTF8.self)))
      index = address.endIndex
    }
    return found
  }
}

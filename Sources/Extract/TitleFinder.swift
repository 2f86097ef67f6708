/// Finds a page's headline: as a passage of the page where there is one, so that it can be led back to
/// the page's bytes.
struct TitleFinder {
  let page: PageNodes
  let filtered: UnsafeBufferPointer<UInt8>

  struct Found {
    var text: String
    var source: String
    /// What to write as the title's block; nil when the title stands only in an attribute.
    var passage: Passage?
    /// Its place among the passages of the page.
    var place: Int?
  }

  func find(
    _ metadata: Metadata, passages: [Passage], junk: [Bool], senses: [Senses],
    text: (Passage) -> [UInt8]
  ) -> (found: Found?, page: PageNodes) {
    let declared = metadata.title
    let declaredKey = declared.map { Self.key(Array($0.value.utf8)) } ?? []
    let document = page.nodes.firstIndex { $0.tag == .title }
    let documentText = document.map { Self.plain(page, filtered, $0) } ?? []
    let documentKey = Self.key(documentText)
    let siteKey = metadata.publisher.map { Self.key(Array($0.value.utf8)) } ?? []

    let declaredLength = declared?.value.utf8.count ?? documentText.count
    var best: (place: Int, score: Int)?
    var firstHeadings = 0
    for passage in passages where passage.kind == .heading && passage.level == 1 {
      firstHeadings += 1
    }
    let opening = Self.headingOverText(passages)
    for (place, passage) in passages.enumerated() {
      guard passage.length < 400, passage.kind == .heading || passage.kind == .paragraph,
        place < 400
      else { continue }
      // A headline that is no heading is about as long as what the page declares.
      if passage.kind == .paragraph,
        place > 150 || passage.length > 200
          || passage.length * 2 < min(declaredLength, documentText.count)
          || passage.length > max(declaredLength, documentText.count) + 8
      {
        continue
      }
      let key = Self.key(text(passage))
      guard key.count >= 4, key != siteKey else { continue }
      var score = 0
      if !declaredKey.isEmpty, key == declaredKey {
        score = 100
      } else if !declaredKey.isEmpty, key.count * 2 > declaredKey.count,
        declaredKey.starts(with: key) || key.starts(with: declaredKey)
      {
        score = 80
      } else if key.count >= 8, key.count * 3 > documentKey.count, Self.contains(documentKey, key) {
        // A line that is the document's whole title, on a page with a headline, is the site's name.
        let isSite = passage.kind == .paragraph && opening != nil && key == documentKey
        score = isSite ? 30 : 70
      } else if passage.kind == .heading, passage.level == 1, firstHeadings == 1, key.count >= 10,
        !junk[passage.parent]
      {
        score = 40
      } else if place == opening, declared == nil, !junk[passage.parent],
        Self.isPhrase(text(passage))
      {
        // A page whose own title names the site alone still has a headline over its text.
        score = 36
      } else {
        continue
      }
      if place == opening { score += 6 }
      if passage.kind == .heading { score += 12 - passage.level }
      if junk[passage.parent] { score -= 30 }
      if passage.linkLength * 2 > passage.length { score -= 8 }
      if score > (best?.score ?? 0) { best = (place, score) }
    }
    if let best {
      var passage = passages[best.place]
      passage.kind = .title
      return (
        Found(
          text: String(decoding: text(passage), as: UTF8.self),
          source: passages[best.place].level == 1 ? "h1" : "heading", passage: passage,
          place: best.place), page
      )
    }
    // The document's title without the name of the site.
    if let document, !documentText.isEmpty {
      let range = Self.withoutSite(documentText, siteKey: siteKey, declaredKey: declaredKey)
      if !range.isEmpty {
        var copy = page
        let start = copy.nodes.count
        copy.clip(document, range)
        if copy.nodes.count > start {
          var passage = Passage(kind: .title, nodes: start..<copy.nodes.count, parent: 0)
          passage.length = range.count
          return (
            Found(
              text: Metadata.trim(String(decoding: documentText[range], as: UTF8.self)),
              source: "title", passage: passage), copy
          )
        }
      }
    }
    return (declared.map { Found(text: $0.value, source: $0.source) }, page)
  }

  /// The last heading before the first paragraph that was kept: where the title holds the site's name
  /// and the headline, and both stand as headings, this one is the headline.
  private static func headingOverText(_ passages: [Passage]) -> Int? {
    guard
      let start = passages.firstIndex(where: {
        !$0.isJunk && $0.kind != .heading && $0.length >= 40
      })
    else { return nil }
    return passages[..<start].lastIndex { $0.kind == .heading && $0.level <= 3 && $0.length >= 12 }
  }

  /// Whether a text has three words or more.
  private static func isPhrase(_ text: [UInt8]) -> Bool {
    text.split(whereSeparator: isSpace).count >= 3
  }

  /// Letters and digits in small letters.
  static func key(_ text: [UInt8]) -> [UInt8] {
    var key: [UInt8] = []
    var index = 0
    while index < text.count {
      let byte = text[index]
      if isLetter(byte) {
        key.append(byte | 0x20)
      } else if isDigit(byte) {
        key.append(byte)
      } else if byte == 0xE2 || byte == 0xC2 {
        // Quotation marks and dashes are written in too many ways to be compared.
        index += byte == 0xE2 ? 3 : 2
        continue
      } else if byte >= 0x80 {
        key.append(byte)
      }
      index += 1
    }
    return key
  }

  private static func contains(_ text: [UInt8], _ part: [UInt8]) -> Bool {
    guard !part.isEmpty, part.count <= text.count else { return false }
    for start in 0...(text.count - part.count)
    where text[start] == part[0] && text[start..<(start + part.count)].elementsEqual(part) {
      return true
    }
    return false
  }

  /// All text within a node.
  static func plain(
    _ page: PageNodes, _ filtered: UnsafeBufferPointer<UInt8>, _ node: Int
  ) -> [UInt8] {
    var result: [UInt8] = []
    for index in node..<max(node + 1, Int(page.nodes[node].end))
    where page.nodes[index].tag == .text {
      let text = page.nodes[index]
      let range = Int(text.start)..<Int(text.start + text.length)
      if text.marks.contains(.entity) {
        result += page.spare[range]
      } else {
        result += filtered[range]
      }
    }
    return result
  }

  /// Titles join the site's name with ` - `, ` | ` and the like. The longest part is the headline,
  /// unless it is the site.
  private static func withoutSite(
    _ text: [UInt8], siteKey: [UInt8], declaredKey: [UInt8]
  ) -> Range<Int> {
    var parts: [Range<Int>] = []
    var start = 0
    var index = 0
    while index < text.count {
      var width = 0
      let before = index == 0 || isSpace(text[index - 1])
      switch text[index] {
      case UInt8(ascii: "|"): width = 1
      case UInt8(ascii: "-"): width = before ? 1 : 0
      case 0xE2 where index + 2 < text.count && text[index + 1] == 0x80:
        width = before && (text[index + 2] == 0x93 || text[index + 2] == 0x94) ? 3 : 0
      case 0xC2 where index + 1 < text.count && text[index + 1] == 0xBB: width = 2
      case UInt8(ascii: ":") where index + 1 < text.count && text[index + 1] == UInt8(ascii: ":"):
        width = 2
      default: break
      }
      let after = index + width
      if width > 0, after >= text.count || isSpace(text[after]) || width == 2 {
        parts.append(start..<index)
        start = after
        index = after
      } else {
        index += 1
      }
    }
    parts.append(start..<text.count)
    let usable = parts.filter { part in
      let key = key(Array(text[part]))
      return !key.isEmpty && key != siteKey
    }
    return usable.max { $0.count < $1.count } ?? 0..<text.count
  }
}

extension PageNodes {
  /// Adds text nodes at the end that stand for a part of a node's text.
  mutating func clip(_ node: Int, _ range: Range<Int>) {
    var offset = 0
    for index in node..<max(node + 1, Int(nodes[node].end)) where nodes[index].tag == .text {
      var text = nodes[index]
      let length = Int(text.length)
      let low = max(0, range.lowerBound - offset)
      let high = min(length, range.upperBound - offset)
      offset += length
      guard low < high else { continue }
      if !text.marks.contains(.entity) {
        text.start += Int32(low)
        text.length = Int32(high - low)
      }
      text.end = Int32(nodes.count + 1)
      nodes.append(text)
    }
  }
}

/// The way of a page that is text already to an article: a paragraph a line.
struct TextExtraction {
  let boilerplate: Boilerplate
  let template: SiteTemplate?

  func run(_ text: UnsafeBufferPointer<UInt8>, _ decoded: DecodedPage, _ article: inout Article) {
    defer { article.kind = article.text.isEmpty ? .other : .news }
    var seen: Set<[UInt8]> = []
    var cursor = 0
    var start = 0
    while start < text.count {
      var end = start
      while end < text.count, text[end] != 0x0A, text[end] != 0x0D { end += 1 }
      defer { start = end + 1 }
      let line = trimmed(text, start..<end)
      guard !line.isEmpty else { continue }
      let bytes = text[line]
      // From the heading of the comments on nothing is the article's, unless it was only begun.
      if line.count < 100, article.text.count * 2 > text.count || start * 2 > text.count,
        boilerplate.isClosingHeading(bytes)
      {
        article.losses.furniture += text.count - line.lowerBound
        return
      }
      // A line without a letter is a counter or a rule.
      if !bytes.contains(where: { isLetter($0) || $0 >= 0x80 }), line.count < 12 {
        article.losses.furniture += line.count
        continue
      }
      if boilerplate.isBoilerplate(bytes, isShort: line.count < 200) {
        article.losses.furniture += line.count
        continue
      }
      if let template, template.contains(bytes) {
        article.losses.template += line.count
        continue
      }
      // Short lines ("Kategori: A") may say the same of several bodies.
      if line.count >= 40 {
        if !seen.insert(Boilerplate.fold(bytes)).inserted {
          article.losses.repeated += line.count
          continue
        }
      }
      if !article.text.isEmpty { article.text.append(0x0A) }
      let at = article.text.count
      write(text, line, decoded, &cursor, &article)
      article.blocks.append(Block(kind: .paragraph, range: at..<article.text.count))
      article.losses.kept += line.count
    }
  }

  private func trimmed(_ text: UnsafeBufferPointer<UInt8>, _ line: Range<Int>) -> Range<Int> {
    var low = line.lowerBound
    var high = line.upperBound
    while low < high {
      if isSpace(text[low]) {
        low += 1
      } else if low + 1 < high, text[low] == 0xC2, text[low + 1] == 0xA0 {
        low += 2
      } else {
        break
      }
    }
    while low < high {
      if isSpace(text[high - 1]) {
        high -= 1
      } else if high - 2 >= low, text[high - 2] == 0xC2, text[high - 1] == 0xA0 {
        high -= 2
      } else {
        break
      }
    }
    return low..<high
  }

  /// Copies a line with its white space collapsed.
  private func write(
    _ text: UnsafeBufferPointer<UInt8>, _ line: Range<Int>, _ decoded: DecodedPage,
    _ cursor: inout Int, _ article: inout Article
  ) {
    var index = line.lowerBound
    while index < line.upperBound {
      let start = index
      var isWhite = false
      if isWhiteSpace(text, index, line.upperBound) > 0 {
        isWhite = true
        while index < line.upperBound {
          let width = isWhiteSpace(text, index, line.upperBound)
          if width == 0 { break }
          index += width
        }
      } else {
        while index < line.upperBound, isWhiteSpace(text, index, line.upperBound) == 0 {
          index += 1
        }
      }
      var at = article.text.count
      if isWhite, index - start > 1 || text[start] != 0x20 {
        article.text.append(0x20)
        var raw: Range<Int>?
        decoded.map.pieces(of: start..<index, cursor: &cursor) { piece in
          raw = (raw?.lowerBound ?? piece.source.lowerBound)..<piece.source.upperBound
        }
        if let raw {
          article.sourceMap.append(
            SourceMap.Run(
              text: Int32(at), textLength: 1, raw: Int32(raw.lowerBound),
              rawLength: Int32(raw.count), isCopy: false))
        }
        continue
      }
      article.text.append(contentsOf: UnsafeBufferPointer(rebasing: text[start..<index]))
      decoded.map.pieces(of: start..<index, cursor: &cursor) { piece in
        article.sourceMap.append(
          SourceMap.Run(
            text: Int32(at), textLength: Int32(piece.derived.count),
            raw: Int32(piece.source.lowerBound), rawLength: Int32(piece.source.count),
            isCopy: piece.isCopy))
        at += piece.derived.count
      }
    }
  }

  private func isWhiteSpace(_ text: UnsafeBufferPointer<UInt8>, _ index: Int, _ end: Int) -> Int {
    if isSpace(text[index]) { return 1 }
    return text[index] == 0xC2 && index + 1 < end && text[index + 1] == 0xA0 ? 2 : 0
  }
}

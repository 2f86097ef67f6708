import Dataset
import Extract

/// An article as JSON. Positions count code points of `text`, as everywhere in the dataset; `raw`
/// positions count bytes of the saved page. `articleBody` is schema.org's: without title and captions.
enum ArticleJSON {
  static func of(_ article: Article) -> JSON {
    let points = CodePoints(article.text)
    return .object([
      .init("document", .string(article.address)),
      .init("kind", .string(article.kind.rawValue)),
      .init("url", sourced(article.url?.value)),
      .init("publisher", sourced(article.publisher?.value)),
      .init("title", sourced(article.title?.value)),
      .init("author", sourced(article.author?.value)),
      .init("published", sourced(article.published.map { day($0.value) })),
      .init("language", sourced(article.language)),
      .init("charset", .string(article.charset)),
      .init("text", .string(String(decoding: article.text, as: UTF8.self))),
      .init("articleBody", .string(String(decoding: article.body, as: UTF8.self))),
      .init("blocks", .array(article.blocks.map { block($0, article, points) })),
      .init("lost", losses(article.losses)),
      .init("remark", sourced(article.remark)),
    ])
  }

  private static func block(_ block: Block, _ article: Article, _ points: CodePoints) -> JSON {
    var members: [JSON.Member] = [.init("kind", .string(block.kind.rawValue))]
    if block.level > 0 { members.append(.init("level", number(block.level))) }
    if let item = block.number { members.append(.init("number", number(item))) }
    if block.group > 0 { members.append(.init("group", number(block.group))) }
    members += place(block.range, points)
    if let raw = article.sourceMap.raw(of: block.range) {
      members.append(.init("raw_start", number(raw.lowerBound)))
      members.append(.init("raw_end", number(raw.upperBound)))
    }
    members.append(.init("text", text(block.range, article)))
    if !block.cells.isEmpty {
      let cells = block.cells.map { cell -> JSON in
        .object(
          [.init("column", number(cell.column)), .init("header", .boolean(cell.isHeader))]
            + place(cell.range, points) + [.init("text", text(cell.range, article))])
      }
      members.append(.init("cells", .array(cells)))
    }
    return .object(members)
  }

  private static func place(_ range: Range<Int>, _ points: CodePoints) -> [JSON.Member] {
    [
      .init("start", number(points.before(range.lowerBound))),
      .init("end", number(points.before(range.upperBound))),
    ]
  }

  private static func losses(_ losses: LossLedger) -> JSON {
    [
      "bytes_in": number(losses.bytesIn), "decoded": number(losses.decoded),
      "replaced": number(losses.replaced), "cut": number(losses.cut),
      "furniture": number(losses.furniture), "repeated": number(losses.repeated),
      "template": number(losses.template), "kept": number(losses.kept),
    ]
  }

  private static func day(_ date: PublishedDate) -> String {
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    let day = "\(date.year)-\(two(date.month))-\(two(date.day))"
    return date.time.map { "\(day)T\($0)" + (date.zone ?? "") } ?? day
  }

  private static func sourced(_ text: String?) -> JSON { text.map(JSON.string) ?? .null }

  private static func text(_ range: Range<Int>, _ article: Article) -> JSON {
    .string(String(decoding: article.text[range], as: UTF8.self))
  }

  private static func number(_ value: Int) -> JSON { .number(String(value)) }
}

/// Counts the code points in front of a byte of UTF-8.
struct CodePoints {
  private let counts: [Int32]

  init(_ text: [UInt8]) {
    var counts: [Int32] = [0]
    counts.reserveCapacity(text.count + 1)
    for byte in text { counts.append(counts[counts.count - 1] + (byte & 0xC0 != 0x80 ? 1 : 0)) }
    self.counts = counts
  }

  func before(_ byte: Int) -> Int { Int(counts[byte]) }
}

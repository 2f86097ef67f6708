import Crawl
import Dataset
import Extract
import Interpret

/// A document's record as bytes, for the cache: all that was found out about the document by itself. What
/// follows from other documents (which part it is of what) is found anew in each run.
enum RecordCoding {
  /// Part of each entry's key: a change of what follows here leaves old entries unread.
  static let version = 4

  static func bytes(of record: DocumentRecord) -> [UInt8] {
    var writer = ByteWriter()
    write(record, to: &writer)
    return writer.bytes
  }

  static func write(_ record: DocumentRecord, to writer: inout ByteWriter) {
    writer.write(record.status.rawValue)
    writer.write(record.reason)
    writer.write(list: record.bases) { $0.write($1) }
    writer.write(record.article != nil)
    if let article = record.article {
      var kinship = ByteWriter()
      Kinship(record).write(to: &kinship)
      writer.write(kinship.bytes)
      writer.write(article: article)
    }
    writer.write(optional: record.reading) { $0.write(reading: $1) }
    var end = 0
    writer.write(list: record.mentions) { writer, mention in
      writer.write(mention.kind)
      writer.write(mention.range.lowerBound - end)
      writer.write(mention.range.count)
      end = mention.range.upperBound
      writer.write(mention.id)
    }
  }

  /// - Parameter stub: the document's address, hash and capture, which are known before.
  static func record(
    from bytes: [UInt8], for stub: DocumentRecord
  ) throws(ByteDamage) -> DocumentRecord {
    var reader = ByteReader(bytes)
    var record = try record(from: &reader, for: stub)
    record.isStub = false
    return record
  }

  static func record(
    from reader: inout ByteReader, for stub: DocumentRecord
  ) throws(ByteDamage) -> DocumentRecord {
    let head = try head(from: &reader, for: stub)
    let article = try article(from: &reader, for: stub)
    let reading = try reader.optional { reader throws(ByteDamage) in try reader.reading() }
    var end = 0
    let mentions = try reader.list { reader throws(ByteDamage) in
      let kind = try reader.string()
      let (start, count) = (end + (try reader.int()), try reader.int())
      guard count >= 0 else { throw ByteDamage() }
      end = start + count
      return MentionRow(kind: kind, range: start..<end, id: try reader.optionalString())
    }
    guard reader.isAtEnd else { throw ByteDamage() }
    return DocumentRecord(head, article: article, reading: reading, mentions: mentions)
  }

  /// The record without what was read on the page; the first of what `write` writes.
  static func head(
    from reader: inout ByteReader, for stub: DocumentRecord
  ) throws(ByteDamage) -> DocumentRecord {
    let status: DocumentStatus = try reader.word()
    let reason = try reader.optionalString()
    var head = DocumentRecord(stub, status: status, reason: reason)
    head.bases = try reader.list { reader throws(ByteDamage) in try reader.number() }
    return head
  }

  /// To be asked behind the head.
  static func kinship(from reader: inout ByteReader) throws(ByteDamage) -> Kinship? {
    try reader.optional { reader throws(ByteDamage) in
      _ = try reader.number()
      return try Kinship(from: &reader)
    }
  }

  /// To be asked behind the head.
  static func article(
    from reader: inout ByteReader, for stub: DocumentRecord
  ) throws(ByteDamage) -> Article? {
    try reader.optional { reader throws(ByteDamage) in
      _ = try reader.data()
      return try reader.article(stub.address)
    }
  }
}

// MARK: Articles

extension ByteWriter {
  fileprivate mutating func write(article: Article) {
    write(article.kind.rawValue)
    write(sourced: article.url)
    write(list: article.addresses) { $0.write($1) }
    for text in [article.next, article.previous, article.language, article.remark] { write(text) }
    for value in [article.publisher, article.title, article.author] { write(sourced: value) }
    for date in [article.published, article.modified] {
      write(optional: date) { writer, date in
        writer.write(date: date.value)
        writer.write(date.source)
      }
    }
    write(article.charset)
    write(article.text)
    write(article.bodyStart)
    write(list: article.blocks) { writer, block in
      writer.write(block.kind.rawValue)
      writer.write(block.range)
      writer.write(block.level)
      writer.write(block.number)
      writer.write(block.group)
      writer.write(list: block.cells) { writer, cell in
        writer.write(cell.range)
        writer.write(cell.isHeader)
        writer.write(cell.column)
        writer.write(cell.height)
      }
    }
    var (text, raw) = (0, 0)
    write(list: article.sourceMap.runs) { writer, run in
      writer.write(Int(run.text) - text)
      writer.write(Int(run.textLength))
      writer.write(Int(run.raw) - raw)
      writer.write(Int(run.rawLength))
      writer.write(run.isCopy)
      text = Int(run.text + run.textLength)
      raw = Int(run.raw + run.rawLength)
    }
    let losses = article.losses
    for count in [
      losses.bytesIn, losses.unread, losses.decoded, losses.replaced, losses.markup, losses.cut,
      losses.furniture, losses.repeated, losses.template, losses.kept,
    ] { write(count) }
  }

  private mutating func write(sourced value: Sourced<String>?) {
    write(optional: value) { writer, value in
      writer.write(value.value)
      writer.write(value.source)
    }
  }
}

extension ByteReader {
  fileprivate mutating func article(_ address: String) throws(ByteDamage) -> Article {
    var article = Article(address: address)
    article.kind = try word()
    article.url = try sourced()
    article.addresses = try strings()
    article.next = try optionalString()
    article.previous = try optionalString()
    article.language = try optionalString()
    article.remark = try optionalString()
    article.publisher = try sourced()
    article.title = try sourced()
    article.author = try sourced()
    article.published = try sourcedDate()
    article.modified = try sourcedDate()
    article.charset = try string()
    article.text = Array(try data())
    article.bodyStart = try int()
    article.blocks = try list { reader throws(ByteDamage) in try reader.block() }
    var (text, raw) = (0, 0)
    for _ in 0..<(try number()) {
      let start = text + (try int())
      let length = try int()
      let rawStart = raw + (try int())
      let rawLength = try int()
      guard let text32 = Int32(exactly: start), let length32 = Int32(exactly: length),
        let raw32 = Int32(exactly: rawStart), let rawLength32 = Int32(exactly: rawLength)
      else { throw ByteDamage() }
      article.sourceMap.append(
        SourceMap.Run(
          text: text32, textLength: length32, raw: raw32, rawLength: rawLength32,
          isCopy: try bool()))
      text = start + length
      raw = rawStart + rawLength
    }
    article.losses.bytesIn = try int()
    article.losses.unread = try int()
    article.losses.decoded = try int()
    article.losses.replaced = try int()
    article.losses.markup = try int()
    article.losses.cut = try int()
    article.losses.furniture = try int()
    article.losses.repeated = try int()
    article.losses.template = try int()
    article.losses.kept = try int()
    guard (0...article.text.count).contains(article.bodyStart),
      article.blocks.allSatisfy({
        $0.range.lowerBound >= 0 && $0.range.upperBound <= article.text.count
      })
    else { throw ByteDamage() }
    return article
  }

  private mutating func block() throws(ByteDamage) -> Block {
    Block(
      kind: try word(), range: try range(), level: try int(), number: try optionalInt(),
      group: try int(),
      cells: try list { reader throws(ByteDamage) in
        Cell(
          range: try reader.range(), isHeader: try reader.bool(), column: try reader.int(),
          height: try reader.int())
      })
  }

  private mutating func sourced() throws(ByteDamage) -> Sourced<String>? {
    try optional { reader throws(ByteDamage) in
      Sourced(try reader.string(), source: try reader.string())
    }
  }

  private mutating func sourcedDate() throws(ByteDamage) -> Sourced<PublishedDate>? {
    try optional { reader throws(ByteDamage) in
      Sourced(try reader.date(), source: try reader.string())
    }
  }
}

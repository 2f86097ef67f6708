public import Crawl
public import Dataset

/// A row of a dataset that its page does not bear out.
public struct Discrepancy: Sendable, Hashable, CustomStringConvertible {
  /// Name of the table.
  public let table: String
  /// The row's primary key, as it is written.
  public let key: String
  /// Address of the document.
  public let document: String
  /// What differs.
  public let reason: String

  public var description: String { "\(table) \(key) (\(document)): \(reason)" }
}

/// What came of holding a dataset against its corpus.
public struct VerificationReport: Sendable, Hashable {
  /// Pages that were read.
  public var documents = 0
  /// Rows whose quote was compared with its page.
  public var rows = 0
  /// Rows that name no place in the saved page, which cannot be compared.
  public var unplaced = 0
  /// By document; its own row first, then the rows that stand on it.
  public var discrepancies: [Discrepancy] = []

  /// Whether every quote stands where its row says.
  public var isClean: Bool { discrepancies.isEmpty }

  /// For people: a line per discrepancy, then the counts.
  public var text: String {
    let rows = "\(documents) pages read, \(rows) quotes compared"
    let unplaced = unplaced == 0 ? "" : ", \(unplaced) without a place in the page"
    let bad = discrepancies.isEmpty ? "all as stated" : "\(discrepancies.count) differ"
    return discrepancies.map { $0.description + "\n" }.joined() + "\(rows)\(unplaced): \(bad)\n"
  }
}

/// Re-reads the saved pages and checks that each quote of a dataset stands where its row says.
///
///     let report = try Verifier(dataset: "output").verify { address in try bytes(of: address) }
public struct Verifier: Sendable {
  private let documents: Table
  /// Tables of rows that stand on a quote.
  private let quoted: [Table]
  /// Hashes of quotes that a public edition shows in part, by table and row.
  private let shortened: [[String]: String]

  /// - Throws: `DatasetError` when the folder holds no readable dataset.
  public init(dataset folder: String) throws(DatasetError) {
    let reader = try DatasetReader(folder: folder)
    let isPublic = Files.kind(of: "\(folder)/\(Schema.shortened.name).csv") == .file
    try self.init(
      documents: reader.table(Schema.documents),
      quoted: [
        reader.table(Schema.claims), reader.table(Schema.totals), reader.table(Schema.citations),
        reader.table(Schema.regulationDocuments), reader.table(Schema.regulationArticles),
        reader.table(Schema.regulationRelations), reader.table(Schema.scaleChecks),
      ], shortened: isPublic ? reader.table(Schema.shortened) : Table(Schema.shortened))
  }

  init(
    documents: Table, quoted: [Table], shortened: Table = Table(Schema.shortened)
  ) throws(DatasetError) {
    self.documents = try documents.sorted()
    self.shortened = Dictionary(
      shortened.records.map { ([$0["table"].written, $0["row"].written], $0["sha256"].written) },
      uniquingKeysWith: { first, _ in first })
    self.quoted = try quoted.map { table throws(DatasetError) in try table.sorted() }
  }

  /// - Parameter read: gives a page's bytes, after decompression, by the document's address.
  public func verify(read: (String) throws -> [UInt8]) -> VerificationReport {
    var report = VerificationReport()
    let rows = rowsByDocument
    for document in documents.records where !document["sha256"].isNull {
      let address = document["document"].written
      do {
        check(document, Page(address: address, bytes: try read(address)), rows, &report)
      } catch {
        report.discrepancies.append(Self.unread(address, "\(error)"))
      }
    }
    return report
  }

  /// The same in the order in which a crawl comes by the pages, so that archives are read once from
  /// front to end.
  /// - Throws: `CrawlError.corpus` when the corpus is not there.
  public func verify(_ crawler: Crawler) throws(CrawlError) -> VerificationReport {
    var report = VerificationReport()
    let rows = rowsByDocument
    var left: [String: Record] = [:]
    for document in documents.records where !document["sha256"].isNull {
      left[document["document"].written] = document
    }
    let stream = try crawler.stream(only: Array(left.keys))
    while let found = stream.next() {
      let address = found.reference.address
      guard let document = left.removeValue(forKey: address) else { continue }
      do throws(CrawlError) {
        check(document, Page(try crawler.read(found)), rows, &report)
      } catch {
        report.discrepancies.append(Self.unread(address, "\(error)"))
      }
    }
    for address in left.keys {
      report.discrepancies.append(Self.unread(address, "not in the corpus any more"))
    }
    // By document, and stable within one.
    report.discrepancies = report.discrepancies.enumerated().sorted { first, second in
      let (one, other) = (first.element.document.utf8, second.element.document.utf8)
      return one.elementsEqual(other)
        ? first.offset < second.offset : one.lexicographicallyPrecedes(other)
    }.map(\.element)
    return report
  }

  private var rowsByDocument: [String: [Record]] {
    var rows: [String: [Record]] = [:]
    for table in quoted {
      for record in table.records { rows[record["document"].written, default: []].append(record) }
    }
    return rows
  }

  private static func unread(_ address: String, _ reason: String) -> Discrepancy {
    Discrepancy(
      table: "documents", key: address, document: address,
      reason: "the page cannot be read: " + reason)
  }

  /// What is compared with.
  private struct Page {
    let bytes: [UInt8]
    let isMarkup: Bool
    /// The character set that the server gave.
    var charset: String?

    init(address: String, bytes: [UInt8]) {
      self.bytes = bytes
      isMarkup = !Verifier.isText(address)
    }

    init(_ page: SavedPage) {
      bytes = page.bytes
      isMarkup = page.format == .html
      charset = page.capture.charset
    }
  }

  private func check(
    _ document: Record, _ page: Page, _ rows: [String: [Record]],
    _ report: inout VerificationReport
  ) {
    let address = document["document"].written
    report.documents += 1
    let digest = Identifier.sha256(page.bytes)
    if digest != document["sha256"].written {
      report.discrepancies.append(
        Discrepancy(
          table: "documents", key: address, document: address,
          reason:
            "the page is not the one that was read: its SHA-256 is \(digest.prefix(12))…, not "
            + "\(document["sha256"].written.prefix(12))…"))
    }
    for row in rows[address] ?? [] { check(row, page, &report) }
  }

  private func check(_ row: Record, _ page: Page, _ report: inout VerificationReport) {
    guard let start = row["raw_start"].integer, let end = row["raw_end"].integer else {
      report.unplaced += 1
      return
    }
    report.rows += 1
    let address = row["document"].written
    let key = row.schema.primaryKey.map { row[$0].written }.joined(separator: ", ")
    func differs(_ reason: String) {
      report.discrepancies.append(
        Discrepancy(
          table: row.schema.name, key: key, document: address, reason: reason))
    }
    guard start >= 0, start <= end, end <= page.bytes.count else {
      differs("bytes \(start) to \(end) are not in the page of \(page.bytes.count) bytes")
      return
    }
    let readings = Charset.readings(
      of: page.bytes[start..<end], page: page.bytes, transport: page.charset)
    let quote = row["quote"].written
    let isMarkup = page.isMarkup
    let hash = shortened[[row.schema.name, key]]
    func isSaid(by text: [UInt8]) -> Bool {
      let slice = PageSlice(text, isMarkup: isMarkup)
      guard let hash else { return slice.says(quote) }
      return slice.says(quoteWithHash: hash, excerpt: quote)
    }
    for reading in readings {
      if isSaid(by: reading) || JSONEscapes.read(reading).map(isSaid) == true { return }
    }
    if hash != nil {
      return differs("bytes \(start) to \(end) are not those of the shortened quote “\(quote)”")
    }
    let slice = PageSlice(readings[0], isMarkup: isMarkup)
    differs(
      "bytes \(start) to \(end) say “\(Self.difference(slice, quote).page)”, the quote says "
        + "“\(Self.difference(slice, quote).quote)”")
  }

  /// Pages of text that was extracted already are named so.
  private static func isText(_ address: String) -> Bool {
    let name = address.lowercased()
    return name.hasSuffix(".txt") || name.hasSuffix(".txt.gz")
  }

  /// What page and quote say from a little before the first place where they part.
  private static func difference(
    _ slice: PageSlice, _ quote: String
  ) -> (page: String, quote: String) {
    let page = Array(String(decoding: slice.pieces.joined(), as: UTF8.self))
    let quote = Array(
      String(decoding: PageSlice.withoutSpace(Array(quote.utf8)), as: UTF8.self))
    let same = zip(page, quote).prefix { $0 == $1 }.count
    func cut(_ text: [Character]) -> String {
      let start = max(0, same - 12)
      return (start > 0 ? "…" : "") + String(text[start..<min(text.count, same + 24)])
        + (same + 24 < text.count ? "…" : "")
    }
    return (cut(page), cut(quote))
  }
}

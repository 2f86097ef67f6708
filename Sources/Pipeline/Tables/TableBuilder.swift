public import Dataset
import Extract
import Interpret
public import Lexicon
public import Reconcile

/// Makes every table of the data contract out of what was found in the documents.
///
///     let (tables, texts) = try TableBuilder(lexicon: lexicon).tables(from: records)
///     try DatasetWriter(tables: tables, texts: texts).write(into: folder)
public struct TableBuilder: Sendable {
  private let lexicon: Lexicon
  /// The end of a host's name that only public bodies may use.
  private let officialDomain: String
  private let regionRows: [String: Int32]
  private let corrections: [Correction]
  /// The least resemblance of two documents that are one witness; nil to count only equal texts as one.
  private let nearDuplicates: Double?

  public init(
    lexicon: Lexicon, officialDomain: String = ".go.id", corrections: [Correction] = [],
    nearDuplicates: Double? = nil
  ) {
    self.nearDuplicates = nearDuplicates
    self.lexicon = lexicon
    self.corrections = corrections
    self.officialDomain = officialDomain
    regionRows = Dictionary(
      zip(lexicon.regions.map(\.code), lexicon.regions.indices.map(Int32.init))
    ) { first, _ in first }
  }

  /// The same tables for the same records, in whatever order they are given.
  /// - Throws: `DatasetError.badRow` when a record holds what the contract does not allow, `.file` when
  ///   nothing can be written to the folder of temporary files.
  public func tables(
    from records: [DocumentRecord]
  ) throws(DatasetError) -> (tables: [Table], texts: TextList) {
    try tables(from: RecordStore(records, .temporary()))
  }

  /// - Parameter records: in the order of their addresses.
  func tables(
    from records: RecordStore
  ) throws(DatasetError) -> (tables: [Table], texts: TextList) {
    let copies = Copies(records, nearDuplicates: nearDuplicates)
    let cells = CellMaker(lexicon)
    let reconciler = Reconciler(lexicon: lexicon)
    let scratch = records.scratch
    var documents = DocumentTables(cells, scratch)
    var statements = ClaimTables(cells, reconciler, scratch)
    var regulations = RegulationTables(cells, scratch)
    var sources: [DocumentClaims] = []
    var book = CorrectionBook(
      corrections, lexicon: lexicon, documents: correctable(records, copies))
    for place in records.indices {
      let copy = copies[place]
      let original = copy?.original
      guard records.traits(place).contains(.article) else {
        try documents.add(records.head(place), duplicateOf: original, places: nil)
        continue
      }
      var record = records[place]
      if let remark = copy?.remark { record.note(remark) }
      guard let places = record.article.map(TextPlaces.init) else { continue }
      try documents.add(record, duplicateOf: original, places: places)
      if let reading = record.reading {
        try regulations.add(reading, of: record.address, places: places)
      }
      let claims = try record.reading.map { reading throws(DatasetError) in
        try statements.add(reading, of: record.address, places: places, &book)
      }
      sources.append(source(record, original, claims ?? []))
    }
    let reconciliation = reconciler.reconcile(sources)
    let reference = try ReferenceTables(lexicon: lexicon).tables() + [regulations.regulations()]
    let corrected = CorrectionTable(book)
    let results = try ResultTables(
      cells: cells, reconciliation: reconciliation, corrections: corrected.byClaim
    ).tables()
    let own = documents.tables + regulations.tables + statements.tables
    return (
      reference + own + results + [try corrected.table(), Table(Schema.knowledge)],
      documents.texts
    )
  }

  /// The documents that corrections may concern: those that they name, and these documents' copies.
  private func correctable(_ records: RecordStore, _ copies: Copies) -> [CorrectableDocument] {
    guard !corrections.isEmpty else { return [] }
    let addresses = Set(corrections.compactMap(\.anchor.document))
    let hashes = Set(corrections.compactMap(\.anchor.sha256))
    func original(_ place: Int, _ record: DocumentRecord) -> String {
      copies[place]?.original ?? record.address
    }
    var originals: Set<String> = []
    for place in records.indices {
      let record = records.head(place)
      if addresses.contains(record.address) || record.sha256.map(hashes.contains) ?? false {
        originals.insert(original(place, record))
      }
    }
    return records.indices.lazy.compactMap { place in
      let record = records.head(place)
      let original = original(place, record)
      guard originals.contains(original) else { return nil }
      return CorrectableDocument(
        address: record.address, sha256: record.sha256, original: original,
        isRead: records.traits(place).contains(.article))
    }
  }

  private func source(
    _ record: DocumentRecord, _ original: String?, _ claims: [IdentifiedClaim]
  ) -> DocumentClaims {
    let regions = Set(
      record.mentions.filter { $0.kind == "region" }.compactMap { $0.id.flatMap { regionRows[$0] } }
    )
    var years = Set(
      record.mentions.filter { $0.kind == "year" || $0.kind == "date" }.compactMap { mention in
        mention.id.flatMap { Int($0.prefix(4)) }
      })
    if let published = record.article?.published?.value.year { years.insert(published) }
    return DocumentClaims(
      document: record.address, duplicateOf: original,
      publisher: record.article?.publisher?.value, isOfficial: isOfficial(record),
      regions: regions.sorted(), years: years.sorted(), claims: claims)
  }

  /// Whether a public body published the page; nil for a page without an address.
  private func isOfficial(_ record: DocumentRecord) -> Bool? {
    guard let url = record.article?.url?.value else { return nil }
    let bytes = Array(url.utf8)
    let hasScheme = bytes.indices.dropLast(2).contains {
      bytes[$0...$0 + 2].elementsEqual("://".utf8)
    }
    let host = bytes.split(separator: UInt8(ascii: "/")).dropFirst(hasScheme ? 1 : 0).first ?? []
    let name = host.split(separator: UInt8(ascii: ":")).first ?? []
    return String(decoding: name, as: UTF8.self).lowercased().hasSuffix(officialDomain)
  }
}

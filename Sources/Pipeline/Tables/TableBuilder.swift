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
  /// - Throws: `DatasetError.badRow` when a record holds what the contract does not allow.
  public func tables(
    from records: [DocumentRecord]
  ) throws(DatasetError) -> (tables: [Table], texts: TextList) {
    let records = records.sorted { $0.address.utf8.lexicographicallyPrecedes($1.address.utf8) }
    let originals = originals(of: records)
    let cells = CellMaker(lexicon)
    let reconciler = Reconciler(lexicon: lexicon)
    var documents = DocumentTables(cells)
    var statements = ClaimTables(cells, reconciler)
    var regulations = RegulationTables(cells)
    var sources: [DocumentClaims] = []
    var book = CorrectionBook(
      corrections, lexicon: lexicon,
      documents: records.map { record in
        CorrectableDocument(
          address: record.address, sha256: record.sha256,
          original: originals[record.address]?.original ?? record.address,
          isRead: record.article != nil)
      })
    for var record in records {
      let copy = originals[record.address]
      let original = copy?.original
      if let remark = copy?.remark { record.note(remark) }
      let places = record.article.map(TextPlaces.init)
      try documents.add(record, duplicateOf: original, places: places)
      guard let places else { continue }
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

  /// A document that says what another one says.
  private struct Copy {
    let original: String
    /// Why it counts as one, where the texts are not the same.
    var remark: String?
  }

  /// For each document whose text stands in an earlier one word for word, or almost: the first of them; for
  /// a part of an article the document that holds it whole.
  private func originals(of records: [DocumentRecord]) -> [String: Copy] {
    var first: [String: String] = [:]
    var originals: [String: Copy] = [:]
    for record in records where record.status != .failed && record.whole == nil {
      guard let text = record.article?.text, !text.isEmpty else { continue }
      let digest = Identifier.sha256(text)
      if let original = first[digest] {
        originals[record.address] = Copy(original: original)
      } else {
        first[digest] = record.address
      }
    }
    if let nearDuplicates {
      let near = NearDuplicates(records, threshold: nearDuplicates) {
        records[$0].whole == nil && originals[records[$0].address] == nil
      }
      let exact = originals
      for (place, copy) in near.copies {
        let share = Int((copy.resemblance * 100).rounded(.down))
        originals[records[place].address] = Copy(
          original: records[copy.original].address,
          remark: "nearly the same text: of the runs of three words in either, both have \(share) %"
        )
      }
      for (address, copy) in exact {
        if let further = originals[copy.original] {
          originals[address] = Copy(original: further.original)
        }
      }
    }
    for record in records {
      if let whole = record.whole {
        originals[record.address] = Copy(original: originals[whole]?.original ?? whole)
      }
    }
    return originals
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
    let host = url.split(separator: "/").dropFirst(url.contains("://") ? 1 : 0).first ?? ""
    let name = host.split(separator: ":").first ?? ""
    return name.lowercased().hasSuffix(officialDomain)
  }
}

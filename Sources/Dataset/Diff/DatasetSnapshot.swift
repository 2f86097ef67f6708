/// What a comparison needs of a dataset, read as it is written: a dataset of another version may have
/// other columns, and is compared in those that both have.
public struct DatasetSnapshot: Sendable {
  /// As it is called in messages.
  public let name: String
  let results: Rows
  let claims: Rows
  let documents: Rows
  let corrections: [String: Row]
  let knowledge: [String: Row]
  /// False for a dataset of a version that did not note what it was made from.
  let hasKnowledge: Bool
  private let texts: Texts

  /// Where the texts of the documents are, and where rules matched in them.
  private enum Texts: Sendable {
    /// Nil for mentions of which none is a rule's match.
    case known(RowFinder, mentions: RowFinder?)
    case database(DocumentTexts?)
  }

  /// A place where a rule matched, in code points of the title or the body.
  struct RulePlace: Sendable, Hashable {
    let rule: String
    let part: String
    let start: Int
    let end: Int
  }

  /// - Parameter scratch: where rows are kept of which there may be more than memory holds.
  /// - Throws: `DatasetError` when the folder holds no readable dataset.
  public init(folder: String, scratch: Scratch? = nil) throws(DatasetError) {
    _ = try DatasetReader(folder: folder)
    func rows(
      _ schema: TableSchema, _ columns: Set<String>? = nil
    ) throws(DatasetError) -> Rows {
      try Rows(Self.table(schema, columns, asWritten: "\(folder)/\(schema.name).csv", scratch))
    }
    func rowsIfThere(_ schema: TableSchema) throws(DatasetError) -> Rows? {
      let path = "\(folder)/\(schema.name).csv"
      return Files.kind(of: path) == nil ? nil : try rows(schema)
    }
    try self.init(
      name: folder, results: rows(Schema.results), claims: rows(Schema.claims),
      documents: rows(Schema.documents, Self.documentColumns),
      corrections: rowsIfThere(Schema.corrections),
      knowledge: rowsIfThere(Schema.knowledge),
      texts: .database(DocumentTexts("\(folder)/\(DatasetFolder.databaseFile)")))
  }

  /// What is compared, or told, of documents.
  private static let documentColumns: Set<String> = [
    "document", "sha256", "status", "reason", "duplicate_of", "publisher",
  ]

  /// A table with the columns that its file has; all cells are text.
  /// - Parameter wanted: of these columns those that are read; nil for all.
  private static func table(
    _ schema: TableSchema, _ wanted: Set<String>?, asWritten path: String, _ scratch: Scratch?
  ) throws(DatasetError) -> Table {
    var file = try CSVFile(path)
    guard let header = try file.next()?.cells else {
      throw .malformed(file: path, line: 1, reason: "the header is missing")
    }
    var names: Set<String> = []
    let positions = header.indices.filter {
      names.insert(header[$0]).inserted && wanted?.contains(header[$0]) ?? true
    }
    let columns = positions.map { header[$0] }
    var table = Table(
      TableSchema(
        schema.name, title: "", judul: "", description: "", deskripsi: "",
        primaryKey: schema.primaryKey.filter(columns.contains),
        columns: columns.map { Column($0, "", id: "") }), scratch: scratch)
    while let (line, cells) = try file.next() {
      guard cells.count == header.count else {
        throw .malformed(
          file: path, line: line,
          reason: "\(cells.count) cells under \(header.count) column names")
      }
      try table.append(values: positions.map { Value(FormulaText.read(cells[$0])) })
    }
    return table
  }

  /// A dataset that is not written yet.
  /// - Throws: `DatasetError.file` when rows are sorted on disk and it is full.
  public init(
    name: String, tables: [Table], texts: TextList
  ) throws(DatasetError) {
    func table(_ schema: TableSchema) -> Table {
      tables.first { $0.schema.name == schema.name } ?? Table(schema)
    }
    let mentions = try table(Schema.mentions).sorted()
    let hasRules = mentions.records.contains { $0["kind"].text == "rule" }
    try self.init(
      name: name, results: Rows(table(Schema.results)), claims: Rows(table(Schema.claims)),
      documents: Rows(table(Schema.documents)), corrections: Rows(table(Schema.corrections)),
      knowledge: Rows(table(Schema.knowledge)),
      texts: .known(texts.sorted().finder(), mentions: hasRules ? mentions.finder() : nil))
  }

  private init(
    name: String, results: Rows, claims: Rows, documents: Rows, corrections: Rows?,
    knowledge: Rows?, texts: Texts
  ) {
    func index(_ rows: Rows?, _ key: (Row) -> String) -> [String: Row] {
      Dictionary((rows.map(Array.init) ?? []).map { (key($0), $0) }) { first, _ in first }
    }
    self.name = name
    self.results = results
    self.claims = claims
    self.documents = documents
    self.corrections = index(corrections) { $0["correction"] }
    self.knowledge = index(knowledge) { $0["file"] + "\u{1F}" + $0["entry"] }
    hasKnowledge = !self.knowledge.isEmpty
    self.texts = texts
  }

  /// The text of a document with its title, empty where it is not to be had.
  func text(of document: String) -> String {
    switch texts {
    case .known(let texts, _):
      guard let text = texts[document] else { return "" }
      return text["title"].written + "\n" + text["text"].written
    case .database(let texts): return texts?.text(of: document) ?? ""
    }
  }

  /// Nil for a dataset that does not tell where rules matched.
  func rulePlaces(in document: String) -> Set<RulePlace>? {
    switch texts {
    case .known(_, let mentions): return mentions.map { Self.rulePlaces($0.rows(document)) }
    case .database(let texts):
      guard let texts, texts.hasRules else { return nil }
      return Set(texts.rules(in: document))
    }
  }

  private static func rulePlaces(_ mentions: [Record]) -> Set<RulePlace> {
    Set(
      mentions.compactMap { row in
        guard row["kind"].text == "rule", let start = row["start"].integer,
          let end = row["end"].integer
        else { return nil }
        return RulePlace(
          rule: row["id"].written, part: row["part"].written, start: start, end: end)
      })
  }
}

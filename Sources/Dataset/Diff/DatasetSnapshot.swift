import GRDB

/// What a comparison needs of a dataset, read as it is written: a dataset of another version may have
/// other columns, and is compared in those that both have.
public struct DatasetSnapshot: Sendable {
  /// A row, read by column name; empty for a column that the table does not have.
  struct Row: Sendable, Hashable {
    let cells: [String: String]

    subscript(column: String) -> String { cells[column] ?? "" }

    /// A cell's parts.
    func list(_ column: String, by mark: Character = ";") -> [String] {
      self[column].split(separator: mark).map(String.init)
    }
  }

  struct Rows: Sendable {
    let columns: [String]
    let rows: [Row]
  }

  /// As it is called in messages.
  public let name: String
  let results: Rows
  let claims: [String: Row]
  let claimColumns: [String]
  let documents: [String: Row]
  let corrections: [String: Row]
  let knowledge: [String: Row]
  /// False for a dataset of a version that did not note what it was made from.
  let hasKnowledge: Bool
  private let texts: Texts

  /// Where the texts of the documents are.
  private enum Texts: Sendable {
    case known([String: String])
    case database(DocumentTexts?)
  }

  /// - Throws: `DatasetError` when the folder holds no readable dataset.
  public init(folder: String) throws(DatasetError) {
    _ = try DatasetReader(folder: folder)
    func rows(_ schema: TableSchema, isNeeded: Bool = true) throws(DatasetError) -> Rows? {
      let path = "\(folder)/\(schema.name).csv"
      if !isNeeded, Files.kind(of: path) == nil { return nil }
      let lines = try CSV.rows(of: Files.read(path), file: path)
      guard let header = lines.first?.cells else {
        throw .malformed(file: path, line: 1, reason: "the header is missing")
      }
      var rows: [Row] = []
      for (line, cells) in lines.dropFirst() {
        guard cells.count == header.count else {
          throw .malformed(
            file: path, line: line,
            reason: "\(cells.count) cells under \(header.count) column names")
        }
        rows.append(Row(cells: Dictionary(zip(header, cells)) { first, _ in first }))
      }
      return Rows(columns: header, rows: rows)
    }
    let empty = Rows(columns: [], rows: [])
    try self.init(
      name: folder, results: rows(Schema.results) ?? empty, claims: rows(Schema.claims) ?? empty,
      documents: rows(Schema.documents) ?? empty,
      corrections: rows(Schema.corrections, isNeeded: false) ?? empty,
      knowledge: rows(Schema.knowledge, isNeeded: false),
      texts: .database(DocumentTexts("\(folder)/\(DatasetFolder.databaseFile)")))
  }

  /// A dataset that is not written yet.
  public init(name: String, tables: [Table], texts: [DocumentText]) {
    func rows(_ schema: TableSchema) -> Rows {
      let columns = schema.columns.map(\.name)
      let table = tables.first { $0.schema.name == schema.name } ?? Table(schema)
      return Rows(
        columns: columns,
        rows: table.sorted().rows.map { row in
          Row(cells: Dictionary(zip(columns, row.map(\.written))) { first, _ in first })
        })
    }
    self.init(
      name: name, results: rows(Schema.results), claims: rows(Schema.claims),
      documents: rows(Schema.documents), corrections: rows(Schema.corrections),
      knowledge: rows(Schema.knowledge),
      texts: .known(
        Dictionary(texts.map { ($0.document, $0.title + "\n" + $0.text) }) { first, _ in first }))
  }

  private init(
    name: String, results: Rows, claims: Rows, documents: Rows, corrections: Rows, knowledge: Rows?,
    texts: Texts
  ) {
    func index(_ rows: Rows?, _ key: (Row) -> String) -> [String: Row] {
      Dictionary((rows?.rows ?? []).map { (key($0), $0) }) { first, _ in first }
    }
    self.name = name
    self.results = results
    self.claims = index(claims) { $0["claim"] }
    claimColumns = claims.columns
    self.documents = index(documents) { $0["document"] }
    self.corrections = index(corrections) { $0["correction"] }
    self.knowledge = index(knowledge) { $0["file"] + "\u{1F}" + $0["entry"] }
    hasKnowledge = !self.knowledge.isEmpty
    self.texts = texts
  }

  /// The text of a document with its title, empty where it is not to be had.
  func text(of document: String) -> String {
    switch texts {
    case .known(let texts): return texts[document] ?? ""
    case .database(let texts): return texts?.text(of: document) ?? ""
    }
  }
}

/// Reads the texts of documents from a `tilik.sqlite`.
package struct DocumentTexts: Sendable {
  private let database: DatabaseQueue

  /// Nil where there is no such file.
  package init?(_ path: String) {
    guard Files.kind(of: path) == .file else { return nil }
    var configuration = Configuration()
    configuration.readonly = true
    guard let database = try? DatabaseQueue(path: path, configuration: configuration) else {
      return nil
    }
    self.database = database
  }

  /// Title and body, a line feed between them.
  package func text(of document: String) -> String? {
    parts(of: document).map { $0.title + "\n" + $0.body }
  }

  package func parts(of document: String) -> (title: String, body: String)? {
    let row = try? database.read { db in
      try GRDB.Row.fetchOne(
        db, sql: "SELECT title, text FROM document_text WHERE document = ?", arguments: [document])
    }
    guard let row else { return nil }
    return (row["title"] ?? "", row["text"] ?? "")
  }
}

/// What a comparison needs of a dataset, read as it is written: a dataset of another version may have
/// other columns, and is compared in those that both have.
public struct DatasetSnapshot: Sendable {
  /// A row, read by column name; empty for a column that the table does not have.
  struct Row: Sendable {
    let columns: Columns
    let cells: [String]

    static let empty = Row(columns: Columns([]), cells: [])

    subscript(column: String) -> String { columns.positions[column].map { cells[$0] } ?? "" }

    /// A cell's parts.
    func list(_ column: String, by mark: Character = ";") -> [String] {
      self[column].split(separator: mark).map(String.init)
    }
  }

  /// The columns of a table, which all of its rows share.
  final class Columns: Sendable {
    let positions: [String: Int]

    init(_ names: [String]) {
      positions = Dictionary(zip(names, names.indices)) { first, _ in first }
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

  /// Where the texts of the documents are, and where rules matched in them.
  private enum Texts: Sendable {
    case known([String: String], [String: [RulePlace]])
    case database(DocumentTexts?)
  }

  /// A place where a rule matched, in code points of the title or the body.
  struct RulePlace: Sendable, Hashable {
    let rule: String
    let part: String
    let start: Int
    let end: Int
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
      let columns = Columns(header)
      var rows: [Row] = []
      for (line, cells) in lines.dropFirst() {
        guard cells.count == header.count else {
          throw .malformed(
            file: path, line: line,
            reason: "\(cells.count) cells under \(header.count) column names")
        }
        rows.append(Row(columns: columns, cells: cells))
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
      let names = schema.columns.map(\.name)
      let columns = Columns(names)
      let table = tables.first { $0.schema.name == schema.name } ?? Table(schema)
      return Rows(
        columns: names,
        rows: table.sorted().rows.map { Row(columns: columns, cells: $0.map(\.written)) })
    }
    self.init(
      name: name, results: rows(Schema.results), claims: rows(Schema.claims),
      documents: rows(Schema.documents), corrections: rows(Schema.corrections),
      knowledge: rows(Schema.knowledge),
      texts: .known(
        Dictionary(texts.map { ($0.document, $0.title + "\n" + $0.text) }) { first, _ in first },
        Self.rulePlaces(tables.first { $0.schema.name == Schema.mentions.name })))
  }

  private static func rulePlaces(_ mentions: Table?) -> [String: [RulePlace]] {
    var places: [String: [RulePlace]] = [:]
    for row in mentions?.records ?? [] where row["kind"].text == "rule" {
      guard let start = row["start"].integer, let end = row["end"].integer else { continue }
      places[row["document"].written, default: []].append(
        RulePlace(
          rule: row["id"].written, part: row["part"].written, start: start, end: end))
    }
    return places
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
    case .known(let texts, _): return texts[document] ?? ""
    case .database(let texts): return texts?.text(of: document) ?? ""
    }
  }

  /// Nil for a dataset that does not tell where rules matched.
  func rulePlaces(in document: String) -> Set<RulePlace>? {
    switch texts {
    case .known(_, let places): return places.isEmpty ? nil : Set(places[document] ?? [])
    case .database(let texts):
      guard let texts, texts.hasRules else { return nil }
      return Set(texts.rules(in: document))
    }
  }
}

import GRDB

/// Reads the texts of documents from a `tilik.sqlite`.
package struct DocumentTexts: Sendable {
  private let database: DatabaseQueue
  /// Whether it tells where rules matched.
  let hasRules: Bool

  /// Nil where there is no such file.
  package init?(_ path: String) {
    guard Files.kind(of: path) == .file else { return nil }
    var configuration = Configuration()
    configuration.readonly = true
    guard let database = try? DatabaseQueue(path: path, configuration: configuration) else {
      return nil
    }
    self.database = database
    let found = try? database.read { db in
      try Int.fetchOne(db, sql: "SELECT 1 FROM mentions WHERE kind = 'rule' LIMIT 1")
    }
    hasRules = found != nil
  }

  /// Where rules matched in a document.
  func rules(in document: String) -> [DatasetSnapshot.RulePlace] {
    let rows = try? database.read { db in
      try GRDB.Row.fetchAll(
        db,
        sql: """
          SELECT id, part, start, "end" FROM mentions WHERE document = ? AND kind = 'rule'
          """, arguments: [document])
    }
    return (rows ?? []).map { row in
      .init(rule: row["id"] ?? "", part: row["part"] ?? "", start: row["start"], end: row["end"])
    }
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

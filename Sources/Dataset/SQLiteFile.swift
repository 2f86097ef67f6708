import GRDB
import GRDBSQLite

/// `tilik.sqlite`: the tables with keys and checks, a full-text index over the documents, and a
/// view per question.
///
/// The file depends on the rows and on the version of SQLite, not on the machine or the time: fixed
/// page size, rows in key order, no journal left, compacted at the end.
enum SQLiteFile {
  static func write(
    _ tables: [Table], _ texts: TextList, to path: String
  ) throws(DatasetError) {
    // Compacted into the place where it belongs, which copies once what compacting in place copies twice.
    let loose = path + ".loose"
    try fill(loose, tables, texts, compactedTo: path)
    try Files.remove(loose)
  }

  private static func fill(
    _ path: String, _ tables: [Table], _ texts: TextList, compactedTo target: String
  ) throws(DatasetError) {
    do {
      var configuration = Configuration()
      // Rows come in table by table; the references are checked as a whole below.
      configuration.foreignKeysEnabled = false
      let database = try DatabaseQueue(path: path, configuration: configuration)
      try database.writeWithoutTransaction { db in
        try db.execute(
          sql: """
            PRAGMA page_size = 4096;
            PRAGMA journal_mode = OFF;
            PRAGMA synchronous = OFF;
            """)
        try db.inTransaction {
          for table in tables { try write(table, in: db) }
          try write(texts, in: db)
          for sql in indexes { try db.execute(sql: sql) }
          for view in View.all { try db.execute(sql: view.statement) }
          return .commit
        }
        let dangling = try Row.fetchAll(db, sql: "PRAGMA foreign_key_check")
        guard dangling.isEmpty else {
          throw DatasetError.file(
            path: target, reason: "\(dangling.count) references lead nowhere")
        }
        try db.execute(sql: "VACUUM INTO ?", arguments: [target])
      }
      try database.close()
    } catch let error as DatasetError {
      throw error
    } catch {
      throw .file(path: target, reason: "SQLite: \(error)")
    }
  }

  private static let indexes = [
    "CREATE INDEX claims_by_body ON claims(region, year, instrument)",
    "CREATE INDEX claims_by_document ON claims(document)",
    "CREATE INDEX results_by_body ON results(region, year, instrument)",
  ]

  private static func write(_ table: Table, in db: Database) throws {
    try db.execute(sql: statement(for: table.schema))
    let marks = table.schema.columns.map { _ in "?" }.joined(separator: ", ")
    let insert = try db.makeStatement(
      sql: "INSERT INTO \(quoted(table.schema.name)) VALUES (\(marks))")
    try table.rows.forEachPacked { row throws(DatabaseError) in
      try Self.insert(row, with: insert.sqliteStatement)
    }
  }

  /// Past GRDB, which would make several objects of each cell.
  private static func insert(
    _ row: [PackedCell], with statement: OpaquePointer
  ) throws(DatabaseError) {
    for (position, cell) in row.enumerated() {
      let place = CInt(position + 1)
      let status =
        switch cell {
        case .null: sqlite3_bind_null(statement, place)
        // Without a destructor SQLite takes no copy; the text stays until the row is in.
        case .text(let text):
          sqlite3_bind_text64(
            statement, place,
            UnsafeRawPointer(text.baseAddress)?.assumingMemoryBound(to: CChar.self),
            sqlite3_uint64(text.count), nil, UInt8(SQLITE_UTF8))
        case .integer(let number): sqlite3_bind_int64(statement, place, Int64(number))
        case .decimal: sqlite3_bind_double(statement, place, cell.value.double ?? 0)
        case .boolean(let truth): sqlite3_bind_int64(statement, place, truth ? 1 : 0)
        }
      try check(status, SQLITE_OK, statement)
    }
    let status = sqlite3_step(statement)
    sqlite3_reset(statement)
    try check(status, SQLITE_DONE, statement)
  }

  private static func check(
    _ status: CInt, _ expected: CInt, _ statement: OpaquePointer
  ) throws(DatabaseError) {
    guard status != expected else { return }
    throw DatabaseError(
      resultCode: ResultCode(rawValue: status),
      message: String(cString: sqlite3_errmsg(sqlite3_db_handle(statement))))
  }

  private static func write(_ texts: TextList, in db: Database) throws {
    try db.execute(
      sql: """
        CREATE VIRTUAL TABLE document_text USING fts5(
          document UNINDEXED, title, text, tokenize = 'unicode61 remove_diacritics 2')
        """)
    let insert = try db.makeStatement(
      sql: """
        INSERT INTO document_text(document, title, text)
        VALUES (?, coalesce(?, ''), coalesce(?, ''))
        """)
    try texts.forEachPacked { row throws(DatabaseError) in
      try Self.insert(row, with: insert.sqliteStatement)
    }
    try db.execute(sql: "INSERT INTO document_text(document_text) VALUES ('optimize')")
  }

  /// The table with its columns' descriptions as comments, which SQLite keeps.
  static func statement(for schema: TableSchema) -> String {
    var lines: [String] = []
    for column in schema.columns {
      var line = "  \(quoted(column.name)) \(type(column.type))"
      if column.isRequired || schema.primaryKey.contains(column.name) { line += " NOT NULL" }
      if let values = column.enumeration {
        let list = values.map { "'\($0.replacing("'", with: "''"))'" }.joined(separator: ", ")
        line += " CHECK (\(quoted(column.name)) IN (\(list)))"
      } else if column.type == .boolean {
        line += " CHECK (\(quoted(column.name)) IN (0, 1))"
      }
      lines.append(line)
    }
    lines.append("  PRIMARY KEY (\(schema.primaryKey.map(quoted).joined(separator: ", ")))")
    for (column, target) in schema.foreignKeys {
      lines.append(
        "  FOREIGN KEY (\(quoted(column))) REFERENCES "
          + "\(quoted(target.table))(\(quoted(target.column)))")
    }
    let comments = schema.columns.map { "  -- \($0.description)" }
    var body = ""
    for (position, line) in lines.enumerated() {
      body += line + (position < lines.count - 1 ? "," : "")
      body += (position < comments.count ? comments[position] : "") + "\n"
    }
    return "CREATE TABLE \(quoted(schema.name)) ( -- \(schema.description)\n\(body))"
  }

  private static func type(_ type: ColumnType) -> String {
    switch type {
    case .string, .date: "TEXT"
    case .integer, .boolean: "INTEGER"
    case .number: "REAL"
    }
  }

  /// Some names of the contract (`end`, `of`, `rank`) are SQL words.
  private static func quoted(_ name: String) -> String {
    "\"\(name)\""
  }
}

import Dataset
import GRDB
import Synchronization

import struct Foundation.Data

/// What was found out about documents in earlier runs, in a SQLite file beside the output folder.
///
/// An entry is named by all that it depends on (`DocumentKey`), so none is ever out of date: what changed has
/// another name. Entries that no run asked for lately are dropped. The file holds nothing that cannot be
/// read again from the corpus; when it is damaged, it is thrown away and filled anew.
final class RefreshCache: Sendable {
  /// A full run drops entries that this many full runs before it did not ask for.
  static let keptRuns = 3
  /// Of the file's layout; another one is thrown away.
  private static let layout = 3
  /// Bytes that are written in one step.
  private static let batch = 4 << 20

  let path: String
  private let queue: DatabaseQueue
  private let state: Mutex<State>

  private struct State {
    /// Of all entries in the file.
    var keys: Set<DocumentKey>
    var pending: [(key: DocumentKey, body: [UInt8])] = []
    var pendingBytes = 0
    var used: Set<DocumentKey> = []
    /// What SQLite said when something went wrong; nothing is read or written from then on.
    var failure: String?

    /// Hands over what waits to be written.
    mutating func take() -> [(key: DocumentKey, body: [UInt8])] {
      defer {
        pending = []
        pendingBytes = 0
      }
      return pending
    }
  }

  /// What the last run that wrote the dataset came from.
  struct LastRun: Sendable, Hashable {
    /// Over the bytes of the corpus's files and all settings; empty when they may come to something else.
    var files = ""
    /// Over all documents' keys and all settings.
    var pages = ""
    /// Sizes and times of the dataset's files, as they were left.
    var dataset = ""
    /// What the report's pages were made from (`KeptPages`).
    var report: [UInt8] = []
  }

  /// Opens the file, and makes it anew when it is not there, damaged or of another layout.
  /// - Parameter note: told what was wrong.
  static func open(_ path: String, isFresh: Bool, note: (String) -> Void) -> RefreshCache? {
    if isFresh { remove(path) }
    do {
      return try RefreshCache(path)
    } catch {
      remove(path)
      note("the cache \(path) was damaged (\(words(error))); it is built anew")
    }
    do {
      return try RefreshCache(path)
    } catch {
      note("there is no cache, every page is read: \(path): \(words(error))")
      return nil
    }
  }

  private static func remove(_ path: String) {
    for ending in ["", "-wal", "-shm", "-journal"] { try? Files.remove(path + ending) }
  }

  private static func words(_ error: any Error) -> String {
    (error as? DatabaseError).map { $0.message ?? "SQLite error \($0.resultCode.rawValue)" }
      ?? "\(error)"
  }

  private init(_ path: String) throws {
    self.path = path
    var configuration = Configuration()
    configuration.prepareDatabase { db in
      // One run at a time has the file (`RunLock`), so no shared memory is needed beside it.
      try db.execute(sql: "PRAGMA locking_mode = EXCLUSIVE")
    }
    queue = try DatabaseQueue(path: path, configuration: configuration)
    let keys = try queue.writeWithoutTransaction { db -> Set<DocumentKey> in
      try db.execute(sql: "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL")
      let layout = try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0
      guard layout == 0 || layout == Self.layout else {
        throw DatasetError.file(path: path, reason: "layout \(layout)")
      }
      try db.execute(
        sql: """
          CREATE TABLE IF NOT EXISTS entry(
            id INTEGER PRIMARY KEY, key BLOB NOT NULL UNIQUE, sum INTEGER NOT NULL,
            body BLOB NOT NULL);
          CREATE TABLE IF NOT EXISTS asked(
            id INTEGER PRIMARY KEY, run INTEGER NOT NULL);
          CREATE TABLE IF NOT EXISTS run(
            id INTEGER PRIMARY KEY CHECK (id = 1), number INTEGER NOT NULL,
            files TEXT NOT NULL, pages TEXT NOT NULL, dataset TEXT NOT NULL,
            report BLOB NOT NULL);
          INSERT OR IGNORE INTO run VALUES (1, 0, '', '', '', x'');
          PRAGMA user_version = \(Self.layout);
          """)
      var keys: Set<DocumentKey> = []
      let rows = try Row.fetchCursor(db, sql: "SELECT key FROM entry")
      while let row = try rows.next() {
        guard let key = DocumentKey(row[0] as Data) else {
          throw DatasetError.file(path: path, reason: "a key of another length")
        }
        keys.insert(key)
      }
      return keys
    }
    state = Mutex(State(keys: keys))
  }

  /// Why the cache stopped working during the run; nil when it did not.
  var failure: String? { state.withLock { $0.failure } }

  // MARK: Entries

  /// Whether there is an entry; one that is asked for is kept.
  func has(_ key: DocumentKey) -> Bool {
    state.withLock { state in
      guard state.failure == nil, state.keys.contains(key) else { return false }
      state.used.insert(key)
      return true
    }
  }

  /// - Returns: nil when there is none, or a damaged one.
  func body(of key: DocumentKey) -> [UInt8]? {
    guard has(key) else { return nil }
    if let body = state.withLock({ $0.pending.last { $0.key == key }?.body }) { return body }
    let found = attempt { db in
      let select = try db.cachedStatement(sql: "SELECT sum, body FROM entry WHERE key = ?")
      return try Row.fetchOne(select, arguments: [key.data])
        .map { (sum: $0[0] as Int64, body: [UInt8]($0[1] as Data)) }
    }
    guard let found, let entry = found, Self.sum(entry.body) == entry.sum else {
      forget(key)
      return nil
    }
    return entry.body
  }

  /// Leaves a damaged entry out of account; what is read in its place is stored again.
  func forget(_ key: DocumentKey) { _ = state.withLock { $0.keys.remove(key) } }

  func store(_ body: [UInt8], under key: DocumentKey) {
    let batch = state.withLock { state -> [(key: DocumentKey, body: [UInt8])] in
      state.used.insert(key)
      guard state.failure == nil, state.keys.insert(key).inserted else { return [] }
      state.pending.append((key, body))
      state.pendingBytes += body.count
      guard state.pendingBytes >= Self.batch else { return [] }
      return state.take()
    }
    write(batch)
  }

  /// Writes what is still held in memory.
  func flush() { write(state.withLock { $0.take() }) }

  private func write(_ batch: [(key: DocumentKey, body: [UInt8])]) {
    guard !batch.isEmpty else { return }
    _ = attempt { db in
      try db.inTransaction {
        let number = try Self.number(db)
        let insert = try db.cachedStatement(
          sql: "INSERT OR REPLACE INTO entry(key, sum, body) VALUES (?, ?, ?)")
        // Apart from the bodies, which would be moved about with each change.
        let asked = try db.cachedStatement(sql: "INSERT OR REPLACE INTO asked VALUES (?, ?)")
        for (key, body) in batch {
          try insert.execute(arguments: [key.data, Self.sum(body), Data(body)])
          try asked.execute(arguments: [db.lastInsertedRowID, number + 1])
        }
        return .commit
      }
    }
  }

  // MARK: Runs

  func lastRun() -> LastRun? {
    let row = attempt { db in
      try Row.fetchOne(db, sql: "SELECT files, pages, dataset, report FROM run")
    }
    guard let row, let row else { return nil }
    return LastRun(
      files: row[0], pages: row[1], dataset: row[2], report: [UInt8](row[3] as Data))
  }

  /// Notes a run that wrote the dataset, and drops what was not asked for in a while.
  func finish(_ run: LastRun) {
    flush()
    let used = state.withLock { $0.used }
    _ = attempt { db in
      try db.inTransaction {
        let number = try Self.number(db) + 1
        try db.execute(
          sql: "UPDATE run SET number = ?, files = ?, pages = ?, dataset = ?, report = ?",
          arguments: [number, run.files, run.pages, run.dataset, Data(run.report)])
        try db.execute(
          sql: "CREATE TEMP TABLE IF NOT EXISTS used(key BLOB PRIMARY KEY) WITHOUT ROWID")
        let insert = try db.cachedStatement(sql: "INSERT OR IGNORE INTO used VALUES (?)")
        for key in used { try insert.execute(arguments: [key.data]) }
        try db.execute(
          sql: """
            INSERT OR REPLACE INTO asked SELECT id, ? FROM used JOIN entry USING (key)
            """, arguments: [number])
        try db.execute(sql: "DROP TABLE used")
        let last = number - Self.keptRuns
        try db.execute(
          sql: "DELETE FROM entry WHERE id IN (SELECT id FROM asked WHERE run < ?)",
          arguments: [last])
        try db.execute(sql: "DELETE FROM asked WHERE run < ?", arguments: [last])
        return .commit
      }
      // Room of dropped entries is used again; the file shrinks when most of it is empty.
      let pages = try Int.fetchOne(db, sql: "PRAGMA page_count") ?? 0
      let free = try Int.fetchOne(db, sql: "PRAGMA freelist_count") ?? 0
      if free > 256, free * 2 > pages { try db.execute(sql: "VACUUM") }
    }
  }

  func close() { try? queue.close() }

  private static func number(_ db: Database) throws -> Int {
    try Int.fetchOne(db, sql: "SELECT number FROM run") ?? 0
  }

  private static func sum(_ body: [UInt8]) -> Int64 { Int64(bitPattern: Hash64.of(body)) }

  private func attempt<Result>(_ body: (Database) throws -> Result) -> Result? {
    guard failure == nil else { return nil }
    do {
      return try queue.writeWithoutTransaction(body)
    } catch {
      let reason = Self.words(error)
      state.withLock { state in
        state.failure = state.failure ?? reason
        state.keys = []
        state.pending = []
      }
      return nil
    }
  }
}

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The output folder, replaced as a whole or not at all.
///
/// A run fills a sibling folder (`NAME.tmp-PID`) and swaps it in with one rename, so whoever looks,
/// and whoever pulls the plug, finds either the old dataset or the new one. The sibling is locked
/// while it is being filled; one without a lock was left by a run that was killed, and goes.
public enum DatasetFolder {
  /// By which a folder is known as a dataset.
  public static let packageFile = "datapackage.json"
  /// The only file with times in it.
  public static let runFile = "run.json"
  /// All tables, views and full text in one database.
  public static let databaseFile = "tilik.sqlite"
  /// What a run came to, and what differs from the dataset before, for people.
  public static let summaryFile = "summary.md"
  /// Every difference from the dataset before.
  public static let diffFile = "diff.md"
  /// The tables that people look at, as a workbook.
  public static let workbookFile = "tilik.xlsx"
  /// The report's pages.
  public static let reportFolder = "report"

  /// Finds out, before any work is done, whether a dataset can be written there.
  /// - Throws: `DatasetError.unusable` when the place is a file, holds something else than a
  ///   dataset, cannot be written, or is being written by another run.
  public static func check(_ folder: String) throws(DatasetError) {
    let target = try Target(folder)
    if let other = try target.running() { throw target.busy(other) }
    let probe = target.path + ".tmp-check"
    guard mkdir(probe, 0o755) == 0 || errno == EEXIST else {
      throw target.unusable(Files.reason())
    }
    _ = rmdir(probe)
  }

  /// The path of a hidden file beside the folder, named after it.
  package static func companion(of folder: String, _ ending: String) throws(DatasetError) -> String
  {
    let target = try Target(folder)
    return (target.parent == "/" ? "" : target.parent) + "/." + target.name + ending
  }

  /// Fills a new folder and puts it in the old one's place. What stands in the old folder and is
  /// no part of a dataset (a README) is kept. When `fill` throws, the old folder stays as it was.
  /// - Parameter fill: is given the path of the folder to write into.
  public static func replace(_ folder: String, fill: (String) throws -> Void) throws {
    let target = try Target(folder)
    try target.clearLeftovers()
    let temporary = "\(target.path).tmp-\(getpid())"
    guard mkdir(temporary, 0o755) == 0 else { throw target.unusable(Files.reason()) }
    let lock = open(temporary, O_RDONLY | O_CLOEXEC)
    defer { _ = close(lock) }
    _ = flock(lock, LOCK_EX | LOCK_NB)
    do {
      if let other = try target.running(except: temporary) { throw target.busy(other) }
      try fill(temporary)
      try target.carryForeignFiles(into: temporary)
      try Files.flushTree(temporary)
      try target.swap(with: temporary)
    } catch {
      try? Files.remove(temporary)
      throw error
    }
  }
}

/// The output folder as an absolute path, and its siblings.
private struct Target {
  /// As the user named it, for messages.
  let given: String
  let path: String
  let parent: String
  let name: String

  init(_ folder: String) throws(DatasetError) {
    given = folder
    let parts = folder.split(separator: "/").filter { $0 != "." }
    var path = (folder.hasPrefix("/") ? "/" : "") + parts.joined(separator: "/")
    if path.isEmpty { path = "." }
    if let real = realpath(path, nil) {
      path = String(cString: real)
      free(real)
    } else {
      let cut = path.lastIndex(of: "/")
      let above = cut.map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
      let last = cut.map { String(path[path.index(after: $0)...]) } ?? path
      guard last != "..", let real = realpath(above, nil) else {
        throw .unusable(
          folder: folder, reason: "the folder \(above) does not exist; make it first")
      }
      path = String(cString: real) + "/" + last
      free(real)
    }
    self.path = path
    guard let cut = path.lastIndex(of: "/"), path != "/" else {
      throw .unusable(folder: folder, reason: "choose a folder below the root")
    }
    parent = cut == path.startIndex ? "/" : String(path[..<cut])
    name = String(path[path.index(after: cut)...])
    guard Files.kind(of: parent) == .folder else {
      throw .unusable(folder: folder, reason: "\(parent) is not a folder")
    }
    try restore()
    try checkContents()
  }

  /// Puts the old dataset back that a run had moved aside when it was killed between two renames.
  private func restore() throws(DatasetError) {
    guard Files.kind(of: path) == nil else { return }
    if let old = try siblings(".old-").last { _ = rename(parent + "/" + old, path) }
  }

  /// A folder that is not ours is never replaced, whatever the user typed.
  private func checkContents() throws(DatasetError) {
    switch Files.kind(of: path) {
    case nil: return
    case .folder: break
    default: throw unusable("it is a file; choose a folder")
    }
    let names = try Files.list(path)
    let harmless = ["README.md", "README", ".gitignore", ".gitkeep", ".DS_Store"]
    guard names.contains(DatasetFolder.packageFile) || names.allSatisfy(harmless.contains) else {
      throw unusable("it holds other files than a dataset; choose an empty or a new folder")
    }
  }

  private func siblings(_ mark: String) throws(DatasetError) -> [String] {
    try Files.list(parent).filter { $0.hasPrefix(name + mark) }
  }

  /// The folder that another run is filling at this moment.
  func running(except own: String? = nil) throws(DatasetError) -> String? {
    for sibling in try siblings(".tmp-") where parent + "/" + sibling != own {
      if isLocked(parent + "/" + sibling) { return sibling }
    }
    return nil
  }

  private func isLocked(_ path: String) -> Bool {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { return false }
    defer { _ = close(file) }
    return flock(file, LOCK_EX | LOCK_NB) != 0
  }

  func clearLeftovers() throws(DatasetError) {
    for sibling in try siblings(".tmp-") + siblings(".old-") {
      let leftover = parent + "/" + sibling
      if !isLocked(leftover) { try Files.remove(leftover) }
    }
  }

  func carryForeignFiles(into temporary: String) throws(DatasetError) {
    guard Files.kind(of: path) == .folder else { return }
    let ours = oursBefore()
    for name in try Files.list(path) where !ours.contains(name) {
      let new = temporary + "/" + name
      if Files.kind(of: new) == nil { try Files.carry(path + "/" + name, to: new) }
    }
  }

  /// Names of the files that this or an earlier version of the program wrote.
  private func oursBefore() -> Set<String> {
    var ours: Set<String> = [
      DatasetFolder.packageFile, DatasetFolder.runFile, DatasetFolder.databaseFile,
      DatasetFolder.databaseFile + "-journal", DatasetFolder.reportFolder,
      DatasetFolder.workbookFile, DatasetFolder.summaryFile, DatasetFolder.diffFile,
    ]
    ours.formUnion(MetadataFiles.names)
    for schema in Schema.all { ours.formUnion([schema.name + ".csv", schema.name + ".jsonl"]) }
    let package = try? JSON.parse(Files.read(path + "/" + DatasetFolder.packageFile))
    for resource in package?["resources"]?.array ?? [] {
      guard let file = resource["path"]?.string, file.hasSuffix(".csv") else { continue }
      ours.formUnion([file, file.dropLast(4) + ".jsonl"])
    }
    return ours
  }

  /// Exchanges the two folders in one step where the file system can, in two renames elsewhere.
  func swap(with temporary: String) throws(DatasetError) {
    if Files.kind(of: path) == nil {
      guard rename(temporary, path) == 0 else { throw unusable(Files.reason()) }
    } else if exchange(temporary, path) {
      try Files.remove(temporary)
    } else {
      let old = "\(path).old-\(getpid())"
      guard rename(path, old) == 0 else { throw unusable(Files.reason()) }
      guard rename(temporary, path) == 0 else {
        let reason = Files.reason()
        _ = rename(old, path)
        throw unusable(reason)
      }
      try Files.remove(old)
    }
    try Files.flush(parent)
  }

  private func exchange(_ one: String, _ other: String) -> Bool {
    #if os(Linux)
      // Glibc has renameat2 but Swift's module of it does not show it.
      typealias Rename =
        @convention(c) (
          CInt, UnsafePointer<CChar>, CInt, UnsafePointer<CChar>, CUnsignedInt
        ) -> CInt
      guard let symbol = dlsym(nil, "renameat2") else { return false }
      let renameat2 = unsafeBitCast(symbol, to: Rename.self)
      let exchangeFlag: CUnsignedInt = 2  // RENAME_EXCHANGE, linux/fs.h
      return renameat2(AT_FDCWD, one, AT_FDCWD, other, exchangeFlag) == 0
    #else
      return false
    #endif
  }

  func busy(_ other: String) -> DatasetError {
    unusable("another run is writing it now (into \(other)); wait until it ends")
  }

  func unusable(_ reason: String) -> DatasetError {
    .unusable(folder: given, reason: reason)
  }
}

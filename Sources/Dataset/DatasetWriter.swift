/// Writes a dataset: each table as CSV and JSON Lines, all of them as SQLite, those that
/// people read as a workbook, and the files that describe them.
///
///     try DatasetFolder.replace("output") { folder in
///       let writer = try DatasetWriter(tables: tables, texts: texts)
///       try writer.write(into: folder)
///       try DatasetWriter.write(run: ["version": "1.0"], into: folder)
///     }
public struct DatasetWriter: Sendable {
  /// Every table of the contract in its order, rows sorted; those not given are empty.
  public let tables: [Table]
  private let texts: TextList
  private let package: PackageDescription

  /// - Parameters:
  ///   - tables: in any order; a table outside the contract is written after the others.
  ///   - texts: in any order.
  /// - Throws: `DatasetError.brokenKeys` with every key that stands twice or leads nowhere.
  public init(
    tables: [Table], texts: TextList = TextList(), package: PackageDescription = .init()
  ) throws(DatasetError) {
    var given: [String: Table] = [:]
    for table in tables { given[table.schema.name] = table }
    let others = tables.map(\.schema).filter { Schema.table(named: $0.name) == nil }
    var sorted: [Table] = []
    for schema in Schema.all + others {
      sorted.append(try (given[schema.name] ?? Table(schema)).sorted())
    }
    self.tables = sorted
    self.texts = try texts.sorted()
    self.package = package
    let problems = KeyCheck.problems(in: self.tables)
    guard problems.isEmpty else { throw .brokenKeys(problems) }
  }

  /// Writes all files but `run.json` into a folder that exists.
  public func write(into folder: String) throws(DatasetError) {
    try writeDatabase(into: folder)
    try writeWorkbook(into: folder)
    try writeTexts(into: folder)
  }

  /// The same in pieces that can be worked on at the same time.
  package func pieces(into folder: String) -> [@Sendable () throws -> Void] {
    [
      { try writeDatabase(into: folder) }, { try writeWorkbook(into: folder) },
      { try writeTexts(into: folder) },
    ]
  }

  private func writeDatabase(into folder: String) throws(DatasetError) {
    try SQLiteFile.write(tables, texts, to: "\(folder)/\(DatasetFolder.databaseFile)")
  }

  private func writeWorkbook(into folder: String) throws(DatasetError) {
    try XLSXFile.write(
      try Workbook.sheets(tables), title: package.title,
      to: "\(folder)/\(DatasetFolder.workbookFile)")
  }

  private func writeTexts(into folder: String) throws(DatasetError) {
    var files: [DataPackage.File] = []
    for table in tables { files.append(try TextFiles.write(table, into: folder)) }
    try MetadataFiles.write(package, tables, into: folder)
    try Files.write(
      Array(DataPackage.json(package, files).pretty.utf8),
      to: "\(folder)/\(DatasetFolder.packageFile)")
  }

  /// Writes `run.json`: versions, fingerprints, counts and timings, in the caller's order.
  public static func write(run: JSON, into folder: String) throws(DatasetError) {
    try Files.write(Array(run.pretty.utf8), to: "\(folder)/\(DatasetFolder.runFile)")
  }

  /// Whether a dataset can be written to that folder; asked before any work is done.
  /// - Throws: `DatasetError.unusable`, in one line.
  public static func check(_ folder: String) throws(DatasetError) {
    try DatasetFolder.check(folder)
  }
}

public import Dataset

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Adds rows to `corrections.csv`, each whole or not at all. Sentences of pages stand in it and spreadsheets open it,
/// so text like a formula has an apostrophe in front (`FormulaText`).
public struct CorrectionWriter: Sendable {
  private let path: String

  /// The file need not be there yet.
  public init(_ path: String) {
    self.path = path
  }

  /// Writes the rows behind those that are there; makes the file, with its header, where there is none.
  /// - Throws: `DatasetError` when the file cannot be written, or has other columns.
  public func append(_ rows: [CorrectionRow]) throws(DatasetError) {
    let file = open(path, O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC, 0o644)
    guard file >= 0 else { throw Files.failure(path) }
    defer { _ = close(file) }
    // Another review may be writing to it.
    guard flock(file, LOCK_EX) == 0 else { throw Files.failure(path) }
    let before = try Files.read(path)
    var columns = CorrectionRow.columns
    var text: [UInt8] = []
    if before.isEmpty {
      text += CSV.line(columns)
    } else {
      columns = try header(before)
      if before.last != UInt8(ascii: "\n") { text.append(UInt8(ascii: "\n")) }
    }
    for row in rows {
      let cells = Dictionary(
        zip(CorrectionRow.columns, row.cells), uniquingKeysWith: { first, _ in first })
      text += CSV.line(columns.map { FormulaText.guarded(cells[$0] ?? "") })
    }
    let written = text.withUnsafeBytes { write(file, $0.baseAddress, $0.count) }
    guard written == text.count, fsync(file) == 0 else {
      let failure = Files.failure(path)
      _ = ftruncate(file, off_t(before.count))
      throw failure
    }
  }

  /// The columns in the order in which the file has them.
  private func header(_ bytes: [UInt8]) throws(DatasetError) -> [String] {
    let rows = try CSV.rows(of: bytes, file: path)
    let columns = rows.first?.cells ?? []
    let missing = CorrectionRow.columns.filter { !columns.contains($0) }
    guard missing.isEmpty, columns.allSatisfy(CorrectionRow.columns.contains) else {
      throw .malformed(
        file: path, line: 1,
        reason: "the columns must be \(CorrectionRow.columns.joined(separator: ","))")
    }
    return columns
  }
}

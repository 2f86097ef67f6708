import Dataset

/// What the pages of a report were made from, and where they lie: a page that would be made from the same again is
/// taken over instead.
///
/// A page is known by a digest of all that goes into it, and taken over only while its bytes are still those
/// that were written. So nothing is lost but time when this is missing, damaged, or somebody edits a page.
public struct KeptPages: Sendable {
  struct Entry: Sendable, Hashable {
    /// Of all that the page is made from.
    let input: Digest128
    /// Of the page.
    let output: Digest128
  }

  private let folder: String
  private var entries: [String: Entry] = [:]
  /// Of pages that list very many: where on the page each row stands.
  private var rows: [String: [KeptRows.Row]] = [:]

  /// No pages yet.
  init() { folder = "" }

  /// - Parameters:
  ///   - folder: of the report.
  ///   - bytes: as `bytes` gave them; what cannot be read counts for nothing.
  public init(folder: String, bytes: [UInt8]) {
    self.folder = folder
    try? read(bytes)
  }

  private mutating func read(_ bytes: [UInt8]) throws(ByteDamage) {
    var whole = ByteReader(bytes)
    let notes = Array(try whole.data())
    guard try Digest128(from: &whole) == Digest128(of: notes) else { throw ByteDamage() }
    var reader = ByteReader(notes)
    let entries = try reader.list { reader throws(ByteDamage) in
      (
        try reader.string(),
        Entry(input: try Digest128(from: &reader), output: try Digest128(from: &reader))
      )
    }
    let rows = try reader.list { reader throws(ByteDamage) in
      (
        try reader.string(),
        try reader.list { reader throws(ByteDamage) in
          KeptRows.Row(input: try Digest128(from: &reader), place: try reader.range())
        }
      )
    }
    self.entries = Dictionary(entries, uniquingKeysWith: { first, _ in first })
    self.rows = Dictionary(rows, uniquingKeysWith: { first, _ in first })
  }

  /// For the next run; with a sum behind them, by which damage is known.
  public var bytes: [UInt8] {
    var notes = ByteWriter()
    notes.write(list: entries.sorted { $0.key < $1.key }) { writer, page in
      writer.write(page.key)
      writer.write(page.value.input)
      writer.write(page.value.output)
    }
    notes.write(list: rows.sorted { $0.key < $1.key }) { writer, page in
      writer.write(page.key)
      writer.write(list: page.value) { writer, row in
        writer.write(row.input)
        writer.write(row.place)
      }
    }
    var writer = ByteWriter()
    writer.write(notes.bytes)
    writer.write(Digest128(of: notes.bytes))
    return writer.bytes
  }

  /// Notes a page that was written.
  mutating func add(
    _ path: String, madeFrom input: Digest128, _ page: [UInt8], rows: [KeptRows.Row] = []
  ) {
    entries[path] = Entry(input: input, output: Digest128(of: page))
    if !rows.isEmpty { self.rows[path] = rows }
  }

  /// The rows of a page, none when what all of them depend on is not what it was.
  func rows(_ path: String, madeFrom input: Digest128) -> KeptRows {
    guard let rows = rows[path], let entry = entries[path], entry.input == input,
      let page = try? Files.read("\(folder)/\(path)"), Digest128(of: page) == entry.output
    else { return KeptRows() }
    return KeptRows(rows, on: page)
  }

  /// Takes a page over into another folder.
  /// - Returns: what is known of it; nil when it has to be made.
  /// - Throws: `DatasetError.file` when it cannot be written there.
  func carry(
    _ path: String, madeFrom input: Digest128, to target: String
  ) throws(DatasetError) -> Entry? {
    guard let entry = entries[path], entry.input == input,
      let page = try? Files.read("\(folder)/\(path)"), Digest128(of: page) == entry.output
    else { return nil }
    try Files.carry("\(folder)/\(path)", to: "\(target)/\(path)")
    return entry
  }

  subscript(path: String) -> Entry? {
    get { entries[path] }
    set { entries[path] = newValue }
  }
}

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

  /// No pages yet.
  init() { folder = "" }

  /// - Parameters:
  ///   - folder: of the report.
  ///   - bytes: as `bytes` gave them; what cannot be read counts for nothing.
  public init(folder: String, bytes: [UInt8]) {
    self.folder = folder
    var reader = ByteReader(bytes)
    let found = try? reader.list { reader throws(ByteDamage) in
      (
        try reader.string(),
        Entry(input: try Digest128(from: &reader), output: try Digest128(from: &reader))
      )
    }
    entries = Dictionary(found ?? [], uniquingKeysWith: { first, _ in first })
  }

  /// For the next run.
  public var bytes: [UInt8] {
    var writer = ByteWriter()
    writer.write(list: entries.sorted { $0.key < $1.key }) { writer, page in
      writer.write(page.key)
      writer.write(page.value.input)
      writer.write(page.value.output)
    }
    return writer.bytes
  }

  /// Notes a page that was written.
  mutating func add(_ path: String, madeFrom input: Digest128, _ page: [UInt8]) {
    entries[path] = Entry(input: input, output: Digest128(of: page))
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

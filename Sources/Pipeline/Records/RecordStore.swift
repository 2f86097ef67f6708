import Dataset
import Extract

/// The records of all documents, on disk: in memory are 16 bytes of each, and what is being worked on.
///
/// Documents are named by their place. Records can be read by several threads, as long as none is written.
struct RecordStore: Sendable {
  /// What is known of a document without reading its record.
  struct Traits: OptionSet {
    let rawValue: UInt8

    /// Only the name is known; the rest is in the cache.
    static let stub = Traits(rawValue: 1)
    static let read = Traits(rawValue: 2)
    static let failed = Traits(rawValue: 4)
    static let article = Traits(rawValue: 8)
    /// It was not parsed and may be a part of an article.
    static let bases = Traits(rawValue: 16)
    static let whole = Traits(rawValue: 32)
    /// Another run may come to something else by the same bytes.
    static let passing = Traits(rawValue: 64)
  }

  private struct Entry {
    var start: Int
    var count: Int32
    var traits: Traits
  }

  /// Bytes that are gathered before they are written.
  private static let pieceSize = 1 << 18

  /// Where there is room for what is made of them.
  let scratch: Scratch
  private let file: ScratchFile
  private var entries: [Entry] = []
  /// The end of what is in the file, and what comes behind it.
  private var written = 0
  private var piece: [UInt8] = []
  /// Addresses and the order in which their documents came, until they are sorted.
  private var arrivals: Table

  private static let arrivals = TableSchema(
    "arrivals", title: "", judul: "", description: "", deskripsi: "",
    primaryKey: ["address", "n", "place"],
    columns: [
      Column("address", "", id: ""), Column("n", .integer, "", id: ""),
      Column("place", .integer, "", id: ""),
    ])

  /// - Throws: `DatasetError.file` when nothing can be written there.
  init(_ scratch: Scratch) throws(DatasetError) {
    self.scratch = scratch
    file = try scratch.file()
    arrivals = Table(Self.arrivals, scratch: scratch)
  }

  /// - Throws: `DatasetError.file` when nothing can be written there.
  init(_ records: [DocumentRecord], _ scratch: Scratch) throws(DatasetError) {
    try self.init(scratch)
    for (number, record) in records.enumerated() {
      try append(PackedRecord(record), number: number)
    }
    try sort()
  }

  var count: Int { entries.count }
  var indices: Range<Int> { entries.indices }

  // MARK: Writing

  /// - Parameter number: of the documents with one address, the least comes first.
  /// - Throws: `DatasetError.file` when the disk is full.
  mutating func append(_ record: PackedRecord, number: Int) throws(DatasetError) {
    try arrivals.append(values: [
      Value(record.address), .integer(number), .integer(entries.count),
    ])
    entries.append(try put(record))
  }

  /// Puts the documents into the order of their addresses, when the last has come.
  /// - Throws: `DatasetError.file` when the disk is full.
  mutating func sort() throws(DatasetError) {
    var ordered: [Entry] = []
    ordered.reserveCapacity(entries.count)
    for arrival in try arrivals.sorted().rows {
      if let place = arrival[2].integer { ordered.append(entries[place]) }
    }
    entries = ordered
    arrivals = Table(Self.arrivals)
  }

  /// - Throws: `DatasetError.file` when the disk is full.
  mutating func replace(_ place: Int, by record: PackedRecord) throws(DatasetError) {
    entries[place] = try put(record)
  }

  mutating func replace(_ place: Int, by record: DocumentRecord) throws(DatasetError) {
    try replace(place, by: PackedRecord(record))
  }

  mutating func update(
    _ place: Int, _ body: (inout DocumentRecord) -> Void
  ) throws(DatasetError) {
    var record = self[place]
    body(&record)
    try replace(place, by: record)
  }

  private mutating func put(_ record: PackedRecord) throws(DatasetError) -> Entry {
    let entry = Entry(
      start: written + piece.count, count: Int32(record.bytes.count), traits: record.traits)
    piece += record.bytes
    if piece.count >= Self.pieceSize {
      let place = try file.append(piece)
      precondition(place.lowerBound == written, "two copies of a store were written to")
      written = place.upperBound
      piece.removeAll(keepingCapacity: true)
    }
    return entry
  }

  // MARK: Reading

  func traits(_ place: Int) -> Traits { entries[place].traits }

  /// The places of the documents that have all of some traits.
  func places(_ traits: Traits) -> [Int] {
    entries.indices.filter { entries[$0].traits.isSuperset(of: traits) }
  }

  subscript(place: Int) -> DocumentRecord {
    intact { () throws(ByteDamage) in try PackedRecord.record(from: bytes(place)) }
  }

  /// The record without what was read on the page: its text, claims and mentions.
  func head(_ place: Int) -> DocumentRecord {
    intact { () throws(ByteDamage) in try PackedRecord.head(from: bytes(place)) }
  }

  /// Nil for a document that was not parsed.
  func kinship(_ place: Int) -> Kinship? {
    guard entries[place].traits.contains(.article) else { return nil }
    return intact { () throws(ByteDamage) in try PackedRecord.kinship(from: bytes(place)) }
  }

  func article(_ place: Int) -> Article? {
    guard entries[place].traits.contains(.article) else { return nil }
    return intact { () throws(ByteDamage) in try PackedRecord.article(from: bytes(place)) }
  }

  private func bytes(_ place: Int) -> [UInt8] {
    let entry = entries[place]
    let range = entry.start..<entry.start + Int(entry.count)
    guard range.lowerBound >= written else { return file.read(range) }
    return Array(piece[range.lowerBound - written..<range.upperBound - written])
  }

  private func intact<Result>(_ body: () throws(ByteDamage) -> Result) -> Result {
    do { return try body() } catch { fatalError("a record on disk is not what was written") }
  }
}

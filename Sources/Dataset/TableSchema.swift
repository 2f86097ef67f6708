/// One table of the data contract: its columns in the order in which they are written, and its keys.
public struct TableSchema: Sendable, Hashable {
  /// As in file names and in SQL.
  public let name: String
  /// English and Indonesian names for people.
  public let title: String
  /// The title in Indonesian.
  public let judul: String
  /// What one row is, in English and in Indonesian.
  public let description: String
  /// The description in Indonesian.
  public let deskripsi: String
  /// In the order of every format.
  public let columns: [Column]
  /// Columns that together name a row; rows are sorted by them.
  public let primaryKey: [String]
  private let positions: [String: Int]

  public init(
    _ name: String, title: String, judul: String, description: String, deskripsi: String,
    primaryKey: [String], columns: [Column]
  ) {
    self.name = name
    self.title = title
    self.judul = judul
    self.description = description
    self.deskripsi = deskripsi
    self.primaryKey = primaryKey
    self.columns = columns
    var positions: [String: Int] = [:]
    for (position, column) in columns.enumerated() {
      precondition(positions[column.name] == nil, "column \(column.name) stands twice in \(name)")
      positions[column.name] = position
    }
    precondition(
      primaryKey.allSatisfy { positions[$0] != nil }, "\(name): a key column does not exist")
    self.positions = positions
  }

  /// Position of a column, from 0.
  public func position(of column: String) -> Int? {
    positions[column]
  }

  /// Columns that point at another table (or at this one).
  public var foreignKeys: [(column: String, reference: Reference)] {
    columns.compactMap { column in column.reference.map { (column.name, $0) } }
  }

  var keyPositions: [Int] {
    primaryKey.compactMap { positions[$0] }
  }
}

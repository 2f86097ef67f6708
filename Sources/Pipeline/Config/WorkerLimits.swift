import Yams

/// What the process that reads the documents may take, so that none of them takes the machine with it.
public struct WorkerLimits: Sendable, Hashable {
  /// How long a document may take to be read, 0 for as long as it likes.
  public var seconds = 60.0
  /// Memory that documents under way may have together, beside what the program itself holds when it begins; 0
  /// for as much as there is. Those that need more are read once more, one at a time.
  public var memoryMegabytes = 2048
  /// Files that may be open at the same time, 0 for as many as the system allows.
  public var openFiles = 512
  /// How large a file may become, of the dataset, the cache and what is kept on disk meanwhile; 0 for as large as
  /// the disk allows.
  public var fileGigabytes = 256

  public init() {}

  private static let keys = ["seconds", "memory_megabytes", "open_files", "file_gigabytes"]
  /// Below these the program cannot do its own work: one page of the largest size that is read, the tables and
  /// libraries, SQLite's files.
  static let (leastMemory, leastFiles) = (64, 64)

  init(_ map: Node.Mapping, _ reader: inout YAMLReader) {
    reader.check(map, known: Self.keys)
    seconds = reader.count(map, "seconds").map(Double.init) ?? seconds
    memoryMegabytes =
      reader.limit(map, "memory_megabytes", atLeast: Self.leastMemory) ?? memoryMegabytes
    openFiles = reader.limit(map, "open_files", atLeast: Self.leastFiles) ?? openFiles
    fileGigabytes = reader.count(map, "file_gigabytes") ?? fileGigabytes
  }
}

import Crawl
import Glibc
import Interpret
import Lexicon

/// A folder in memory that an input is written into, as the stages read files.
struct ScratchFolder: Sendable {
  let path: String

  init() {
    path = "/dev/shm/tilik-fuzz-\(getpid())"
    mkdir(path, 0o700)
  }

  func write(_ bytes: [UInt8], to name: String) {
    guard let file = fopen(path + "/" + name, "w") else { fatalError("no \(path)/\(name)") }
    fwrite(bytes, 1, bytes.count, file)
    fclose(file)
  }
}

/// A file of the corpus, by its name an archive, a packed page or a browser's save: all documents in it are
/// read.
struct FileTarget: FuzzTarget {
  private let folder = ScratchFolder()
  private let name: String
  private let limits = CrawlLimits(pageBytes: 1 << 20, entries: 1000)

  init(_ name: String) { self.name = name }

  func run(_ input: [UInt8]) {
    folder.write(input, to: name)
    guard let crawler = try? Crawler([folder.path + "/" + name], limits: limits),
      let stream = try? crawler.stream()
    else { return }
    var addresses: Set<String> = []
    while let document = stream.next() {
      precondition(addresses.insert(document.reference.address).inserted, "one address twice")
      if let page = try? crawler.read(document) {
        precondition(page.bytes.count <= limits.pageBytes, "longer than allowed")
      }
    }
  }
}

/// The first byte chooses the table, which is what follows; the others are sound.
struct TablesTarget: FuzzTarget {
  private static let sound = "Fuzz/tables"
  private let folder = ScratchFolder()
  private let tables: [(name: String, bytes: [UInt8])]

  init() {
    tables = Self.files.map { ($0, readFile(Self.sound + "/" + $0)) }
    for table in tables { folder.write(table.bytes, to: table.name) }
  }

  /// In the order of their letters: the letter that chooses each does not change.
  static let files = [
    "assessor_aliases.csv", "assessors.csv", "categories.csv", "institution_aliases.csv",
    "institutions.csv", "instrument_aliases.csv", "instruments.csv", "region_aliases.csv",
    "regions.csv", "regulation_types.csv", "regulations.csv", "scales.csv", "unit_aliases.csv",
    "units.csv", "words.csv",
  ]

  func run(_ input: [UInt8]) {
    guard let first = input.first else { return }
    let table = tables[(Int(first) + tables.count - 0x61 % tables.count) % tables.count]
    folder.write(Array(input.dropFirst()), to: table.name)
    _ = try? Lexicon(folder: folder.path)
    folder.write(table.bytes, to: table.name)
  }
}

/// A file of rules, with the tables of the pipeline.
struct RulesTarget: FuzzTarget {
  private let folder = ScratchFolder()
  private let lexicon: Lexicon

  init() {
    do { lexicon = try Lexicon(folder: "pipelines/compliance/lexicon") } catch {
      fatalError("\(error)")
    }
  }

  func run(_ input: [UInt8]) {
    folder.write(input, to: "x.yml")
    _ = try? RuleSet(folder: folder.path, lexicon: lexicon)
  }
}

private func readFile(_ path: String) -> [UInt8] {
  guard let file = fopen(path, "r") else { fatalError("no \(path); run from the repository") }
  defer { fclose(file) }
  var bytes = [UInt8](repeating: 0, count: 1 << 20)
  return Array(bytes[..<fread(&bytes, 1, bytes.count, file)])
}

public import Dataset
import Yams

/// A pipeline folder's `pipeline.yml`: what to read, which tables and rules to read it with, where
/// the dataset goes, and what is expected of it.
public struct PipelineConfiguration: Sendable, Hashable {
  /// Lower case, for file names and `datapackage.json`.
  public var name: String
  /// Of the dataset, in words.
  public var title: String
  /// The title in Indonesian; `title` where none is given.
  public var judul: String
  /// What the dataset holds, in a sentence or two; nil for the program's usual words.
  public var description: String?
  /// The same in Indonesian; nil for `description`.
  public var deskripsi: String?
  /// What the dataset is about, for those who search.
  public var keywords: [String]
  /// Who hands the dataset on; nil where the pipeline does not say.
  public var publisher: PackageDescription.Publisher?
  /// Folders or files, relative to the current folder.
  public var corpora: [String]
  /// Relative to the current folder.
  public var output: String
  /// Folder of the pipeline; the three below lie in it.
  public let folder: String
  /// Folder of the tables.
  public let lexicon: String
  /// Folder of the rules.
  public let rules: String
  /// Templates of the report; nil for none.
  public let report: String?
  /// What people decided about claims; nil where there is no such file and none is named.
  public let corrections: String?
  /// What a run must come to.
  public var expectations: Expectations
  /// From which share of common wording on two documents count as one witness, above 0 to 1; nil for equal
  /// texts only. See `Shingles`.
  public var nearDuplicates: Double?
  /// What the process that reads the documents may take.
  public var limits: WorkerLimits

  /// By which a folder is known as a pipeline.
  public static let file = "pipeline.yml"
  /// Where corrections go that no key of the pipeline names a file for.
  public static let correctionsFile = "corrections.csv"

  private static let keys = [
    "name", "title", "title_id", "description", "description_id", "keywords", "publisher", "corpus",
    "output", "lexicon", "rules", "report", "corrections",
    "expectations", "near_duplicates", "limits",
  ]

  /// Reads a pipeline folder, or the `pipeline.yml` itself.
  /// - Throws: `PipelineError` with all problems of the file.
  public init(_ path: String) throws(PipelineError) {
    var folder = path
    if folder.hasSuffix("/" + Self.file) { folder.removeLast(Self.file.utf8.count + 1) }
    while folder.utf8.count > 1, folder.hasSuffix("/") { folder.removeLast() }
    if folder == Self.file { folder = "." }
    let file = folder + "/" + Self.file
    guard Files.kind(of: folder) == .folder else {
      throw PipelineError("pipeline \(path): there is no such folder")
    }
    let bytes: [UInt8]
    do {
      bytes = try Files.read(file)
    } catch {
      throw PipelineError("\(error); a pipeline folder holds a \(Self.file)")
    }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw PipelineError("\(file):1: this is no UTF-8")
    }
    try self.init(text: text, file: file, folder: folder)
  }

  /// - Parameters:
  ///   - file: as it is named in messages.
  ///   - folder: the folder that the pipeline's own paths are relative to.
  init(text: String, file: String, folder: String) throws(PipelineError) {
    var reader = YAMLReader(file: file)
    guard let root = reader.root(text) else { throw PipelineError(reader.problems) }
    reader.check(root, known: Self.keys)
    name = reader.required(root, "name")
    if !Self.isName(name), let node = root["name"] {
      reader.problem(
        "\"name\" names files; write lower-case letters, digits, - and _ only, such as my-data",
        at: node)
    }
    title = reader.required(root, "title")
    judul = reader.text(root, "title_id") ?? title
    description = reader.text(root, "description")
    deskripsi = reader.text(root, "description_id") ?? description
    keywords = reader.texts(root, "keywords")
    publisher = reader.mapping(root, "publisher").map { Self.publisher($0, &reader) }
    corpora = reader.texts(root, "corpus")
    output = reader.text(root, "output") ?? "output"
    self.folder = folder
    lexicon = folder + "/" + (reader.text(root, "lexicon") ?? "lexicon")
    rules = folder + "/" + (reader.text(root, "rules") ?? "rules")
    report = reader.text(root, "report").map { folder + "/" + $0 }
    nearDuplicates = reader.positiveShare(root, "near_duplicates")
    limits = WorkerLimits()
    if let given = reader.mapping(root, "limits") { limits = WorkerLimits(given, &reader) }
    let usual = folder + "/" + Self.correctionsFile
    corrections =
      reader.text(root, "corrections").map { folder + "/" + $0 }
      ?? (Files.kind(of: usual) == nil ? nil : usual)
    expectations = Expectations()
    if let wanted = reader.mapping(root, "expectations") {
      expectations = ExpectationsReader.read(wanted, &reader)
    }
    guard reader.problems.isEmpty else { throw PipelineError(reader.problems) }
  }

  /// What Frictionless allows a package to be called, without the marks that part paths. Empty where the
  /// key is missing, which is said already.
  private static func isName(_ name: String) -> Bool {
    name.utf8.allSatisfy {
      (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D || $0 == 0x5F
    }
  }

  private static func publisher(
    _ map: Node.Mapping, _ reader: inout YAMLReader
  ) -> PackageDescription.Publisher {
    reader.check(map, known: ["name", "url"])
    let url = reader.text(map, "url")
    if let url, !["https://", "http://"].contains(where: url.hasPrefix), let node = map["url"] {
      reader.problem("\"url\" must be an address that begins with https://", at: node)
    }
    return PackageDescription.Publisher(name: reader.required(map, "name"), url: url)
  }
}

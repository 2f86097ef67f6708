import Dataset

/// What a run knows: the rules, the rows of the tables, the settings, the versions. The table of it lets
/// two datasets be told apart by the line that made the difference.
struct Knowledge {
  private let pipeline: PipelineConfiguration
  private var table = Table(Schema.knowledge)
  /// How often a key came before in its file.
  private var seen: [String: Int] = [:]

  private init(_ pipeline: PipelineConfiguration) {
    self.pipeline = pipeline
  }

  /// - Parameters:
  ///   - programs: this program first, then its libraries.
  ///   - needs: gives the words that a rule's pattern needs.
  static func table(
    _ pipeline: PipelineConfiguration, programs: [(name: String, version: String)],
    needs: (String) -> [[String]]
  ) throws(DatasetError) -> Table {
    var knowledge = Knowledge(pipeline)
    for program in programs {
      try knowledge.add(
        KnowledgeEntry(kind: .program, key: "version", line: nil, content: program.version),
        file: program.name)
    }
    for entry in try KnowledgeYAML.settings(in: pipeline.folder + "/" + PipelineConfiguration.file)
    {
      try knowledge.add(entry, file: PipelineConfiguration.file)
    }
    for name in try names(in: pipeline.lexicon, suffix: ".csv") {
      let path = pipeline.lexicon + "/" + name
      for entry in try KnowledgeRows.entries(in: path) {
        try knowledge.add(entry, file: knowledge.relative(path))
      }
    }
    for name in try names(in: pipeline.rules, suffix: ".yml") {
      let path = pipeline.rules + "/" + name
      for entry in try KnowledgeYAML.rules(in: path, needs: needs) {
        try knowledge.add(entry, file: knowledge.relative(path))
      }
    }
    return knowledge.table
  }

  private static func names(
    in folder: String, suffix: String
  ) throws(DatasetError) -> [String] {
    guard Files.kind(of: folder) != nil else { return [] }
    return try Files.list(folder).filter { $0.hasSuffix(suffix) && !$0.hasPrefix(".") }
  }

  /// As seen from the pipeline's folder, so that it is the same on every machine.
  private func relative(_ path: String) -> String {
    path.hasPrefix(pipeline.folder + "/")
      ? String(path.dropFirst(pipeline.folder.count + 1)) : path
  }

  private mutating func add(_ entry: KnowledgeEntry, file: String) throws(DatasetError) {
    let occurrence = seen[file + "\u{1F}" + entry.key, default: 0] + 1
    seen[file + "\u{1F}" + entry.key] = occurrence
    try table.append([
      "file": Value(file),
      "entry": Value(occurrence == 1 ? entry.key : "\(entry.key) (\(occurrence))"),
      "kind": Value(entry.kind.rawValue), "line": Value(entry.line),
      "content": Value(entry.content), "words": Value(entry.words.joined(separator: "|")),
      "refers": Value(entry.refers.joined(separator: "|")),
    ])
  }
}

/// One thing that a run knows.
struct KnowledgeEntry {
  enum Kind: String { case rule, row, scale, setting, program }

  let kind: Kind
  let key: String
  let line: Int?
  let content: String
  var words: [String] = []
  var refers: [String] = []
}

/// The rows of a table of the lexicon.
///
/// Which columns name a row, and which hold what is found in pages, follows from the columns' names, which
/// all tables share.
enum KnowledgeRows {
  private static let keys: Set<String> = ["alias", "word", "text", "band"]
  private static let texts: Set<String> = [
    "alias", "name", "full_name", "abbreviation", "word", "text", "forms", "label", "labels",
    "aliases",
  ]
  private static let identifiers: Set<String> = [
    "code", "id", "unit", "instrument", "assessor", "scale", "successor_code",
  ]
  /// For people only.
  private static let remarks: Set<String> = ["note", "reason", "name_en", "source"]

  static func entries(in path: String) throws(DatasetError) -> [KnowledgeEntry] {
    let rows = try CSV.rows(of: Files.read(path), file: path)
    guard let header = rows.first?.cells else { return [] }
    return rows.dropFirst().compactMap { line, cells in
      guard cells.count == header.count, let first = cells.first else { return nil }
      let row = zip(header, cells).filter { !$0.1.isEmpty }
      func parts(_ names: Set<String>) -> [String] {
        row.filter { names.contains($0.0) }.flatMap { $0.1.split(separator: "|").map(String.init) }
      }
      let key = [first] + row.filter { keys.contains($0.0) && $0.0 != header[0] }.map(\.1)
      return KnowledgeEntry(
        kind: header.contains("band") ? .scale : .row,
        key: key.joined(separator: " "), line: line,
        content: zip(header, cells).filter { !remarks.contains($0.0) }.map(\.1)
          .joined(separator: ","),
        words: parts(texts),
        refers: parts(identifiers) + row.filter { $0.0 == "class" }.map { "@" + $0.1 })
    }
  }
}

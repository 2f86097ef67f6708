import Dataset

/// What an attentive reader noted of one document.
public struct GoldDocument: Sendable, Hashable {
  /// As documents compare: `FactNames.document` of the page's name.
  let name: String
  /// `dev`, or `heldout` for those that no rule is written against; nil where there are no sets.
  public let set: String?
  /// Numbers of the catalogue's patterns that occur in it.
  let patterns: [String]
  /// One object a result, with the claims' field names.
  let results: [JSON]

  init(name: String, set: String?, patterns: [String], results: [JSON]) {
    self.name = FactNames.document(name)
    self.set = set
    self.patterns = patterns
    self.results = results
  }
}

extension GoldDocument {
  /// Labels of a JSON Lines file (a document a line), or of a folder with a `.yml` beside each page.
  /// - Throws: `PipelineError` with every label that cannot be used.
  public static func read(_ path: String) throws(PipelineError) -> [GoldDocument] {
    do {
      switch Files.kind(of: path) {
      case .folder: return try readFolder(path)
      default: return try parse(Files.read(path), file: path)
      }
    } catch let error as PipelineError {
      throw error
    } catch {
      throw PipelineError("\(error)")
    }
  }

  /// The same, of one set only.
  /// - Throws: `PipelineError` also when no document is of the set.
  public static func read(
    _ path: String, set: String?
  ) throws(PipelineError) -> [GoldDocument] {
    let all = try read(path)
    guard let set else { return all }
    let chosen = all.filter { $0.set == set }
    guard chosen.isEmpty else { return chosen }
    let sets = Set(all.compactMap(\.set)).sorted().joined(separator: ", ")
    throw PipelineError(
      "\(path): no labels of the set \(set)"
        + (sets.isEmpty ? "; these labels name no sets" : "; there are \(sets)"))
  }

  /// - Throws: `DatasetError.malformed` with file and line.
  static func parse(_ lines: [UInt8], file: String) throws(DatasetError) -> [GoldDocument] {
    var documents: [GoldDocument] = []
    for line in try JSON.parseLines(lines, file: file) {
      guard let name = line["doc"]?.string, let results = line["results"]?.array else {
        throw .malformed(
          file: file, line: documents.count + 1, reason: "a label needs \"doc\" and \"results\"")
      }
      documents.append(
        GoldDocument(
          name: name, set: line["set"]?.string,
          patterns: (line["patterns"]?.array ?? []).map(GoldLabelFile.written),
          results: results))
    }
    return documents
  }

  private static func readFolder(_ folder: String) throws -> [GoldDocument] {
    var documents: [GoldDocument] = []
    var problems: [String] = []
    for name in try Files.list(folder) where name.hasSuffix(".yml") {
      let file = folder + "/" + name
      guard let text = String(validating: try Files.read(file), as: UTF8.self) else {
        problems.append("\(file):1: this is no UTF-8")
        continue
      }
      var label = GoldLabelFile(file: file)
      if let document = label.document(text, name: String(name.dropLast(4))) {
        documents.append(document)
      }
      problems += label.problems
    }
    guard problems.isEmpty else { throw PipelineError(problems) }
    if documents.isEmpty { throw PipelineError("\(folder): no .yml of a labelled page in it") }
    return documents
  }
}

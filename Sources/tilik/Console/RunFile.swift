import Dataset

/// What a dataset's `run.json` tells the other commands.
enum RunFile {
  /// The corpora of the run, as they were named then.
  static func corpora(of folder: String) throws -> [String] {
    let path = folder + "/" + DatasetFolder.runFile
    let run = try JSON.parse(Files.read(path))
    guard let names = run["corpus"]?.array?.compactMap(\.string), !names.isEmpty else {
      throw Failure(["\(path) names no corpus; give it with --corpus"])
    }
    return names
  }
}

import Dataset

/// What a dataset's `run.json` tells the other commands.
enum RunFile {
  /// The corpora and lists of the run, as they were named then.
  static func corpora(of folder: String) throws -> (paths: [String], lists: [String]) {
    let path = folder + "/" + DatasetFolder.runFile
    let run = try JSON.parse(Files.read(path))
    let names = run["corpus"]?.array?.compactMap(\.string) ?? []
    let lists = run["lists"]?.array?.compactMap(\.string) ?? []
    guard !lists.contains("-") else {
      throw Failure([
        "the run read its list of pages from standard input; give it again with --list"
      ])
    }
    guard !names.isEmpty || !lists.isEmpty else {
      throw Failure(["\(path) names no corpus; give it with --corpus"])
    }
    return (names, lists)
  }
}

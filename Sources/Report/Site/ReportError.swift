/// Why the report could not be made.
public enum ReportError: Error, Sendable, Hashable, CustomStringConvertible {
  /// Templates that the folder should hold and does not.
  case missingTemplates([String], folder: String)
  case badTemplate(file: String, reason: String)
  /// Keys that the templates or the program use and `texts.csv` does not have.
  case missingTexts([String], file: String)
  case badTable(file: String, line: Int, reason: String)

  public var description: String {
    switch self {
    case .missingTemplates(let names, let folder):
      "\(folder): the report needs the templates " + names.joined(separator: ", ")
    case .badTemplate(let file, let reason):
      "\(file): \(reason)"
    case .missingTexts(let keys, let file):
      "\(file): the report needs a row for " + keys.joined(separator: ", ")
    case .badTable(let file, let line, let reason):
      "\(file):\(line): \(reason)"
    }
  }
}

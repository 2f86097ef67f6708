/// Why the report could not be made.
public enum ReportError: Error, Sendable, Hashable, CustomStringConvertible {
  /// Templates that the folder should hold and does not.
  case missingTemplates([String], folder: String)
  case badTemplate(file: String, reason: String)

  public var description: String {
    switch self {
    case .missingTemplates(let names, let folder):
      "\(folder): the report needs the templates " + names.joined(separator: ", ")
    case .badTemplate(let file, let reason):
      "\(file): \(reason)"
    }
  }
}

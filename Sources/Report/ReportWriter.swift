public import Dataset
import Mustache

/// Makes the static site of a dataset from the pipeline's templates.
///
/// The pages need no server and ask nothing of the network; the same tables and templates give the
/// same bytes.
public struct ReportWriter: Sendable {
  private let library: MustacheLibrary
  private static let pages = ["index", "region", "documents", "method"]

  /// Loads every `NAME.mustache` of a folder; those that are no page are partials.
  /// - Throws: `ReportError` when a page's template is missing or a template cannot be read as
  ///   Mustache, `DatasetError.file` when the folder cannot be read.
  public init(templates folder: String) throws {
    var library = MustacheLibrary()
    var names: Set<String> = []
    let ending = ".mustache"
    for file in try Files.list(folder) where file.hasSuffix(ending) {
      let name = String(file.dropLast(ending.count))
      let text = String(decoding: try Files.read(folder + "/" + file), as: UTF8.self)
      do {
        try library.register(text, named: name)
      } catch {
        throw ReportError.badTemplate(file: folder + "/" + file, reason: "\(error)")
      }
      names.insert(name)
    }
    let missing = Self.pages.filter { !names.contains($0) }.map { $0 + ending }
    guard missing.isEmpty else {
      throw ReportError.missingTemplates(missing, folder: folder)
    }
    self.library = library
  }

  /// Writes the site into a folder, which is made when it is not there.
  /// - Parameter tables: by name; those that are missing count as empty.
  /// - Throws: `DatasetError.file`.
  public func write(tables: [String: Table], to folder: String) throws {
    let data = ReportData(tables)
    try Files.makeFolder(folder)
    try Files.makeFolder(folder + "/region")
    try write(OverviewPage.context(data), "index", to: folder + "/index.html")
    try write(DocumentsPage.context(data), "documents", to: folder + "/documents.html")
    try write(MethodPage.context(data), "method", to: folder + "/method.html")
    let documents = Dictionary(
      data.records(Schema.documents).map { ($0["document"].written, $0) },
      uniquingKeysWith: { first, _ in first })
    for body in data.bodies {
      let context = RegionPage.context(body, data, documents)
      try write(context, "region", to: "\(folder)/region/\(body.file).html")
    }
  }

  private func write(_ context: Context, _ template: String, to path: String) throws {
    let page = library.render(context, withTemplate: template) ?? ""
    try Files.write(Array(page.utf8), to: path)
  }
}

public import Dataset
import Mustache

/// Makes the static site of a dataset from the pipeline's templates, in every language of `texts.csv`.
///
/// The pages need no server and ask nothing of the network; the same tables, texts and templates give the
/// same bytes.
public struct ReportWriter: Sendable {
  private let folder: ReportFolder

  /// Loads every `NAME.mustache` of a folder (those that are no page are partials), `texts.csv`,
  /// `tiles.csv` and what lies in `assets/`.
  /// - Throws: `ReportError` when something is missing or cannot be used, `DatasetError.file` when a file
  ///   cannot be read.
  public init(templates folder: String) throws {
    self.folder = try ReportFolder(folder)
  }

  /// Writes the site into a folder, which is made when it is not there.
  /// - Parameters:
  ///   - tables: by name; those that are missing count as empty.
  ///   - texts: of the documents, for the passages around the claims.
  ///   - savedPages: where the saved page of a document lies, as an address seen from `target`.
  /// - Throws: `DatasetError.file`.
  public func write(
    tables: [String: Table], texts: TextList = TextList(), savedPages: [String: String] = [:],
    to target: String
  ) throws {
    let data = try ReportData(tables, texts: texts, savedPages: savedPages)
    try Files.makeFolder(target)
    try Files.makeFolder(target + "/assets")
    for asset in folder.assets {
      try Files.write(asset.bytes, to: "\(target)/assets/\(asset.name)")
    }
    let anchors = data.documents.anchors
    for words in folder.words {
      let root = "\(target)/\(words.language.folder)"
      for inner in ["", "region", "compare", "unknown"] { try Files.makeFolder(root + inner) }
      var pages = [
        OverviewPage.page(data, folder.tiles, words), ResultsPage.page(data, words),
        ConflictsPage.page(data, anchors: anchors, words),
        TargetsPage.page(data, anchors: anchors, words),
        ReviewPage.page(data, anchors: anchors, words), DocumentsPage.page(data, words),
        MethodPage.page(data, folder.accuracy, words),
      ]
      pages += ComparePages.pages(data, words) + UnknownPages.pages(data, words)
      for page in pages { try write(page, words, root) }
      for body in data.bodies {
        try write(RegionPage.page(body, data, anchors: anchors, words), words, root)
      }
    }
  }

  private func write(_ page: Page, _ words: Words, _ root: String) throws {
    let text = folder.library.render(page.complete(words), withTemplate: page.template) ?? ""
    try Files.write(Markup.printable(text), to: root + page.path)
  }
}

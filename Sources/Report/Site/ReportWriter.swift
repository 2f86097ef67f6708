public import Dataset

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
  ///   - program: by which pages of another build are told from this one's.
  ///   - old: pages that may be taken over where nothing of what they are made from has changed.
  /// - Returns: the pages that a later report may take over.
  /// - Throws: `DatasetError.file`.
  @discardableResult
  public func write(
    tables: [String: Table], texts: TextList = TextList(), savedPages: [String: String] = [:],
    program: String = "", keeping old: KeptPages? = nil, to target: String
  ) throws -> KeptPages {
    let data = try ReportData(tables, texts: texts, savedPages: savedPages)
    try Files.makeFolder(target)
    try Files.makeFolder(target + "/assets")
    for asset in folder.assets {
      try Files.write(asset.bytes, to: "\(target)/assets/\(asset.name)")
    }
    let anchors = data.documents.anchors
    let shared = RegionPage.shared(data, madeBy: program + folder.fingerprint)
    let inputs = data.bodies.map {
      RegionPage.input($0, data, anchors: anchors, shared: shared)
    }
    var kept = KeptPages()
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
      for page in pages { try Files.write(bytes(page, words), to: root + page.path) }
      for (body, input) in zip(data.bodies, inputs) {
        let path = words.language.folder + RegionPage.path(body)
        if let entry = try old?.carry(path, madeFrom: input, to: target) {
          kept[path] = entry
        } else {
          let page = bytes(RegionPage.page(body, data, anchors: anchors, words), words)
          try Files.write(page, to: "\(target)/\(path)")
          kept.add(path, madeFrom: input, page)
        }
      }
    }
    return kept
  }

  private func bytes(_ page: Page, _ words: Words) -> [UInt8] {
    Markup.printable(folder.library.render(page.complete(words), withTemplate: page.template))
  }
}

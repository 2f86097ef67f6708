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
    let site = try site(
      tables: tables, texts: texts, savedPages: savedPages, program: program, keeping: old,
      to: target)
    try SideBySide.run(jobs: 1, site.pieces)
    return site.kept
  }

  /// The same, to be written by the caller, whose workers may take a piece each.
  public func site(
    tables: [String: Table], texts: TextList, savedPages: [String: String], program: String,
    keeping old: KeptPages?, to target: String
  ) throws -> ReportSite {
    let data = try ReportData(tables, texts: texts, savedPages: savedPages)
    return try ReportSite(folder, data, program: program, keeping: old, to: target)
  }
}

import Dataset
import Synchronization

/// A report about to be written, in pieces that can be written at the same time.
public final class ReportSite: Sendable {
  /// Bodies whose pages make a piece: enough to be worth a worker's turn, few enough that none waits at the end.
  private static let bodiesInPiece = 16

  private let folder: ReportFolder
  private let data: ReportData
  private let anchors: [String: String]
  /// Of the bodies: what their pages are made from.
  private let inputs: [Digest128]
  /// Of the documents that are listed, and of what the rows of all have in common.
  private let documentInputs: [Digest128]
  private let documentInput: Digest128
  private let old: KeptPages?
  private let target: String
  private let pages = Mutex(KeptPages())

  /// Makes the folders, and puts in what is the same for all pages.
  init(
    _ folder: ReportFolder, _ data: ReportData, program: String, keeping old: KeptPages?,
    to target: String
  ) throws(DatasetError) {
    self.folder = folder
    self.data = data
    self.old = old
    self.target = target
    let anchors = data.documents.anchors
    let maker = program + folder.fingerprint
    let shared = RegionPage.shared(data, madeBy: maker)
    documentInputs = data.documents.listed.map { DocumentsPage.input($0, data) }
    documentInput = Digest128(of: maker)
    self.anchors = anchors
    inputs = data.bodies.map { RegionPage.input($0, data, anchors: anchors, shared: shared) }
    try Files.makeFolder(target)
    try Files.makeFolder(target + "/assets")
    for asset in folder.assets {
      try Files.write(asset.bytes, to: "\(target)/assets/\(asset.name)")
    }
    for words in folder.words {
      for inner in ["", "region", "compare", "unknown"] {
        try Files.makeFolder("\(target)/\(words.language.folder)\(inner)")
      }
    }
  }

  /// The pages that the next report may take over; complete when all pieces are written.
  public var kept: KeptPages { pages.withLock { $0 } }

  /// What takes longest first.
  public var pieces: [@Sendable () throws -> Void] {
    let bodies = stride(from: 0, to: data.bodies.count, by: Self.bodiesInPiece).map {
      $0..<min($0 + Self.bodiesInPiece, data.bodies.count)
    }
    var pieces: [@Sendable () throws -> Void] = []
    for words in folder.words { pieces.append { try self.writeDocuments(words) } }
    for words in folder.words { pieces.append { try self.writePages(words) } }
    for words in folder.words {
      for bodies in bodies { pieces.append { try self.write(bodies, words) } }
    }
    return pieces
  }

  /// The page of documents, with the rows that were on it before.
  private func writeDocuments(_ words: Words) throws {
    let path = words.language.folder + DocumentsPage.path
    let old = old?.rows(path, madeFrom: documentInput) ?? KeptRows()
    let frame = DocumentsPage.page(data, rows: "", more: "", words).frame(words)
    let listed = zip(data.documents.listed, documentInputs)
    let template = DocumentsPage.rowTemplate
    func rendered(_ documents: some Sequence<(Record, Digest128)>) -> RenderedRows {
      var rows = RenderedRows()
      for (document, input) in documents {
        rows.add(madeFrom: input, keeping: old) {
          let row = frame.adding(DocumentsPage.row(document, data, words))
          return Markup.printable(folder.library.render(row, withTemplate: template))
        }
      }
      return rows
    }
    let (rows, more) = (
      rendered(listed.prefix(ResultsPage.shown)), rendered(listed.dropFirst(ResultsPage.shown))
    )
    let page = bytes(
      DocumentsPage.page(
        data, rows: String(decoding: rows.bytes, as: UTF8.self),
        more: String(decoding: more.bytes, as: UTF8.self), words), words)
    try Files.write(page, to: "\(target)/\(path)")
    let kept = rows.rows(on: page) + more.rows(on: page)
    pages.withLock { $0.add(path, madeFrom: documentInput, page, rows: kept) }
  }

  /// All other pages but those of bodies.
  private func writePages(_ words: Words) throws {
    let pages =
      [
        OverviewPage.page(data, folder.tiles, words), ResultsPage.page(data, words),
        ConflictsPage.page(data, anchors: anchors, words),
        TargetsPage.page(data, anchors: anchors, words),
        ReviewPage.page(data, anchors: anchors, words),
        MethodPage.page(data, folder.accuracy, words),
      ] + ComparePages.pages(data, words) + UnknownPages.pages(data, words)
    for page in pages {
      try Files.write(bytes(page, words), to: "\(target)/\(words.language.folder)\(page.path)")
    }
  }

  private func write(_ bodies: Range<Int>, _ words: Words) throws {
    for place in bodies {
      let (body, input) = (data.bodies[place], inputs[place])
      let path = words.language.folder + RegionPage.path(body)
      if let entry = try old?.carry(path, madeFrom: input, to: target) {
        pages.withLock { $0[path] = entry }
      } else {
        let page = bytes(RegionPage.page(body, data, anchors: anchors, words), words)
        try Files.write(page, to: "\(target)/\(path)")
        pages.withLock { $0.add(path, madeFrom: input, page) }
      }
    }
  }

  private func bytes(_ page: Page, _ words: Words) -> [UInt8] {
    Markup.printable(folder.library.render(page.complete(words), withTemplate: page.template))
  }
}

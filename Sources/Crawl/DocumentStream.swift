/// The documents of a crawl, one behind another: files in the order of their addresses, and in the place
/// of each archive what is in it, in the order in which it is stored.
///
/// Files are opened by `Crawler.read`; archives are read here, from front to end, and hand out the bytes
/// of one page at a time. Not for several threads at once.
public final class DocumentStream {
  private let files: [FoundFile]
  private let limits: CrawlLimits
  private let wanted: WantedAddresses?
  private let inner: [FoundFile: WantedAddresses]
  private let keepsContent: Bool
  private var place = 0
  private var walk: (any DocumentWalk)?
  private var given = 0

  /// - Parameters:
  ///   - wanted: what is asked for of all files; nil for everything.
  ///   - inner: what is meant of an archive, where that is not all of it.
  init(
    _ files: [FoundFile], limits: CrawlLimits, wanted: WantedAddresses?,
    inner: [FoundFile: WantedAddresses], keepsContent: Bool
  ) {
    self.inner = inner
    self.files = files
    self.limits = limits
    self.wanted = wanted
    self.keepsContent = keepsContent
  }

  /// Files that are a document each.
  public var fileCount: Int { files.count - archiveCount }
  /// Files that hold documents, nobody knows how many.
  public var archiveCount: Int { files.count { $0.isArchive } }

  /// The next document; nil at the end.
  public func next() -> CrawledDocument? {
    while true {
      if let walk {
        if let document = walk.next() {
          given += 1
          return document
        }
        self.walk = nil
        let file = files[place - 1]
        if given == 0, wanted == nil, inner[file] != nil {
          let reason = "there is no such document in it"
          return context(file).document(file.address, omission: .failed(reason))
        }
      }
      guard place < files.count else { return nil }
      let file = files[place]
      place += 1
      if let document = document(file) { return document }
    }
  }

  private func context(_ file: FoundFile) -> WalkContext {
    WalkContext(
      file: file, limits: limits, wanted: wanted ?? inner[file], keepsContent: keepsContent)
  }

  private func document(_ file: FoundFile) -> CrawledDocument? {
    let context = context(file)
    switch file.kind {
    case .page(let page):
      if let wanted, !wanted.contains(file.address) { return nil }
      return context.document(file.address, format: page.format)
    case .problem(let reason):
      if let wanted, !wanted.contains(file.address) { return nil }
      return context.document(file.address, omission: .failed(reason))
    case .archive(let kind):
      if let wanted, !wanted.hasAny(below: file.address + "!"),
        !wanted.hasAny(below: file.address + "#"), !wanted.contains(file.address)
      {
        return nil
      }
      do {
        let stream = try FileStream(file.path, address: file.address)
        walk = try context.walk(kind, file.address) { stream }
        given = 0
        return nil
      } catch let error as CrawlError {
        return context.document(file.address, omission: .failed(error.reason))
      } catch let error as StreamFailure {
        return context.document(file.address, omission: .failed(error.reason))
      } catch {
        return context.document(file.address, omission: .failed("\(error)"))
      }
    }
  }
}

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

  /// Told of each step into an archive before it is made: the archive's address, how many documents it gave
  /// before, and the step. Whoever throws has the rest of the archive left out, for that reason.
  public typealias Watch = (
    _ archive: String, _ given: Int, _ step: () -> CrawledDocument?
  ) throws(CrawlError) -> CrawledDocument?
  public var watch: Watch = { (_, _, step) throws(CrawlError) in step() }

  /// Asked for each archive before it is opened: what is known of its documents, one behind another, so that
  /// it need not be; nil to have it read.
  public var listed: (_ archive: String) -> (() -> [UInt8]?)? = { _ in nil }
  private var listing: (() -> [UInt8]?)?

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

  /// The files by their bytes.
  public func hash() -> CorpusHash { CorpusHash(files, inner: inner) }

  /// The next document; nil at the end.
  public func next() -> CrawledDocument? {
    while true {
      if let entry = listing?() {
        let file = files[place - 1]
        var document = context(file).document(file.address)
        document.content = .entry(entry)
        return document
      }
      listing = nil
      if let walk {
        let file = files[place - 1]
        if let document = step(in: file, walk.next) {
          given += 1
          return document
        }
        self.walk = nil
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
      given = 0
      if wanted == nil, inner[file] == nil, let known = listed(file.address) {
        listing = known
        return nil
      }
      return step(in: file) {
        do {
          let stream = try FileStream(file.path, address: file.address)
          walk = try context.walk(kind, file.address) { stream }
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

  private func step(in file: FoundFile, _ step: () -> CrawledDocument?) -> CrawledDocument? {
    do throws(CrawlError) {
      return try watch(file.address, given, step)
    } catch {
      walk = nil
      return context(file).document(file.address, omission: .failed(error.reason))
    }
  }
}

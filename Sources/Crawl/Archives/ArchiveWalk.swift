/// The documents of a ZIP or tar archive, in the order in which they are stored.
final class ArchiveWalk: DocumentWalk {
  private var archive: ArchiveFile
  private let stream: any ByteStream
  private let address: String
  private let context: WalkContext
  private var inner: (any DocumentWalk)?
  private var names = NameCount()
  /// Names of web pages without their ending, beside which a browser puts a folder.
  private var pages = NameCount()
  private var entries = 0
  private var documents = 0
  private var isDone = false
  private var isForwardOnly = false

  init(_ stream: any ByteStream, address: String, context: WalkContext) throws(StreamFailure) {
    self.stream = stream
    self.address = address
    self.context = context
    archive = try ArchiveFile(stream, isForwardOnly: false)
  }

  func next() -> CrawledDocument? {
    while true {
      if let inner {
        if let document = inner.next() { return document }
        self.inner = nil
      }
      guard !isDone else { return nil }
      do throws(StreamFailure) {
        guard let entry = try archive.next() else { return end(reason: nil) }
        entries += 1
        if let limit = context.limits.entries, entries > limit {
          return end(reason: "more than \(limit) entries; the rest was not read")
        }
        if let document = document(entry) {
          documents += 1
          return document
        }
      } catch {
        // The directory of a ZIP stands at its end. Without it, the entries are read as they come.
        if entries == 0, !isForwardOnly, stream.seek(to: 0),
          let again = try? ArchiveFile(stream, isForwardOnly: true)
        {
          isForwardOnly = true
          archive = again
          continue
        }
        return end(reason: "\(error.reason), behind \(entries) entries")
      }
    }
  }

  /// A row for the archive itself, when it is to be said that something is missing.
  private func end(reason: String?) -> CrawledDocument? {
    isDone = true
    guard context.wanted == nil else { return nil }
    if let reason { return context.document(address, omission: .failed(reason)) }
    guard documents == 0 else { return nil }
    let what = entries == 0 ? "an empty archive" : "no pages among its \(entries) entries"
    return context.document(address, omission: .irrelevant(what))
  }

  private func document(_ entry: ArchiveFile.Entry) -> CrawledDocument? {
    guard entry.kind != .folder, let stored = entry.name else { return nil }
    let name = EntryName(stored)
    guard let kind = FoundFile.Kind(name.last), !name.isHidden else { return nil }
    let path = name.path
    let copy = names.add(path)
    if let companion = PageName.companion(of: name.last) {
      _ = pages.add(path.dropLast(name.last.count) + companion.dropLast(6))
    }
    let label =
      address + "!" + Address.ofFile(path, isInArchive: true) + (copy > 1 ? "~\(copy)" : "")
    guard isWanted(label) else { return nil }

    func omitted(_ omission: Omission) -> CrawledDocument {
      context.document(label, omission: omission)
    }
    switch entry.kind {
    case .link: return omitted(.irrelevant("a link; links in archives are not followed"))
    case .other, .folder: return nil
    case .file: break
    }
    let beside = name.pagesBeside
    if beside.contains(where: pages.contains) { return nil }
    if !beside.isEmpty, context.wanted == nil {
      return omitted(
        .irrelevant("in a folder NAME_files, where browsers keep what belongs to a page"))
    }
    if entry.isEncrypted { return omitted(.failed("encrypted; unpack it and add what is in it")) }
    switch kind {
    case .archive(let kind): return open(kind, label)
    case .page(let page): return read(page, label, name, copy, size: entry.size)
    case .problem(let reason): return omitted(.failed(reason))
    }
  }

  private func isWanted(_ label: String) -> Bool {
    guard let wanted = context.wanted else { return true }
    return wanted.contains(label) || wanted.hasAny(below: label + "!")
      || wanted.hasAny(below: label + "#")
  }

  private func open(_ kind: ArchiveKind, _ label: String) -> CrawledDocument? {
    guard context.depth < context.limits.depth else {
      let reason = "archives in archives, more than \(context.limits.depth) deep"
      return context.document(label, omission: .failed(reason))
    }
    var deeper = context
    deeper.depth += 1
    // All that is in it, when the archive itself is asked for.
    if context.wanted?.contains(label) == true { deeper.wanted = nil }
    do throws(StreamFailure) {
      inner = try deeper.walk(kind, label) { EntryStream(archive, limits: context.limits) }
      documents += 1
      return nil
    } catch {
      return context.document(label, omission: .failed(error.reason))
    }
  }

  private func read(
    _ page: PageName, _ label: String, _ name: EntryName, _ copy: Int, size: Int?
  ) -> CrawledDocument {
    var document = context.document(label, format: page.format)
    var remarks: [String] = []
    if name.isOutside { remarks.append("its name in the archive leads out of it") }
    if copy > 1 { remarks.append("the archive has several files of this name") }
    document.remark = remarks.isEmpty ? nil : remarks.joined(separator: "; ")
    guard context.keepsContent else { return document }
    do throws(StreamFailure) {
      document.content = .bytes(try contents(size), page.codings)
    } catch {
      document.omission = .failed(error.reason)
    }
    return document
  }

  /// All of the current entry, within the limits.
  private func contents(_ size: Int?) throws(StreamFailure) -> [UInt8] {
    let limits = context.limits
    if let size, size > limits.pageBytes { throw .damaged(limits.tooLarge) }
    let before = archive.taken
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 16, alignment: 16)
    defer { buffer.deallocate() }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(min(size ?? 0, 1 << 20))
    while true {
      let count = try archive.read(into: buffer)
      if count == 0 { return bytes }
      guard bytes.count + count <= limits.pageBytes else { throw .damaged(limits.tooLarge) }
      guard
        bytes.count + count <= max(limits.ratioFloor, (archive.taken - before) * limits.ratio)
      else { throw .bomb }
      bytes.append(contentsOf: UnsafeRawBufferPointer(rebasing: buffer[..<count]))
    }
  }
}

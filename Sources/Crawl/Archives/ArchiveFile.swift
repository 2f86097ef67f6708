import CArchive

/// An archive that libarchive reads, an entry behind another.
final class ArchiveFile {
  struct Entry {
    enum Kind: Equatable { case file, folder, link, other }
    /// As it is stored; nil when it has none that can be read.
    let name: [UInt8]?
    let kind: Kind
    let isEncrypted: Bool
    /// Of its contents, when the archive says so.
    let size: Int?
  }

  private let archive: OpaquePointer
  private let source: ArchiveSource
  private var entry: OpaquePointer?

  /// - Parameter isForwardOnly: reads a ZIP by its entries instead of its directory, which is at the end.
  init(_ stream: any ByteStream, isForwardOnly: Bool) throws(StreamFailure) {
    guard let archive = archive_read_new() else { throw .memory }
    self.archive = archive
    source = ArchiveSource(stream)
    archive_read_support_filter_gzip(archive)
    archive_read_support_format_tar(archive)
    archive_read_support_format_empty(archive)
    archive_read_support_format_zip_streamable(archive)
    if !isForwardOnly { archive_read_support_format_zip_seekable(archive) }
    archive_read_set_callback_data(archive, Unmanaged.passUnretained(source).toOpaque())
    archive_read_set_read_callback(archive) { archive, data, buffer in
      guard let data else { return -1 }
      let source = Unmanaged<ArchiveSource>.fromOpaque(data).takeUnretainedValue()
      let count = source.read()
      buffer?.pointee = UnsafeRawPointer(source.buffer.baseAddress)
      if count < 0, let archive { tilik_archive_fail(archive, "the file cannot be read") }
      return count
    }
    if !isForwardOnly, stream.seek(to: 0) {
      archive_read_set_seek_callback(archive) { _, data, offset, whence in
        guard let data else { return Int64(ARCHIVE_FATAL) }
        return Unmanaged<ArchiveSource>.fromOpaque(data).takeUnretainedValue()
          .seek(offset, whence)
      }
    }
    guard archive_read_open1(archive) >= ARCHIVE_WARN else { throw failure() }
  }

  deinit { archive_read_free(archive) }

  /// Of the file at the bottom.
  var taken: Int { source.stream.taken }

  /// The next entry; nil at the end.
  func next() throws(StreamFailure) -> Entry? {
    let result = tilik_archive_next(archive, &entry)
    if result == ARCHIVE_EOF { return nil }
    guard result >= ARCHIVE_WARN, let entry else { throw failure() }
    let name = archive_entry_pathname(entry).map { name in
      Array(UnsafeRawBufferPointer(start: name, count: Self.length(name)))
    }
    let kind: Entry.Kind =
      switch UInt32(archive_entry_filetype(entry)) {
      case 0o100000: .file
      case 0o040000: .folder
      case 0o120000: .link
      default: .other
      }
    let isHardLink = archive_entry_hardlink(entry) != nil
    return Entry(
      name: name, kind: isHardLink ? .link : kind,
      isEncrypted: archive_entry_is_data_encrypted(entry) != 0,
      size: archive_entry_size_is_set(entry) != 0 ? Int(archive_entry_size(entry)) : nil)
  }

  /// Reads on in the current entry.
  /// - Returns: 0 at its end.
  func read(into buffer: UnsafeMutableRawBufferPointer) throws(StreamFailure) -> Int {
    let count = archive_read_data(archive, buffer.baseAddress, buffer.count)
    guard count >= 0 else { throw failure() }
    return count
  }

  private func failure() -> StreamFailure {
    if let failure = source.failure { return failure }
    if archive_errno(archive) == ENOMEM { return .memory }
    guard let words = archive_error_string(archive) else { return .damaged("damaged archive") }
    let text = String(cString: words)
    // The two of libarchive's many words for an end that is missing.
    return text.hasPrefix("Truncated") || text.hasPrefix("truncated")
      ? .truncated : .damaged("damaged archive (\(text))")
  }

  private static func length(_ text: UnsafePointer<CChar>) -> Int {
    var count = 0
    while text[count] != 0 { count += 1 }
    return count
  }
}

/// What libarchive reads from.
private final class ArchiveSource {
  let stream: any ByteStream
  let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 16, alignment: 16)
  var failure: StreamFailure?
  private var position = 0

  init(_ stream: any ByteStream) { self.stream = stream }

  deinit { buffer.deallocate() }

  func read() -> Int {
    do throws(StreamFailure) {
      let count = try stream.read(into: buffer)
      position += count
      return count
    } catch {
      failure = error
      return -1
    }
  }

  func seek(_ offset: Int64, _ whence: CInt) -> Int64 {
    let base: Int
    switch whence {
    case 0: base = 0
    case 1: base = position
    default:
      guard let file = stream as? FileStream else { return Int64(ARCHIVE_FATAL) }
      base = file.size
    }
    let target = base + Int(offset)
    guard target >= 0, stream.seek(to: target) else { return Int64(ARCHIVE_FATAL) }
    position = target
    return Int64(target)
  }
}

/// The current entry of an archive, as the file of an archive inside it.
final class EntryStream: ByteStream {
  private let archive: ArchiveFile
  private let limits: CrawlLimits
  private let takenBefore: Int
  private var given = 0

  init(_ archive: ArchiveFile, limits: CrawlLimits) {
    self.archive = archive
    self.limits = limits
    takenBefore = archive.taken
  }

  var taken: Int { archive.taken }

  /// Packed over and over, a small file could give bytes for years; so what comes out is held against
  /// what was taken from the file at the bottom.
  func read(into buffer: UnsafeMutableRawBufferPointer) throws(StreamFailure) -> Int {
    let count = try archive.read(into: buffer)
    given += count
    guard given <= max(limits.ratioFloor, (archive.taken - takenBefore) * limits.ratio) else {
      throw .bomb
    }
    return count
  }

  func seek(to position: Int) -> Bool { false }
}

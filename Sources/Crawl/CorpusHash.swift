import Crypto

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The files of a corpus by their bytes as they are stored: tells a later crawl what it need not unpack.
public struct CorpusHash: Sendable {
  /// SHA-256 over all files and what is meant of them.
  public let whole: String
  /// SHA-256 of the archives that are read as a whole and whose documents nobody else's address can be taken
  /// for, by their address.
  public let archives: [String: String]
  private let files: [FoundFile]
  private let states: [UInt8]

  /// Reads every file once.
  init(_ files: [FoundFile], inner: [FoundFile: WantedAddresses]) {
    states = Self.states(of: files)
    var whole = SHA256()
    var archives: [String: String] = [:]
    for (place, file) in files.enumerated() {
      let contents = Self.contents(of: file)
      let asked = inner[file].map { "\($0)" } ?? ""
      for part in [file.address, "\(file.kind)", asked, contents ?? SystemFile.reason()] {
        whole.update(data: Array("\(part.utf8.count):\(part)".utf8))
      }
      if file.isArchive, let contents, inner[file] == nil, Self.isAlone(place, files) {
        archives[file.address] = contents
      }
    }
    self.whole = Self.text(whole.finalize())
    self.archives = archives
    self.files = files
  }

  /// Whether the files are still those that were read, as far as their sizes and times tell.
  public var isCurrent: Bool { Self.states(of: files) == states }

  /// Whether no other file has an address that could be that of a document in the archive.
  private static func isAlone(_ place: Int, _ files: [FoundFile]) -> Bool {
    let address = files[place].address
    if place > 0, files[place - 1].address == address { return false }
    let below = files[(place + 1)...].prefix { $0.address.utf8.starts(with: address.utf8) }
    return !below.contains { file in
      guard let next = file.address.utf8.dropFirst(address.utf8.count).first else { return true }
      return next == UInt8(ascii: "!") || next == UInt8(ascii: "#")
    }
  }

  /// Nil for what cannot be read.
  private static func contents(of file: FoundFile) -> String? {
    guard let input = try? InputFile(file.path, address: file.address) else { return nil }
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 18, alignment: 16)
    defer { buffer.deallocate() }
    var hash = SHA256()
    while let count = input.read(into: buffer) {
      if count == 0 { return text(hash.finalize()) }
      hash.update(bufferPointer: UnsafeRawBufferPointer(rebasing: buffer[..<count]))
    }
    return nil
  }

  private static func states(of files: [FoundFile]) -> [UInt8] {
    var hash = SHA256()
    for file in files {
      let state = SystemFile.state(file.path)
      state.withUnsafeBytes { hash.update(bufferPointer: $0) }
    }
    return Array(hash.finalize())
  }

  private static func text(_ digest: SHA256.Digest) -> String {
    digest.map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
  }
}

extension SystemFile {
  /// Size, times and identity of a file: they change with its contents.
  fileprivate static func state(_ path: [UInt8]) -> [Int] {
    var info = stat()
    let result = (path + [0]).withUnsafeBytes {
      stat($0.baseAddress!.assumingMemoryBound(to: CChar.self), &info)
    }
    guard result == 0 else { return [] }
    #if canImport(Darwin)
      let (written, changed) = (info.st_mtimespec, info.st_ctimespec)
    #else
      let (written, changed) = (info.st_mtim, info.st_ctim)
    #endif
    return [
      Int(info.st_size), written.tv_sec, written.tv_nsec, changed.tv_sec, changed.tv_nsec,
      Int(truncatingIfNeeded: info.st_ino), Int(truncatingIfNeeded: info.st_dev),
    ]
  }
}

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Device and number of a file: the same for two paths of one file.
struct FileIdentity: Hashable {
  var device: UInt64 = 0
  var number: UInt64 = 0
}

/// What the crawler asks of the file system. Paths are bytes without a closing zero.
enum SystemFile {
  enum Kind { case file, folder, link, other }

  struct Status {
    let kind: Kind
    let identity: FileIdentity
    let size: Int
  }

  /// Nil when there is no such file; `reason()` tells why.
  static func status(_ path: [UInt8], followLink: Bool = true) -> Status? {
    var info = stat()
    let result = withPath(path) { followLink ? stat($0, &info) : lstat($0, &info) }
    return result == 0 ? status(info) : nil
  }

  static func status(_ info: stat) -> Status {
    let kind: Kind =
      switch info.st_mode & S_IFMT {
      case S_IFREG: .file
      case S_IFDIR: .folder
      case S_IFLNK: .link
      default: .other
      }
    let identity = FileIdentity(
      device: UInt64(truncatingIfNeeded: info.st_dev),
      number: UInt64(truncatingIfNeeded: info.st_ino))
    return Status(kind: kind, identity: identity, size: Int(info.st_size))
  }

  static func realPath(_ path: [UInt8]) -> [UInt8]? {
    guard let real = withPath(path, { realpath($0, nil) }) else { return nil }
    defer { free(real) }
    return bytes(of: real, count: strlen(real))
  }

  /// The names in a folder by their bytes, without `.` and `..`; nil when it cannot be listed.
  static func list(_ path: [UInt8]) -> [[UInt8]]? {
    guard let folder = withPath(path, { opendir($0) }) else { return nil }
    defer { closedir(folder) }
    var names: [[UInt8]] = []
    while let entry = readdir(folder) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { tuple in
        tuple.withMemoryRebound(to: CChar.self, capacity: 256) {
          bytes(of: $0, count: strnlen($0, 256))
        }
      }
      if name != [UInt8(ascii: ".")], name != Array("..".utf8) { names.append(name) }
    }
    return names.sorted { $0.lexicographicallyPrecedes($1) }
  }

  /// Opened without waiting for a writer, so that a pipe in the corpus cannot hold up the run.
  static func open(_ path: [UInt8]) -> CInt? {
    let file = withPath(path) { systemOpen($0, O_RDONLY | O_CLOEXEC | O_NONBLOCK) }
    return file >= 0 ? file : nil
  }

  /// The system's words for what went wrong last.
  static func reason() -> String {
    String(cString: strerror(errno))
  }

  private static func withPath<Result>(
    _ path: [UInt8], _ body: (UnsafePointer<CChar>) -> Result
  ) -> Result {
    (path + [0]).withUnsafeBytes { body($0.baseAddress!.assumingMemoryBound(to: CChar.self)) }
  }

  private static func bytes(of text: UnsafePointer<CChar>, count: Int) -> [UInt8] {
    Array(UnsafeRawBufferPointer(start: text, count: count))
  }
}

private func systemOpen(_ path: UnsafePointer<CChar>, _ flags: CInt) -> CInt {
  open(path, flags)
}

/// A file that is read from the front to the end, a piece at a time; closed when it goes.
struct InputFile: ~Copyable {
  private let descriptor: CInt
  /// Bytes of the file when it was opened.
  let size: Int

  /// - Parameter mayBePipe: whether it may be something else than a file with an end.
  init(_ path: [UInt8], address: String, mayBePipe: Bool = false) throws(CrawlError) {
    guard let descriptor = SystemFile.open(path) else {
      throw .document(address: address, reason: SystemFile.reason())
    }
    var info = stat()
    let kind = fstat(descriptor, &info) == 0 ? SystemFile.status(info).kind : .folder
    guard kind == .file || mayBePipe && kind == .other else {
      _ = close(descriptor)
      throw .document(address: address, reason: "not a regular file")
    }
    self.descriptor = descriptor
    size = Int(info.st_size)
  }

  private init(standard descriptor: CInt) {
    self.descriptor = descriptor
    size = 0
  }

  static var standardInput: InputFile? {
    let descriptor = dup(STDIN_FILENO)
    return descriptor >= 0 ? InputFile(standard: descriptor) : nil
  }

  deinit { _ = close(descriptor) }

  /// All of it; nil on failure and beyond a number of bytes.
  func all(limit: Int) -> [UInt8]? {
    var bytes: [UInt8] = []
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 16, alignment: 16)
    defer { buffer.deallocate() }
    while let count = read(into: buffer) {
      if count == 0 { return bytes }
      bytes.append(contentsOf: UnsafeRawBufferPointer(rebasing: buffer[..<count]))
      if bytes.count > limit {
        errno = EFBIG
        return nil
      }
    }
    return nil
  }

  /// Reads as much as fits or is there.
  /// - Returns: how many bytes; 0 at the end, nil on failure, of which `SystemFile.reason()` tells.
  func read(into buffer: UnsafeMutableRawBufferPointer) -> Int? {
    while true {
      let count = systemRead(descriptor, buffer.baseAddress, buffer.count)
      if count >= 0 { return count }
      if errno == EAGAIN {
        // A pipe whose writer has nothing to say at the moment.
        var waiting = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        _ = poll(&waiting, 1, -1)
      } else if errno != EINTR {
        return nil
      }
    }
  }

  /// Goes on at a place, counted from the beginning.
  func seek(to position: Int) -> Bool { lseek(descriptor, off_t(position), SEEK_SET) >= 0 }
}

private func systemRead(_ file: CInt, _ buffer: UnsafeMutableRawPointer?, _ count: Int) -> Int {
  read(file, buffer, count)
}

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Whole files and folders through POSIX calls; every failure names the path and the system's reason.
package enum Files {
  package static func read(_ path: String) throws(DatasetError) -> [UInt8] {
    var bytes: [UInt8] = []
    try forEachPiece(of: path) { bytes.append(contentsOf: $0) }
    return bytes
  }

  /// Reads a file from front to end without holding all of it.
  package static func forEachPiece(
    of path: String, _ body: (UnsafeRawBufferPointer) -> Void
  ) throws(DatasetError) {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { throw failure(path) }
    defer { _ = close(file) }
    let chunk = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 16, alignment: 16)
    defer { chunk.deallocate() }
    while true {
      let count = systemRead(file, chunk.baseAddress, chunk.count)
      if count < 0 && errno == EINTR { continue }
      guard count >= 0 else { throw failure(path) }
      if count == 0 { return }
      body(UnsafeRawBufferPointer(rebasing: chunk[..<count]))
    }
  }

  /// Reads on in an open file; nothing at its end.
  static func readPiece(
    of file: CInt, atMost count: Int, named path: String
  ) throws(DatasetError) -> [UInt8] {
    var piece = [UInt8](repeating: 0, count: count)
    while true {
      let count = piece.withUnsafeMutableBytes { systemRead(file, $0.baseAddress, $0.count) }
      if count < 0 && errno == EINTR { continue }
      guard count >= 0 else { throw failure(path) }
      piece.removeLast(piece.count - count)
      return piece
    }
  }

  /// Writes a whole file; it reaches the disk for certain only with `flush`.
  package static func write(_ bytes: [UInt8], to path: String) throws(DatasetError) {
    let file = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard file >= 0 else { throw failure(path) }
    defer { _ = close(file) }
    try write(bytes, to: file, named: path)
  }

  /// Writes behind what was written to an open file.
  static func write(
    _ bytes: [UInt8], to file: CInt, named path: String
  ) throws(DatasetError) {
    var written = 0
    while written < bytes.count {
      let count = bytes.withUnsafeBytes {
        systemWrite(file, $0.baseAddress! + written, $0.count - written)
      }
      if count < 0 && errno == EINTR { continue }
      guard count > 0 else { throw failure(path) }
      written += count
    }
  }

  /// Flushes a folder and all that is in it to the disk, so that a rename afterwards never shows
  /// half a file.
  package static func flushTree(_ path: String) throws(DatasetError) {
    if kind(of: path) == .folder {
      for name in try list(path) { try flushTree(path + "/" + name) }
    }
    if kind(of: path) != .other { try flush(path) }
  }

  /// Flushes a file or a folder's list of names to the disk.
  package static func flush(_ path: String) throws(DatasetError) {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { throw failure(path) }
    defer { _ = close(file) }
    guard fsync(file) == 0 else { throw failure(path) }
  }

  package enum Kind { case file, folder, other }

  /// What stands at a path, links not followed; `nil` for nothing.
  package static func kind(of path: String) -> Kind? {
    var status = stat()
    guard lstat(path, &status) == 0 else { return nil }
    switch status.st_mode & S_IFMT {
    case S_IFREG: return .file
    case S_IFDIR: return .folder
    default: return .other
    }
  }

  /// Whether two paths lead to the same file or folder, links followed.
  package static func isSame(_ one: String, _ other: String) -> Bool {
    var (first, second) = (stat(), stat())
    return stat(one, &first) == 0 && stat(other, &second) == 0
      && first.st_dev == second.st_dev && first.st_ino == second.st_ino
  }

  /// Names in a folder, sorted by their bytes.
  package static func list(_ folder: String) throws(DatasetError) -> [String] {
    guard let stream = opendir(folder) else { throw failure(folder) }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != "." && name != ".." { names.append(name) }
    }
    return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  package static func makeFolder(_ path: String) throws(DatasetError) {
    guard mkdir(path, 0o755) == 0 || errno == EEXIST else { throw failure(path) }
  }

  package static func remove(_ path: String) throws(DatasetError) {
    switch kind(of: path) {
    case nil: return
    case .folder:
      for name in try list(path) { try remove(path + "/" + name) }
      guard rmdir(path) == 0 else { throw failure(path) }
    default:
      guard unlink(path) == 0 else { throw failure(path) }
    }
  }

  /// A second name for a file (or a copy, where the file system has no hard links), and so on down
  /// a folder. A symbolic link is made anew.
  package static func carry(_ source: String, to target: String) throws(DatasetError) {
    switch kind(of: source) {
    case nil: return
    case .folder:
      try makeFolder(target)
      for name in try list(source) { try carry(source + "/" + name, to: target + "/" + name) }
    case .file:
      if link(source, target) != 0 { try write(try read(source), to: target) }
    case .other:
      var buffer = [CChar](repeating: 0, count: Int(PATH_MAX) + 1)
      guard readlink(source, &buffer, Int(PATH_MAX)) > 0, symlink(buffer, target) == 0 else {
        throw failure(source)
      }
    }
  }

  package static func failure(_ path: String) -> DatasetError {
    .file(path: path, reason: reason())
  }

  /// The system's words for the last failed call.
  package static func reason() -> String {
    String(cString: strerror(errno))
  }
}

private func systemRead(_ file: CInt, _ into: UnsafeMutableRawPointer?, _ count: Int) -> Int {
  read(file, into, count)
}

private func systemWrite(_ file: CInt, _ from: UnsafeRawPointer?, _ count: Int) -> Int {
  write(file, from, count)
}

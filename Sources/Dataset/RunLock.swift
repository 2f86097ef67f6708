#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Held by a run from its first to its last moment, so that no two write one output folder: a file beside
/// it that says who holds it. A run that is killed lets go of it; the file it leaves does no harm.
package final class RunLock {
  private let file: CInt
  private let path: String

  /// How long a run that was just killed may take to let go, in tries of 50 ms.
  private static let patience = 30

  /// - Parameters:
  ///   - folder: the output folder.
  ///   - holder: who locks it, in a line for people.
  /// - Throws: `DatasetError.unusable` with the line of the run that holds it.
  package init(_ folder: String, holder: String) throws(DatasetError) {
    path = try DatasetFolder.companion(of: folder, ".tilik-lock")
    var tries = 0
    while true {
      let file = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
      guard file >= 0 else { throw .unusable(folder: folder, reason: Files.reason()) }
      guard flock(file, LOCK_EX | LOCK_NB) == 0 else {
        let isHeld = errno == EWOULDBLOCK
        let reason = Files.reason()
        let other = (try? Files.read(path)).map { String(decoding: $0, as: UTF8.self) } ?? ""
        _ = close(file)
        guard isHeld else { throw .unusable(folder: folder, reason: reason) }
        tries += 1
        if tries < Self.patience {
          usleep(50_000)
          continue
        }
        let line = other.split(separator: "\n").first.map { " (\($0))" } ?? ""
        throw .unusable(
          folder: folder, reason: "another run is writing it\(line); wait until it ends")
      }
      // The run before may have taken its file away between the two steps.
      var held = stat()
      var named = stat()
      guard fstat(file, &held) == 0, stat(path, &named) == 0, held.st_ino == named.st_ino else {
        _ = close(file)
        continue
      }
      self.file = file
      break
    }
    _ = ftruncate(file, 0)
    let line = Array((holder + "\n").utf8)
    _ = line.withUnsafeBytes { write(file, $0.baseAddress, $0.count) }
  }

  deinit {
    unlink(path)
    _ = close(file)
  }
}

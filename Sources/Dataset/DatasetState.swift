#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

extension DatasetFolder {
  /// Names, sizes and times of all files in a dataset, so that a run can tell whether anybody touched it;
  /// nil when there is no dataset.
  package static func state(of folder: String) -> String? {
    guard Files.kind(of: folder + "/" + packageFile) == .file else { return nil }
    var lines: [String] = []
    func add(_ path: String, _ name: String) -> Bool {
      var status = stat()
      guard lstat(path, &status) == 0 else { return false }
      guard status.st_mode & S_IFMT == S_IFDIR else {
        let time = status.modification
        lines.append("\(name) \(status.st_size) \(time.seconds).\(time.nanoseconds)")
        return true
      }
      guard let names = try? Files.list(path) else { return false }
      return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        .allSatisfy { add(path + "/" + $0, name + "/" + $0) }
    }
    return add(folder, "") ? lines.joined(separator: "\n") : nil
  }
}

extension stat {
  fileprivate var modification: (seconds: Int, nanoseconds: Int) {
    #if canImport(Darwin)
      (Int(st_mtimespec.tv_sec), Int(st_mtimespec.tv_nsec))
    #else
      (Int(st_mtim.tv_sec), Int(st_mtim.tv_nsec))
    #endif
  }
}

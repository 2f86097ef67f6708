import Testing

@testable import Crawl

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A folder of files for one test, gone when the test is over.
final class CorpusFolder {
  let path: String

  init(_ files: [String: [UInt8]] = [:]) {
    var template = Array("/tmp/tilik-crawl-XXXXXX".utf8CString)
    path = template.withUnsafeMutableBufferPointer { String(cString: mkdtemp($0.baseAddress!)) }
    for (name, bytes) in files { write(bytes, to: name) }
  }

  convenience init(names: [String]) {
    self.init(Dictionary(uniqueKeysWithValues: names.map { ($0, Array("isi".utf8)) }))
  }

  deinit {
    Self.remove(path)
  }

  func write(_ bytes: [UInt8], to name: String) {
    let parts = name.split(separator: "/").dropLast()
    var folder = path
    for part in parts {
      folder += "/" + part
      mkdir(folder, 0o755)
    }
    let file = open(path + "/" + name, O_WRONLY | O_CREAT | O_TRUNC, 0o644)
    _ = Glibc.write(file, bytes, bytes.count)
    close(file)
  }

  func link(_ name: String, to target: String) {
    symlink(target, path + "/" + name)
  }

  func delete(_ name: String) {
    Self.remove(path + "/" + name)
  }

  func addresses() throws -> [String] {
    try Crawler([path]).documents().map(\.address)
  }

  /// The page under an address.
  func page(_ address: String, limits: CrawlLimits = CrawlLimits()) throws -> SavedPage {
    let crawler = try Crawler([path], limits: limits)
    let reference = try #require(try crawler.documents().first { $0.address == address })
    return try crawler.read(reference)
  }

  private static func remove(_ path: String) {
    var info = stat()
    guard lstat(path, &info) == 0 else { return }
    if info.st_mode & S_IFMT == S_IFDIR {
      for name in SystemFile.list(Array(path.utf8)) ?? [] {
        remove(path + "/" + String(decoding: name, as: UTF8.self))
      }
      rmdir(path)
    } else {
      unlink(path)
    }
  }
}

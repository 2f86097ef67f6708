import Crawl
import Dataset

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Addresses under which the report finds the saved pages: relative to its folder, so that they hold as long
/// as corpus and dataset keep their places to each other.
enum SavedPageLinks {
  /// - Returns: by address of the document; without those in archives, which a browser cannot open.
  static func all(_ crawler: Crawler, output: String) -> [String: String] {
    guard let paths = try? crawler.paths(), let folder = absolute(output) else { return [:] }
    let report = folder + [UInt8(ascii: "/")] + Array(DatasetFolder.reportFolder.utf8)
    var links: [String: String] = [:]
    for (address, path) in paths {
      guard let target = path.first == UInt8(ascii: "/") ? path : real(path) else { continue }
      links[address] = relative(target, to: report)
    }
    return links
  }

  /// The way from a folder to a file, both absolute, as the path of a URL.
  static func relative(_ file: [UInt8], to folder: [UInt8]) -> String {
    let slash = UInt8(ascii: "/")
    let (from, to) = (folder.split(separator: slash), file.split(separator: slash))
    let shared = zip(from, to).prefix { $0 == $1 }.count
    let steps =
      Array(repeating: "..", count: from.count - shared) + to[shared...].map { encoded($0) }
    return steps.joined(separator: "/")
  }

  /// All but what RFC 3986 leaves unreserved as `%XX`: a name can neither end the path nor begin a scheme.
  private static func encoded(_ name: ArraySlice<UInt8>) -> String {
    let digits = Array("0123456789ABCDEF".utf8)
    var bytes: [UInt8] = []
    for byte in name {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
        UInt8(ascii: "_"), UInt8(ascii: "~"):
        bytes.append(byte)
      default: bytes += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The output's path; its folder is there, it itself need not be.
  private static func absolute(_ path: String) -> [UInt8]? {
    let bytes = Array(path.utf8)
    if let found = real(bytes) { return found }
    let parts = bytes.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    guard let name = parts.last(where: { !$0.isEmpty }) else { return nil }
    let above = bytes.prefix(bytes.count - name.count - (bytes.last == UInt8(ascii: "/") ? 1 : 0))
    return real(above.isEmpty ? [UInt8(ascii: ".")] : Array(above)).map {
      $0 + [UInt8(ascii: "/")] + name
    }
  }

  private static func real(_ path: [UInt8]) -> [UInt8]? {
    var path = path.map { CChar(bitPattern: $0) }
    path.append(0)
    guard let found = realpath(path, nil) else { return nil }
    defer { free(found) }
    return Array(String(cString: found).utf8)
  }
}

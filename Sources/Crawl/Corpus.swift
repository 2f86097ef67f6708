/// One corpus: a folder or a file, and the name under which its documents stand.
struct Corpus: Sendable {
  private let path: [UInt8]
  private let isFolder: Bool
  /// In front of every address when there are several corpora; empty otherwise.
  private let label: String
  /// Behind the path of an archive: the document in it that is meant, with its `!` or `#`.
  private let rest: String

  /// - Throws: `CrawlError.corpus` for the first path that is neither a folder nor a document.
  static func all(_ paths: [String]) throws(CrawlError) -> [Corpus] {
    var found: [(path: [UInt8], isFolder: Bool, rest: String)] = []
    for path in paths {
      guard let (real, rest) = resolve(path), let status = SystemFile.status(real) else {
        throw .corpus(path: path, reason: SystemFile.reason())
      }
      if status.kind != .folder, FoundFile.Kind(lastPart(of: real)) == nil {
        throw .corpus(
          path: path,
          reason: "neither a folder nor an .html, .htm, .xhtml, .mhtml or .txt file nor an archive "
            + "(.warc, .wacz, .zip, .tar, plain or .gz)")
      }
      if !found.contains(where: { $0.path == real && $0.rest == rest }) {
        found.append((real, status.kind == .folder, rest))
      }
    }
    // One archive may be named several times, for a document in it each time.
    var paths: [[UInt8]] = []
    for corpus in found where !paths.contains(corpus.path) { paths.append(corpus.path) }
    let labels = paths.count > 1 ? labels(of: paths) : [""]
    return found.map { corpus in
      let label = paths.firstIndex(of: corpus.path).map { labels[$0] } ?? ""
      return Corpus(path: corpus.path, isFolder: corpus.isFolder, label: label, rest: corpus.rest)
    }
  }

  /// The file of a path, which may go on into an archive: `crawl.warc.gz#1290`, `a.zip!b/c.html`.
  private static func resolve(_ path: String) -> (file: [UInt8], rest: String)? {
    let bytes = Array(path.utf8)
    if let real = SystemFile.realPath(bytes) { return (real, "") }
    for place in bytes.indices.reversed()
    where bytes[place] == UInt8(ascii: "!") || bytes[place] == UInt8(ascii: "#") {
      let file = Array(bytes[..<place])
      guard ArchiveKind(lastPart(of: file)) != nil, let real = SystemFile.realPath(file) else {
        continue
      }
      return (real, String(decoding: bytes[place...], as: UTF8.self))
    }
    // Says why the whole of it is not there.
    return SystemFile.realPath(bytes).map { ($0, "") }
  }

  /// The address of the one document that is meant; nil for all.
  var inner: String? { rest.isEmpty ? nil : address + rest }

  /// Of the corpus, when it is a file.
  private var address: String { label.isEmpty ? Address.ofFile(Self.lastPart(of: path)) : label }

  func files() throws(CrawlError) -> [FoundFile] {
    if isFolder {
      var walk = FolderWalk(root: path, prefix: label.isEmpty ? [] : Array(label.utf8) + "/".utf8)
      try walk.run()
      return walk.found
    }
    guard let kind = FoundFile.Kind(Self.lastPart(of: path)) else { return [] }
    return [FoundFile(address: address, path: path, kind: kind)]
  }

  /// The last part of each path, or as many of its last parts as tell it from the others.
  private static func labels(of paths: [[UInt8]]) -> [String] {
    let parts = paths.map { $0.split(separator: UInt8(ascii: "/")).map(Array.init) }
    var lengths = [Int](repeating: 1, count: paths.count)
    while true {
      let labels = zip(parts, lengths).map { parts, length in
        Address.string(Array(parts.suffix(length).joined(separator: "/".utf8)))
      }
      let clashes = labels.indices.filter { index in
        lengths[index] < parts[index].count
          && labels.indices.contains { $0 != index && labels[$0] == labels[index] }
      }
      if clashes.isEmpty { return labels }
      for index in clashes { lengths[index] += 1 }
    }
  }

  private static func lastPart(of path: [UInt8]) -> [UInt8] {
    Array(path.split(separator: UInt8(ascii: "/")).last ?? [])
  }
}

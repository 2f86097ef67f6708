/// One corpus: a folder or a file, and the name under which its documents stand.
struct Corpus: Sendable {
  private let path: [UInt8]
  private let kind: SystemFile.Kind
  /// In front of every address when there are several corpora; empty otherwise.
  private let label: String

  /// - Throws: `CrawlError.corpus` for the first path that is neither a folder nor a document.
  static func all(_ paths: [String]) throws(CrawlError) -> [Corpus] {
    var found: [(path: [UInt8], kind: SystemFile.Kind)] = []
    for path in paths {
      guard let real = SystemFile.realPath(Array(path.utf8)), let status = SystemFile.status(real)
      else {
        throw .corpus(path: path, reason: SystemFile.reason())
      }
      if status.kind != .folder, DocumentName(lastPart(of: real)) == nil {
        throw .corpus(
          path: path, reason: "neither a folder nor an .html, .htm, .xhtml or .txt file")
      }
      if !found.contains(where: { $0.path == real }) { found.append((real, status.kind)) }
    }
    guard found.count > 1 else {
      return found.map { Corpus(path: $0.path, kind: $0.kind, label: "") }
    }
    let labels = labels(of: found.map(\.path))
    return zip(found, labels).map { Corpus(path: $0.path, kind: $0.kind, label: $1) }
  }

  func documents() throws(CrawlError) -> [DocumentReference] {
    if kind == .folder {
      var walk = FolderWalk(root: path, prefix: label.isEmpty ? [] : Array(label.utf8) + "/".utf8)
      try walk.run()
      return walk.found
    }
    let name = Self.lastPart(of: path)
    guard let kind = DocumentName(name) else { return [] }
    return [
      DocumentReference(
        address: label.isEmpty ? Address.string(name) : label, path: path, format: kind.format,
        isCompressed: kind.isCompressed)
    ]
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

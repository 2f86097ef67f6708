/// Paths from a file or from standard input, one a line; empty lines count for nothing.
struct PathList: Sendable {
  /// Beyond this a list is something else.
  private static let limit = 1 << 30

  let files: [FoundFile]

  /// - Parameter name: of the file; `-` for standard input.
  /// - Throws: `CrawlError.corpus` when the list itself cannot be read. A path that leads to nothing
  ///   is a document that fails, with the number of its line.
  init(_ name: String) throws(CrawlError) {
    let title = name == "-" ? "standard input" : name
    var reader = name == "-" ? InputFile.standardInput : nil
    if reader == nil {
      do { reader = try InputFile(Array(name.utf8), address: name, mayBePipe: true) } catch {
        throw .corpus(path: name, reason: error.reason)
      }
    }
    guard let bytes = reader?.all(limit: Self.limit) else {
      throw .corpus(path: title, reason: SystemFile.reason())
    }
    var files: [FoundFile] = []
    var seen: Set<FileIdentity> = []
    var addresses: Set<String> = []
    let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated() {
      let path = Array(line.last == 0x0D ? line.dropLast() : line)
      if path.isEmpty { continue }
      let address = Self.address(path)
      func fail(_ reason: String) {
        let file = FoundFile(
          address: address, path: path, kind: .problem("\(title):\(index + 1): \(reason)"))
        if addresses.insert(address).inserted { files.append(file) }
      }
      guard !path.contains(0), let status = SystemFile.status(path) else {
        fail(path.contains(0) ? "no path" : SystemFile.reason())
        continue
      }
      guard seen.insert(status.identity).inserted else { continue }
      if status.kind == .folder {
        var walk = FolderWalk(
          root: SystemFile.realPath(path) ?? path, prefix: Array((address + "/").utf8))
        do { try walk.run() } catch {
          fail(error.reason)
          continue
        }
        for file in walk.found where addresses.insert(file.address).inserted { files.append(file) }
      } else if let kind = FoundFile.Kind(
        Array(path.split(separator: UInt8(ascii: "/")).last ?? []))
      {
        let file = FoundFile(address: address, path: path, kind: kind)
        if addresses.insert(address).inserted { files.append(file) }
      } else {
        fail("neither a page nor an archive, by its name")
      }
    }
    self.files = files
  }

  /// The path as it is written, without `./`, empty parts and a slash at its end.
  private static func address(_ path: [UInt8]) -> String {
    let parts = path.split(separator: UInt8(ascii: "/")).filter { !$0.elementsEqual(".".utf8) }
    let root: [UInt8] = path.first == UInt8(ascii: "/") ? [UInt8(ascii: "/")] : []
    return Address.ofFile(root + Array(parts.joined(separator: "/".utf8)))
  }
}

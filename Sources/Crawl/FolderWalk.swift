#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Lists the documents below one folder, without opening any.
///
/// Links are followed as long as they stay below the folder; what a folder link leads to is listed
/// once, under its own path where it has one, so loops end and no page is met twice that way.
struct FolderWalk {
  private let root: [UInt8]
  private let prefix: [UInt8]
  private var seen: Set<FileIdentity> = []
  private var links: [(path: [UInt8], address: [UInt8])] = []
  private(set) var found: [FoundFile] = []

  /// - Parameters:
  ///   - root: a folder as `realpath` gives it.
  ///   - prefix: stands in front of every address: empty, or a name and `/`.
  init(root: [UInt8], prefix: [UInt8]) {
    self.root = root
    self.prefix = prefix
  }

  mutating func run() throws(CrawlError) {
    guard let names = SystemFile.list(root) else {
      throw .corpus(path: String(decoding: root, as: UTF8.self), reason: SystemFile.reason())
    }
    seen.insert(SystemFile.status(root)?.identity ?? FileIdentity())
    visit(names, path: root, address: prefix)
    // Folders behind links come last, when everything that has a path of its own is known.
    while !links.isEmpty {
      let link = links.removeFirst()
      folder(link.path, address: link.address)
    }
  }

  private mutating func folder(_ path: [UInt8], address: [UInt8]) {
    guard let status = SystemFile.status(path) else {
      return fail(path, address, SystemFile.reason())
    }
    guard seen.insert(status.identity).inserted else { return }
    guard let names = SystemFile.list(path) else {
      return fail(path, address, "the folder cannot be listed: " + SystemFile.reason())
    }
    visit(names, path: path, address: address + "/".utf8)
  }

  private mutating func visit(_ names: [[UInt8]], path: [UInt8], address: [UInt8]) {
    let companions = Set(names.compactMap(PageName.companion(of:)))
    for name in names where name.first != UInt8(ascii: ".") {
      let path = path + "/".utf8 + name
      let address = address + name
      guard let status = SystemFile.status(path, followLink: false) else {
        if FoundFile.Kind(name) != nil { fail(path, address, SystemFile.reason()) }
        continue
      }
      switch status.kind {
      case .folder where !companions.contains(name): folder(path, address: address)
      case .folder: continue
      case .link: link(name, path, address, companions)
      case .file, .other: document(name, path, address)
      }
    }
  }

  private mutating func link(
    _ name: [UInt8], _ path: [UInt8], _ address: [UInt8], _ companions: Set<[UInt8]>
  ) {
    guard let real = SystemFile.realPath(path) else {
      if FoundFile.Kind(name) != nil { fail(path, address, "a link that leads nowhere") }
      return
    }
    guard real.starts(with: root + "/".utf8) else { return }
    switch SystemFile.status(real)?.kind {
    case .folder: if !companions.contains(name) { links.append((real, address)) }
    default: document(name, path, address)
    }
  }

  private mutating func document(_ name: [UInt8], _ path: [UInt8], _ address: [UInt8]) {
    guard let kind = FoundFile.Kind(name) else { return }
    found.append(FoundFile(address: Address.ofFile(address), path: path, kind: kind))
  }

  private mutating func fail(_ path: [UInt8], _ address: [UInt8], _ reason: String) {
    found.append(FoundFile(address: Address.ofFile(address), path: path, kind: .problem(reason)))
  }
}

/// Names of files are bytes; addresses are text.
enum Address {
  /// The bytes as text; bytes that are no UTF-8 stand as `%` and two digits, so that two files never
  /// share an address because of them.
  static func string(_ bytes: [UInt8]) -> String {
    if let text = String(validating: bytes, as: UTF8.self) { return text }
    var written: [UInt8] = []
    for byte in bytes {
      if byte < 0x80 {
        written.append(byte)
      } else {
        written += "%\(String(byte, radix: 16, uppercase: true))".utf8
      }
    }
    return String(decoding: written, as: UTF8.self)
  }

  /// A path of which no part can be taken for an archive and what is in it: `a.zip!b.html` as the name
  /// of a file is written `a.zip%21b.html`.
  /// - Parameter isInArchive: whether control characters are to be written as `%` and two digits, since
  ///   nobody saw the names of an archive's entries before.
  static func ofFile(_ path: [UInt8], isInArchive: Bool = false) -> String {
    var written: [UInt8] = []
    var start = 0
    for byte in path {
      if byte == UInt8(ascii: "/") { start = written.count + 1 }
      if byte == UInt8(ascii: "!"), start < written.count,
        ArchiveKind(Array(written[start...])) != nil
      {
        written += "%21".utf8
      } else if isInArchive, byte < 0x20 || byte == 0x7F {
        written += (byte < 0x10 ? "%0" : "%").utf8
        written += String(byte, radix: 16, uppercase: true).utf8
      } else {
        written.append(byte)
      }
    }
    return string(written)
  }
}

/// A file of the corpus by its name: a page, or an archive of pages.
struct FoundFile: Sendable, Hashable {
  enum Kind: Sendable, Hashable {
    case page(PageName)
    case archive(ArchiveKind)
    /// It cannot be read, and why.
    case problem(String)

    /// Nil for a file that is neither.
    init?(_ name: [UInt8]) {
      if let page = PageName(name) {
        self = .page(page)
      } else if let archive = ArchiveKind(name) {
        self = .archive(archive)
      } else {
        return nil
      }
    }
  }

  /// As in `SavedPage.address`.
  let address: String
  let path: [UInt8]
  let kind: Kind

  var isArchive: Bool {
    if case .archive = kind { true } else { false }
  }
}

/// Sorts of archives, by the endings of their names.
enum ArchiveKind: Sendable, Hashable {
  case warc
  /// ZIP, among which WACZ, and tar, packed or not.
  case container

  private static let endings: [(String, ArchiveKind)] = [
    (".warc", .warc), (".warc.gz", .warc), (".zip", .container), (".wacz", .container),
    (".tar", .container), (".tar.gz", .container), (".tgz", .container),
  ]

  /// Nil for a file with another name, or a hidden one.
  init?(_ name: [UInt8]) {
    let lower = name.map { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 }
    guard lower.first != UInt8(ascii: "."),
      let found = Self.endings.first(where: { ending, _ in
        lower.count > ending.utf8.count
          && lower.suffix(ending.utf8.count).elementsEqual(ending.utf8)
      })
    else { return nil }
    self = found.1
  }
}

import Crawl
import Extract
import Interpret
import Lexicon

/// Tells, from a page's raw bytes alone, whether anything could be claimed from it.
///
/// The condition is the one by which Interpret leaves a document unread: it names no instrument and no
/// assessor of the dataset (`Lexicon.namesOfOurs`). It is looked for in the bytes, whatever the markup, the
/// entities and the character set; when in doubt, a page passes.
struct RelevanceGate: Sendable {
  private let names: NameTrie
  /// A name without a single letter or digit: nothing can be told.
  private let isOpen: Bool

  init(_ lexicon: Lexicon) {
    var names = NameTrie()
    var isOpen = false
    for (spelling, writings) in lexicon.namesOfOurs {
      var accept: NameTrie.Accept = []
      for writing in writings {
        switch writing {
        case .any: accept.insert(.any)
        case .name: accept.insert(.name)
        case .capitals: accept.insert(.capitals)
        }
      }
      if !names.add(spelling, accept) { isOpen = true }
    }
    for mark in ["rel next", "rel prev", "rel previous"] { names.add(mark.utf8, .link) }
    for mark in ["canonical", "og url", "twitter url"] { names.add(mark.utf8, .address) }
    self.names = names
    self.isOpen = isOpen
  }

  /// Whether a page has to be parsed, and if not, under which addresses it may be a part of an article.
  func look(at page: SavedPage) -> (passes: Bool, bases: [String]) {
    // An empty page is a failure that one wants to know of.
    if isOpen || page.bytes.isEmpty { return (true, []) }
    return page.bytes.withUnsafeBufferPointer { bytes in
      names.next.withUnsafeBufferPointer { next in
        names.accepts.withUnsafeBufferPointer { accepts in
          NameTrie.classOf.withUnsafeBufferPointer { classOf in
            var scan = NameScan(bytes, next: next, accepts: accepts, classOf: classOf)
            guard scan.run() == .holdsNone else { return (true, []) }
            return (false, PagePart.bases(of: page, declaredAt: scan.addresses))
          }
        }
      }
    }
  }

  static let reason = "names no assessment and no assessor of the tables; not parsed"

  /// The record of a page that is left unparsed; nil for one that passes.
  func record(of page: SavedPage) -> DocumentRecord? {
    let (passes, bases) = look(at: page)
    guard !passes else { return nil }
    var record = DocumentRecord(
      address: page.address, sha256: page.sha256, status: .irrelevant,
      reason: page.remark.map { $0 + "; " + Self.reason } ?? Self.reason, capture: page.capture)
    record.bases = bases.map { Hash64.of($0) }
    return record
  }
}

internal import CLibXML2
internal import Synchronization

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// The memory that libxml2 is given, with a note of each time when there was none.
///
/// The library does not note all of them itself: some of its buffers stop growing, and it goes on as if the
/// page ended there.
enum ParserMemory {
  private static let count = Atomic<Int>(0)

  /// How often memory was refused so far, to any parser of the process: when one is short of it, others are not
  /// to be trusted either.
  static var refusals: Int { count.load(ordering: .relaxed) }

  /// Once in a process, before the library is used.
  static func install() {
    xmlMemSetup(
      { free($0) }, { ParserMemory.noted(malloc($0)) }, { ParserMemory.noted(realloc($0, $1)) },
      { text in
        guard let text, let copy = strdup(text) else {
          _ = ParserMemory.noted(nil)
          return nil
        }
        return copy
      })
  }

  private static func noted(_ memory: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
    if memory == nil { count.add(1, ordering: .relaxed) }
    return memory
  }
}

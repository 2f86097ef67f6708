import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Ctrl-C and its like: the first asks the run to end early, the second ends it at once.
enum Interruption {
  private static let requests = Atomic<Int>(0)
  /// The process that signals are handed on to; 0 for none.
  private static let child = Atomic<Int32>(0)

  static var wasRequested: Bool { requests.load(ordering: .relaxed) > 0 }

  static func handOn(to process: pid_t) { child.store(process, ordering: .relaxed) }

  /// From now on SIGINT, SIGTERM and SIGHUP no longer end the program by themselves.
  static func listen() {
    for name in [SIGINT, SIGTERM, SIGHUP] {
      signal(name) { name in
        let (_, count) = Interruption.requests.add(1, ordering: .relaxed)
        let child = Interruption.child.load(ordering: .relaxed)
        if child > 0 { kill(child, count > 1 ? SIGKILL : name) }
        if count > 1 { _exit(128 + name) }
      }
    }
  }
}

import Foundation
import Pipeline
import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A process that this one starts and waits for.
enum Child {
  enum Ending: Equatable {
    case exited(Int32)
    case signalled(Int32)
    /// Ended by this process, since it was stuck.
    case stuck
  }

  /// - Parameters:
  ///   - input: a file to be its standard input; nil for this process's own.
  ///   - environment: beside this process's own.
  ///   - isStuck: asked now and then; whether the process does not even heed its own deadlines any more.
  /// - Returns: how it ended, and the most memory that it had, in bytes.
  /// - Throws: `PipelineError` when it cannot be started.
  static func run(
    _ command: [String], input: String?, environment: [String: String],
    isStuck: @escaping @Sendable () -> Bool
  ) throws(PipelineError) -> (ending: Ending, peak: Int) {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    if let input {
      posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, input, O_RDONLY, 0)
    }
    // A group of its own: what the terminal sends comes here, and is handed on once.
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    posix_spawnattr_setpgroup(&attributes, 0)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETPGROUP))
    var arguments = command.map { strdup($0) } + [nil]
    var variables = (inherited + environment.map { "\($0)=\($1)" }).map { strdup($0) } + [nil]
    defer { for text in arguments + variables { free(text) } }
    var process: pid_t = 0
    let failure = posix_spawn(
      &process, command[0], &actions, &attributes, &arguments, &variables)
    guard failure == 0 else {
      throw PipelineError("\(command[0]): \(String(cString: strerror(failure)))")
    }
    Interruption.handOn(to: process)
    defer { Interruption.handOn(to: 0) }
    let guardian = Guardian(of: process, isStuck)
    var status: Int32 = 0
    var usage = rusage()
    while wait4(process, &status, 0, &usage) < 0, errno == EINTR {}
    let wasStuck = guardian.leave()
    #if os(Linux)
      let peak = usage.ru_maxrss << 10
    #else
      let peak = usage.ru_maxrss
    #endif
    if wasStuck { return (.stuck, peak) }
    // What wait(2) says of the bits: the low seven are the signal, the next byte is the status.
    let signal = status & 0x7F
    return (signal == 0 ? .exited((status >> 8) & 0xFF) : .signalled(signal), peak)
  }

  /// Ends a process that is stuck.
  private final class Guardian: Sendable {
    private enum State { case watching, ended, left }
    private let state = Mutex(State.watching)
    /// Between two looks, in microseconds.
    private static let pause: UInt32 = 250_000

    init(of process: pid_t, _ isStuck: @escaping @Sendable () -> Bool) {
      let thread = Thread { [self] in
        while state.withLock({ $0 == .watching }) {
          usleep(Self.pause)
          guard isStuck() else { continue }
          state.withLock {
            guard $0 == .watching else { return }
            $0 = .ended
            kill(process, SIGKILL)
          }
        }
      }
      thread.stackSize = 1 << 19
      thread.start()
    }

    /// - Returns: whether the process was ended from here.
    func leave() -> Bool {
      state.withLock { state in
        defer { state = .left }
        return state == .ended
      }
    }
  }

  private static var inherited: [String] {
    var variables: [String] = []
    var next = environ
    while let text = next.pointee {
      let variable = String(cString: text)
      if !variable.hasPrefix(Watched.prefix), !variable.hasPrefix("SWIFT_BACKTRACE=") {
        variables.append(variable)
      }
      next += 1
    }
    return variables
  }
}

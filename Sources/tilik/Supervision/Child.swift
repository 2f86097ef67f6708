import Pipeline

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
  }

  /// - Parameters:
  ///   - input: a file to be its standard input; nil for this process's own.
  ///   - environment: beside this process's own.
  /// - Throws: `PipelineError` when it cannot be started.
  static func run(
    _ command: [String], input: String?, environment: [String: String]
  ) throws(PipelineError) -> Ending {
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
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
    // What wait(2) says of the bits: the low seven are the signal, the next byte is the status.
    let signal = status & 0x7F
    return signal == 0 ? .exited((status >> 8) & 0xFF) : .signalled(signal)
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

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Standard output and standard error.
enum Console {
  static func out(_ text: String) { write(text + "\n", to: STDOUT_FILENO) }

  static func error(_ text: String) { write(text + "\n", to: STDERR_FILENO) }

  /// An error in one line, under the program's name.
  static func complain(_ line: String) { error("tilik: " + line) }

  /// Text without a line feed, for a line that is drawn over.
  static func draw(_ text: String) { write(text, to: STDERR_FILENO) }

  /// Text that a line is typed behind.
  static func prompt(_ text: String) { write(text, to: STDOUT_FILENO) }

  /// The name under which the user is logged in.
  static var userName: String? {
    for variable in ["USER", "LOGNAME"] {
      if let value = getenv(variable), value.pointee != 0 { return String(cString: value) }
    }
    return nil
  }

  /// `YYYY-MM-DD`, where the user is.
  static var today: String {
    var clock = time(nil)
    var parts = tm()
    localtime_r(&clock, &parts)
    func two(_ number: CInt) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return "\(parts.tm_year + 1900)-\(two(parts.tm_mon + 1))-\(two(parts.tm_mday))"
  }

  static var errorIsTerminal: Bool { isatty(STDERR_FILENO) == 1 }

  /// Whether colours may be used on standard output: on a terminal, unless `NO_COLOR` says otherwise
  /// (https://no-color.org).
  static var outTakesColour: Bool {
    if let value = getenv("NO_COLOR"), value.pointee != 0 { return false }
    if let terminal = getenv("TERM"), String(cString: terminal) == "dumb" { return false }
    return isatty(STDOUT_FILENO) == 1
  }

  /// Columns of the terminal on standard error.
  static var columns: Int {
    var size = winsize()
    guard ioctl(STDERR_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 80 }
    return Int(size.ws_col)
  }

  static var processors: Int { max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))) }

  private static func write(_ text: String, to file: CInt) {
    var text = text
    text.withUTF8 { bytes in
      var rest = UnsafeRawBufferPointer(bytes)
      while !rest.isEmpty {
        let count = systemWrite(file, rest.baseAddress, rest.count)
        if count < 0 && errno == EINTR { continue }
        guard count > 0 else { return }
        rest = UnsafeRawBufferPointer(rebasing: rest[count...])
      }
    }
  }
}

private func systemWrite(_ file: CInt, _ bytes: UnsafeRawPointer?, _ count: Int) -> Int {
  write(file, bytes, count)
}

func exitProgram(_ status: Status) -> Never { exitProgram(status.rawValue) }

func exitProgram(_ status: Int32) -> Never {
  exit(status)
}

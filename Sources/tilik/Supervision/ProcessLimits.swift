import Foundation
import Pipeline

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The limits that the system holds a process to, which also hold while it is inside a library that cannot be
/// interrupted.
///
/// Memory and processor time are the documents' only while documents are read: the reduce behind it takes by the
/// size of the corpus. So these two are set for that while, as soft limits.
struct ProcessLimits: Sendable {
  private let limits: WorkerLimits
  /// Bytes beyond which what is read is given up; nil for none.
  private let memory: Int?

  /// How far memory may shoot beyond the limit before the system refuses it. Below that, the process ends by
  /// itself and in a word; a refusal ends it in the middle of whatever asked.
  private static let leeway = 1.5
  /// Seconds of processor time, for each processor, beyond the deadline of a document.
  private static let spare = 10.0

  /// Sets those that hold for the whole of the process, and measures what it has before it reads.
  init(_ limits: WorkerLimits) {
    self.limits = limits
    memory =
      limits.memoryMegabytes > 0 ? Self.memoryInUse.map { $0 + limits.memoryMegabytes << 20 } : nil
    // Of what a crash leaves behind, the reason in `documents` is enough.
    Self.set(Resource.core, 0)
    if limits.openFiles > 0 { Self.set(Resource.openFiles, limits.openFiles) }
    if limits.fileGigabytes > 0 {
      // Without the signal the write fails, and says so.
      signal(SIGXFSZ, SIG_IGN)
      Self.set(Resource.fileSize, limits.fileGigabytes << 30)
    }
  }

  /// Whether the process has more than it may.
  var isBeyondMemory: Bool {
    guard let memory, let used = Self.memoryInUse else { return false }
    return used > memory
  }

  /// Sets what holds while documents are read.
  func begin() {
    if let memory, limits.memoryMegabytes > 0 {
      let leeway = Int(Double(limits.memoryMegabytes << 20) * (Self.leeway - 1))
      Self.set(Resource.data, memory + leeway)
    }
    renew()
  }

  /// Moves the limit of processor time on: from now on, as much as documents under way may take together before
  /// they are overdue. Where nobody calls this any more, the process is stuck, and the system ends it.
  func renew() {
    guard limits.seconds > 0 else { return }
    let processors = Double(ProcessInfo.processInfo.activeProcessorCount)
    let seconds = Self.processorTime + (limits.seconds + Self.spare) * processors
    Self.set(Resource.processorTime, Int(seconds.rounded(.up)))
  }

  /// Lifts what holds for documents only.
  static func end() {
    set(Resource.data, nil)
    set(Resource.processorTime, nil)
  }

  private enum Resource {
    #if canImport(Glibc)
      static let core = CInt(RLIMIT_CORE.rawValue)
      static let openFiles = CInt(RLIMIT_NOFILE.rawValue)
      static let fileSize = CInt(RLIMIT_FSIZE.rawValue)
      static let data = CInt(RLIMIT_DATA.rawValue)
      static let processorTime = CInt(RLIMIT_CPU.rawValue)
    #else
      static let core = CInt(RLIMIT_CORE)
      static let openFiles = CInt(RLIMIT_NOFILE)
      static let fileSize = CInt(RLIMIT_FSIZE)
      static let data = CInt(RLIMIT_DATA)
      static let processorTime = CInt(RLIMIT_CPU)
    #endif
  }

  /// - Parameter value: nil for as much as the process may allow itself. Beyond that it stays what it is.
  private static func set(_ kind: CInt, _ value: Int?) {
    var limit = rlimit()
    guard getrlimit(kind, &limit) == 0 else { return }
    limit.rlim_cur = value.map { min(rlim_t($0), limit.rlim_max) } ?? limit.rlim_max
    setrlimit(kind, &limit)
  }

  /// Bytes that count against the limit of memory; nil where the system does not tell.
  private static var memoryInUse: Int? {
    // proc(5): in pages, the sixth number is data and stack.
    guard let file = fopen("/proc/self/statm", "r") else { return nil }
    defer { fclose(file) }
    var line = [CChar](repeating: 0, count: 256)
    guard fgets(&line, CInt(line.count), file) != nil else { return nil }
    let numbers = String(
      decoding: line.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self
    )
    .split(whereSeparator: \.isWhitespace)
    guard numbers.count > 5, let pages = Int(numbers[5]) else { return nil }
    return pages * sysconf(Int32(_SC_PAGESIZE))
  }

  /// Seconds that the process has used.
  private static var processorTime: Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}

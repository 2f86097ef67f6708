import Dataset
import Pipeline

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Runs the program as a child and watches it: a document that crashes it, or that it does not come to an
/// end with, is found out and left out, and the run begins again. What was read before is in the cache.
struct Supervisor {
  /// How a child says that it gave up on documents that took too long.
  static let overdue: Int32 = 86
  /// How it says that there was not enough memory for what was being read.
  static let shortOfMemory: Int32 = 87

  /// Of the program and its arguments.
  let command: [String]
  /// Where notes are kept while the run lasts.
  let folder: String
  /// What the child is to read as its standard input; nil for this program's own.
  var input: String?
  let limits: WorkerLimits
  let tell: (String) -> Void

  /// - Returns: the status that the program is to end with.
  /// - Throws: `PipelineError`, `DatasetError` when notes cannot be kept.
  func run() throws -> Int32 {
    let recorder = try FlightRecorder(folder + "/" + Watched.flightFile)
    var poison = PoisonList()
    var isAlone = false
    let seconds = limits.seconds
    while true {
      recorder.clear()
      try Files.write(poison.bytes, to: folder + "/" + Watched.poisonFile)
      let (ending, peak) = try Child.run(
        command, input: input,
        environment: [
          Watched.folderVariable: folder,
          Watched.parentVariable: String(getpid()),
          Watched.aloneVariable: isAlone ? "1" : "0",
          // A crash is told in one line; whoever wants the stack runs with --in-process.
          "SWIFT_BACKTRACE": "enable=no",
        ],
        isStuck: { seconds > 0 && recorder.marksOverdue(after: 2 * seconds + 2) })
      if case .exited(let status) = ending, status != Self.overdue, status != Self.shortOfMemory {
        return status
      }
      if Interruption.wasRequested {
        if case .signalled(let signal) = ending { return 128 + signal }
        return Status.interrupted.rawValue
      }
      let reason = reason(ending, peak: peak)
      let isOverdue = ending == .exited(Self.overdue) || ending == .stuck
      let suspects = recorder.flights().filter { $0.isOverdue || !isOverdue }
      guard !suspects.isEmpty else {
        tell("the run ended by itself (\(reason)); no document was being read")
        return Status.unusable.rawValue
      }
      // Of several that were under way one is to blame: read one at a time to find it.
      if suspects.count > 1, !isAlone, !isOverdue {
        tell("a document \(reason); looking for it among \(suspects.count)")
        isAlone = true
        continue
      }
      for suspect in suspects {
        tell("\(suspect.address): \(reason); it is left out, and the run begins again")
        poison.add(suspect.address, reason)
      }
      isAlone = false
    }
  }

  /// What a document did, and the way out where there is one.
  private func reason(_ ending: Child.Ending, peak: Int) -> String {
    let memory =
      "needs more than \(limits.memoryMegabytes) MB of memory (limits in \(PipelineConfiguration.file))"
    switch ending {
    case .exited(Self.shortOfMemory): return memory
    case .exited, .stuck:
      return
        "took longer than \(limits.seconds) s to read (limits in \(PipelineConfiguration.file))"
    case .signalled(SIGXCPU):
      return
        "used more processor time than a document may (limits in \(PipelineConfiguration.file))"
    // Swift ends the program when it is refused memory. A buffer that is doubled fails at a third of the limit.
    case .signalled(SIGABRT)
    where limits.memoryMegabytes > 0 && peak > limits.memoryMegabytes << 20 / 3:
      return memory
    case .signalled(SIGKILL):
      return "was ended from outside, as the system does when memory is short (signal \(SIGKILL))"
    case .signalled(let signal): return "crashes the reader (\(Self.name(of: signal)))"
    }
  }

  private static func name(of signal: Int32) -> String {
    strsignal(signal).map { "signal \(signal), " + String(cString: $0).lowercased() }
      ?? "signal \(signal)"
  }
}

/// Documents that are left out, a line each: the address, a tab, the reason.
struct PoisonList {
  private(set) var entries: [(address: String, reason: String)] = []

  mutating func add(_ address: String, _ reason: String) { entries.append((address, reason)) }

  var bytes: [UInt8] { Array(entries.map { "\($0.address)\t\($0.reason)\n" }.joined().utf8) }

  static func reasons(_ bytes: [UInt8]) -> [String: String] {
    let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n")
    let pairs = lines.compactMap { line -> (String, String)? in
      guard let tab = line.lastIndex(of: "\t") else { return nil }
      return (String(line[..<tab]), String(line[line.index(after: tab)...]))
    }
    return Dictionary(pairs) { $1 }
  }
}

import Dataset
import Foundation
import Pipeline

/// The side of the child: notes what it is reading, gives up when a document takes too long, and ends
/// when nobody watches any more.
enum Watched {
  static let prefix = "TILIK_WATCHED_"
  static let folderVariable = prefix + "FOLDER"
  static let secondsVariable = prefix + "SECONDS"
  /// Whether documents are to be read one at a time.
  static let aloneVariable = prefix + "ALONE"
  static let flightFile = "reading"
  static let poisonFile = "left-out"

  struct Orders {
    let isolation: Isolation
    let isAlone: Bool
  }

  /// What the watching process wants; nil when there is none.
  /// - Throws: `PipelineError`, `DatasetError` when its notes cannot be read.
  static func orders() throws -> Orders? {
    let environment = ProcessInfo.processInfo.environment
    guard let folder = environment[folderVariable] else { return nil }
    let recorder = try FlightRecorder(folder + "/" + flightFile)
    let poison = PoisonList.reasons(try Files.read(folder + "/" + poisonFile))
    watch(recorder, seconds: environment[secondsVariable].flatMap(Double.init) ?? 0)
    return Orders(
      isolation: Isolation(recorder: recorder, poison: poison),
      isAlone: environment[aloneVariable] == "1")
  }

  /// Asks the system to end this process the moment the one that started it ends, however it does.
  private static func endWithParent() {
    #if os(Linux)
      // Glibc has prctl but Swift does not show functions of any number of arguments.
      typealias Control =
        @convention(c) (
          CInt, CUnsignedLong, CUnsignedLong, CUnsignedLong, CUnsignedLong
        ) -> CInt
      guard let symbol = dlsym(nil, "prctl") else { return }
      let control = unsafeBitCast(symbol, to: Control.self)
      let signalOnParentsDeath: CInt = 1  // PR_SET_PDEATHSIG, linux/prctl.h
      _ = control(signalOnParentsDeath, CUnsignedLong(SIGKILL), 0, 0, 0)
    #endif
  }

  private static func watch(_ recorder: FlightRecorder, seconds: Double) {
    let parent = getppid()
    endWithParent()
    let thread = Thread {
      while true {
        usleep(50_000)
        if getppid() != parent { _exit(128 + SIGKILL) }
        // A parse in C cannot be stopped but with its process.
        if seconds > 0, recorder.marksOverdue(after: seconds) { _exit(Supervisor.overdue) }
      }
    }
    thread.stackSize = 1 << 19
    thread.start()
  }
}

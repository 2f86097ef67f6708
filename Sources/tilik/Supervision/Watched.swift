import Dataset
import Foundation
import Pipeline
import Synchronization

/// The side of the child: notes what it is reading, gives up when a document takes too long or too much, and ends
/// when nobody watches any more.
enum Watched {
  static let prefix = "TILIK_WATCHED_"
  static let folderVariable = prefix + "FOLDER"
  /// The number of the process that watches.
  static let parentVariable = prefix + "PARENT"
  /// Whether documents are to be read one at a time.
  static let aloneVariable = prefix + "ALONE"
  static let flightFile = "reading"
  static let poisonFile = "left-out"

  /// Whether this process is a child.
  static var isChild: Bool { ProcessInfo.processInfo.environment[folderVariable] != nil }

  /// What the watching process wants; nil when there is none.
  /// - Throws: `PipelineError`, `DatasetError` when its notes cannot be read.
  static func orders(_ limits: WorkerLimits) throws -> Isolation? {
    let environment = ProcessInfo.processInfo.environment
    guard let folder = environment[folderVariable] else { return nil }
    let recorder = try FlightRecorder(folder + "/" + flightFile)
    let poison = PoisonList.reasons(try Files.read(folder + "/" + poisonFile))
    let watch = Watch(recorder, limits)
    watch.start(parent: environment[parentVariable].flatMap { pid_t($0) } ?? getppid())
    return Isolation(
      recorder: recorder, poison: poison, isAlone: environment[aloneVariable] == "1",
      limited: { watch.limit($0) }, giveUp: { _exit(Supervisor.shortOfMemory) })
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

  /// Looks at the clock and the memory while documents are read.
  private final class Watch: Sendable {
    private let recorder: FlightRecorder
    private let limits: WorkerLimits
    /// Nil while no documents are read.
    private let process = Mutex<ProcessLimits?>(nil)
    /// Between two looks, in microseconds.
    private static let pause: UInt32 = 50_000
    /// Looks after which the limit of processor time is moved on.
    private static let looksToRenewal = 20

    init(_ recorder: FlightRecorder, _ limits: WorkerLimits) {
      self.recorder = recorder
      self.limits = limits
    }

    func limit(_ isReading: Bool) {
      process.withLock {
        if isReading {
          $0 = ProcessLimits(limits)
          $0?.begin()
        } else if $0 != nil {
          $0 = nil
          ProcessLimits.end()
        }
      }
    }

    /// - Parameter parent: as it says itself. It may have been killed while this process came up, and who is the
    ///   parent now has nothing to do with it.
    func start(parent: pid_t) {
      Watched.endWithParent()
      if getppid() != parent { _exit(128 + SIGKILL) }
      let thread = Thread { [self] in
        for look in 1... {
          usleep(Self.pause)
          if getppid() != parent { _exit(128 + SIGKILL) }
          process.withLock { held in
            guard let held else { return }
            if recorder.isBusy, held.isBeyondMemory { _exit(Supervisor.shortOfMemory) }
            if look % Self.looksToRenewal == 0 { held.renew() }
          }
          // A parse in C cannot be stopped but with its process.
          if limits.seconds > 0, recorder.marksOverdue(after: limits.seconds) {
            _exit(Supervisor.overdue)
          }
        }
      }
      thread.stackSize = 1 << 19
      thread.start()
    }
  }
}

import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Which documents are being read this moment, kept in a file that outlives the process: when it crashes, the
/// one that watches it knows whom to suspect.
///
/// The file is mapped into memory, so a note costs no call of the system. A slot holds a state, the time at
/// which the document was begun, and its address.
public final class FlightRecorder: Sendable {
  /// A document that was under way.
  public struct Flight: Sendable, Hashable {
    /// Of the document that was being read.
    public let address: String
    /// Whether it was found to take longer than it may.
    public let isOverdue: Bool
  }

  private enum State {
    static let free: UInt8 = 0
    static let busy: UInt8 = 1
    static let overdue: UInt8 = 2
    /// Under way, however long it takes: a step over an archive may have gigabytes to pass by.
    static let unhurried: UInt8 = 3
  }

  /// The longest address that Linux lets a path have, and what stands in front of it.
  private static let slotSize = 4096 + addressStart
  private static let timeStart = 8
  private static let lengthStart = 16
  private static let addressStart = 24
  private static let slots = 256

  private struct Memory: @unchecked Sendable {
    let base: UnsafeMutableRawPointer
  }

  private let memory: Memory
  private let taken = Mutex<[Bool]>(Array(repeating: false, count: FlightRecorder.slots))

  /// - Throws: `PipelineError` when the file cannot be made or mapped.
  public init(_ path: String) throws(PipelineError) {
    let size = Self.slots * Self.slotSize
    let file = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    guard file >= 0 else { throw PipelineError("\(path): \(String(cString: strerror(errno)))") }
    defer { _ = close(file) }
    guard ftruncate(file, off_t(size)) == 0,
      let base = mmap(nil, size, PROT_READ | PROT_WRITE, MAP_SHARED, file, 0),
      base != MAP_FAILED
    else { throw PipelineError("\(path): \(String(cString: strerror(errno)))") }
    memory = Memory(base: base)
  }

  deinit {
    munmap(memory.base, Self.slots * Self.slotSize)
  }

  /// Notes that a document is being read, for as long as `body` runs.
  func during<Result>(
    _ address: String, hasDeadline: Bool = true, _ body: () -> Result
  ) -> Result {
    let slot = taken.withLock { taken -> Int? in
      guard let free = taken.firstIndex(of: false) else { return nil }
      taken[free] = true
      return free
    }
    guard let slot else { return body() }
    let place = memory.base + slot * Self.slotSize
    let bytes = Array(address.utf8.prefix(4096))
    bytes.withUnsafeBytes {
      if let source = $0.baseAddress { memcpy(place + Self.addressStart, source, bytes.count) }
    }
    place.storeBytes(of: UInt64(bytes.count), toByteOffset: Self.lengthStart, as: UInt64.self)
    place.storeBytes(of: Self.now, toByteOffset: Self.timeStart, as: UInt64.self)
    place.storeBytes(of: hasDeadline ? State.busy : State.unhurried, as: UInt8.self)
    defer {
      place.storeBytes(of: State.free, as: UInt8.self)
      taken.withLock { $0[slot] = false }
    }
    return body()
  }

  /// Marks what has been under way for longer than this.
  /// - Returns: whether there is any.
  public func marksOverdue(after seconds: Double) -> Bool {
    let now = Self.now
    var isAny = false
    for slot in 0..<Self.slots {
      let place = memory.base + slot * Self.slotSize
      guard place.load(as: UInt8.self) == State.busy else { continue }
      let begun = place.load(fromByteOffset: Self.timeStart, as: UInt64.self)
      guard now > begun, Double(now - begun) > seconds * 1e9 else { continue }
      place.storeBytes(of: State.overdue, as: UInt8.self)
      isAny = true
    }
    return isAny
  }

  /// Whether anything is under way.
  public var isBusy: Bool {
    (0..<Self.slots).contains {
      (memory.base + $0 * Self.slotSize).load(as: UInt8.self) != State.free
    }
  }

  /// What was under way when the process that wrote the file ended.
  public func flights() -> [Flight] {
    (0..<Self.slots).compactMap { slot in
      let place = memory.base + slot * Self.slotSize
      let state = place.load(as: UInt8.self)
      guard state != State.free else { return nil }
      let length = place.load(fromByteOffset: Self.lengthStart, as: UInt64.self)
      let bytes = UnsafeRawBufferPointer(
        start: place + Self.addressStart, count: Int(min(length, 4096)))
      return Flight(
        address: String(decoding: bytes, as: UTF8.self), isOverdue: state == State.overdue)
    }
  }

  /// Forgets them, before another process begins.
  public func clear() {
    for slot in 0..<Self.slots {
      (memory.base + slot * Self.slotSize).storeBytes(of: State.free, as: UInt8.self)
    }
  }

  /// Nanoseconds of a clock that all processes share.
  private static var now: UInt64 {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return UInt64(time.tv_sec) * 1_000_000_000 + UInt64(time.tv_nsec)
  }
}

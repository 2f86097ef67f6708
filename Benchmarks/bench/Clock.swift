import Glibc

/// What this process used.
enum Clock {
  /// Seconds of processor time. Waiting for others' work on the machine does not count, though what it
  /// does to the caches does: figures are compared within one run only.
  static func processorTime() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  static func time(_ work: () -> Int) -> Double {
    let start = processorTime()
    _ = work()
    return processorTime() - start
  }

  /// The most memory held so far, in megabytes of 1,000,000 bytes.
  static func peakMegabytes() -> Double {
    var usage = rusage()
    // The C library declares the constant as a type of its own.
    getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    return Double(usage.ru_maxrss) * 1024 / 1e6
  }
}

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// How long the parts of a run took.
struct Stopwatch {
  private var last = ContinuousClock.now
  private let first = ContinuousClock.now
  private(set) var parts: [(name: String, seconds: Double)] = []
  /// When the run began, in UTC: `2026-01-16T06:05:00Z`.
  let started: String = Stopwatch.now()

  /// Ends a part, which began where the one before it ended.
  mutating func lap(_ name: String) {
    let now = ContinuousClock.now
    parts.append((name, Self.seconds(now - last)))
    last = now
  }

  var total: Double { Self.seconds(last - first) }

  private static func seconds(_ duration: Duration) -> Double {
    let (seconds, attoseconds) = duration.components
    return Double(seconds) + Double(attoseconds) / 1e18
  }

  private static func now() -> String {
    var clock = time(nil)
    var parts = tm()
    gmtime_r(&clock, &parts)
    func two(_ number: CInt) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return "\(parts.tm_year + 1900)-\(two(parts.tm_mon + 1))-\(two(parts.tm_mday))"
      + "T\(two(parts.tm_hour)):\(two(parts.tm_min)):\(two(parts.tm_sec))Z"
  }
}

import Pipeline

/// Shows how a run goes on: a bar on a terminal, a line now and then elsewhere.
final class Progress {
  private let isTerminal: Bool
  private let isQuiet: Bool
  /// What is done with each.
  private let verb: String
  private let start = ContinuousClock.now
  private var last: ContinuousClock.Instant?
  private var isDrawn = false

  init(isQuiet: Bool, verb: String = "read", isTerminal: Bool = Console.errorIsTerminal) {
    self.isQuiet = isQuiet
    self.verb = verb
    self.isTerminal = isTerminal
  }

  func show(_ event: RunEvent) {
    guard !isQuiet else { return }
    switch event {
    case .listed(let documents, let archives): say(Self.found(documents, archives))
    case .read(let done, let failed, let total):
      let now = ContinuousClock.now
      let pause: Duration = isTerminal ? .milliseconds(100) : .seconds(10)
      if done < total ?? Int.max, now - (last ?? start) < pause, last != nil || !isTerminal {
        return
      }
      last = now
      let line = Self.line(done: done, failed: failed, of: total, after: now - start)
      if isTerminal {
        draw(line, share: total.map { Double(done) / Double(max(1, $0)) })
      } else {
        say(verb + " " + line)
      }
    case .reconciling: say("bringing claims together")
    case .writing: say("writing the dataset")
    case .note(let line): say(line)
    }
  }

  /// Clears the bar, before anything else is written.
  func end() {
    if isDrawn { Console.draw("\r\u{1B}[K") }
    isDrawn = false
  }

  /// `400 of 1000, 1 failed, 120/s, 0:05 left`.
  static func line(done: Int, failed: Int, of total: Int?, after time: Duration) -> String {
    var parts = [total.map { "\(done) of \($0)" } ?? "\(done) documents"]
    if failed > 0 { parts.append("\(failed) failed") }
    let seconds = Double(time.components.seconds) + Double(time.components.attoseconds) / 1e18
    if seconds > 0, done > 0 {
      let rate = Double(done) / seconds
      parts.append(rate < 10 ? "\((rate * 10).rounded() / 10)/s" : "\(Int(rate.rounded()))/s")
      if let total, done < total {
        let left = Int((Double(total - done) / rate).rounded(.up))
        parts.append("\(clock(left)) left")
      }
    }
    return parts.joined(separator: ", ")
  }

  /// Seconds as `1:02:03` or `2:03`.
  static func clock(_ seconds: Int) -> String {
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    let minutes = seconds / 60
    return minutes < 60
      ? "\(minutes):\(two(seconds % 60))"
      : "\(minutes / 60):\(two(minutes % 60)):\(two(seconds % 60))"
  }

  private func say(_ line: String) {
    end()
    Console.error(line)
  }

  /// `reading 1 document`, `reading 12 documents and 3 archives`.
  static func found(_ documents: Int, _ archives: Int) -> String {
    var parts: [String] = []
    if documents > 0 || archives == 0 {
      parts.append(documents == 1 ? "1 document" : "\(documents) documents")
    }
    if archives > 0 { parts.append(archives == 1 ? "1 archive" : "\(archives) archives") }
    return "reading " + parts.joined(separator: " and ")
  }

  /// - Parameter share: of the work that is done; nil when nobody knows.
  private func draw(_ line: String, share: Double?) {
    let width = share == nil ? 0 : max(0, min(30, Console.columns - line.count - 5))
    let share = share ?? 0
    let full = Int((Double(width) * share).rounded())
    let bar =
      width < 5
      ? ""
      : "[" + String(repeating: "#", count: full) + String(repeating: ".", count: width - full)
        + "] "
    Console.draw("\r\u{1B}[K" + bar + line)
    isDrawn = true
  }
}

/// Maps over an array on several cores, with a bound on how much is under way.
enum ParallelMap {
  /// - Parameters:
  ///   - jobs: pieces that are worked on at the same time, at least 1.
  ///   - chunk: elements of a piece; small enough that no worker is left with much at the end.
  ///   - done: told after each piece how many elements it had; called one at a time.
  /// - Returns: the results in the order of the elements, whatever the order of work.
  static func map<Element: Sendable, Result: Sendable>(
    _ elements: [Element], jobs: Int, chunk: Int = 8,
    _ transform: @escaping @Sendable (Element) -> Result,
    done: (ArraySlice<Result>) -> Void
  ) async -> [Result] {
    let starts = Array(stride(from: 0, to: elements.count, by: chunk))
    var pieces = [[Result]](repeating: [], count: starts.count)
    await withTaskGroup(of: (Int, [Result]).self) { group in
      var next = 0
      func add() {
        guard next < starts.count else { return }
        let piece = next
        let range = starts[piece]..<min(starts[piece] + chunk, elements.count)
        group.addTask { (piece, elements[range].map(transform)) }
        next += 1
      }
      for _ in 0..<max(1, jobs) { add() }
      for await (piece, results) in group {
        add()
        pieces[piece] = results
        done(results[...])
      }
    }
    return pieces.flatMap { $0 }
  }

  /// Maps over what comes one behind another, pulling no more than is about to be worked on.
  /// - Parameters:
  ///   - next: gives the next element, nil at the end; called by one thread, while others work.
  ///   - weight: bytes that an element holds.
  ///   - window: bytes that elements under way may hold together; a single one may have more.
  ///   - done: as above.
  /// - Returns: the results in the order in which the elements came.
  static func map<Element: Sendable, Result: Sendable>(
    next: () -> Element?, weight: (Element) -> Int, jobs: Int, chunk: Int = 8,
    window: Int = 32 << 20, _ transform: @escaping @Sendable (Element) -> Result,
    done: (ArraySlice<Result>) -> Void
  ) async -> [Result] {
    var pieces: [[Result]] = []
    await withTaskGroup(of: (Int, Int, [Result]).self) { group in
      var (running, held) = (0, 0)
      func finishOne() async {
        guard let (piece, bytes, results) = await group.next() else { return }
        running -= 1
        held -= bytes
        pieces[piece] = results
        done(results[...])
      }
      var isAtEnd = false
      while !isAtEnd {
        var elements: [Element] = []
        var bytes = 0
        while elements.count < chunk, bytes < window / (2 * max(1, jobs)) {
          guard let element = next() else {
            isAtEnd = true
            break
          }
          bytes += weight(element)
          elements.append(element)
        }
        if elements.isEmpty { break }
        while running >= max(1, jobs) || running > 0 && held + bytes > window { await finishOne() }
        let (piece, work) = (pieces.count, elements)
        pieces.append([])
        running += 1
        held += bytes
        group.addTask { (piece, bytes, work.map(transform)) }
      }
      while running > 0 { await finishOne() }
    }
    return pieces.flatMap { $0 }
  }
}

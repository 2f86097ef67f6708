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

  /// The same over what comes one behind another, pulling no more than is about to be worked on.
  static func map<Element: Sendable, Result: Sendable>(
    next: () -> Element?, weight: (Element) -> Int, jobs: Int, chunk: Int = 8,
    window: Int = 32 << 20, _ transform: @escaping @Sendable (Element) -> Result,
    done: (ArraySlice<Result>) -> Void
  ) async -> [Result] {
    var pieces: [Int: [Result]] = [:]
    await forEach(
      next: next, weight: weight, jobs: jobs, chunk: chunk, window: window, transform
    ) { position, results in
      pieces[position] = results
      done(results[...])
    }
    return pieces.keys.sorted().flatMap { pieces[$0] ?? [] }
  }

  /// Works on what comes one behind another, and holds neither elements nor results longer than needed.
  /// - Parameters:
  ///   - next: gives the next element, nil at the end; called by one thread, while others work.
  ///   - weight: bytes that an element holds.
  ///   - window: bytes that elements under way may hold together; a single one may have more.
  ///   - overlaps: whether elements may be pulled while others are worked on.
  ///   - done: told after each piece at which position it began, and its results; called one at a time. When
  ///     it throws, no more is pulled.
  static func forEach<Element: Sendable, Result: Sendable, Failure: Error>(
    next: () -> Element?, weight: (Element) -> Int = { _ in 0 }, jobs: Int, chunk: Int = 8,
    window: Int = 32 << 20, overlaps: Bool = true,
    _ transform: @escaping @Sendable (Element) -> Result,
    done: (Int, [Result]) throws(Failure) -> Void
  ) async throws(Failure) {
    var failure: Failure?
    await withTaskGroup(of: (Int, Int, [Result]).self) { group in
      var (running, held, position) = (0, 0, 0)
      func finishOne() async {
        guard let (start, bytes, results) = await group.next() else { return }
        running -= 1
        held -= bytes
        guard failure == nil else { return }
        do throws(Failure) { try done(start, results) } catch { failure = error }
      }
      var isAtEnd = false
      while !isAtEnd, failure == nil {
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
        let (start, work) = (position, elements)
        position += elements.count
        running += 1
        held += bytes
        group.addTask { (start, bytes, work.map(transform)) }
        if !overlaps { await finishOne() }
      }
      while running > 0 { await finishOne() }
    }
    if let failure { throw failure }
  }
}

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
}

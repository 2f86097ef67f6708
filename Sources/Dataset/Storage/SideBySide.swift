import Dispatch
import Synchronization

/// Pieces of work that have nothing to do with one another, some at the same time.
package enum SideBySide {
  /// - Parameters:
  ///   - jobs: pieces that are worked on at the same time.
  ///   - pieces: what takes longest first.
  /// - Throws: what the first of the pieces that failed throws, when all are at their end.
  package static func run(jobs: Int, _ pieces: [@Sendable () throws -> Void]) throws {
    let next = Mutex(pieces.startIndex)
    let failures = Mutex<[Int: any Error]>([:])
    DispatchQueue.concurrentPerform(iterations: max(1, min(jobs, pieces.count))) { _ in
      while true {
        let piece = next.withLock { next in
          defer { next += 1 }
          return next
        }
        guard piece < pieces.endIndex else { return }
        do { try pieces[piece]() } catch { failures.withLock { $0[piece] = error } }
      }
    }
    if let first = failures.withLock({ $0.min { $0.key < $1.key } }) { throw first.value }
  }
}

import Crawl
import Extract

/// What keeps one document from taking a run with it: a note of each that is being read, and those that
/// are known to crash or hang, with what they did.
public struct Isolation: Sendable {
  let recorder: FlightRecorder
  /// By address, why it is left out.
  let poison: [String: String]
  /// Whether nothing else may be under way while a document is read, since one of them is to be found out.
  let isAlone: Bool
  /// Called before the first document is read and behind the last one. What comes then takes memory and time by
  /// the size of the corpus, and no limit for documents may hold.
  let limited: @Sendable (Bool) -> Void
  /// Ends the process: what was being read cannot be trusted for want of memory, whosever fault that is.
  let giveUp: @Sendable () -> Void

  public init(
    recorder: FlightRecorder, poison: [String: String], isAlone: Bool = false,
    limited: @escaping @Sendable (Bool) -> Void = { _ in },
    giveUp: @escaping @Sendable () -> Void = {}
  ) {
    self.recorder = recorder
    self.poison = poison
    self.isAlone = isAlone
    self.limited = limited
    self.giveUp = giveUp
  }
}

extension Isolation? {
  var isAlone: Bool { self?.isAlone ?? false }

  func limit(_ isReading: Bool) { self?.limited(isReading) }

  /// Reads a document under the eyes of whoever watches the run.
  /// - Returns: nil for a document that is left out.
  func reading(_ address: String, _ body: () -> DocumentRecord?) -> DocumentRecord? {
    guard let isolation = self else { return body() }
    guard isolation.poison[address] == nil else { return nil }
    return isolation.recorder.during(address) {
      let record = body()
      if record?.isShortOfMemory == true { isolation.giveUp() }
      return record
    }
  }

  /// The same for documents that are read as one, under the address of the first.
  func reading(together address: String, _ body: () -> [DocumentRecord]) -> [DocumentRecord] {
    guard let isolation = self else { return body() }
    guard isolation.poison[address] == nil else { return [] }
    return isolation.recorder.during(address, body)
  }

  /// What a stream is to ask before each step into an archive, where a crash would be nobody's.
  /// - Parameter pass: in words, where it is not the first over the corpus.
  func watch(_ pass: String = "") -> DocumentStream.Watch {
    guard let isolation = self else { return { (_, _, step) throws(CrawlError) in step() } }
    return { (archive, given, step) throws(CrawlError) in
      let place = "\(archive)\(pass), behind \(given) documents"
      if let reason = isolation.poison[place] {
        throw .document(
          address: archive, reason: "\(reason), behind \(given) documents; the rest was not read")
      }
      return isolation.recorder.during(place, hasDeadline: false) {
        let document = step()
        if document?.omission?.reason.hasPrefix(CrawlError.memoryReason) == true {
          isolation.giveUp()
        }
        return document
      }
    }
  }
}

extension DocumentRecord {
  fileprivate var isShortOfMemory: Bool {
    article?.remark == Extractor.memoryRemark || reason == CrawlError.memoryReason
  }
}

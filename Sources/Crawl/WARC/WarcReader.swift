/// The records of a WARC file, one behind another (ISO 28500:2017; version 1.0 is read alike).
final class WarcReader {
  enum Step {
    /// A record whose block has not been read yet.
    case record(WarcHeader, RecordPlace)
    /// Something at a place that is no record, or one that cannot be read.
    case trouble(RecordPlace, String)
    /// - Parameter reason: what is missing at the end; nil when nothing is.
    case end(reason: String?)
  }

  private static let noRecord = "no WARC record begins here"
  private static let lineLimit = 1 << 16
  private static let lineCount = 1000

  private let bytes: RecordBytes
  /// Of the current block.
  private(set) var remaining = 0
  private var start = RecordPlace(member: 0)
  /// Behind a record's block, where what follows has not been looked at.
  private var isInRecord = false
  private var found: (place: RecordPlace, version: [UInt8])?
  private var pendingStep: Step?
  /// Records whose block was there to its end.
  private(set) var complete = 0

  init(_ stream: any ByteStream, limits: CrawlLimits) throws(StreamFailure) {
    bytes = try RecordBytes(stream, limits: limits)
  }

  /// The record at a place, which need not lie in front of the others.
  func record(at place: RecordPlace) -> Step {
    do throws(StreamFailure) {
      isInRecord = false
      found = nil
      guard try bytes.go(to: place) else { return .end(reason: nil) }
      return try header(at: bytes.place)
    } catch {
      return .trouble(place, error.reason)
    }
  }

  func next() -> Step {
    if let step = pendingStep {
      pendingStep = nil
      return step
    }
    do throws(StreamFailure) {
      if isInRecord {
        if let reason = try close() { return trouble(reason) }
      }
      if let (place, version) = found {
        found = nil
        return try header(at: place, version: version)
      }
      guard try bytes.peek() != nil else { return .end(reason: nil) }
      return try header(at: bytes.place)
    } catch {
      return trouble(error)
    }
  }

  /// Reads of the current block as much as there is, up to a number of bytes.
  func read(_ count: Int) throws(StreamFailure) -> [UInt8] {
    var block: [UInt8]? = []
    let wanted = min(count, remaining)
    block?.reserveCapacity(min(wanted, 1 << 20))
    let got = try bytes.advance(wanted, appendingTo: &block)
    remaining -= got
    guard got == wanted else { throw .truncated }
    return block ?? []
  }

  /// A line of the current block without its end; nil when there is none left.
  func line() throws(StreamFailure) -> [UInt8]? {
    guard remaining > 0 else { return nil }
    var line: [UInt8] = []
    while remaining > 0 {
      guard let byte = try bytes.take() else { throw .truncated }
      remaining -= 1
      if byte == 0x0A { break }
      if line.count < Self.lineLimit { line.append(byte) }
    }
    if line.last == 0x0D { line.removeLast() }
    return line
  }

  /// Passes by what is left of the block, so that the checksum behind it and what follows are seen.
  /// - Returns: why the record is not to be trusted; nil for a sound one.
  func seal() -> String? {
    var reason: String?
    do throws(StreamFailure) {
      reason = try close()
      guard reason != nil else { return nil }
    } catch {
      // A file that breaks off behind the last byte of a record has that record.
      if error == .truncated {
        guard recover() else {
          pendingStep = .end(reason: unended(error.reason))
          return nil
        }
        return "damaged"
      }
      if error == .garbage {
        let place = bytes.memberPlace
        pendingStep =
          recover() ? .trouble(place, error.reason) : .end(reason: error.reason + " at its end")
        return nil
      }
      reason = error.reason
    }
    found = nil
    if !recover() { pendingStep = .end(reason: nil) }
    return reason
  }

  private func close() throws(StreamFailure) -> String? {
    isInRecord = false
    var nothing: [UInt8]?
    let got = try bytes.advance(remaining, appendingTo: &nothing)
    guard got == remaining else { throw .truncated }
    remaining = 0
    complete += 1
    while let byte = try bytes.peek(), byte == 0x0D || byte == 0x0A { _ = try bytes.take() }
    guard try bytes.peek() != nil else { return nil }
    let place = bytes.place
    guard let line = try bytes.line(limit: 64) else { return nil }
    found = (place, line)
    guard !WarcHeader.isVersion(line) else { return nil }
    complete -= 1
    return "no record follows where its Content-Length says so"
  }

  private func header(
    at place: RecordPlace, version: [UInt8]? = nil
  ) throws(StreamFailure) -> Step {
    start = place
    var line = version
    if line == nil { line = try bytes.line(limit: 64) }
    guard let line, WarcHeader.isVersion(line) else { return trouble(Self.noRecord) }
    var lines: [[UInt8]] = []
    while true {
      guard let line = try bytes.line(limit: Self.lineLimit) else { throw .truncated }
      if line.isEmpty { break }
      lines.append(line)
      guard lines.count <= Self.lineCount else { return trouble("its header has no end") }
    }
    var header = WarcHeader()
    for field in HeaderField.all(lines) { header.set(field) }
    guard let length = header.length else {
      return trouble("its Content-Length is missing or no number")
    }
    remaining = length
    isInRecord = true
    return .record(header, place)
  }

  // MARK: Damage

  private func trouble(_ reason: String) -> Step {
    let place = start
    found = nil
    return recover() ? .trouble(place, reason) : .end(reason: unended(reason))
  }

  /// What a failure in the current block means for the file.
  func trouble(_ failure: StreamFailure) -> Step {
    let place = start
    isInRecord = false
    found = nil
    if case .system(let words) = failure { return .end(reason: words) }
    if recover() { return .trouble(place, failure == .truncated ? "damaged" : failure.reason) }
    return .end(reason: unended(failure == .truncated ? "the file ends too early" : failure.reason))
  }

  private func unended(_ reason: String) -> String {
    if complete == 0, start == RecordPlace(member: 0), reason == Self.noRecord {
      return "no WARC file: it does not begin with a record"
    }
    return "\(reason), at \(start.written), behind \(complete) complete records"
  }

  /// Looks for the next record behind one that cannot be read.
  private func recover() -> Bool {
    isInRecord = false
    while true {
      do throws(StreamFailure) {
        if bytes.hasFailed {
          guard bytes.goToNextMember() else { return false }
        } else {
          try bytes.goBack(behind: start)
        }
        while try bytes.peek() != nil {
          let place = bytes.place
          guard let line = try bytes.line(limit: 64) else { break }
          if WarcHeader.isVersion(line) {
            found = (place, line)
            return true
          }
        }
        return false
      } catch {
        if case .system = error { return false }
      }
    }
  }
}

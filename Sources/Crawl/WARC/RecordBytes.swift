import CZlib

/// The bytes of a WARC file, unpacked where it is packed, in a window that moves over it.
///
/// A packed file is a row of gzip members, as a rule one for each record, but records may share a
/// member or go over several. Damage is found by the checksums of the members.
final class RecordBytes {
  private let stream: any ByteStream
  private let limits: CrawlLimits
  private let inflater: Inflater?
  private let whole = MemberInflater()

  /// A member that is larger as it is stored, or four times as large unpacked, goes a step at a time.
  private static let wholeMember = 1 << 16

  /// What was taken from the stream, and where in the stream it ends.
  private let input: UnsafeMutableRawBufferPointer
  private var pending = 0..<0
  private var inputEnd = 0
  /// Behind what was taken.
  private var streamFailure: StreamFailure?

  /// What was unpacked; unused for a plain file.
  private let output: UnsafeMutableRawBufferPointer
  private var window = UnsafeRawBufferPointer(start: nil, count: 0)
  private var cursor = 0
  /// Of the window's first byte.
  private var windowPlace = RecordPlace(member: 0)

  private var isInMember = false
  /// Where the member began, and how much of it was unpacked.
  private var member = 0
  private var unpacked = 0
  /// Found while bytes before it were still to be handed out.
  private var failure: StreamFailure?
  /// Nothing before it is searched for a second time, so that no file can make us read it often.
  private var searchedTo = 0

  /// Looks at the first bytes to see whether the file is packed, whatever its name says.
  init(_ stream: any ByteStream, limits: CrawlLimits) throws(StreamFailure) {
    self.stream = stream
    self.limits = limits
    input = .allocate(byteCount: 4 * Self.wholeMember, alignment: 16)
    var count = 0
    do throws(StreamFailure) {
      while count < 2 {
        let more = try stream.read(into: UnsafeMutableRawBufferPointer(rebasing: input[count...]))
        if more == 0 { break }
        count += more
      }
    } catch {
      // There is no deinit for what was never whole.
      input.deallocate()
      throw error
    }
    pending = 0..<count
    inputEnd = count
    let isPacked = count >= 2 && input[0] == 0x1F && input[1] == 0x8B
    inflater = isPacked ? Inflater() : nil
    output = .allocate(byteCount: isPacked ? 4 * Self.wholeMember : 0, alignment: 16)
  }

  deinit {
    input.deallocate()
    output.deallocate()
  }

  var isPacked: Bool { inflater != nil }

  /// Of the byte that `peek` gives.
  var place: RecordPlace {
    isPacked
      ? RecordPlace(member: windowPlace.member, inner: windowPlace.inner + cursor)
      : RecordPlace(member: windowPlace.member + cursor)
  }

  /// The next byte; nil at the end.
  func peek() throws(StreamFailure) -> UInt8? {
    while cursor == window.count {
      if try !fill() { return nil }
    }
    return window[cursor]
  }

  func take() throws(StreamFailure) -> UInt8? {
    let byte = try peek()
    if byte != nil { cursor += 1 }
    return byte
  }

  /// Where the member that is read, or what should be one, begins.
  var memberPlace: RecordPlace { RecordPlace(member: member) }

  /// Whether the last thing that happened was a failure.
  var hasFailed: Bool { failure != nil }

  /// Appends bytes, or leaves them out when there is nothing to append to.
  /// - Returns: how many there were, which is less than asked for at the end only.
  func advance(_ count: Int, appendingTo bytes: inout [UInt8]?) throws(StreamFailure) -> Int {
    var left = count
    while left > 0, try peek() != nil {
      let step = min(left, window.count - cursor)
      bytes?.append(contentsOf: UnsafeRawBufferPointer(rebasing: window[cursor..<cursor + step]))
      cursor += step
      left -= step
    }
    return count - left
  }

  // MARK: The window

  private func fill() throws(StreamFailure) -> Bool {
    if let failure { throw failure }
    guard let inflater else {
      guard try refill() else { return false }
      window = UnsafeRawBufferPointer(rebasing: input[pending])
      windowPlace = RecordPlace(member: inputEnd - pending.count)
      cursor = 0
      pending = 0..<0
      return true
    }
    return try fill(from: inflater, room: output.count)
  }

  private func fill(from inflater: Inflater, room: Int) throws(StreamFailure) -> Bool {
    while true {
      let isNew = !isInMember
      if isNew, try !beginMember(inflater) { return false }
      let isWhole = isNew && room == output.count
      if isWhole { readAhead() }
      guard try refill() else { throw fail(.truncated) }
      let step = step(inflater, room: room, isWhole: isWhole)
      pending = pending.lowerBound + step.taken..<pending.upperBound
      switch step.state {
      case .more: break
      case .end: isInMember = false
      case .damaged: failure = .damaged("damaged gzip")
      case .memory: failure = .memory
      }
      let allowed = max(limits.ratioFloor, (inputEnd - pending.count - member) * limits.ratio)
      guard unpacked + step.given <= allowed else { throw fail(.bomb) }
      if step.given > 0 {
        window = UnsafeRawBufferPointer(rebasing: output[..<step.given])
        windowPlace = RecordPlace(member: member, inner: unpacked)
        cursor = 0
        unpacked += step.given
        return true
      }
      if let failure { throw failure }
    }
  }

  /// - Parameter isWhole: whether to try the member as a whole.
  private func step(
    _ inflater: Inflater, room: Int, isWhole: Bool
  ) -> (taken: Int, given: Int, state: Inflater.State) {
    let source = UnsafeRawBufferPointer(rebasing: input[pending])
    let target = UnsafeMutableRawBufferPointer(rebasing: output[..<room])
    if isWhole, let member = whole.unpack(source, into: target) {
      return (member.taken, member.given, .end)
    }
    return inflater.step(source, into: target)
  }

  /// Makes sure that a member of the usual size lies in memory to its end, where the stream gives as much.
  private func readAhead() {
    guard pending.count < Self.wholeMember, pending.lowerBound > 0 else { return }
    UnsafeMutableRawBufferPointer(rebasing: input[..<pending.count])
      .copyMemory(from: UnsafeRawBufferPointer(rebasing: input[pending]))
    pending = 0..<pending.count
    let room = UnsafeMutableRawBufferPointer(rebasing: input[pending.upperBound...])
    do throws(StreamFailure) {
      let count = try stream.read(into: room)
      pending = 0..<pending.upperBound + count
      inputEnd += count
    } catch {
      streamFailure = error
    }
  }

  private func fail(_ failure: StreamFailure) -> StreamFailure {
    self.failure = failure
    return failure
  }

  /// Makes sure that there is input.
  private func refill() throws(StreamFailure) -> Bool {
    guard pending.isEmpty else { return true }
    if let streamFailure { throw fail(streamFailure) }
    let count: Int
    do throws(StreamFailure) { count = try stream.read(into: input) } catch { throw fail(error) }
    pending = 0..<count
    inputEnd += count
    return count > 0
  }

  /// Zeros between and behind members are padding, as tapes and block devices leave it.
  private func beginMember(_ inflater: Inflater) throws(StreamFailure) -> Bool {
    while try refill(), input[pending.lowerBound] == 0 { pending = pending.dropFirst() }
    guard !pending.isEmpty else { return false }
    member = inputEnd - pending.count
    unpacked = 0
    guard inflater.isAlive else { throw fail(.memory) }
    guard input[pending.lowerBound] == 0x1F, inflater.reset() else {
      throw fail(.garbage)
    }
    isInMember = true
    return true
  }

  // MARK: Going elsewhere

  /// Goes to a place of the file; only forwards when the stream does.
  /// - Returns: false when there is no such place.
  func go(to place: RecordPlace) throws(StreamFailure) -> Bool {
    var skip = place.inner
    if isPacked, failure == nil, isInMember || cursor < window.count,
      windowPlace.member == place.member,
      self.place <= place
    {
      skip -= self.place.inner
    } else {
      guard try goInStored(to: place.member), try peek() != nil, self.place.member == place.member
      else { return false }
    }
    var nothing: [UInt8]?
    return try advance(skip, appendingTo: &nothing) == skip
  }

  /// Goes back to just behind the beginning of a record of a plain file, to look for the next one in
  /// what was taken for its contents. Stays where it is when that was searched before.
  func goBack(behind place: RecordPlace) throws(StreamFailure) {
    let reached = self.place.member
    let from = max(place.member + 1, searchedTo)
    guard !isPacked, from < reached else { return }
    searchedTo = reached
    guard seek(to: from) else { return }
    forgetWindow()
  }

  /// Goes to the next member that begins a record, after a failure. What was unpacked in error is
  /// searched too when the stream goes back.
  /// - Returns: false when there is none.
  func goToNextMember() -> Bool {
    guard let inflater else { return false }
    let reached = inputEnd - pending.count
    let from = max(member + 1, searchedTo)
    searchedTo = max(searchedTo, reached)
    forgetWindow()
    if from < reached { _ = seek(to: from) }
    do throws(StreamFailure) {
      while try findMagic() {
        let candidate = inputEnd - pending.count
        if let first = try? fill(from: inflater, room: 5), first, member == candidate,
          window.elementsEqual("WARC/".utf8)
        {
          return true
        }
        forgetWindow()
        let behind = candidate + 1
        let start = inputEnd - pending.count
        if behind < start {
          _ = seek(to: behind)
        } else if behind > start {
          pending = pending.dropFirst()
        }
      }
    } catch {}
    return false
  }

  /// The two bytes with which RFC 1952 begins a member; what follows them is tried.
  private func findMagic() throws(StreamFailure) -> Bool {
    while try refill() {
      let piece = input[pending]
      guard let place = piece.firstIndex(of: 0x1F) else {
        pending = 0..<0
        continue
      }
      pending = place..<pending.upperBound
      if pending.count == 1 {
        // The last byte of what was read: the second one is found out by trying.
        return true
      }
      if input[place + 1] == 0x8B { return true }
      pending = pending.dropFirst()
    }
    return false
  }

  private func goInStored(to position: Int) throws(StreamFailure) -> Bool {
    forgetWindow()
    if seek(to: position) { return true }
    while try refill(), inputEnd <= position { pending = 0..<0 }
    let start = inputEnd - pending.count
    guard start <= position, position < inputEnd else { return false }
    pending = pending.lowerBound + position - start..<pending.upperBound
    return true
  }

  private func seek(to position: Int) -> Bool {
    guard stream.seek(to: position) else { return false }
    pending = 0..<0
    inputEnd = position
    streamFailure = nil
    return true
  }

  private func forgetWindow() {
    window = UnsafeRawBufferPointer(start: nil, count: 0)
    cursor = 0
    isInMember = false
    failure = nil
  }

  /// A line without its end, of which no more than some bytes are kept; nil at the end.
  func line(limit: Int) throws(StreamFailure) -> [UInt8]? {
    guard try peek() != nil else { return nil }
    var line: [UInt8] = []
    while try peek() != nil {
      let rest = UnsafeRawBufferPointer(rebasing: window[cursor...])
      let end = rest.firstIndex(of: 0x0A)
      let piece = rest[..<(end ?? rest.count)]
      line.append(contentsOf: piece.prefix(max(0, limit - line.count)))
      cursor += piece.count
      if end != nil {
        cursor += 1
        break
      }
    }
    if line.last == 0x0D { line.removeLast() }
    return line
  }
}

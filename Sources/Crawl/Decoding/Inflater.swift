import CZlib

/// zlib's state for one gzip member after another, a step at a time.
final class Inflater {
  enum State { case more, end, damaged, memory }

  private let stream: UnsafeMutablePointer<z_stream>
  /// Whether there was memory for its state.
  let isAlive: Bool

  init() {
    stream = .allocate(capacity: 1)
    stream.initialize(to: z_stream())
    isAlive = tilik_inflate_init(stream, Gunzip.Format.gzip.rawValue) == Z_OK
  }

  deinit {
    if isAlive { inflateEnd(stream) }
    stream.deinitialize(count: 1)
    stream.deallocate()
  }

  /// Makes ready for a new member.
  func reset() -> Bool { isAlive && inflateReset(stream) == Z_OK }

  /// Unpacks as much as there is room for.
  /// - Returns: bytes taken from the input and given to the output, and whether the member goes on.
  func step(
    _ input: UnsafeRawBufferPointer, into output: UnsafeMutableRawBufferPointer
  ) -> (taken: Int, given: Int, state: State) {
    stream.pointee.next_in = UnsafeMutablePointer(
      mutating: input.baseAddress?.assumingMemoryBound(to: UInt8.self))
    stream.pointee.avail_in = UInt32(input.count)
    stream.pointee.next_out = output.baseAddress?.assumingMemoryBound(to: UInt8.self)
    stream.pointee.avail_out = UInt32(output.count)
    let result = inflate(stream, Z_NO_FLUSH)
    let state: State =
      switch result {
      case Z_OK, Z_BUF_ERROR: .more
      case Z_STREAM_END: .end
      case Z_MEM_ERROR: .memory
      default: .damaged
      }
    return (
      input.count - Int(stream.pointee.avail_in), output.count - Int(stream.pointee.avail_out),
      state
    )
  }
}

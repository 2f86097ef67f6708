import CZlib

/// Unpacks gzip a piece at a time: one member behind another, as `gzip` itself reads them. Reads the
/// two sorts of HTTP's `deflate` as well, of which there is only one behind another.
struct Gunzip: ~Copyable {
  /// As `inflateInit2` of zlib.h takes them: 15 bits of window, and 16 for "gzip only".
  enum Format: CInt {
    case gzip = 31
    case zlib = 15
    case raw = -15
  }

  enum Failure: Error, Hashable {
    case damaged
    case memory
    /// More output than was allowed.
    case tooLong
  }

  /// What a piece of input led to.
  private enum State { case header, member, trailer }

  private let stream: UnsafeMutablePointer<z_stream>
  private var state = State.header
  private var isAlive: Bool
  private var members = 0
  private let chunk: UnsafeMutableRawBufferPointer
  private let format: Format

  init(_ format: Format = .gzip) {
    self.format = format
    stream = .allocate(capacity: 1)
    stream.initialize(to: z_stream())
    isAlive = tilik_inflate_init(stream, format.rawValue) == Z_OK
    chunk = .allocate(byteCount: 1 << 16, alignment: 16)
  }

  deinit {
    if isAlive { inflateEnd(stream) }
    stream.deinitialize(count: 1)
    stream.deallocate()
    chunk.deallocate()
  }

  /// Whether the input so far ends where a member ends.
  var isComplete: Bool { members > 0 && state != .member }

  /// Unpacks one piece of input behind `output`.
  /// - Parameter limit: bytes that `output` may come to hold.
  mutating func feed(
    _ input: UnsafeRawBufferPointer, into output: inout [UInt8], limit: Int
  ) throws(Failure) {
    guard isAlive else { throw .memory }
    guard state != .trailer, input.count > 0, let base = input.baseAddress else { return }
    stream.pointee.next_in = UnsafeMutablePointer(
      mutating: base.assumingMemoryBound(to: UInt8.self))
    stream.pointee.avail_in = UInt32(input.count)
    repeat {
      if state == .header, !beginMember() { return }
      stream.pointee.next_out = chunk.baseAddress!.assumingMemoryBound(to: UInt8.self)
      stream.pointee.avail_out = UInt32(chunk.count)
      let result = inflate(stream, Z_NO_FLUSH)
      let count = chunk.count - Int(stream.pointee.avail_out)
      guard output.count + count <= limit else { throw .tooLong }
      output.append(contentsOf: UnsafeRawBufferPointer(rebasing: chunk[..<count]))
      switch result {
      case Z_STREAM_END:
        members += 1
        state = .header
      case Z_OK: break
      case Z_BUF_ERROR where stream.pointee.avail_in == 0: return
      case Z_MEM_ERROR: throw .memory
      // Behind a whole member it was no member at all: what tape drives and careless tools append.
      default: throw .damaged
      }
    } while stream.pointee.avail_in > 0 || stream.pointee.avail_out == 0
  }

  /// Behind a member stands another one or nothing that counts; gzip ignores the latter, and so do
  /// we.
  private mutating func beginMember() -> Bool {
    guard members > 0 else {
      state = .member
      return true
    }
    guard format == .gzip, stream.pointee.avail_in > 0, stream.pointee.next_in.pointee == 0x1F,
      inflateReset(stream) == Z_OK
    else {
      if stream.pointee.avail_in > 0 { state = .trailer }
      return false
    }
    state = .member
    return true
  }
}

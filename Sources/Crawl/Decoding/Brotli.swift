import CBrotli

/// Unpacks Brotli (RFC 7932), in which most servers send pages to browsers.
enum Brotli {
  enum Failure: Error {
    case damaged, truncated, memory
    /// More output than was allowed.
    case tooLong
  }

  static func unpacked(_ packed: [UInt8], limit: Int) throws(Failure) -> [UInt8] {
    guard let decoder = BrotliDecoderCreateInstance(nil, nil, nil) else { throw .memory }
    defer { BrotliDecoderDestroyInstance(decoder) }
    var bytes: [UInt8] = []
    let failure = packed.withUnsafeBufferPointer { input in
      withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 1 << 16) { chunk -> Failure? in
        var (left, next) = (input.count, input.baseAddress)
        while true {
          var (room, target) = (chunk.count, chunk.baseAddress)
          let result = BrotliDecoderDecompressStream(decoder, &left, &next, &room, &target, nil)
          let count = chunk.count - room
          guard bytes.count + count <= limit else { return .tooLong }
          bytes.append(contentsOf: chunk[..<count])
          switch result {
          case BROTLI_DECODER_RESULT_SUCCESS: return nil
          case BROTLI_DECODER_RESULT_NEEDS_MORE_OUTPUT: continue
          case BROTLI_DECODER_RESULT_NEEDS_MORE_INPUT: return .truncated
          default: return isShort(decoder) ? .memory : .damaged
          }
        }
      }
    }
    if let failure { throw failure }
    return bytes
  }

  /// Whether it was memory that failed; decode.h gives these errors a range of their own.
  private static func isShort(_ decoder: OpaquePointer) -> Bool {
    let code = BrotliDecoderGetErrorCode(decoder).rawValue
    return code <= BROTLI_DECODER_ERROR_ALLOC_CONTEXT_MODES.rawValue
      && code >= BROTLI_DECODER_ERROR_ALLOC_BLOCK_TYPE_TREES.rawValue
  }
}

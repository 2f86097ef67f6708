#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#endif

/// Decodes with the C library's `iconv`, a character at a time, so that it is known which bytes each
/// character was made from.
///
/// A set of single bytes is read into a table first. The others are given one byte more until they make
/// a character: at most `longest` calls a character, so that time is linear in the bytes whatever they
/// are.
struct IconvDecoder: ~Copyable {
  /// Bytes of the longest character or escape sequence of any set.
  private static let longest = 4

  private let handle: iconv_t
  private let charset: LegacyCharset

  /// Nil when the C library does not have the set: some systems install them apart.
  init?(_ charset: LegacyCharset) {
    // The library's own wide characters are the code points, in one step of conversion.
    guard let handle = iconv_open("WCHAR_T", charset.iconvName),
      handle != iconv_t(bitPattern: -1)
    else { return nil }
    self.handle = handle
    self.charset = charset
  }

  deinit { iconv_close(handle) }

  /// The page as UTF-8, with the way back in `map`.
  consuming func decode(_ raw: UnsafeBufferPointer<UInt8>) -> DecodedCharacters {
    var result = DecodedCharacters(capacity: raw.count + raw.count / 2)
    if charset.form == .singleByte {
      let table = (0...255).map { byte($0) }
      for index in raw.indices {
        result.append(table[Int(raw[index])], from: index, width: 1)
      }
    } else {
      decodeSequences(raw, &result)
    }
    return result
  }

  private func byte(_ byte: UInt8) -> UInt32? {
    if let scalar = charset.corrections[byte] { return scalar }
    return withUnsafePointer(to: byte) {
      guard case .characters(let first, _) = convert($0, 1) else { return nil }
      return first
    }
  }

  private func decodeSequences(
    _ raw: UnsafeBufferPointer<UInt8>, _ result: inout DecodedCharacters
  ) {
    guard let base = raw.baseAddress else { return }
    let isEscaped = charset.form == .escaped
    var index = 0
    while index < raw.count {
      let byte = raw[index]
      if !isEscaped, byte < 0x80 {
        result.append(UInt32(byte), from: index, width: 1)
        index += 1
        continue
      }
      if let scalar = charset.corrections[byte] {
        result.append(scalar, from: index, width: 1)
        index += 1
        continue
      }
      var width = 1
      var outcome = convert(base + index, width)
      while case .incomplete = outcome, width < Self.longest, index + width < raw.count {
        width += 1
        outcome = convert(base + index, width)
      }
      switch outcome {
      case .characters(let first, let second):
        result.append(first, second, from: index, width: width)
      case .nothing:
        break
      case .incomplete:
        result.append(nil, from: index, width: width)
      case .invalid:
        // A second byte that could be ASCII is not taken along: it may be the `<` of a tag.
        width = width == 2 && raw[index + 1] >= 0x80 ? 2 : 1
        result.append(nil, from: index, width: width)
      }
      index += width
    }
  }

  private enum Outcome {
    case characters(UInt32, UInt32?)
    /// An escape sequence.
    case nothing
    case incomplete, invalid
  }

  private func convert(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> Outcome {
    withUnsafeTemporaryAllocation(of: UInt32.self, capacity: 4) { out in
      let start = UnsafeMutableRawPointer(out.baseAddress!).assumingMemoryBound(to: CChar.self)
      var input: UnsafeMutablePointer<CChar>? = UnsafeMutableRawPointer(mutating: bytes)
        .assumingMemoryBound(to: CChar.self)
      var inputLeft = count
      var output: UnsafeMutablePointer<CChar>? = start
      var outputLeft = 16
      if iconv(handle, &input, &inputLeft, &output, &outputLeft) == -1 {
        return errno == EINVAL ? .incomplete : .invalid
      }
      // Some sets hold a character back, to join it with the next.
      if charset.form != .escaped { iconv(handle, nil, nil, &output, &outputLeft) }
      switch (16 - outputLeft) / 4 {
      case 0: return .nothing
      case 1: return .characters(out[0], nil)
      default: return .characters(out[0], out[1])
      }
    }
  }
}

/// Text that grows a character at a time, with its way back.
struct DecodedCharacters {
  private(set) var bytes: [UInt8] = []
  private(set) var map = OffsetMap()
  private(set) var replaced = 0
  private(set) var removed = 0

  init(capacity: Int) { bytes.reserveCapacity(capacity) }

  /// Adds what `width` bytes at `source` stand for: a character, of which nil means that they could not
  /// be decoded, and maybe a second one that belongs to the same bytes.
  mutating func append(
    _ first: UInt32?, _ second: UInt32? = nil, from source: Int, width: Int
  ) {
    if first == nil { replaced += 1 }
    let scalar = first ?? 0xFFFD
    if scalar < 0x20, scalar != 9, scalar != 10, scalar != 13 {
      removed += 1
      return
    }
    let at = bytes.count
    var taken = appendScalar(scalar, to: &bytes)
    if let second { taken += appendScalar(second, to: &bytes) }
    map.append(derived: at, source: source, derivedWidth: taken, sourceWidth: width, count: 1)
  }
}

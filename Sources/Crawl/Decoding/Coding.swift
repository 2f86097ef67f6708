/// A way in which a page is wrapped: undone outermost first.
enum Coding: Sendable, Hashable {
  /// - Parameter isCertain: false where a crawler may have undone it and left the header as it was.
  case gzip(isCertain: Bool)
  case deflate
  case brotli
  /// HTTP's chunks (RFC 9112, section 7.1).
  case chunked
  case mhtml
  /// By its name.
  case unknown(String)
}

/// Unwraps a page that is in memory.
struct Unwrapping {
  let address: String
  let limits: CrawlLimits

  /// - Returns: the page, and the character set that the innermost wrapping gives.
  func callAsFunction(
    _ packed: [UInt8], _ codings: [Coding]
  ) throws(CrawlError) -> (bytes: [UInt8], part: MHTMLPart?) {
    var bytes = packed
    var part: MHTMLPart?
    for coding in codings {
      switch coding {
      case .gzip(let isCertain):
        if isCertain || bytes.starts(with: [0x1F, 0x8B]) { bytes = try unpack(bytes, .gzip) }
      case .deflate: bytes = try inflate(bytes)
      case .brotli: bytes = try unbrotli(bytes)
      case .chunked: bytes = Chunks.joined(bytes) ?? bytes
      case .mhtml:
        guard let found = MHTMLPart(bytes) else { throw failure("no HTML part in this MHTML file") }
        bytes = found.bytes
        part = found
      case .unknown(let name):
        throw failure("its content coding “\(name)” is not supported; save it without")
      }
    }
    return (bytes, part)
  }

  /// HTTP says zlib, and some servers send bare deflate (RFC 9110, section 8.4.1.2).
  private func inflate(_ packed: [UInt8]) throws(CrawlError) -> [UInt8] {
    let isZlib =
      packed.count > 1 && packed[0] & 0x0F == 8
      && (Int(packed[0]) << 8 | Int(packed[1])) % 31 == 0
    do { return try unpack(packed, isZlib ? .zlib : .raw) } catch {
      // Unpacked by the crawler, which left the header as it was.
      if Self.isMarkup(packed) { return packed }
      throw error
    }
  }

  private func unbrotli(_ packed: [UInt8]) throws(CrawlError) -> [UInt8] {
    let allowed = limits.allowed(for: packed.count)
    do throws(Brotli.Failure) {
      return try Brotli.unpacked(packed, limit: allowed)
    } catch {
      // Unpacked by the crawler, which left the header as it was. No text in brackets is Brotli.
      if error == .damaged || error == .truncated, Self.isMarkup(packed) { return packed }
      switch error {
      case .damaged: throw failure("damaged brotli")
      case .truncated: throw failure("truncated brotli")
      case .memory: throw failure(CrawlError.memoryReason)
      case .tooLong where allowed == limits.pageBytes: throw failure(limits.tooLarge)
      case .tooLong: throw failure("it unpacks to more than \(limits.ratio) times its size")
      }
    }
  }

  private static func isMarkup(_ bytes: [UInt8]) -> Bool {
    bytes.first { $0 > 0x20 } == UInt8(ascii: "<")
  }

  private func unpack(_ packed: [UInt8], _ format: Gunzip.Format) throws(CrawlError) -> [UInt8] {
    var unpacking = Unpacking(address: address, size: packed.count, limits: limits, format: format)
    let failure = packed.withUnsafeBytes { all -> CrawlError? in
      for start in stride(from: 0, to: all.count, by: 1 << 16) {
        let piece = UnsafeRawBufferPointer(rebasing: all[start..<min(start + 1 << 16, all.count)])
        do throws(CrawlError) { try unpacking.feed(piece) } catch { return error }
      }
      return nil
    }
    if let failure { throw failure }
    return try unpacking.finish()
  }

  private func failure(_ reason: String) -> CrawlError {
    .document(address: address, reason: reason)
  }
}

/// Unpacks within the limits.
struct Unpacking: ~Copyable {
  private let address: String
  private let limits: CrawlLimits
  private let allowed: Int
  private let format: Gunzip.Format
  private var gunzip: Gunzip
  private var bytes: [UInt8] = []

  /// - Parameter size: of what is packed, in bytes.
  init(address: String, size: Int, limits: CrawlLimits, format: Gunzip.Format = .gzip) {
    self.address = address
    self.limits = limits
    self.format = format
    allowed = limits.allowed(for: size)
    gunzip = Gunzip(format)
  }

  mutating func feed(_ piece: UnsafeRawBufferPointer) throws(CrawlError) {
    do throws(Gunzip.Failure) {
      try gunzip.feed(piece, into: &bytes, limit: allowed)
    } catch {
      throw .document(address: address, reason: reason(error))
    }
  }

  consuming func finish() throws(CrawlError) -> [UInt8] {
    guard gunzip.isComplete else {
      let reason = "truncated \(name), after \(bytes.count) bytes of the page"
      throw .document(address: address, reason: reason)
    }
    return bytes
  }

  private var name: String { format == .gzip ? "gzip" : "deflate" }

  private func reason(_ failure: Gunzip.Failure) -> String {
    switch failure {
    case .damaged: "damaged \(name), after \(bytes.count) bytes of the page"
    case .memory: CrawlError.memoryReason
    case .tooLong where allowed == limits.pageBytes: limits.tooLarge
    case .tooLong: "it unpacks to more than \(limits.ratio) times its size"
    }
  }
}

/// HTTP's transfer coding in chunks.
enum Chunks {
  /// The chunks joined, as far as they go; nil when there is no chunk at the beginning: crawlers that
  /// undo the coding leave its header.
  static func joined(_ bytes: [UInt8]) -> [UInt8]? {
    var joined: [UInt8] = []
    var place = 0
    while place < bytes.count {
      var size = 0
      var digits = 0
      while place < bytes.count, let digit = hexadecimal(bytes[place]), digits < 8 {
        size = size * 16 + digit
        digits += 1
        place += 1
      }
      guard digits > 0, let end = bytes[place...].firstIndex(of: 0x0A),
        bytes[place..<end].allSatisfy({ $0 == 0x0D || $0 >= 0x20 && $0 < 0x7F })
      else { return joined.isEmpty ? nil : joined }
      // Behind the number stands nothing, or an extension.
      let first = bytes[place..<end].first { $0 != 0x20 && $0 != 0x0D }
      guard first == nil || first == UInt8(ascii: ";") else { return joined.isEmpty ? nil : joined }
      place = end + 1
      if size == 0 { return joined }
      joined += bytes[place..<min(place + size, bytes.count)]
      place += size
      if place < bytes.count, bytes[place] == 0x0D { place += 1 }
      if place < bytes.count, bytes[place] == 0x0A { place += 1 }
    }
    return joined
  }

  private static func hexadecimal(_ byte: UInt8) -> Int? {
    switch byte {
    case 0x30...0x39: Int(byte - 0x30)
    case 0x41...0x46: Int(byte - 0x41) + 10
    case 0x61...0x66: Int(byte - 0x61) + 10
    default: nil
    }
  }
}

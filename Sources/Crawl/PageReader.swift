/// Reads the whole of a file that is a document, within the limits.
struct PageReader {
  let limits: CrawlLimits

  /// - Parameter isCompressed: whether to unpack it on the way.
  func read(
    _ path: [UInt8], address: String, isCompressed: Bool
  ) throws(CrawlError) -> [UInt8] {
    let file = try InputFile(path, address: address)
    return isCompressed ? try unpack(file, address) : try plain(file, address)
  }

  private func plain(_ file: borrowing InputFile, _ address: String) throws(CrawlError) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(min(file.size, limits.pageBytes) + 1)
    try pieces(of: file, address) { piece throws(CrawlError) in
      guard bytes.count + piece.count <= limits.pageBytes else {
        throw .document(address: address, reason: limits.tooLarge)
      }
      bytes.append(contentsOf: piece)
    }
    return bytes
  }

  private func unpack(_ file: borrowing InputFile, _ address: String) throws(CrawlError) -> [UInt8]
  {
    var unpacking = Unpacking(address: address, size: file.size, limits: limits)
    try pieces(of: file, address) { piece throws(CrawlError) in try unpacking.feed(piece) }
    return try unpacking.finish()
  }

  private func pieces(
    of file: borrowing InputFile, _ address: String,
    _ use: (UnsafeRawBufferPointer) throws(CrawlError) -> Void
  ) throws(CrawlError) {
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 16, alignment: 16)
    defer { buffer.deallocate() }
    while true {
      guard let count = file.read(into: buffer) else {
        throw .document(address: address, reason: SystemFile.reason())
      }
      if count == 0 { return }
      try use(UnsafeRawBufferPointer(rebasing: buffer[..<count]))
    }
  }
}

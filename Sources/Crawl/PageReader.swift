/// Reads the whole of a document within the limits.
struct PageReader {
  let limits: CrawlLimits

  func read(_ reference: DocumentReference) throws(CrawlError) -> [UInt8] {
    let file = try InputFile(reference.path, address: reference.address)
    return reference.isCompressed
      ? try unpack(file, reference.address) : try plain(file, reference.address)
  }

  private func plain(_ file: borrowing InputFile, _ address: String) throws(CrawlError) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(min(file.size, limits.pageBytes) + 1)
    try pieces(of: file, address) { piece throws(CrawlError) in
      guard bytes.count + piece.count <= limits.pageBytes else {
        throw .document(address: address, reason: tooLarge)
      }
      bytes.append(contentsOf: piece)
    }
    return bytes
  }

  private func unpack(_ file: borrowing InputFile, _ address: String) throws(CrawlError) -> [UInt8]
  {
    let allowed = min(limits.pageBytes, max(limits.ratioFloor, file.size * limits.ratio))
    var bytes: [UInt8] = []
    var gunzip = Gunzip()
    try pieces(of: file, address) { piece throws(CrawlError) in
      do throws(Gunzip.Failure) {
        try gunzip.feed(piece, into: &bytes, limit: allowed)
      } catch {
        throw .document(address: address, reason: reason(error, bytes.count, allowed))
      }
    }
    guard gunzip.isComplete else {
      let reason = "truncated gzip, after \(bytes.count) bytes of the page"
      throw .document(address: address, reason: reason)
    }
    return bytes
  }

  private func reason(_ failure: Gunzip.Failure, _ count: Int, _ allowed: Int) -> String {
    switch failure {
    case .damaged: "damaged gzip, after \(count) bytes of the page"
    case .memory: "not enough memory to unpack it"
    case .tooLong where allowed == limits.pageBytes: tooLarge
    case .tooLong: "it unpacks to more than \(limits.ratio) times its size"
    }
  }

  private var tooLarge: String { "larger than \(limits.pageBytes) bytes" }

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

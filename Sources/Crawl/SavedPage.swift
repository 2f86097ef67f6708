/// How the bytes of a saved page are to be read.
public enum PageFormat: Sendable, Hashable {
  /// HTML or XHTML, in whatever character set.
  case html
  /// Text that somebody extracted already, a paragraph a line.
  case text
}

/// One document of the corpus as it was found: its bytes, and where they came from.
public struct SavedPage: Sendable {
  /// The document's name in every table: its path under the corpus with `/` between the parts. Behind
  /// the name of an archive stands `!` and a path in it, or `#` and the place of a WARC record.
  public let address: String
  /// The page itself, after decompression. All `raw` positions of the dataset count in these bytes.
  public let bytes: [UInt8]
  public let format: PageFormat
  /// SHA-256 of `bytes`, 64 hexadecimal digits.
  public let sha256: String
  /// When and from where it was saved, when its container says so.
  public let capture: Capture
  /// What is odd about how it was found; nil as a rule.
  public let remark: String?

  public var url: String? { capture.url }

  public init(
    address: String, bytes: [UInt8], format: PageFormat, sha256: String,
    capture: Capture = Capture(), remark: String? = nil
  ) {
    self.address = address
    self.bytes = bytes
    self.format = format
    self.sha256 = sha256
    self.capture = capture
    self.remark = remark
  }
}

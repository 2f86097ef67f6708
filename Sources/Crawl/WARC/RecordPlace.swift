/// Where a record of a WARC file begins: what stands behind `#` in its address.
///
/// In a file of records that are packed one by one, and in a plain file, that is the place in the file
/// (`#1290`). In a file that was packed in another way, the record begins somewhere in a gzip member:
/// `#0+5234` is 5234 unpacked bytes behind the beginning of the member at 0.
struct RecordPlace: Hashable, Comparable {
  /// In the file as it is stored, in bytes.
  let member: Int
  /// Unpacked bytes from there.
  let inner: Int

  var written: String { inner == 0 ? "\(member)" : "\(member)+\(inner)" }

  init(member: Int, inner: Int = 0) {
    self.member = member
    self.inner = inner
  }

  /// What `written` gave; nil for anything else.
  init?(_ text: some StringProtocol) {
    let parts = text.split(separator: "+", omittingEmptySubsequences: false)
    guard parts.count < 3, let member = Int(parts[0]), member >= 0 else { return nil }
    self.member = member
    guard parts.count == 2 else {
      inner = 0
      return
    }
    guard let inner = Int(parts[1]), inner > 0 else { return nil }
    self.inner = inner
  }

  static func < (left: RecordPlace, right: RecordPlace) -> Bool {
    (left.member, left.inner) < (right.member, right.inner)
  }
}

/// Text in the order of its UTF-8 bytes: no locale, no Unicode equivalence.
func precedes(_ left: String, _ right: String) -> Bool {
  left.utf8.lexicographicallyPrecedes(right.utf8)
}

extension Sequence<String> {
  /// Each once, in the order of their bytes.
  func distinct() -> [String] {
    Set(self).sorted(by: precedes)
  }
}

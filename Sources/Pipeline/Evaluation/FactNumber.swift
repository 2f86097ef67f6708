#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Numbers in the form in which facts compare them: four significant digits.
enum FactNumber {
  /// As C's `%.4g` writes it ("80.85", "3.49", "1e+04"); nil when the text is no number.
  static func written(_ text: String) -> String? {
    let point = String(text.map { $0 == "," ? "." : $0 })
    let trimmed = point.split(whereSeparator: \.isWhitespace)
    guard trimmed.count == 1, let number = Double(String(trimmed[0])) else { return nil }
    return format("%.4g", number)
  }

  /// With a fixed number of places: a share for people ("0.917").
  static func share(_ number: Double, places: Int) -> String {
    format("%.\(places)f", number)
  }

  private static func format(_ pattern: String, _ number: Double) -> String {
    var buffer = [CChar](repeating: 0, count: 64)
    let count = withVaList([number]) { vsnprintf(&buffer, buffer.count, pattern, $0) }
    return String(
      decoding: buffer.prefix(max(0, Int(count))).map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }
}

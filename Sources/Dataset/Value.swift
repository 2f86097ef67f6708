#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// One cell of a table.
///
/// Numbers are exact: a decimal is `units` divided by ten `scale` times and is written with that
/// many places, so 80.85 stays 80.85 and a source's 80.50 is not shortened to 80.5.
public enum Value: Sendable, Hashable {
  case null
  case text(String)
  case integer(Int)
  /// `units` / 10^`scale`; `scale` is 0 to 18.
  case decimal(units: Int64, scale: Int)
  case boolean(Bool)

  /// Empty text counts as missing: CSV cannot tell the two apart.
  public init(_ text: String?) {
    self = text.map { $0.isEmpty ? .null : .text($0) } ?? .null
  }

  /// Null for nil.
  public init(_ number: Int?) {
    self = number.map(Value.integer) ?? .null
  }

  /// Null for nil.
  public init(_ truth: Bool?) {
    self = truth.map(Value.boolean) ?? .null
  }

  /// Identifiers in one cell, joined by `;`.
  public init(list: [String]) {
    self.init(list.joined(separator: ";"))
  }

  /// Reads what `written` writes for a number (`-12.50`); `nil` for anything else.
  public init?(decimal text: String) {
    var units: Int64 = 0
    var scale = -1
    var hasDigit = false
    for (position, byte) in text.utf8.enumerated() {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        let (shifted, overflow) = units.multipliedReportingOverflow(by: 10)
        let (sum, carry) = shifted.addingReportingOverflow(Int64(byte - 48))
        guard !overflow, !carry, scale < 18 else { return nil }
        units = sum
        hasDigit = true
        if scale >= 0 { scale += 1 }
      case UInt8(ascii: "."):
        guard scale < 0, hasDigit else { return nil }
        scale = 0
      case UInt8(ascii: "-"):
        guard position == 0 else { return nil }
      default:
        return nil
      }
    }
    guard hasDigit, scale != 0 else { return nil }
    self = .decimal(
      units: text.utf8.first == UInt8(ascii: "-") ? -units : units, scale: max(scale, 0))
  }

  /// Whether there is no value.
  public var isNull: Bool { self == .null }

  /// The text; nil where it is none.
  public var text: String? {
    if case .text(let text) = self { text } else { nil }
  }

  /// The whole number; nil where it is none.
  public var integer: Int? {
    if case .integer(let number) = self { number } else { nil }
  }

  /// The truth; nil where it is none.
  public var boolean: Bool? {
    if case .boolean(let truth) = self { truth } else { nil }
  }

  /// A number for drawing and statistics only; tables keep the exact form.
  public var double: Double? {
    switch self {
    case .integer(let number): Double(number)
    case .decimal: Double(written)
    default: nil
    }
  }

  /// As it stands in a CSV cell, before quoting: nothing for null, a point in decimals.
  public var written: String {
    switch self {
    case .null: ""
    case .text(let text): text
    case .integer(let number): String(number)
    case .boolean(let truth): truth ? "true" : "false"
    case .decimal(let units, let scale): Value.point(units, scale)
    }
  }

  private static func point(_ units: Int64, _ scale: Int) -> String {
    guard scale > 0 else { return String(units) }
    let digits = String(units.magnitude)
    let padded = String(repeating: "0", count: max(0, scale + 1 - digits.utf8.count)) + digits
    let cut = padded.index(padded.endIndex, offsetBy: -scale)
    return (units < 0 ? "-" : "") + padded[..<cut] + "." + padded[cut...]
  }
}

extension Value: ExpressibleByStringInterpolation, ExpressibleByIntegerLiteral,
  ExpressibleByBooleanLiteral, ExpressibleByNilLiteral
{
  public init(stringLiteral text: String) { self.init(text) }
  public init(integerLiteral number: Int) { self = .integer(number) }
  public init(booleanLiteral truth: Bool) { self = .boolean(truth) }
  public init(nilLiteral: ()) { self = .null }
}

extension Value {
  /// The order in which rows are written: null first, then truth values, numbers by size, text by
  /// its UTF-8 bytes (no locale, no Unicode equivalence).
  public static func precedes(_ left: Value, _ right: Value) -> Bool {
    compare(left, right) < 0
  }

  static func compare(_ left: Value, _ right: Value) -> Int {
    switch (left, right) {
    case (.text(let a), .text(let b)):
      return compare(a, b)
    case (.integer(let a), .integer(let b)):
      return a < b ? -1 : (a > b ? 1 : 0)
    case (.boolean(let a), .boolean(let b)):
      return (a ? 1 : 0) - (b ? 1 : 0)
    case (.decimal, .decimal), (.decimal, .integer), (.integer, .decimal):
      let (a, b) = (left.atScale18, right.atScale18)
      return a < b ? -1 : (a > b ? 1 : 0)
    default:
      return left.kindOrder - right.kindOrder
    }
  }

  private static func compare(_ left: String, _ right: String) -> Int {
    let fast = left.utf8.withContiguousStorageIfAvailable { left in
      right.utf8.withContiguousStorageIfAvailable { right in
        // An empty text has no address.
        guard let one = left.baseAddress, let other = right.baseAddress else {
          return left.count - right.count
        }
        let order = Int(memcmp(one, other, min(left.count, right.count)))
        return order == 0 ? left.count - right.count : order
      }
    }
    if let fast, let order = fast { return order }
    if left.utf8.lexicographicallyPrecedes(right.utf8) { return -1 }
    return right.utf8.lexicographicallyPrecedes(left.utf8) ? 1 : 0
  }

  /// The value times 10^18; only asked of numbers.
  private var atScale18: Int128 {
    var (number, places): (Int128, Int)
    switch self {
    case .integer(let integer): (number, places) = (Int128(integer), 0)
    case .decimal(let units, let scale): (number, places) = (Int128(units), scale)
    default: (number, places) = (0, 18)
    }
    for _ in places..<max(places, 18) { number *= 10 }
    return number
  }

  private var kindOrder: Int {
    switch self {
    case .null: 0
    case .boolean: 1
    case .integer, .decimal: 2
    case .text: 3
    }
  }
}

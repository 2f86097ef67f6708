import Interpret
import Lexicon

/// How the values of two claims stand to one another.
enum Agreement {
  /// They share a value and differ in none, they share none, or they differ in one.
  case agree, unrelated, differ

  static func of(_ left: ClaimValues, _ right: ClaimValues) -> Agreement {
    var shared = false
    func compare<Value>(_ a: Value?, _ b: Value?, _ same: (Value, Value) -> Bool) -> Bool {
      guard let a, let b else { return true }
      shared = true
      return same(a, b)
    }
    func sameText(_ a: String, _ b: String) -> Bool { a.lowercased() == b.lowercased() }
    guard compare(left.score, right.score, { $0.rounds(to: $1) || $1.rounds(to: $0) }),
      compare(left.zone, right.zone, sameText), compare(left.grade, right.grade, sameText),
      compare(left.category, right.category, sameText), compare(left.rank, right.rank, ==)
    else { return .differ }
    return shared ? .agree : .unrelated
  }
}

extension FixedPoint {
  /// Whether `short` is this number, or this number rounded (half up) to the places of `short`:
  /// 98.17 rounds to 98.2 and to 98.
  func rounds(to short: FixedPoint) -> Bool {
    if self == short { return true }
    guard short.scale < scale, units >= 0 else { return false }
    var divisor: Int64 = 1
    for _ in short.scale..<scale { divisor *= 10 }
    return units / divisor + (units % divisor * 2 >= divisor ? 1 : 0) == short.units
  }
}

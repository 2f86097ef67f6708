import Lexicon
import Testing

/// Numbers stay what the source wrote.
struct FixedPointTests {
  private func comma(_ text: String) -> FixedPoint? {
    FixedPoint(parsing: text.utf8, decimal: UInt8(ascii: ","))
  }

  @Test(arguments: [
    ("80,85", Int64(8085), 2, "80.85"), ("81,00", 8100, 2, "81.00"), ("3", 3, 0, "3"),
    ("0,05", 5, 2, "0.05"), ("97,437", 97437, 3, "97.437"), ("007", 7, 0, "7"),
    ("0,000000001", 1, 9, "0.000000001"),
    ("999999999999999999", 999_999_999_999_999_999, 0, "999999999999999999"),
  ])
  func readsDigits(text: String, units: Int64, scale: Int, description: String) throws {
    let number = try #require(comma(text))
    #expect(number.units == units)
    #expect(number.scale == scale)
    #expect(number.description == description)
    #expect(FixedPoint(description) == number)
  }

  @Test(arguments: [
    "", ",", ",5", "5,", "1,2,3", "1.5", "-1", "1e3", " 1", "1234567890123456789", "0,1234567890",
  ])
  func refusesAllElse(text: String) {
    #expect(comma(text) == nil)
  }

  @Test(arguments: [
    ("81.00", "81"), ("81.0", "81.00"), ("0", "0.000"), ("80.850", "80.85"),
  ])
  func placesDoNotMatterForEquality(left: String, right: String) throws {
    let (left, right) = (try #require(FixedPoint(left)), try #require(FixedPoint(right)))
    #expect(left == right)
    #expect(Set([left, right]).count == 1)
    #expect(!(left < right) && !(right < left))
  }

  @Test func ordersByValue() {
    let texts = ["9", "80.85", "9.5", "10", "80.9", "9.05", "80.849999999"]
    let sorted = texts.compactMap { FixedPoint($0) }.sorted().map(\.description)
    #expect(sorted == ["9", "9.05", "9.5", "10", "80.849999999", "80.85", "80.9"])
  }

  /// 0.1 + 0.2 is no 0.3 in binary fractions; neighbours beyond a Double's precision stay apart.
  @Test func neverPassesThroughABinaryFraction() throws {
    let one = try #require(FixedPoint("90071992547409.921"))
    let next = try #require(FixedPoint("90071992547409.922"))
    #expect(one < next)
    #expect(one.description == "90071992547409.921")
    #expect(FixedPoint("99999999999999999.9")?.description == "99999999999999999.9")
  }
}

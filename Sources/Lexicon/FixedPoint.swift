/// An exact decimal number: `units` divided by ten `scale` times. It never passes through a binary
/// fraction, so 80,85 stays 80.85.
public struct FixedPoint: Sendable {
  /// The number times ten to the power of `scale`.
  public let units: Int64
  /// Places behind the decimal point, as the source wrote them; 0 to 9.
  public let scale: Int

  public init(units: Int64, scale: Int) {
    self.units = units
    self.scale = scale
  }

  /// Reads digits with at most one decimal mark between them; nil for anything else, and for more
  /// than 18 digits or 9 places.
  public init?(parsing digits: some Collection<UInt8>, decimal mark: UInt8) {
    var units: Int64 = 0
    var places: Int?
    var count = 0
    for byte in digits {
      if byte == mark, places == nil, count > 0 {
        places = 0
      } else if byte >= 0x30, byte <= 0x39, count < 18 {
        units = units * 10 + Int64(byte - 0x30)
        count += 1
        if let before = places { places = before + 1 }
      } else {
        return nil
      }
    }
    guard count > 0, places != 0, (places ?? 0) <= 9 else { return nil }
    self.init(units: units, scale: places ?? 0)
  }

  /// Reads what `description` writes, with a decimal point.
  public init?(_ text: String) {
    self.init(parsing: text.utf8, decimal: UInt8(ascii: "."))
  }

  /// The units at nine places, which compare and hash alike for 88 and 88,00.
  private var nano: Int128 {
    var value = Int128(units)
    for _ in scale..<9 { value *= 10 }
    return value
  }

  /// For arithmetic on confidences and drawing; never for keys or comparisons of scores.
  public var double: Double { Double(description) ?? 0 }
}

extension FixedPoint: Hashable, Comparable {
  public static func == (left: FixedPoint, right: FixedPoint) -> Bool { left.nano == right.nano }

  public static func < (left: FixedPoint, right: FixedPoint) -> Bool { left.nano < right.nano }

  public func hash(into hasher: inout Hasher) { hasher.combine(nano) }
}

extension FixedPoint: CustomStringConvertible {
  /// With a decimal point and the places of the source: `80.85`, `81.00`, `3`.
  public var description: String {
    guard scale > 0 else { return String(units) }
    let digits = String(units)
    let padded = String(repeating: "0", count: max(0, scale + 1 - digits.utf8.count)) + digits
    let cut = padded.index(padded.endIndex, offsetBy: -scale)
    return padded[..<cut] + "." + padded[cut...]
  }
}

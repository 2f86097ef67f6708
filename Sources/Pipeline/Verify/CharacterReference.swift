/// Character references of HTML: `&nbsp;`, `&#8211;`, `&#x2013;`.
enum CharacterReference {
  /// Reads the reference that begins at `start`, an ampersand; nil when none does.
  /// - Returns: what it stands for, and where it ends.
  static func read(
    _ text: [UInt8], at start: Int
  ) -> (scalar: Unicode.Scalar, end: Int)? {
    var place = start + 1
    guard place < text.count else { return nil }
    if text[place] == UInt8(ascii: "#") { return numeric(text, at: place + 1) }
    let first = place
    while place < text.count, place - first < 10, isAlphanumeric(text[place]) { place += 1 }
    guard let value = named[String(decoding: text[first..<place], as: UTF8.self)],
      let scalar = Unicode.Scalar(value)
    else { return nil }
    return (scalar, place < text.count && text[place] == UInt8(ascii: ";") ? place + 1 : place)
  }

  private static func numeric(_ text: [UInt8], at start: Int) -> (Unicode.Scalar, Int)? {
    var place = start
    var base: UInt32 = 10
    if place < text.count, text[place] | 0x20 == UInt8(ascii: "x") {
      base = 16
      place += 1
    }
    let first = place
    var value: UInt32 = 0
    while place < text.count, let digit = digit(text[place]), digit < base {
      value = min(value * base + digit, 0x11_0000)
      place += 1
    }
    guard place > first else { return nil }
    let scalar = Unicode.Scalar(value).map(Charset.mapped) ?? "\u{FFFD}"
    return (scalar, place < text.count && text[place] == UInt8(ascii: ";") ? place + 1 : place)
  }

  private static func digit(_ byte: UInt8) -> UInt32? {
    switch byte {
    case 0x30...0x39: UInt32(byte - 0x30)
    case 0x41...0x46: UInt32(byte - 0x37)
    case 0x61...0x66: UInt32(byte - 0x57)
    default: nil
    }
  }

  private static func isAlphanumeric(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20)
  }

  /// The names of HTML 4 for Latin-1, and the marks that news pages use.
  private static let named: [String: UInt32] = {
    var table: [String: UInt32] = [
      "amp": 0x26, "lt": 0x3C, "gt": 0x3E, "quot": 0x22, "apos": 0x27, "ndash": 0x2013,
      "mdash": 0x2014, "lsquo": 0x2018, "rsquo": 0x2019, "sbquo": 0x201A, "ldquo": 0x201C,
      "rdquo": 0x201D, "bdquo": 0x201E, "hellip": 0x2026, "bull": 0x2022, "trade": 0x2122,
      "euro": 0x20AC, "lsaquo": 0x2039, "rsaquo": 0x203A, "ensp": 0x2002, "emsp": 0x2003,
      "thinsp": 0x2009, "zwnj": 0x200C, "zwj": 0x200D, "lrm": 0x200E, "rlm": 0x200F,
      "minus": 0x2212, "le": 0x2264, "ge": 0x2265, "ne": 0x2260, "larr": 0x2190, "rarr": 0x2192,
      "prime": 0x2032, "Prime": 0x2033, "oelig": 0x153, "OElig": 0x152, "scaron": 0x161,
      "Scaron": 0x160, "dagger": 0x2020, "permil": 0x2030, "tilde": 0x2DC, "circ": 0x2C6,
      "frasl": 0x2044, "infin": 0x221E, "check": 0x2713,
    ]
    let latin = """
      nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn \
      sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave \
      Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml \
      ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN \
      szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute \
      icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml \
      yacute thorn yuml
      """
    for (offset, name) in latin.split(separator: " ").enumerated() {
      table[String(name)] = 0xA0 + UInt32(offset)
    }
    return table
  }()
}

/// A character set that is neither Unicode nor windows-1252, decoded by the C library's `iconv`.
package struct LegacyCharset: Sendable, Hashable {
  /// How characters are made of bytes.
  package enum Form: Sendable, Hashable {
    case singleByte, multiByte
    /// Escape sequences say what the bytes behind them mean.
    case escaped
  }

  /// The standard's name, in small letters.
  package let name: String
  /// What `iconv` calls the set that browsers decode under that name, which is often a larger one.
  package let iconvName: String
  package let form: Form
  /// Bytes that browsers read otherwise than `iconv` does.
  package let corrections: [UInt8: UInt32]

  fileprivate init(
    _ name: String, _ iconvName: String, _ form: Form = .singleByte,
    corrections: [UInt8: UInt32] = [:]
  ) {
    self.name = name
    self.iconvName = iconvName
    self.form = form
    self.corrections = corrections
  }
}

/// What a page may call its character set: the labels of the WHATWG Encoding standard, section 4.2.
package enum CharsetLabel: Sendable, Hashable {
  /// Read off the bytes, whatever the page says.
  case unicode
  /// ISO 8859-1 and ASCII mean it too; so does `x-user-defined` where a page declares it.
  case windows1252
  case legacy(LegacyCharset)
  /// Not in the standard, or one of those that it refuses to decode.
  case unknown

  package init(_ label: some StringProtocol) {
    self = Self.table[Self.key(label)] ?? .unknown
  }

  /// Letters and digits alone: pages write `utf_8`, `Shift-JIS`, and `windows1251`.
  static func key(_ label: some StringProtocol) -> String {
    String(decoding: label.utf8.filter { isLetter($0) || isDigit($0) }, as: UTF8.self).lowercased()
  }

  private static let table: [String: CharsetLabel] = {
    var table: [String: CharsetLabel] = [:]
    for (meaning, labels) in sets {
      for label in labels.split(separator: " ") { table[key(label)] = meaning }
    }
    return table
  }()

  /// Every set with its labels.
  static let sets: [(CharsetLabel, String)] =
    [
      (
        .unicode,
        """
        utf-8 utf8 unicode-1-1-utf-8 unicode11utf8 unicode20utf8 x-unicode20utf8 utf-16 utf-16le \
        utf-16be csunicode iso-10646-ucs-2 ucs-2 unicode unicodefeff unicodefffe
        """
      ),
      (
        .windows1252,
        """
        windows-1252 ansi_x3.4-1968 ascii us-ascii cp1252 x-cp1252 cp819 ibm819 csisolatin1 \
        iso-8859-1 iso8859-1 iso_8859-1:1987 iso-ir-100 l1 latin1 x-user-defined
        """
      ),
    ]
    + legacySets.map { (.legacy($0), $1) }

  static let legacySets: [(LegacyCharset, String)] = [
    (.init("ibm866", "IBM866"), "ibm866 866 cp866 csibm866"),
    (
      .init("iso-8859-2", "ISO-8859-2"),
      "iso-8859-2 iso_8859-2:1987 iso-ir-101 csisolatin2 l2 latin2"
    ),
    (
      .init("iso-8859-3", "ISO-8859-3"),
      "iso-8859-3 iso_8859-3:1988 iso-ir-109 csisolatin3 l3 latin3"
    ),
    (
      .init("iso-8859-4", "ISO-8859-4"),
      "iso-8859-4 iso_8859-4:1988 iso-ir-110 csisolatin4 l4 latin4"
    ),
    (
      .init("iso-8859-5", "ISO-8859-5"),
      "iso-8859-5 iso_8859-5:1988 iso-ir-144 csisolatincyrillic cyrillic"
    ),
    (
      .init("iso-8859-6", "ISO-8859-6"),
      """
      iso-8859-6 iso_8859-6:1987 iso-ir-127 iso-8859-6-e iso-8859-6-i csiso88596e csiso88596i \
      csisolatinarabic arabic asmo-708 ecma-114
      """
    ),
    (
      .init("iso-8859-7", "ISO-8859-7"),
      """
      iso-8859-7 iso_8859-7:1987 iso-ir-126 csisolatingreek ecma-118 elot_928 greek greek8 \
      sun_eu_greek
      """
    ),
    (
      .init("iso-8859-8", "ISO-8859-8"),
      """
      iso-8859-8 iso_8859-8:1988 iso-ir-138 iso-8859-8-e iso-8859-8-i csiso88598e csiso88598i \
      csisolatinhebrew hebrew logical visual
      """
    ),
    (.init("iso-8859-10", "ISO-8859-10"), "iso-8859-10 iso-ir-157 csisolatin6 l6 latin6"),
    (.init("iso-8859-13", "ISO-8859-13"), "iso-8859-13"),
    (.init("iso-8859-14", "ISO-8859-14"), "iso-8859-14"),
    (.init("iso-8859-15", "ISO-8859-15"), "iso-8859-15 csisolatin9 l9"),
    (.init("iso-8859-16", "ISO-8859-16"), "iso-8859-16"),
    (.init("koi8-r", "KOI8-R"), "koi8-r koi koi8 cskoi8r"),
    (.init("koi8-u", "KOI8-U", corrections: [0xAE: 0x45E, 0xBE: 0x40E]), "koi8-u koi8-ru"),
    (
      .init("macintosh", "MACINTOSH", corrections: [0xC6: 0x2206, 0xF0: 0xF8FF]),
      "macintosh mac csmacintosh x-mac-roman"
    ),
    (.init("windows-874", "CP874"), "windows-874 dos-874 iso-8859-11 tis-620"),
    (.init("windows-1250", "CP1250"), "windows-1250 cp1250 x-cp1250"),
    (.init("windows-1251", "CP1251"), "windows-1251 cp1251 x-cp1251"),
    (.init("windows-1253", "CP1253"), "windows-1253 cp1253 x-cp1253"),
    (
      .init("windows-1254", "CP1254"),
      "windows-1254 cp1254 x-cp1254 iso-8859-9 iso_8859-9:1989 iso-ir-148 csisolatin5 l5 latin5"
    ),
    (.init("windows-1255", "CP1255"), "windows-1255 cp1255 x-cp1255"),
    (.init("windows-1256", "CP1256"), "windows-1256 cp1256 x-cp1256"),
    (.init("windows-1257", "CP1257"), "windows-1257 cp1257 x-cp1257"),
    (.init("windows-1258", "CP1258"), "windows-1258 cp1258 x-cp1258"),
    (
      .init("x-mac-cyrillic", "MAC-UK", corrections: [0xFF: 0x20AC]),
      "x-mac-cyrillic x-mac-ukrainian"
    ),
    (
      .init("gbk", "GB18030", .multiByte, corrections: [0x80: 0x20AC]),
      "gbk x-gbk gb2312 gb_2312-80 chinese csgb2312 csiso58gb231280 iso-ir-58"
    ),
    (.init("gb18030", "GB18030", .multiByte, corrections: [0x80: 0x20AC]), "gb18030"),
    (.init("big5", "BIG5-HKSCS", .multiByte), "big5 big5-hkscs cn-big5 csbig5 x-x-big5"),
    (.init("euc-jp", "EUC-JP-MS", .multiByte), "euc-jp x-euc-jp cseucpkdfmtjapanese"),
    (.init("iso-2022-jp", "ISO-2022-JP", .escaped), "iso-2022-jp csiso2022jp"),
    (
      .init("shift_jis", "CP932", .multiByte),
      "shift_jis sjis x-sjis csshiftjis ms932 ms_kanji windows-31j"
    ),
    (
      .init("euc-kr", "UHC", .multiByte),
      """
      euc-kr cseuckr csksc56011987 iso-ir-149 korean ks_c_5601-1987 ks_c_5601-1989 ksc5601 \
      windows-949
      """
    ),
  ]
}

public import Dataset
public import Lexicon

/// The names under which units compare: every alias leads to the plain form of the canonical name.
public struct UnitNames: Sendable {
  private let canonical: [String: String]
  private let lexicon: Lexicon?

  /// No aliases: units compare as they are written.
  public init() {
    canonical = [:]
    lexicon = nil
  }

  /// Names, abbreviations, and all aliases by which the lexicon finds a unit in a text.
  public init(_ lexicon: Lexicon) {
    var table: [String: String] = [:]
    for unit in lexicon.units {
      for alias in [unit.name, unit.abbreviation ?? ""] where !PlainText.of(alias).isEmpty {
        table[PlainText.of(alias)] = PlainText.of(unit.name)
      }
    }
    canonical = table
    self.lexicon = lexicon
  }

  /// From a CSV with a `name` (or `canonical_name`), an `abbreviation` (or `canonical_abbrev`) and
  /// `aliases` joined by `;` or `|`.
  /// - Throws: `DatasetError.malformed`.
  public init(csv bytes: [UInt8], file: String) throws(DatasetError) {
    let rows = try CSV.rows(of: bytes, file: file)
    let header = rows.first?.cells ?? []
    var table: [String: String] = [:]
    for (_, cells) in rows.dropFirst() {
      func cell(_ names: String...) -> String {
        for name in names {
          if let position = header.firstIndex(of: name), position < cells.count,
            !cells[position].isEmpty
          {
            return cells[position]
          }
        }
        return ""
      }
      let name = cell("canonical_name", "name")
      var aliases = [name, cell("abbreviation", "canonical_abbrev")]
      aliases += cell("aliases").split { $0 == ";" || $0 == "|" }.map(String.init)
      for alias in aliases where alias.contains(where: { !$0.isWhitespace }) {
        table[PlainText.of(alias)] = PlainText.of(name)
      }
    }
    canonical = table
    lexicon = nil
  }

  /// The name of the unit that the lexicon knows under the whole of this text.
  private func found(_ unit: String) -> String? {
    let text = Array(unit.utf8)
    guard let lexicon, let match = lexicon.matches(in: text).first,
      match.start == 0, Int(match.end) == text.count
    else { return nil }
    return lexicon.entries(pattern: match.pattern).first { $0.kind == .unit }
      .map { PlainText.of(lexicon.units[Int($0.index)].name) }
  }

  /// Long forms and their short ones, replaced in this order.
  private static let short = [
    ("rumah sakit umum daerah", "rsud"), ("rumah sakit", "rs"),
    ("pusat kesehatan masyarakat", "puskesmas"), ("uptd ", ""), ("upt ", ""),
    ("sekolah dasar", "sd"), ("sekolah menengah pertama", "smp"),
    ("perusahaan umum daerah air minum", "pdam"), ("perusahaan daerah air minum", "pdam"),
    ("perumda air minum", "pdam"),
  ]

  func key(_ unit: String) -> String {
    let plain = PlainText.of(unit)
    var name = canonical[plain] ?? found(FactNames.trimmed(unit)) ?? plain
    for (long, short) in Self.short { name = Self.replace(long, by: short, in: name) }
    return FactNames.trimmed(name)
  }

  private static func replace(_ long: String, by short: String, in text: String) -> String {
    let (bytes, needle) = (Array(text.utf8), Array(long.utf8))
    guard bytes.count >= needle.count else { return text }
    var result: [UInt8] = []
    var place = 0
    while place < bytes.count {
      if bytes[place...].starts(with: needle) {
        result += short.utf8
        place += needle.count
      } else {
        result.append(bytes[place])
        place += 1
      }
    }
    return String(decoding: result, as: UTF8.self)
  }
}

/// The other names and values that facts compare by.
enum FactNames {
  /// A document by the last part of its address, without what a page's format adds to it.
  static func document(_ address: String) -> String {
    let path = address.split(separator: "#", omittingEmptySubsequences: false).first ?? ""
    var name = path.split(separator: "/", omittingEmptySubsequences: false).last ?? ""
    let endings = [".gz", ".html", ".htm", ".txt", ".xhtml", ".mhtml"]
    while let ending = endings.first(where: { name.hasSuffix($0) }) {
      name = name.dropLast(ending.count)
    }
    return String(name)
  }

  /// A region by its level and name without spaces; what offices and special provinces are called
  /// stands for the level.
  static func region(_ text: String) -> String {
    var name = PlainText.of(text)
    name = prefixed(name, optional: "pemerintah ", ["kab", "pemkab"], by: "kabupaten")
    name = prefixed(name, optional: "pemerintah ", ["pemkot"], by: "kota")
    name = prefixed(name, optional: "", ["pemprov", "prov"], by: "provinsi")
    name = prefixed(
      name, optional: "provinsi ", ["daerah istimewa", "di", "d i"], by: "provinsi")
    name = prefixed(
      name, optional: "provinsi ",
      ["daerah khusus ibukota", "daerah khusus", "dki", "dkj"], by: "provinsi")
    return String(name.filter { $0 != " " })
  }

  private static func prefixed(
    _ name: String, optional: String, _ prefixes: [String], by level: String
  ) -> String {
    for start in optional.isEmpty ? [""] : [optional, ""] {
      for prefix in prefixes where name.hasPrefix(start + prefix + " ") {
        return level + " " + name.dropFirst(start.count + prefix.count + 1)
      }
    }
    return name
  }

  static func trimmed(_ text: String) -> String {
    let start = text.drop(while: \.isWhitespace)
    return String(
      start.prefix(
        upTo: start.lastIndex { !$0.isWhitespace }.map(start.index(after:)) ?? start.startIndex))
  }

  /// An instrument by its family: its ids differ between label sets.
  static func instrument(_ id: String) -> String {
    families[id] ?? id
  }

  private static let families = [
    "opini": "kepatuhan", "kepatuhan_ombudsman": "kepatuhan", "opini_ombudsman": "kepatuhan",
    "pekppp": "ipp", "ipp_panrb": "ipp", "kipp": "sinovik", "kipp_sinovik": "sinovik",
    "sinovik_kipp": "sinovik", "ikm": "skm",
  ]

  /// The family whose colours have glosses, and the glosses.
  static let glossedFamily = "kepatuhan"
  static let glosses = [
    ("tertinggi", "hijau"), ("tinggi", "hijau"), ("sedang", "kuning"), ("rendah", "merah"),
    ("terendah", "merah"),
  ]

  /// A category without the words that only say that it is one.
  static func category(_ text: String) -> String {
    let fillers: Set<Substring> = [
      "predikat", "opini", "kualitas", "kepatuhan", "kategori", "pelayanan",
    ]
    // Words end at "+" and "-" too, which stay.
    var kept = ""
    var word = PlainText.of(text)[...]
    while !word.isEmpty {
      let letters = word.prefix { $0.isLetter || $0.isNumber }
      kept += fillers.contains(letters) ? " " : String(letters)
      word = word.dropFirst(letters.count)
      if let mark = word.first {
        kept.append(mark)
        word = word.dropFirst()
      }
    }
    return kept.split(separator: " ").joined(separator: " ")
  }
}

/// Reads dates as pages write them: ISO 8601 of metadata, and lines of Indonesian and English text.
/// The day stands before the month, as everywhere in Indonesia.
enum DateReader {
  /// Months by their first letters; a word must begin with one of them and have no more letters than
  /// the longest form.
  private static let months: [(String, Int)] = [
    ("jan", 1), ("feb", 2), ("peb", 2), ("mar", 3), ("apr", 4), ("mei", 5), ("may", 5),
    ("jun", 6), ("jul", 7), ("agu", 8), ("agt", 8), ("ags", 8), ("aug", 8), ("sep", 9), ("okt", 10),
    ("oct", 10), ("nov", 11), ("nop", 11), ("des", 12), ("dec", 12),
  ]
  private static let fullMonths: Set<String> = [
    "januari", "january", "februari", "pebruari", "february", "maret", "march", "april", "mei",
    "may",
    "juni", "june", "juli", "july", "agustus", "august", "september", "oktober", "october",
    "november", "nopember", "desember", "december", "jan", "feb", "peb", "mar", "apr", "jun", "jul",
    "agu", "agt", "ags", "aug", "sep", "sept", "okt", "oct", "nov", "nop", "des", "dec", "agust",
  ]

  /// `2024-01-16T13:05:00+07:00` and its shorter and looser forms (`2024/01/16 13:05:00`).
  /// Times in UTC become local time: +07:00, in which Indonesian sites are written.
  static func metadata(_ text: String) -> PublishedDate? {
    var scan = Scan(text)
    scan.skipSpace()
    guard let year = scan.number(digits: 4...4), scan.skip("-/."),
      let month = scan.number(digits: 1...2), scan.skip("-/."),
      let day = scan.number(digits: 1...2), isDay(year, month, day)
    else { return line(text) }
    guard scan.skip("T t,") else { return PublishedDate(year: year, month: month, day: day) }
    scan.skipSpace()
    guard let hour = scan.number(digits: 1...2), hour < 25, scan.skip(":."),
      let minute = scan.number(digits: 2...2), minute < 60
    else { return PublishedDate(year: year, month: month, day: day) }
    if scan.skip(":.") {
      _ = scan.number(digits: 1...2)
      if scan.skip(".,") { _ = scan.number(digits: 1...9) }
    }
    scan.skipSpace()
    var offset: Int?
    if scan.skip("Zz") || scan.word(peek: true) == "utc" || scan.word(peek: true) == "gmt" {
      offset = 0
    } else if let zone = zone(scan.word(peek: true)) {
      offset = zone
    } else if scan.peek == "+" || scan.peek == "-" {
      let sign = scan.peek == "-" ? -1 : 1
      scan.index += 1
      if let hours = scan.number(digits: 1...2), hours < 15 {
        _ = scan.skip(":")
        offset = sign * (hours * 60 + (scan.number(digits: 2...2) ?? 0))
      } else if let both = scan.number(digits: 4...4), both < 1500 {
        offset = sign * (both / 100 * 60 + both % 100)
      }
    }
    return make(year, month, day, hour, minute, offset: offset, utcToLocal: true)
  }

  /// The first date with a day, month and year in a line of text.
  static func line(_ text: String) -> PublishedDate? {
    var scan = Scan(text)
    while !scan.isAtEnd {
      let start = scan.index
      if let found = date(at: &scan) { return found }
      scan.index = start
      scan.skipToken()
    }
    return nil
  }

  private static func date(at scan: inout Scan) -> PublishedDate? {
    var year = 0
    var month = 0
    var day = 0
    if let first = scan.number(digits: 1...4) {
      if first > 31, first >= 1900, scan.skip("-/"), let second = scan.number(digits: 1...2),
        scan.skip("-/"), let third = scan.number(digits: 1...2)
      {
        (year, month, day) = (first, second, third)
      } else if first >= 1, first <= 31 {
        day = first
        let mark = scan.index
        if scan.skip("/-."), let second = scan.number(digits: 1...2), scan.skip("/-."),
          let third = scan.number(digits: 2...4), third < 100 || third >= 1900
        {
          (month, year) = (second, third < 100 ? 2000 + third : third)
        } else {
          scan.index = mark
          scan.skipSeparators()
          guard let found = self.month(scan.word(peek: false)) else { return nil }
          month = found
          scan.skipSeparators()
          guard let third = scan.number(digits: 4...4) else { return nil }
          year = third
        }
      } else {
        return nil
      }
    } else if let found = self.month(scan.word(peek: false)) {
      month = found
      scan.skipSeparators()
      guard let second = scan.number(digits: 1...2) else { return nil }
      day = second
      scan.skipOrdinal()
      scan.skipSeparators()
      guard let third = scan.number(digits: 4...4) else { return nil }
      year = third
    } else {
      return nil
    }
    guard isDay(year, month, day) else { return nil }
    let (hour, minute, offset) = time(&scan)
    guard let hour, let minute else { return PublishedDate(year: year, month: month, day: day) }
    return make(year, month, day, hour, minute, offset: offset, utcToLocal: false)
  }

  /// The time that may follow a day: `| 13:05 WIB`, `, pukul 07.15`, `at 5:30 pm`.
  private static func time(_ scan: inout Scan) -> (Int?, Int?, Int?) {
    scan.skipSeparators(also: "|,-–—•·/()T@")
    while ["pukul", "jam", "at", "pk", "pkl", "diperbarui"].contains(scan.word(peek: true)) {
      _ = scan.word(peek: false)
      scan.skipSeparators(also: "|,-–:.")
    }
    guard var hour = scan.number(digits: 1...2), scan.skip(":."),
      let minute = scan.number(digits: 2...2), hour < 25, minute < 60
    else { return (nil, nil, nil) }
    if scan.skip(":") { _ = scan.number(digits: 2...2) }
    scan.skipSpace()
    let word = scan.word(peek: true)
    if word == "pm", hour < 12 { hour += 12 }
    if word == "am", hour == 12 { hour = 0 }
    return (hour, minute, zone(word))
  }

  private static func month(_ word: String) -> Int? {
    guard fullMonths.contains(word) else { return nil }
    return months.first { word.hasPrefix($0.0) }?.1
  }

  /// Minutes east of Greenwich of Indonesia's three zones.
  private static func zone(_ word: String) -> Int? {
    switch word {
    case "wib": 7 * 60
    case "wita": 8 * 60
    case "wit": 9 * 60
    default: nil
    }
  }

  static func isDay(_ year: Int, _ month: Int, _ day: Int) -> Bool {
    guard (1900...2100).contains(year), (1...12).contains(month), day >= 1 else { return false }
    return day <= daysIn(year, month)
  }

  private static func daysIn(_ year: Int, _ month: Int) -> Int {
    if month == 2 {
      return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    }
    return [4, 6, 9, 11].contains(month) ? 30 : 31
  }

  private static func make(
    _ year: Int, _ month: Int, _ day: Int, _ hour: Int, _ minute: Int, offset: Int?,
    utcToLocal: Bool
  ) -> PublishedDate {
    var (year, month, day, hour) = (year, month, day, hour)
    var offset = offset
    if utcToLocal, offset == 0 {
      offset = 7 * 60
      hour += 7
    }
    while hour >= 24 {
      hour -= 24
      day += 1
      if day > daysIn(year, month) {
        day = 1
        month += 1
        if month > 12 {
          month = 1
          year += 1
        }
      }
    }
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    let zone = offset.map {
      "\($0 < 0 ? "-" : "+")\(two(abs($0) / 60)):\(two(abs($0) % 60))"
    }
    return PublishedDate(
      year: year, month: month, day: day, time: "\(two(hour)):\(two(minute))", zone: zone)
  }

  private struct Scan {
    let bytes: [UInt8]
    var index = 0

    init(_ text: String) { bytes = Array(text.utf8.prefix(400)) }

    var isAtEnd: Bool { index >= bytes.count }
    var peek: Character? { isAtEnd ? nil : Character(UnicodeScalar(bytes[index])) }

    mutating func skipSpace() { while index < bytes.count, isSpace(bytes[index]) { index += 1 } }

    mutating func skip(_ set: String) -> Bool {
      guard index < bytes.count, set.utf8.contains(bytes[index]) else { return false }
      index += 1
      return true
    }

    mutating func skipSeparators(also: String = ".,-/'") {
      while index < bytes.count, isSpace(bytes[index]) || also.utf8.contains(bytes[index]) {
        index += 1
      }
    }

    mutating func skipOrdinal() {
      if ["st", "nd", "rd", "th"].contains(word(peek: true)) { index += 2 }
    }

    mutating func number(digits: ClosedRange<Int>) -> Int? {
      var end = index
      var value = 0
      while end < bytes.count, isDigit(bytes[end]), end - index <= digits.upperBound {
        value = value * 10 + Int(bytes[end] - 0x30)
        end += 1
      }
      guard digits.contains(end - index) else { return nil }
      index = end
      return value
    }

    mutating func word(peek: Bool) -> String {
      var end = index
      while end < bytes.count, isLetter(bytes[end]) { end += 1 }
      let word = String(decoding: bytes[index..<end].map { $0 | 0x20 }, as: UTF8.self)
      if !peek { index = end }
      return word
    }

    mutating func skipToken() {
      guard index < bytes.count else { return }
      let byte = bytes[index]
      if isLetter(byte) {
        while index < bytes.count, isLetter(bytes[index]) { index += 1 }
      } else if isDigit(byte) {
        while index < bytes.count, isDigit(bytes[index]) { index += 1 }
      } else {
        index += 1
      }
    }
  }
}

/// Dates of messages: `Tue, 16 Jan 2024 03:04:05 +0700` (RFC 5322, section 3.3).
enum MessageDate {
  private static let months = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
  ]

  /// As ISO 8601 writes it, with the zone that the message gives; nil for anything else.
  static func iso(_ text: String) -> String? {
    var words = text.split(whereSeparator: \.isWhitespace)
    if words.first?.hasSuffix(",") == true { words.removeFirst() }
    guard words.count >= 4, let day = Int(words[0]), (1...31).contains(day),
      let month = months.firstIndex(of: words[1].lowercased()), let year = Int(words[2]),
      (1000...9999).contains(year)
    else { return nil }
    let clock = words[3].split(separator: ":").compactMap { Int($0) }
    guard clock.count == 2 || clock.count == 3, clock.allSatisfy({ (0...60).contains($0) }) else {
      return nil
    }
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    let time = (clock.count == 2 ? clock + [0] : clock).map(two).joined(separator: ":")
    return "\(year)-\(two(month + 1))-\(two(day))T\(time)" + zone(words.dropFirst(4).first)
  }

  private static func zone(_ word: Substring?) -> String {
    guard let word else { return "" }
    if ["GMT", "UT", "UTC", "Z", "+0000", "-0000"].contains(word) { return "Z" }
    let sign = word.first == "+" || word.first == "-"
    guard sign, word.utf8.count == 5, Int(word.dropFirst()) != nil else { return "" }
    return "\(word.prefix(3)):\(word.suffix(2))"
  }
}

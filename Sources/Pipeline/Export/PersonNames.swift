import Lexicon

/// Finds names of persons in a sentence by where they stand: beside a verb of speech. A name beside
/// an office stays, since who holds a public office is no secret.
///
/// There is no list of names: a word with a capital letter beside the verb counts as one unless the
/// reading knows it (a region, an assessor, a unit). Rather a word too many than a name too many.
struct PersonNames {
  /// Where the speaker stands, seen from the verb.
  private enum Side: String { case before, after }

  private let speech: [String: Side]
  /// Words of offices, in lower case.
  private let offices: Set<String>

  init(_ words: [Word]) {
    var speech: [String: Side] = [:]
    var offices: Set<String> = []
    for word in words {
      switch word.wordClass {
      case "speech": speech[word.word] = word.value.flatMap(Side.init)
      case "office", "office_title":
        offices.formUnion(word.word.split(separator: " ").map(String.init))
      default: break
      }
    }
    self.speech = speech
    self.offices = offices
  }

  /// - Parameter known: places of words that the reading knows, in code points from the start.
  /// - Returns: places of names, in order.
  func places(in text: String, known: [Range<Int>]) -> [Range<Int>] {
    let words = Self.words(of: text)
    var names: [Range<Int>] = []
    for (position, word) in words.enumerated() {
      let run: Range<Int>
      switch speech[word.text.lowercased()] {
      case .after?:
        let start = position + 1
        run = start..<(words[start...].firstIndex { !$0.continues } ?? words.count)
      case .before?:
        // The name may be followed by an aside: "Budi, warga setempat, mengatakan".
        var start = position
        while start > 0, words[start - 1].continues { start -= 1 }
        run = start..<position
      case nil: continue
      }
      let found = words[run]
      guard let first = found.first, let last = found.last,
        !found.contains(where: { offices.contains($0.text.lowercased()) }),
        !isBesideOffice(run, words)
      else { continue }
      let place = first.place.lowerBound..<last.place.upperBound
      guard !known.contains(where: { $0.overlaps(place) }) else { continue }
      names.append(place)
    }
    return names.sorted { $0.lowerBound < $1.lowerBound }.reduce(into: []) { apart, name in
      if apart.last?.overlaps(name) != true { apart.append(name) }
    }
  }

  /// "kata Wali Kota X", where the office is in lower case or stands right before or behind.
  private func isBesideOffice(_ run: Range<Int>, _ words: [Spelled]) -> Bool {
    let near = max(0, run.lowerBound - 3)..<min(words.count, run.upperBound + 3)
    return words[near].contains { offices.contains($0.text.lowercased()) }
  }

  private struct Spelled {
    let text: String
    /// In code points.
    let place: Range<Int>
    let isCapital: Bool
    /// Whether it can be a part of a name.
    var continues: Bool { isCapital }
  }

  private static func words(of text: String) -> [Spelled] {
    var words: [Spelled] = []
    var word = String.UnicodeScalarView()
    var start = 0
    func end(at place: Int) {
      guard let first = word.first else { return }
      words.append(
        Spelled(
          text: String(word), place: start..<place, isCapital: first.properties.isUppercase))
      word = .init()
    }
    var place = 0
    for scalar in text.unicodeScalars {
      if scalar.properties.isAlphabetic || scalar == "'" || scalar == "-" && !word.isEmpty {
        if word.isEmpty { start = place }
        word.append(scalar)
      } else {
        end(at: place)
      }
      place += 1
    }
    end(at: place)
    return words
  }
}

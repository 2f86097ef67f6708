import Extract
import Interpret
import Lexicon
import Testing

/// A regulation's text for a test, with places marked by what is to be read there.
struct RegulationText {
  let sample: Sample
  let marks: [(label: String, range: Range<Int>)]

  /// - Parameter marked: a paragraph per line.
  init(_ marked: String, published: (year: Int, month: Int, day: Int)? = nil) throws {
    let text = MarkedText(marked)
    sample = try Sample(text.text, published: published)
    marks = text.marks
  }

  var reading: Reading { sample.reading }

  func regulation(_ place: SourceLocation = #_sourceLocation) throws -> RegulationDocument {
    try #require(reading.regulation, sourceLocation: place)
  }

  /// The citation of the regulation that the text is.
  func name(_ place: SourceLocation = #_sourceLocation) throws -> String {
    try regulation(place).name.citation(sample.interpreter.lexicon)
  }

  /// What is marked, in order.
  var expected: [String] { marks.map { line($0.label, $0.range) } }

  /// What is read and not marked, and marked and not read: for the message of a test.
  func difference(_ found: [String]) -> Comment {
    let extra = found.filter { !expected.contains($0) }
    let missing = expected.filter { !found.contains($0) }
    return "read, not marked: \(extra)\nmarked, not read: \(missing)"
  }

  func line(_ label: String, _ range: Range<Int>) -> String { "\(label): \(sample.text(range))" }

  /// Citations as the marks of a test write them: "UU 25/2009 Pasal 5 (2) a", what is not stated behind
  /// a stroke ("UU 25/2009 Pasal 5 | earlier"), several at one place joined by "&".
  var citations: [String] {
    var places: [(range: Range<Int>, labels: [String])] = []
    for citation in reading.citations {
      var label = citation.regulation ?? "?"
      if let article = citation.article { label += " Pasal \(article)" }
      if let paragraph = citation.paragraph { label += " (\(paragraph))" }
      if let letter = citation.letter { label += " \(letter)" }
      if let number = citation.number { label += " \(number)" }
      if citation.resolution != .stated { label += " | \(citation.resolution.rawValue)" }
      if places.last?.range == citation.range {
        places[places.count - 1].labels.append(label)
      } else {
        places.append((citation.range, [label]))
      }
    }
    return places.map { line($0.labels.joined(separator: " & "), $0.range) }
  }

  /// "2017-05-18".
  static func day(_ date: PublishedDate?) -> String? {
    guard let date else { return nil }
    func padded(_ number: Int?) -> String { number.map { ($0 < 10 ? "-0" : "-") + "\($0)" } ?? "" }
    return "\(date.year)" + padded(date.month) + padded(date.day)
  }

  /// Parts by their path.
  func parts() throws -> [String] { try regulation().parts.map { line($0.path, $0.text) } }

  /// "repeals UU 1/2001" for what the document does, with the acting regulation in front for others.
  var relations: [String] {
    let own = reading.regulation?.relations ?? []
    let name = reading.regulation?.name.citation(sample.interpreter.lexicon)
    return (own + reading.relations)
      .sorted { ($0.evidence.lowerBound, $0.other) < ($1.evidence.lowerBound, $1.other) }
      .map { relation in
        let actor = relation.regulation == name ? "" : relation.regulation + " "
        return line("\(actor)\(relation.kind.rawValue) \(relation.other)", relation.evidence)
      }
  }

  /// "88.31-100 A Sangat Baik".
  var bands: [String] {
    reading.bands.map { band in
      let names = [band.zone, band.shade, band.grade, band.category].compactMap(\.self)
      return ([band.min.description + "-" + band.max.description] + names).joined(separator: " ")
    }
  }
}

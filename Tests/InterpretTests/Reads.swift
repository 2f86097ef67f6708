import Testing

/// A text and the lines that are to be read from it.
struct Reads: Sendable, CustomTestStringConvertible {
  let text: String
  let gives: [String]
  let published: Int?

  init(_ text: String, _ gives: [String] = [], published: Int? = nil) {
    self.text = text
    self.gives = gives.sorted()
    self.published = published
  }

  var testDescription: String { text }

  func check(_ place: SourceLocation = #_sourceLocation) throws {
    let sample = try Sample(text, published: published.map { ($0, 2, 15) })
    #expect(sample.lines() == gives, "\(text)", sourceLocation: place)
  }
}

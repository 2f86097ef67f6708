import Testing

/// A text and the lines that are to be read from it.
struct Reads: Sendable, CustomTestStringConvertible {
  let text: String
  let gives: [String]
  let published: Int?
  let month: Int

  init(_ text: String, _ gives: [String] = [], published: Int? = nil, month: Int = 2) {
    self.text = text
    self.gives = gives.sorted()
    self.published = published
    self.month = month
  }

  var testDescription: String { text }

  func check(_ place: SourceLocation = #_sourceLocation) throws {
    let sample = try Sample(text, published: published.map { ($0, month, 15) })
    #expect(sample.lines() == gives, "\(text)", sourceLocation: place)
  }
}

/// Text with marked places: `nilai ⟦score:80,85⟧ di ⟦region:Kota Metro⟧` is the text without the marks
/// and the byte ranges of what stood in them.
struct MarkedText: Sendable {
  let text: String
  /// Label and byte range of each mark, in the order of the text.
  let marks: [(label: String, range: Range<Int>)]

  init(_ marked: String) {
    var text = ""
    var marks: [(label: String, range: Range<Int>)] = []
    var label: String?
    var start = 0
    for character in marked {
      switch (character, label) {
      case ("⟦", _):
        label = ""
        start = -1
      case (":", .some) where start < 0: start = text.utf8.count
      case ("⟧", let name?):
        marks.append((name, start..<text.utf8.count))
        label = nil
      case (let character, let name?) where start < 0: label = name + String(character)
      default: text.append(character)
      }
    }
    self.text = text
    self.marks = marks
  }

  var bytes: [UInt8] { Array(text.utf8) }
}

import Dataset

/// One measured figure, with what it should be at most.
struct Figure {
  let name: String
  let value: Double
  let unit: String
  let aim: Double?
  let note: String

  init(_ name: String, _ value: Double, unit: String = "", aim: Double? = nil, note: String = "") {
    self.name = name
    self.value = value
    self.unit = unit
    self.aim = aim
    self.note = note
  }

  var isMissed: Bool { aim.map { value > $0 } ?? false }

  private var written: String {
    let places: Double = value < 10 ? 1000 : 1
    let rounded = (value * places).rounded() / places
    return places == 1 ? String(Int(rounded)) : String(rounded)
  }

  var line: String {
    func padded(_ text: String, _ width: Int) -> String {
      text + String(repeating: " ", count: max(1, width - text.count))
    }
    let verdict = aim.map { "aim at most \($0), \(isMissed ? "missed" : "met")" } ?? ""
    return padded(name, 26) + padded(written + (unit.isEmpty ? "" : " " + unit), 16)
      + padded(verdict, 28) + note
  }

  static func json(_ figures: [Figure]) -> String {
    JSON.array(
      figures.map { figure in
        .object([
          .init("name", .string(figure.name)), .init("value", .number(String(figure.value))),
          .init("unit", .string(figure.unit)),
          .init("aim", figure.aim.map { .number(String($0)) } ?? .null),
        ])
      }
    ).pretty
  }
}

/// What is measured, in this order. A further measure is a function of this form.
enum Measures {
  typealias Measure = @Sendable (_ works: Works, _ rounds: Int) -> [Figure]

  static let all: [Measure] = [extraction, reading]

  /// Issue 3's aim: at most 0.65 of the parse.
  static func extraction(_ works: Works, _ rounds: Int) -> [Figure] {
    let pair = Pair.run(works.extract, against: works.parse, rounds: rounds)
    let perSecond = Double(works.pages.all.count) / pair.seconds
    return [
      Figure(
        "extract / parse", pair.ratio, aim: 0.65, note: "\(pair.spread), \(Int(perSecond)) pages/s"),
      Figure(
        "parse", Double(works.pages.all.count) / pair.floorSeconds, unit: "pages/s",
        note: "libxml2's tree, built and freed"),
    ]
  }

  /// Issue 4's aim: at most 0.3 of the parse.
  static func reading(_ works: Works, _ rounds: Int) -> [Figure] {
    let pair = Pair.run(works.read, against: works.parse, rounds: rounds)
    return [Figure("tag + interpret / parse", pair.ratio, aim: 0.3, note: pair.spread)]
  }
}

/// One work timed against another, turn by turn, so that what else the machine does meets both.
struct Pair {
  let ratio: Double
  let spread: String
  /// Medians, in seconds a pass.
  let seconds: Double
  let floorSeconds: Double

  /// The first turn of each warms up and is not counted.
  static func run(_ work: () -> Int, against floor: () -> Int, rounds: Int) -> Pair {
    var ratios: [Double] = []
    var times: [Double] = []
    var floors: [Double] = []
    for round in 0...max(1, rounds) {
      let floorTime = Clock.time(floor)
      let time = Clock.time(work)
      guard round > 0 else { continue }
      floors.append(floorTime)
      times.append(time)
      ratios.append(time / floorTime)
    }
    ratios.sort()
    return Pair(
      ratio: median(ratios),
      spread: "\(written(ratios[0])) to \(written(ratios[ratios.count - 1]))",
      seconds: median(times), floorSeconds: median(floors))
  }

  private static func median(_ values: [Double]) -> Double {
    values.sorted()[values.count / 2]
  }

  private static func written(_ ratio: Double) -> String {
    "\((ratio * 1000).rounded() / 1000)"
  }
}

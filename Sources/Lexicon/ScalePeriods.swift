/// Checks the years in which scales are valid: a score of any year must have one scale to be read by, and
/// a year without any must be one in which nobody was assessed.
struct ScalePeriods {
  /// A scale with the line of its first band.
  typealias Placed = (scale: Scale, line: Int)

  let scales: [Placed]
  /// Years in which an instrument was not held, by its id.
  let notHeld: [String: Set<Int>]
  let file: String

  func problems() -> [String] {
    var problems: [String] = []
    var groups: [String: [Placed]] = [:]
    for placed in scales {
      groups[placed.scale.instrument, default: []].append(placed)
      if let from = placed.scale.validFrom, let to = placed.scale.validTo, to < from {
        problems.append(
          "\(file):\(placed.line): \(placed.scale.id): valid_to \(to) lies before valid_from \(from)"
        )
      }
    }
    for placed in scales {
      let others = groups[placed.scale.instrument] ?? []
      problems += overlaps(placed, others)
      problems += gap(before: placed, others)
    }
    for (instrument, years) in notHeld.sorted(by: { $0.key < $1.key }) {
      for year in years.sorted() {
        guard let held = groups[instrument]?.first(where: { $0.scale.isValid(in: year) }) else {
          continue
        }
        problems.append(
          "\(file):\(held.line): \(held.scale.id) is valid in \(year), in which instruments.csv says "
            + "that \(instrument) was not held; correct one of them")
      }
    }
    return problems
  }

  /// Scales further up the table that grade the same subjects in the same unit and year.
  private func overlaps(_ placed: Placed, _ others: [Placed]) -> [String] {
    let scale = placed.scale
    return others.filter { $0.line < placed.line }.compactMap { other in
      let shared = scale.subjects.filter(other.scale.subjects.contains)
      let first = max(scale.validFrom ?? .min, other.scale.validFrom ?? .min)
      let last = min(scale.validTo ?? .max, other.scale.validTo ?? .max)
      // One survey is told in several units side by side: of 4 and of 100.
      guard !shared.isEmpty, first <= last, scale.scoreMax == other.scale.scoreMax else {
        return nil
      }
      let years =
        first == .min || last == .max
        ? "at once" : first == last ? "in \(first)" : "in \(first)-\(last)"
      return
        "\(file):\(placed.line): \(scale.id) and \(other.scale.id) (line \(other.line)) are both "
        + "valid \(years) for \(shared.joined(separator: ", ")); end one before the other begins"
    }
  }

  /// Years in front of a scale that has others before it, none of which reaches up to it.
  private func gap(before placed: Placed, _ others: [Placed]) -> [String] {
    guard let from = placed.scale.validFrom else { return [] }
    let earlier = others.filter { ($0.scale.validFrom ?? .min) < from }
    guard !earlier.isEmpty else { return [] }
    let ended = earlier.map { $0.scale.validTo ?? .max }.max() ?? .max
    guard ended < from - 1 else { return [] }
    let missing = (ended + 1..<from).filter {
      notHeld[placed.scale.instrument]?.contains($0) != true
    }
    guard let first = missing.first, let last = missing.last else { return [] }
    return [
      "\(file):\(placed.line): no scale of \(placed.scale.instrument) is valid in "
        + (first == last ? "\(first)" : "\(first) to \(last)")
        + ", before \(placed.scale.id); close "
        + "the gap, or name the year in the column not_held of instruments.csv"
    ]
  }
}

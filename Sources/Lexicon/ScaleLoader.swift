/// Brings the rows of `scales.csv` together to scales, and checks their bands and years.
enum ScaleLoader {
  static func scales(
    _ rows: [CSVTable.Row], instruments: Set<String>, notHeld: [String: Set<Int>], file: String,
    _ problems: inout [String]
  ) -> [Scale] {
    var order: [String] = []
    var groups: [String: [CSVTable.Row]] = [:]
    for row in rows {
      if groups[row["scale"]] == nil { order.append(row["scale"]) }
      groups[row["scale"], default: []].append(row)
    }
    var scales: [ScalePeriods.Placed] = []
    for id in order {
      guard let group = groups[id], let first = group.first else { continue }
      if !instruments.contains(first["instrument"]) {
        problems.append(
          "\(file):\(first.line): there is no instrument \"\(first["instrument"])\" in instruments.csv"
        )
      }
      for subject in first.list("subjects") where !Scale.subjectKinds.contains(subject) {
        problems.append(
          "\(file):\(first.line): nobody is a \"\(subject)\"; subjects are of "
            + "\(Scale.subjectKinds.joined(separator: ", ")), with | between them")
      }
      for column in ["valid_from", "valid_to"] where first.year(column) == nil {
        guard let text = first.optional(column) else { continue }
        problems.append(
          "\(file):\(first.line): \(column) is \"\(text)\"; write a year or nothing")
      }
      for row in group {
        // What is said of a scale stands in each of its rows.
        for column in ["instrument", "subjects", "valid_from", "valid_to", "score_max"]
        where row[column] != first[column] {
          problems.append(
            "\(file):\(row.line): \(id): \(column) is \"\(row[column])\" here and \"\(first[column])\" "
              + "at line \(first.line); write the same, or give the band a scale of its own")
        }
      }
      var bands: [(band: Band, line: Int)] = []
      for row in group {
        guard let min = FixedPoint(row["min"]), let max = FixedPoint(row["max"]), min <= max,
          let number = Int(row["band"])
        else {
          problems.append(
            "\(file):\(row.line): band, min and max are numbers, min the smaller one")
          continue
        }
        if let other = bands.first(where: { $0.band.min <= max && min <= $0.band.max }) {
          problems.append(
            "\(file):\(row.line): \(id): \(min)-\(max) overlaps the band at line \(other.line) "
              + "(\(other.band.min)-\(other.band.max)); a score must have one band")
        }
        bands.append(
          (
            Band(
              order: number, min: min, max: max, zone: row.optional("zone"),
              shade: row.optional("shade"), grade: row.optional("grade"),
              category: row.optional("category"), labels: row.list("labels")), row.line
          ))
      }
      guard let top = FixedPoint(first["score_max"]) else {
        problems.append("\(file):\(first.line): score_max is \"\(first["score_max"])\", no number")
        continue
      }
      let scale = Scale(
        id: id, instrument: first["instrument"], subjects: first.list("subjects"),
        validFrom: first.year("valid_from"), validTo: first.year("valid_to"), scoreMax: top,
        bands: bands.map(\.band).sorted { $0.order < $1.order })
      scales.append((scale, first.line))
    }
    problems += ScalePeriods(scales: scales, notHeld: notHeld, file: file).problems()
    return scales.map(\.scale)
  }
}

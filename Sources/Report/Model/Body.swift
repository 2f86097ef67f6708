import Dataset

/// A region, ministry or agency with all that is said of it.
struct Body: Sendable {
  /// Its code or, for a body without one, its name.
  let key: String
  let name: String
  let code: String
  let level: String
  /// File under `region/`, without its extension.
  let file: String
  var results: [Record] = []
  var claims: [Record] = []

  static func key(_ record: Record) -> String {
    record["region_code"].text ?? record["region"].text ?? ""
  }

  /// Every body of the two tables, in byte order of their keys, each with a file name of its own.
  /// - Parameter key: what a record's body is known by.
  static func all(
    results: [Record], claims: [Record], key: (Record) -> String
  ) -> [Body] {
    var bodies: [String: Body] = [:]
    var files: Set<String> = []
    let records = (results + claims).map { (key: key($0), record: $0) }
    // Of a body that changed its code the name under the valid one.
    let ordered = records.sorted { left, right in
      if left.key != right.key { return left.key.utf8.lexicographicallyPrecedes(right.key.utf8) }
      return (left.record["region_code"].text == left.key)
        && (right.record["region_code"].text != right.key)
    }
    for (key, record) in ordered where bodies[key] == nil {
      let wanted = Markup.fileName(key.isEmpty ? "tanpa-wilayah" : key)
      var file = wanted
      var number = 2
      while !files.insert(file).inserted {
        file = "\(wanted)-\(number)"
        number += 1
      }
      bodies[key] = Body(
        key: key, name: record["region"].written,
        code: record["region_code"].isNull ? "" : key, level: record["level"].written, file: file)
    }
    for result in results { bodies[key(result)]?.results.append(result) }
    for claim in claims { bodies[key(claim)]?.claims.append(claim) }
    return bodies.values.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
  }
}

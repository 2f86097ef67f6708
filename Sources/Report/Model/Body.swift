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
    // Of a body that changed its code the name under the valid one.
    var first: [String: Record] = [:]
    for record in [results, claims].joined() {
      let key = key(record)
      if first[key].map({ $0["region_code"].text != key && record["region_code"].text == key })
        ?? true
      {
        first[key] = record
      }
    }
    var bodies: [String: Body] = [:]
    var files: Set<String> = []
    for (key, record) in first.sorted(by: {
      $0.key.utf8.lexicographicallyPrecedes($1.key.utf8)
    }) {
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
